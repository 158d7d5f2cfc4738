/** Registers of tenders and contracts (DSP-06, DSP-07; RPT-04): the same columns in Excel and on paper. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { ratePercent } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import type { RegisterColumn } from '../documents/register';
import type { Account, ContractKind, ContractState } from './contractTerms';
import type { DepositBook } from './deposits';
import { DIFFICULTY_WORD, SITUATION_WORD, type SituationFields, type SituationLoan, shareText } from './situationPaper';
import type { BidderKind, DepositFate } from './tender';

export const KIND_WORD: Readonly<Record<ContractKind, string>> = {
  tender: '竞标承包',
  trusteeship: '托管清收',
  'risk-agency': '风险代理',
};

const STATE_WORD: Readonly<Record<ContractState, string>> = {
  draft: '起草',
  submitted: '审批中',
  approved: '已批准',
  signed: '已签订',
  'given-up': '已放弃',
};

const PERSON_WORD: Readonly<Record<BidderKind, string>> = {
  staff: '在编员工',
  retired: '退休员工',
  head: '行长',
  'area-auditor': '管片稽核员',
};

const FATE_WORD: Readonly<Record<DepositFate, string>> = {
  bond: '转作履约保证金',
  forfeited: '未签约，不予退还',
  returned: '未中标，退还',
};

export interface ContractRegisterRow {
  readonly kind: ContractKind;
  readonly party: string;
  readonly basis: string;
  readonly loans: number;
  readonly amount: Fen;
  readonly bond: Fen;
  readonly feeRate: string | null;
  readonly state: ContractState;
  readonly signedOn: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly recovered: Fen;
  readonly account: Account;
}

/** Nothing is deposited before a contract is signed. */
const bondLeft = ({ account, signedOn }: ContractRegisterRow): Fen | null =>
  signedOn === null ? null : account.bondLeft;

export const CONTRACT_COLUMNS: readonly RegisterColumn<ContractRegisterRow>[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  { title: '种类', kind: 'text', width: 16, cell: ({ kind }) => KIND_WORD[kind] },
  { title: '承包人、受托人', kind: 'text', width: 26, cell: ({ party }) => party },
  { title: '依据', kind: 'text', width: 32, cell: ({ basis }) => basis },
  { title: '笔数', kind: 'text', width: 10, cell: ({ loans }) => String(loans) },
  { title: '任务、债权', kind: 'amount', width: 24, summed: true, cell: ({ amount }) => amount },
  { title: '报酬', kind: 'text', width: 14, cell: ({ feeRate }) => (feeRate === null ? '分档' : ratePercent(feeRate)) },
  { title: '签订日', kind: 'date', width: 18, cell: ({ signedOn }) => signedOn },
  { title: '到期日', kind: 'date', width: 18, cell: ({ until }) => until },
  { title: '状态', kind: 'text', width: 14, cell: ({ state }) => STATE_WORD[state] },
  { title: '期内收回', kind: 'amount', width: 22, summed: true, cell: ({ recovered }) => recovered },
  { title: '应计报酬', kind: 'amount', width: 20, summed: true, cell: ({ account }) => account.earned },
  { title: '保全奖励', kind: 'amount', width: 17, summed: true, cell: ({ account }) => account.preserved },
  { title: '迟交利息', kind: 'amount', width: 17, summed: true, cell: ({ account }) => account.interest },
  { title: '失效赔偿', kind: 'amount', width: 20, summed: true, cell: ({ account }) => account.compensation },
  { title: '已付报酬', kind: 'amount', width: 20, summed: true, cell: ({ account }) => account.paidOut },
  { title: '应付', kind: 'amount', width: 20, summed: true, cell: ({ account }) => account.payable },
  { title: '保证金余额', kind: 'amount', width: 20, summed: true, cell: bondLeft },
];

export interface TenderRegisterRow {
  readonly name: string;
  readonly loans: number;
  readonly floor: Fen;
  readonly bidders: number;
  /** Highest first; null: they are sealed. */
  readonly bids: readonly { readonly name: string; readonly amount: Fen }[] | null;
}

const winner = ({ bids }: TenderRegisterRow) => bids?.[0] ?? null;

export const TENDER_COLUMNS: readonly RegisterColumn<TenderRegisterRow>[] = [
  { title: '序号', kind: 'text', width: 12, cell: (_, index) => String(index + 1) },
  { title: '贷款包', kind: 'text', width: 40, cell: ({ name }) => name },
  { title: '笔数', kind: 'text', width: 16, cell: ({ loans }) => String(loans) },
  { title: '底价', kind: 'amount', width: 34, summed: true, cell: ({ floor }) => floor },
  { title: '报价人数', kind: 'text', width: 20, cell: ({ bidders }) => String(bidders) },
  {
    title: '中标人',
    kind: 'text',
    width: 34,
    cell: (row) => winner(row)?.name ?? (row.bids === null ? '未开标' : '无人报价'),
  },
  { title: '中标价', kind: 'amount', width: 34, summed: true, cell: (row) => winner(row)?.amount ?? null },
  {
    title: '高出底价',
    kind: 'amount',
    width: 34,
    summed: true,
    cell: (row) => {
      const won = winner(row);
      return won && won.amount - row.floor;
    },
  },
];

export interface DepositRegisterRow {
  readonly name: string;
  readonly person: BidderKind;
  readonly voucherNo: string;
  readonly fate: DepositFate | null;
  readonly book: DepositBook;
  readonly uses: readonly {
    readonly on: CalendarDate;
    readonly payee: string | null;
    readonly voucherNo: string | null;
    readonly reverses: number | null;
    readonly isReversed: boolean;
  }[];
}

/** What holds of what was booked: not what was taken back. */
const standing = ({ uses }: DepositRegisterRow) => uses.filter((use) => use.reverses === null && !use.isReversed);
const lastOf = (row: DepositRegisterRow) => standing(row).at(-1) ?? null;

export const DEPOSIT_COLUMNS: readonly RegisterColumn<DepositRegisterRow>[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  { title: '竞标人', kind: 'text', width: 22, cell: ({ name }) => name },
  { title: '身份', kind: 'text', width: 20, cell: ({ person }) => PERSON_WORD[person] },
  { title: '定金', kind: 'amount', width: 22, summed: true, cell: ({ book }) => book.received },
  { title: '缴纳凭证', kind: 'text', width: 22, cell: ({ voucherNo }) => voucherNo },
  { title: '去向', kind: 'text', width: 26, cell: ({ fate }) => (fate === null ? '未开标' : FATE_WORD[fate]) },
  { title: '转作保证金', kind: 'amount', width: 22, summed: true, cell: ({ book }) => book.bond },
  { title: '退还', kind: 'amount', width: 22, summed: true, cell: ({ book }) => book.returned },
  { title: '不予退还', kind: 'amount', width: 22, summed: true, cell: ({ book }) => book.forfeited },
  { title: '办理日', kind: 'date', width: 19, cell: (row) => lastOf(row)?.on ?? null },
  { title: '收款人', kind: 'text', width: 20, cell: (row) => lastOf(row)?.payee ?? '' },
  { title: '办理凭证', kind: 'text', width: 22, cell: (row) => lastOf(row)?.voucherNo ?? '' },
  { title: '尚存', kind: 'amount', width: 22, summed: true, cell: ({ book }) => book.held },
];

export interface SituationRow extends SituationLoan, Pick<SituationFields, 'situation' | 'difficulty'> {
  readonly borrower: string;
  readonly package: string;
}

/** DOC-DSP-08 as a list: its fields in their order (A8). */
export const SITUATION_COLUMNS: readonly RegisterColumn<SituationRow>[] = [
  { title: '序号', kind: 'text', width: 9, cell: (_, index) => String(index + 1) },
  { title: '贷款包', kind: 'text', width: 18, cell: (row) => row.package },
  { title: '借款户名', kind: 'text', width: 22, cell: ({ borrower }) => borrower },
  { title: '合同号', kind: 'text', width: 40, whole: true, cell: ({ contract }) => contract },
  { title: '借款金额', kind: 'amount', width: 22, summed: true, cell: ({ principal }) => principal },
  { title: '借款日', kind: 'date', width: 18, cell: ({ issuedOn }) => issuedOn },
  { title: '到期日', kind: 'date', width: 18, cell: ({ dueOn }) => dueOn },
  { title: '最后还款日', kind: 'date', width: 18, cell: ({ paidOn }) => paidOn },
  { title: '最后催收日', kind: 'date', width: 18, cell: ({ dunnedOn }) => dunnedOn },
  { title: '表外欠息', kind: 'amount', width: 20, summed: true, cell: ({ interest }) => interest },
  { title: '目前状况', kind: 'text', width: 16, cell: ({ situation }) => SITUATION_WORD[situation] },
  { title: '收回难易', kind: 'text', width: 24, cell: ({ difficulty }) => DIFFICULTY_WORD[difficulty] },
  { title: '定价比例', kind: 'text', width: 15, cell: ({ price, balance }) => shareText(price, balance) },
  { title: '定价', kind: 'amount', width: 22, summed: true, cell: ({ price }) => price },
];
