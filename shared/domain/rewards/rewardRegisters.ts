/** Ledgers of rewards and liabilities as tables (LED-08, RWD-04, RPT-04): the same columns in Excel and on paper. */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { fixedText, parseExact, times, whole } from '../../kernel/exact';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { type Block, type DataRow, note, type PaperDocument } from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import { percentText } from '../receipts/shares';
import type { Liability, LiabilityKind, LiabilityState } from './liability';
import type { Exclusion, LoanClass, RewardLine } from './rewardSheet';

export const EXCLUSION_WORD: Readonly<Record<Exclusion, string>> = {
  'receipt-gone': '收回记录已撤销',
  'reversal-unmatched': '冲正对应的收回不明',
  'under-contract': '已按承包、委托合同计酬',
  'not-money': '非现金收回',
  'not-realised': '实物尚未变现',
  'collectors-missing': '无实际清收人',
  'formation-unknown': '形成日期不明',
  'form-unrewarded': '非呆滞、呆账',
  'not-collector': '不再是清收人',
  liable: '负有责任清收任务',
  'costs-missing': '社外人员费用未定',
  'no-rate': '不在奖励范围',
};

export const STATUS_WORD: Readonly<Record<LoanClass['status'], string>> = {
  ordinary: '表内或其他',
  'bill-swapped': '票据置换',
  'written-off': '已核销',
};

export const LIABILITY_KIND_WORD: Readonly<Record<LiabilityKind, string>> = {
  'irregular-lending': '违规发放',
  'new-npl': '新增不良',
  'file-missing': '资料缺失',
  'limitation-lost': '丧失时效',
  reviewed: '责任认定',
};

export const LIABILITY_STATE_WORD: Readonly<Record<LiabilityState, string>> = {
  open: '履行中',
  overdue: '逾期未履行',
  performed: '已履行',
  withdrawn: '已撤销',
};

export interface RegisterColumn<Row> {
  readonly title: string;
  readonly kind: 'text' | 'amount' | 'date';
  /** mm on paper. */
  readonly width: number;
  readonly cell: (row: Row, index: number) => string | Fen | null;
}

/** Decimal text → percent: `0.15` → `15%`. */
export const ratePercent = (rate: string): string =>
  `${fixedText(times(present(parseExact(rate), 'a rate is decimal text'), whole(100)), 4).replace(/\.?0+$/, '')}%`;

export interface PaperLine extends Omit<RewardLine, 'trace'> {
  readonly key: string;
  readonly borrower: string;
  readonly contract: string;
  readonly receivedOn: CalendarDate;
  readonly recovered: Fen;
  readonly realised: boolean;
  readonly loanClass: LoanClass | null;
}

/** 划段: the period or treatment that the table of rewards distinguishes. */
const segment = ({ loanClass }: PaperLine): string =>
  loanClass === null ? '' : loanClass.status === 'ordinary' ? loanClass.formedOn : STATUS_WORD[loanClass.status];

const reasonOf = ({ kind, excluded, before }: PaperLine): string => {
  const why = excluded === null ? '' : EXCLUSION_WORD[excluded];
  return kind === 'adjustment' ? `调整（已发${yuanGrouped(before)}）${why}` : why;
};

/** DOC-RWD-02, in its order. */
export const SHEET_COLUMNS: readonly RegisterColumn<PaperLine>[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  { title: '收回日', kind: 'date', width: 18, cell: (line) => line.receivedOn },
  { title: '流水号', kind: 'text', width: 27, cell: (line) => line.key },
  { title: '户名', kind: 'text', width: 22, cell: (line) => line.borrower },
  { title: '划段', kind: 'text', width: 18, cell: segment },
  { title: '形态', kind: 'text', width: 10, cell: (line) => line.loanClass?.form ?? '' },
  { title: '收回额', kind: 'amount', width: 22, cell: (line) => (line.realised ? null : line.recovered) },
  { title: '变现额', kind: 'amount', width: 20, cell: (line) => (line.realised ? line.recovered : null) },
  { title: '比例', kind: 'text', width: 11, cell: (line) => ratePercent(line.rate) },
  { title: '依据条款', kind: 'text', width: 32, cell: (line) => line.article },
  { title: '清收人', kind: 'text', width: 15, cell: (line) => line.name },
  { title: '分配%', kind: 'text', width: 13, cell: (line) => percentText(line.ppm) },
  { title: '扣减费用', kind: 'amount', width: 16, cell: (line) => line.costs },
  { title: '奖励额', kind: 'amount', width: 20, cell: (line) => line.amount },
  { title: '剔除原因、调整', kind: 'text', width: 26, cell: reasonOf },
];

export interface RewardLedgerRow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly name: string;
  readonly article: string;
  readonly receipts: number;
  readonly amount: Fen;
  /** Part of the amount that puts earlier sheets right. */
  readonly adjusted: Fen;
  readonly paidOn: CalendarDate | null;
  readonly voucherNo: string | null;
}

/** LED-08: totals of each period by person and article. */
export const LEDGER_COLUMNS: readonly RegisterColumn<RewardLedgerRow>[] = [
  { title: '序号', kind: 'text', width: 10, cell: (_, index) => String(index + 1) },
  { title: '起日', kind: 'date', width: 20, cell: (row) => row.from },
  { title: '止日', kind: 'date', width: 20, cell: (row) => row.to },
  { title: '清收人', kind: 'text', width: 26, cell: (row) => row.name },
  { title: '依据条款', kind: 'text', width: 70, cell: (row) => row.article },
  { title: '收回笔数', kind: 'text', width: 16, cell: (row) => String(row.receipts) },
  { title: '奖励额', kind: 'amount', width: 28, cell: (row) => row.amount },
  { title: '其中调整', kind: 'amount', width: 26, cell: (row) => row.adjusted },
  { title: '发放日', kind: 'date', width: 20, cell: (row) => row.paidOn },
  { title: '凭证号', kind: 'text', width: 28, cell: (row) => row.voucherNo },
];

export interface LiabilityPaperRow extends Liability {
  readonly borrower: string;
  readonly contract: string;
  readonly unit: string;
  readonly kind: LiabilityKind;
  readonly decision: string;
  readonly performedOn: CalendarDate | null;
  readonly state: LiabilityState;
  readonly withdrawnWhy: string | null;
}

export const LIABILITY_COLUMNS: readonly RegisterColumn<LiabilityPaperRow>[] = [
  { title: '序号', kind: 'text', width: 10, cell: (_, index) => String(index + 1) },
  { title: '机构', kind: 'text', width: 22, cell: (row) => row.unit },
  { title: '户名', kind: 'text', width: 24, cell: (row) => row.borrower },
  { title: '合同号', kind: 'text', width: 38, cell: (row) => row.contract },
  { title: '责任人', kind: 'text', width: 18, cell: (row) => row.person },
  { title: '责任种类', kind: 'text', width: 18, cell: (row) => LIABILITY_KIND_WORD[row.kind] },
  { title: '责任金额', kind: 'amount', width: 24, cell: (row) => row.amount },
  { title: '认定决定', kind: 'text', width: 40, cell: (row) => row.decision },
  { title: '认定日', kind: 'date', width: 19, cell: (row) => row.decidedOn },
  { title: '期限', kind: 'date', width: 19, cell: (row) => row.deadline },
  { title: '已履行', kind: 'amount', width: 24, cell: (row) => row.performed },
  { title: '最后履行日', kind: 'date', width: 19, cell: (row) => row.performedOn },
  {
    title: '状态',
    kind: 'text',
    width: 22,
    cell: (row) => [LIABILITY_STATE_WORD[row.state], row.withdrawnWhy].filter(Boolean).join('：'),
  },
];

const shown = (cell: string | Fen | null): string => (typeof cell === 'number' ? yuanGrouped(cell) : (cell ?? ''));

const WHOLE = new Set(['流水号', '合同号']);

/** A table of a ledger as a block. */
export function registerTable<Row>(columns: readonly RegisterColumn<Row>[], rows: readonly Row[]): Block {
  return {
    kind: 'dataTable',
    columns: columns.map(({ title, width, kind }) => ({
      label: title,
      width,
      align: kind === 'amount' ? 'right' : 'left',
    })),
    rows: rows.map(
      (row, index): DataRow =>
        columns.map(({ title, cell }) => {
          const text = shown(cell(row, index));
          return WHOLE.has(title) ? noBreak(text) : text;
        }),
    ),
  };
}

export interface RegisterHead {
  readonly code: string;
  readonly title: string;
  readonly bank: string;
  readonly date: CalendarDate;
  readonly madeBy: string;
}

export function registerPaper(head: RegisterHead, table: Block, lines: number): PaperDocument {
  const { code, title, bank, date, madeBy } = head;
  return {
    code,
    title,
    unit: bank,
    date,
    class: 'INT',
    layout: 'ledger',
    blocks: [
      { kind: 'title', lines: [title] },
      note(`${bank}　共${lines}行　单位：元　${date}`),
      table,
      note(`制表人：${madeBy}　　复核人：　　　　　负责人：`),
    ],
  };
}
