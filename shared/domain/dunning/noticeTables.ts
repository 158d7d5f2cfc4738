/** Tables of a notice: its debts (K-DEBT), and who signed its receipt and how it was delivered (K-DELIV, K-REFUSE). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { type Block, blank, choices, type FormRow, label, note, type Run, text, value } from '../documents/blocks';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import { type Accrual, INTEREST_KINDS } from '../interest/accrual';
import type { MissedPlan } from '../repayment/missedInstalments';
import { interestOf, type NoticeFacts, type NoticeLoan, principalOf } from './noticeFacts';

/** mm: the columns of both lines of a receipt laid over each other. */
const DEBT_WIDTHS = [32, 12, 18, 22, 8, 14, 14, 8, 28];
/** Columns that the values of each line take; the second is that of one sum of interest, the third that of its kinds. */
const SPANS = { contract: [2, 2, 2, 2, 1], sum: [2, 3, 4], kinds: [1, 2, 2, 2, 2] } as const;
/** More receipts than these go to an annex, so that letter and receipt stay on one sheet. */
const MOST_IN_LETTER = { sum: 3, kinds: 2 } as const;

const day = (date: CalendarDate | null): string => date ?? NOT_APPLICABLE;

type Line = keyof typeof SPANS;

const lineOf = (line: Line, cell: (at: number, span: number) => FormRow['cells'][number]): FormRow => ({
  cells: SPANS[line].map((span, at) => cell(at, span)),
});
const captions = (line: Line, words: readonly string[]): FormRow =>
  lineOf(line, (at, span) => label(words[at] ?? '', span));
const amounts = (line: Line, texts: readonly string[]): FormRow =>
  lineOf(line, (at, span) => value(texts[at] ?? '', span, 'right'));

/** Of one loan, or of all together. */
const moneyOf = (accruals: readonly (Accrual | null)[], principal: Fen, interest: Fen): readonly Fen[] => {
  const known = accruals.filter((accrual) => accrual !== null);
  const split =
    known.length === accruals.length
      ? INTEREST_KINDS.map((kind) => known.reduce((sum, accrual) => sum + accrual[kind], 0))
      : [interest];
  return [principal, ...split, principal + interest];
};

function debtRows(loan: NoticeLoan, line: Line): FormRow[] {
  const { contractNo, receiptNo, issuedOn, dueOn, granted, balance, interest, accrual } = loan;
  const first = [
    noBreak(contractNo),
    receiptNo === null ? NOT_APPLICABLE : noBreak(receiptNo),
    day(issuedOn),
    day(dueOn),
  ];
  const align = ['left', 'left', 'center', 'center', 'right'] as const;
  return [
    lineOf('contract', (at, span) => value(first[at] ?? yuanGrouped(granted), span, align[at])),
    amounts(line, moneyOf([accrual], balance, interest).map(yuanGrouped)),
  ];
}

const MONEY_WORDS: Readonly<Record<Exclude<Line, 'contract'>, readonly string[]>> = {
  sum: ['尚欠本金', '利息（含罚息、复利）', '本息合计'],
  kinds: ['尚欠本金', '期内利息', '罚息', '复利', '本息合计'],
};
const TOTAL_WORDS = ['本金合计', '期内利息合计', '罚息合计', '复利合计', '总计'];

/** Interest is computed for every loan of a paper or for none (G-INT). */
export const isSplit = ({ loans }: Pick<NoticeFacts, 'loans'>): boolean =>
  loans.length > 0 && loans.every(({ accrual }) => accrual !== null);

/** One block of two lines per receipt, headed once; totals below. */
function debtTable(loans: readonly NoticeLoan[], facts: Pick<NoticeFacts, 'loans'>): Block[] {
  const line = isSplit(facts) ? 'kinds' : 'sum';
  const head: FormRow[] = [
    captions('contract', ['合同编号', '借据号', '借款日', '到期日', '发放本金']),
    captions(line, MONEY_WORDS[line]),
  ];
  const all = moneyOf(
    facts.loans.map(({ accrual }) => accrual),
    principalOf(facts),
    interestOf(facts),
  );
  const total =
    line === 'kinds'
      ? [captions(line, TOTAL_WORDS), amounts(line, all.map(yuanGrouped))]
      : [
          amounts(
            line,
            all.map((fen, at) => `${['本金合计', '利息合计', '总计'][at]} ${yuanGrouped(fen)}`),
          ),
        ];
  const received = facts.loans.reduce((sum, loan) => sum + (loan.accrual === null ? loan.received : 0), 0);
  return [
    note('单位：元', 'right'),
    {
      kind: 'formTable',
      widths: DEBT_WIDTHS,
      rows: [
        ...(loans.length === 0 ? [] : head),
        ...loans.flatMap((loan) => debtRows(loan, line)),
        ...(loans.length === 1 ? [] : total),
      ],
    },
    ...(received === 0 ? [] : [note(`表列金额已扣减台账日以后收到的款项${yuanGrouped(received)}元。`)]),
  ];
}

const MISSED_COLUMNS: readonly (readonly [caption: string, width: number])[] = [
  ['期次', 14],
  ['应还日', 24],
  ['应还本金', 28],
  ['应还利息', 24],
  ['已还', 24],
  ['逾期天数', 18],
  ['逾期金额', 28],
];
const PLAN_WORD: Readonly<Record<MissedPlan['kind'], string>> = { extension: '展期还款计划', agreement: '还款协议' };

/** Overdue instalments, a table for each plan. */
export function missedTables({ missed, loans }: Pick<NoticeFacts, 'missed' | 'loans'>): Block[] {
  return missed.flatMap(({ kind, loanIds, instalments }): Block[] => {
    const contracts = loans.filter(({ id }) => loanIds.includes(id)).map(({ contractNo }) => noBreak(contractNo));
    const rows = instalments.map(({ seq, payBy, principal, interest, paid, daysLate, owed }): FormRow => {
      const sums = [principal, interest, paid].map((fen) => value(yuanGrouped(fen), 1, 'right'));
      return {
        cells: [
          value(`第${seq}期`, 1, 'center'),
          value(payBy, 1, 'center'),
          ...sums,
          value(`${daysLate}天`, 1, 'center'),
          value(yuanGrouped(owed), 1, 'right'),
        ],
      };
    });
    return [
      note(`${PLAN_WORD[kind]}的逾期分期（合同编号：${contracts.join('、')}）`),
      {
        kind: 'formTable',
        widths: MISSED_COLUMNS.map(([, width]) => width),
        rows: [{ cells: MISSED_COLUMNS.map(([caption]) => label(caption)) }, ...rows],
      },
    ];
  });
}

/** In the letter while they are few; else only the totals there and the list in an annex. */
export function debtBlocks(facts: Pick<NoticeFacts, 'loans'>): { readonly inLetter: Block[]; readonly annex: Block[] } {
  if (facts.loans.length <= MOST_IN_LETTER[isSplit(facts) ? 'kinds' : 'sum'])
    return { inLetter: debtTable(facts.loans, facts), annex: [] };
  const annex: Block = { kind: 'annex', index: 1, title: '欠款明细' };
  return { inLetter: debtTable([], facts), annex: [annex, ...debtTable(facts.loans, facts)] };
}

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
