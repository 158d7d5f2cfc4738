/** Ledgers of rewards and liabilities as tables (LED-08, RWD-04, RPT-04): the same columns in Excel and on paper. */

import type { CalendarDate } from '../../kernel/calendarDate';
import { ratePercent } from '../../kernel/exact';
import { type Fen, yuanGrouped } from '../../kernel/money';
import type { RegisterColumn } from '../documents/register';
import { percentText } from '../receipts/shares';
import { IRREGULARITY_WORD } from '../targets/responsibilityPaper';
import type { Liability, LiabilityKind, LiabilityState } from './liability';
import { LIABILITY_KIND_WORD } from './liabilityWords';
import type { Exclusion, LoanClass, RewardLine } from './rewardSheet';

const EXCLUSION_WORD: Readonly<Record<Exclusion, string>> = {
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
  'tasks-unfulfilled': '清收任务未全部完成',
  'costs-missing': '社外人员费用未定',
  'no-rate': '不在奖励范围',
};

export const STATUS_WORD: Readonly<Record<LoanClass['status'], string>> = {
  ordinary: '表内或其他',
  'bill-swapped': '票据置换',
  'written-off': '已核销',
};

const LIABILITY_STATE_WORD: Readonly<Record<LiabilityState, string>> = {
  open: '履行中',
  overdue: '逾期未履行',
  performed: '已履行',
  withdrawn: '已撤销',
};

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

/** `（任务100,000.00，完成90,000.00）`. */
const tasksText = ({ tasks }: PaperLine): string =>
  tasks === null ? '' : `（任务${yuanGrouped(tasks.planned)}，完成${yuanGrouped(tasks.done)}）`;

const reasonOf = (line: PaperLine): string => {
  const { kind, excluded, before } = line;
  const detail = excluded === 'tasks-unfulfilled' ? tasksText(line) : '';
  const why = excluded === null ? '' : EXCLUSION_WORD[excluded] + detail;
  return kind === 'adjustment' ? `调整（已发${yuanGrouped(before)}）${why}` : why;
};

/** DOC-RWD-02, in its order. */
export const SHEET_COLUMNS: readonly RegisterColumn<PaperLine>[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  { title: '收回日', kind: 'date', width: 18, cell: (line) => line.receivedOn },
  { title: '流水号', kind: 'text', width: 27, whole: true, cell: (line) => line.key },
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
  readonly balance: Fen;
  readonly post: string | null;
  readonly kind: LiabilityKind;
  readonly irregularity: string | null;
  /** Decimal text. */
  readonly share: string | null;
  readonly isAppointed: boolean;
  readonly decision: string;
  readonly received: Fen;
  readonly handling: string | null;
  readonly handledOn: CalendarDate | null;
  readonly performedOn: CalendarDate | null;
  readonly state: LiabilityState;
  readonly withdrawnWhy: string | null;
}

const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join('，');

const kindText = ({ kind, irregularity }: LiabilityPaperRow): string =>
  irregularity === null ? LIABILITY_KIND_WORD[kind] : (IRREGULARITY_WORD[irregularity] ?? irregularity);

const stateText = ({ state, performed, performedOn, withdrawnWhy }: LiabilityPaperRow): string =>
  joined(
    LIABILITY_STATE_WORD[state],
    performedOn === null ? null : `${performedOn}止已履行${yuanGrouped(performed)}`,
    withdrawnWhy,
  );

/** LED-07, in its order. */
export const LIABILITY_COLUMNS: readonly RegisterColumn<LiabilityPaperRow>[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  { title: '机构', kind: 'text', width: 15, cell: (row) => row.unit },
  { title: '户名', kind: 'text', width: 18, cell: (row) => row.borrower },
  { title: '合同号', kind: 'text', width: 34, whole: true, cell: (row) => row.contract },
  { title: '余额', kind: 'amount', width: 21, cell: (row) => row.balance },
  { title: '违规类型', kind: 'text', width: 15, cell: kindText },
  {
    title: '责任人（岗位）',
    kind: 'text',
    width: 18,
    cell: ({ person, post }) => (post ? `${person}（${post}）` : person),
  },
  { title: '清收责任人', kind: 'text', width: 15, cell: (row) => (row.isAppointed ? '是' : '') },
  { title: '比例', kind: 'text', width: 11, cell: ({ share }) => (share === null ? '' : ratePercent(share)) },
  { title: '责任金额', kind: 'amount', width: 24, summed: true, cell: (row) => row.amount },
  { title: '认定文号、日期', kind: 'text', width: 28, cell: (row) => joined(row.decision, row.decidedOn) },
  { title: '收回期限', kind: 'date', width: 20, cell: (row) => row.deadline },
  { title: '已收回', kind: 'amount', width: 18, cell: (row) => row.received },
  { title: '处理决定', kind: 'text', width: 20, cell: (row) => joined(row.handling, row.handledOn) },
  { title: '履行情况', kind: 'text', width: 21, cell: stateText },
];
