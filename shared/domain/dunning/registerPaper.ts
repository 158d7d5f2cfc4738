/** The register of notices and receipts as a ledger (LED-03): the columns of its Excel and PDF, kept per officer. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { type DataRow, note, type PageSum, type PaperDocument } from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import type { DeliveryEffect } from './decideDelivery';
import type { Capacity, DeliveryMethod, NoticeOutcome } from './delivery';
import { ROLE_WORD } from './jobPapers';
import type { NoticeForm, NoticeRole } from './noticeFacts';

const FORM_WORD: Readonly<Record<NoticeForm | 'other', string>> = {
  'DOC-REC-00': '到期提示',
  'DOC-REC-01': '催收',
  'DOC-REC-01H': '催收（遗产）',
  'DOC-REC-02A': '提前到期',
  'DOC-REC-02': '逾期',
  'DOC-REC-03': '担保人',
  'DOC-REC-03G': '担保人告知',
  'DOC-REC-03M': '抵（质）押人',
  'DOC-REC-04': '同意继续履行',
  other: '其他',
};

export const METHOD_WORD: Readonly<Record<DeliveryMethod, string>> = {
  'in-person': '直接',
  post: '邮寄',
  notary: '公证',
  electronic: '电子',
  announcement: '公告',
  court: '法院',
  deduction: '账户扣收',
  left: '留置',
  other: '其他',
};

export const CAPACITY_WORD: Readonly<Record<Capacity, string>> = {
  self: '本人',
  'legal-representative': '法定代表人',
  'mail-room': '收发部门',
  authorised: '被授权人',
  'adult-relative': '同住成年家属',
  other: '其他人',
};

const EFFECT_WORD: Readonly<Record<DeliveryEffect, string>> = { interrupts: '中断', disputed: '待核', none: '无' };

export interface RegisterLine {
  readonly number: string;
  readonly form: string;
  readonly officer: string | null;
  readonly borrower: string;
  readonly addressee: string;
  readonly role: NoticeRole;
  readonly contracts: string;
  readonly principal: Fen | null;
  readonly interest: Fen | null;
  readonly asOf: CalendarDate | null;
  readonly noticedOn: CalendarDate;
  readonly method: DeliveryMethod | null;
  readonly trackingNo: string | null;
  readonly arrivedOn: CalendarDate | null;
  readonly outcome: NoticeOutcome;
  readonly signedBy: string | null;
  readonly capacity: Capacity | null;
  readonly receiptOn: CalendarDate | null;
  readonly objection: string | null;
  readonly effect: DeliveryEffect;
  /** Of the signatory's clock today. */
  readonly expiry: CalendarDate | null;
  readonly scans: number;
  readonly chased: number;
  readonly voided: boolean;
  readonly voidReason: string | null;
  readonly missing: boolean;
}

interface RegisterColumn {
  readonly title: string;
  readonly kind: 'text' | 'amount' | 'date';
  /** mm on paper; null: in Excel only. */
  readonly width: number | null;
  readonly cell: (line: RegisterLine, index: number) => string | number | null;
}

const formWord = (form: string): string => FORM_WORD[form as NoticeForm] ?? FORM_WORD.other;

const signer = ({ signedBy, capacity }: RegisterLine): string =>
  signedBy === null ? '' : capacity === null ? signedBy : `${signedBy}（${CAPACITY_WORD[capacity]}）`;

function receipt({ receiptOn, arrivedOn, outcome, missing, voided }: RegisterLine): string {
  if (voided) return '作废';
  if (outcome === 'signed') return receiptOn ?? arrivedOn ?? '';
  if (outcome === 'refused') return '拒收';
  return missing ? '未回' : '';
}

/** In the order of LED-03. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  { title: '序号', kind: 'text', width: 7, cell: (_, index) => String(index + 1) },
  { title: '字号', kind: 'text', width: 36, cell: (line) => line.number },
  { title: '种类', kind: 'text', width: 11.5, cell: (line) => formWord(line.form) },
  { title: '客户经理', kind: 'text', width: null, cell: (line) => line.officer },
  { title: '户名', kind: 'text', width: 16.5, cell: (line) => line.borrower },
  {
    title: '被通知人（身份）',
    kind: 'text',
    width: 18,
    cell: (line) => `${line.addressee}（${ROLE_WORD[line.role]}）`,
  },
  { title: '合同号', kind: 'text', width: 31, cell: (line) => line.contracts },
  { title: '催收本金', kind: 'amount', width: 21, cell: (line) => line.principal },
  { title: '催收利息', kind: 'amount', width: 18, cell: (line) => line.interest },
  { title: '利息截至', kind: 'date', width: null, cell: (line) => line.asOf },
  { title: '发出日', kind: 'date', width: 17.5, cell: (line) => line.noticedOn },
  {
    title: '送达方式',
    kind: 'text',
    width: 9.5,
    cell: (line) => (line.method === null ? '' : METHOD_WORD[line.method]),
  },
  { title: '快递单号', kind: 'text', width: null, cell: (line) => line.trackingNo },
  { title: '送达/签收日', kind: 'date', width: 17.5, cell: (line) => line.arrivedOn },
  { title: '签收人及身份', kind: 'text', width: 12.5, cell: signer },
  { title: '回执收回日', kind: 'text', width: 17.5, cell: receipt },
  { title: '异议', kind: 'text', width: null, cell: (line) => line.objection },
  { title: '时效效果', kind: 'text', width: 7.5, cell: (line) => EFFECT_WORD[line.effect] },
  { title: '届满日', kind: 'date', width: 17.5, cell: (line) => line.expiry },
  { title: '扫描件', kind: 'text', width: 6.5, cell: (line) => (line.scans > 0 ? '有' : '无') },
  { title: '催办次数', kind: 'text', width: null, cell: (line) => String(line.chased) },
  {
    title: '作废及原因',
    kind: 'text',
    width: null,
    cell: ({ voided, voidReason }) => (voided ? `已作废：${voidReason ?? ''}` : ''),
  },
];

export interface RegisterHead {
  readonly bank: string;
  readonly date: CalendarDate;
  readonly madeBy: string;
  /** The filter in words. */
  readonly chosen: string;
}

const shown = (value: string | number | null): string =>
  typeof value === 'number' ? yuanGrouped(value) : (value ?? '');

/** Numbers that stand on one line; the officer stands over his part. */
const WHOLE: readonly string[] = ['字号', '合同号', '回执收回日'];

/** Of the lines that stand; a debt that several people were asked for is in the line of each. */
const pageSumsOf = (lines: readonly RegisterLine[]): PageSum[] =>
  REGISTER_COLUMNS.filter(({ kind }) => kind === 'amount').map(({ title, cell }) => ({
    label: title,
    fen: lines.map((line, index) => (line.voided ? null : (cell(line, index) as number | null))),
  }));

/** The row under the last one: only amounts, and that voided papers are not in them. */
function totalOf(columns: readonly RegisterColumn[], sums: readonly PageSum[]): DataRow {
  const sumOf = (label: string): number | null =>
    sums.find((each) => each.label === label)?.fen.reduce<number>((sum, fen) => sum + (fen ?? 0), 0) ?? null;
  return columns.map(({ title }) => {
    const sum = sumOf(title);
    return title === '字号' ? '合计（作废除外）' : sum === null ? '' : noBreak(yuanGrouped(sum));
  });
}

/** One part per officer, each on pages of its own; rows without a receipt say 未回. */
export function registerPaper(head: RegisterHead, lines: readonly RegisterLine[]): PaperDocument {
  const columns = REGISTER_COLUMNS.filter((column) => column.width !== null);
  const byOfficer = Map.groupBy(lines, ({ officer }) => officer ?? '未指定');
  const title = '催收通知书发放及回执台账';
  const parts = [...byOfficer].flatMap(([officer, own], part) => {
    const rows = own.map(
      (line, index): DataRow =>
        columns.map((column) => {
          const text = shown(column.cell(line, index));
          return column.kind !== 'text' || WHOLE.includes(column.title) ? noBreak(text) : text;
        }),
    );
    const pageSums = pageSumsOf(own);
    const table = columns.map(({ title: label, width, kind }) => {
      return { label, width: width ?? 0, align: kind === 'amount' ? ('right' as const) : ('left' as const) };
    });
    return [
      ...(part === 0 ? [] : [{ kind: 'pageBreak' } as const]),
      { kind: 'title', lines: [title] } as const,
      note(
        `${head.bank}　客户经理：${officer}　筛选：${head.chosen}　共${own.length}份，未回${own.filter((line) => line.missing).length}份　单位：元　${head.date}`,
      ),
      { kind: 'dataTable', columns: table, rows, total: totalOf(columns, pageSums), pageSums } as const,
      note(`制表人：${head.madeBy}　　复核人：　　　　　负责人：`),
    ];
  });
  return { code: 'LED-03', title, unit: head.bank, date: head.date, class: 'SECRET', layout: 'ledger', blocks: parts };
}
