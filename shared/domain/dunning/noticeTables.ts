/** Tables of a notice: its debts (K-DEBT), and who signed its receipt and how it was delivered (K-DELIV, K-REFUSE). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import { type Block, choices, type FormRow, label, note, type Run, text, value } from '../documents/blocks';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import { debtOf, interestOf, type NoticeFacts, type NoticeLoan, principalOf } from './noticeFacts';

/** mm: contract, receipt, issued, due, granted. */
const DEBT_WIDTHS = [44, 38, 24, 24, 28];
/** More receipts than these go to an annex. */
export const MOST_IN_LETTER = 3;

const day = (date: CalendarDate | null): string => date ?? NOT_APPLICABLE;

function debtRows({ contractNo, receiptNo, issuedOn, dueOn, granted, balance, interest }: NoticeLoan): FormRow[] {
  const money = (fen: number, span = 1) => value(yuanGrouped(fen), span, 'right');
  return [
    {
      cells: [
        value(noBreak(contractNo)),
        value(receiptNo === null ? NOT_APPLICABLE : noBreak(receiptNo)),
        value(day(issuedOn), 1, 'center'),
        value(day(dueOn), 1, 'center'),
        money(granted),
      ],
    },
    { cells: [money(balance), money(interest, 2), money(balance + interest, 2)] },
  ];
}

/** One block of two lines per receipt, headed once; totals below. */
function debtTable(loans: readonly NoticeLoan[], facts: Pick<NoticeFacts, 'loans'>): Block[] {
  const head: FormRow[] = [
    { cells: ['合同编号', '借据号', '借款日', '到期日', '发放本金'].map((caption) => label(caption)) },
    { cells: [label('尚欠本金'), label('利息（含罚息、复利）', 2), label('本息合计', 2)] },
  ];
  const total: FormRow = {
    cells: [
      value(`本金合计 ${yuanGrouped(principalOf(facts))}`, 1, 'right'),
      value(`利息合计 ${yuanGrouped(interestOf(facts))}`, 2, 'right'),
      value(`总计 ${yuanGrouped(debtOf(facts))}`, 2, 'right'),
    ],
  };
  return [
    note('单位：元', 'right'),
    {
      kind: 'formTable',
      widths: DEBT_WIDTHS,
      rows: [...head, ...loans.flatMap(debtRows), ...(loans.length === 1 ? [] : [total])],
    },
  ];
}

/** In the letter while they are few; else only the totals there and the list in an annex. */
export function debtBlocks(facts: Pick<NoticeFacts, 'loans'>): { readonly inLetter: Block[]; readonly annex: Block[] } {
  if (facts.loans.length <= MOST_IN_LETTER) return { inLetter: debtTable(facts.loans, facts), annex: [] };
  const annex: Block = { kind: 'annex', index: 1, title: '欠款明细' };
  return { inLetter: debtTable([], facts), annex: [annex, ...debtTable(facts.loans, facts)] };
}

const blank = (millimetres: number): Run => ({ blank: millimetres });
/** Captions whole, with the lines to write on behind them. */
const ink = (...parts: readonly (string | number)[]): Run[] =>
  parts.flatMap((part): Run[] => {
    if (typeof part === 'number') return [blank(part)];
    const caption = part.trimStart();
    const space = part.slice(0, part.length - caption.length);
    return [...(space === '' ? [] : [text(space)]), text(noBreak(caption))];
  });
const inkDate: readonly (string | number)[] = [14, '年', 8, '月', 8, '日'];

/** Who signs, by what the addressee is. */
function signerRows(facts: Pick<NoticeFacts, 'addressee'>): FormRow[] {
  const row = (caption: string, runs: Run[]): FormRow => ({ cells: [label(caption), value(runs)], minHeight: 13 });
  if (facts.addressee.kind === 'organisation') {
    const posts = choices([
      ['法定代表人', false],
      ['主要负责人', false],
      ['收发部门', false],
      ['被授权人', false],
    ]);
    return [
      row('签收单位', [...ink('（公章）　'), ...posts, ...ink('　签字：', 28, '　职务：', 20, '　日期：', ...inkDate)]),
    ];
  }
  return [
    row('受送达人本人', ink('签字：', 30, '　（捺印处）　身份证号：', 45, '　日期：', ...inkDate)),
    row(
      '代收人（同住成年家属／受托人）',
      ink('与受送达人关系：', 18, '　签字：', 26, '　身份证号：', 42, '　日期：', ...inkDate),
    ),
  ];
}

/** Box, and what is written behind it with its room in mm. */
const METHODS: readonly (readonly [box: string, caption?: string, room?: number])[] = [
  ['直接送达'],
  ['邮寄送达（内件品名已注明）', '快递单号：', 34],
  ['公证送达'],
  ['约定电子方式'],
  ['公告', '媒体：', 22],
  ['法院送达'],
  ['账户扣收', '流水号：', 26],
  ['其他', '：', 20],
];

function deliveryRows(): FormRow[] {
  const boxes = METHODS.flatMap(([box, caption, room], index): Run[] => [
    ...(index > 0 ? [text('　')] : []),
    { box: false, label: box },
    ...(caption && room ? ink(caption, room) : []),
  ]);
  const wide = (caption: string, runs: Run[], minHeight = 9): FormRow => ({
    cells: [label(caption), value(runs)],
    minHeight,
  });
  return [
    wide('送达方式', boxes, 18),
    wide('送达地点、时间', ink('地点：', 50, '　', ...inkDate, 8, '时')),
    wide('送达人（两人）', ink('签字：', 32, '　签字：', 32, '　见证人（如有）：', 26)),
    wide('拒收、不在的情况记载（银行留存联填写）', ink(60, '　在场见证：', 26, '　影像编号：', 22), 14),
  ];
}

/** The signatures and the delivery of a receipt. */
export const receiptTable = (facts: Pick<NoticeFacts, 'addressee'>): Block => ({
  kind: 'formTable',
  widths: [34, 126],
  rows: [...signerRows(facts), ...deliveryRows()],
});
