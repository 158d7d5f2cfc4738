/** What a notice speaks of, frozen with it. Money is fen; a guess is never made: null is unknown. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { Accrual, MissingInterest } from '../interest/accrual';
import type { LedgerGap } from '../interest/ledgerGap';
import type { GuaranteeKind } from '../limitation/guarantee';
import type { Verdict } from '../portfolio/verdicts';
import type { MissedPlan } from '../repayment/missedInstalments';
import type { Heir } from './heirs';

export const NOTICE_FORMS = [
  'DOC-REC-00',
  'DOC-REC-01',
  'DOC-REC-01H',
  'DOC-REC-02',
  'DOC-REC-02A',
  'DOC-REC-03',
  'DOC-REC-03G',
  'DOC-REC-03M',
  'DOC-REC-04',
] as const;
export type NoticeForm = (typeof NOTICE_FORMS)[number];

export type NoticeRole = 'borrower' | 'guarantor' | 'owner';

export interface NoticeParty {
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly idNo: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** As the ledger has it: 正常, 死亡, 破产 … */
  readonly status: string | null;
}

export interface NoticeLoan {
  readonly id: number;
  readonly contractNo: string;
  readonly receiptNo: string | null;
  readonly issuedOn: CalendarDate | null;
  /** With his own extension. */
  readonly dueOn: CalendarDate | null;
  /** Day before that on which it was called in; absent or null: never. */
  readonly calledInOn?: CalendarDate | null;
  readonly granted: Fen;
  /** Less what was received since the ledger's day. */
  readonly balance: Fen;
  /** All interest owed, penalty and compound interest included. */
  readonly interest: Fen;
  /** Day to whose end interest is named: the ledger's, or the paper's own where it is computed. */
  readonly asOf: CalendarDate;
  /** Interest computed from the terms of the contract; null: the ledger's sum is named. */
  readonly accrual: Accrual | null;
  /** Why it cannot be computed. */
  readonly interestMissing: MissingInterest | null;
  /** Computed interest that is far from the ledger's; null: near, or not computed. */
  readonly interestGap: LedgerGap | null;
  /** Taken off the ledger's figures for money that came since. */
  readonly received: Fen;
}

export interface NoticeGuarantee {
  readonly id: number;
  readonly contractNo: string | null;
  /** As the contract says, or as the law has it where it says nothing. */
  readonly kind: GuaranteeKind;
  readonly amount: Fen | null;
  readonly periodEnd: CalendarDate | null;
  readonly periodWording: string | null;
}

export interface NoticeSecurity {
  readonly id: number;
  readonly description: string;
  readonly certificateNo: string | null;
}

/** An approved calling-in of the whole loan. */
export interface NoticeAcceleration {
  /** Article of the contract that allows it. */
  readonly clause: string;
  /** What the borrower failed to do. */
  readonly breach: string;
  readonly isApproved: boolean;
}

/** Who may sign the joint page beside the addressee; each still signs the receipt of his own notice. */
export interface CoSigner {
  readonly title: string;
  readonly name: string;
  readonly kind: NoticeParty['kind'];
}

/** How one debt of the addressee stands: what decides the form. */
export interface NoticeState {
  readonly loanId: number;
  readonly verdict: Verdict;
  readonly expiry: CalendarDate | null;
  /** The form that the rule gives; null when none fits. */
  readonly form: NoticeForm | null;
  /** Why none fits: a word of the rule, or what is missing. */
  readonly reason: string | null;
  /** Article that says so. */
  readonly article: string | null;
}

export interface NoticeBank {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly account: { readonly name: string; readonly number: string; readonly bank: string };
}

export interface NoticeFacts {
  /** Day of the ledger whose figures are named. */
  readonly asOf: CalendarDate;
  /** Day on which the notice is made. */
  readonly today: CalendarDate;
  readonly role: NoticeRole;
  readonly bank: NoticeBank;
  readonly unit: { readonly id: number; readonly name: string };
  readonly officer: string | null;
  readonly contact: string;
  readonly partyId: number;
  readonly addressee: NoticeParty;
  readonly borrower: NoticeParty;
  /** Those in the state that the form is for, oldest first; empty when there is none. */
  readonly loans: readonly NoticeLoan[];
  readonly guarantee: NoticeGuarantee | null;
  readonly security: NoticeSecurity | null;
  /** Of the dead borrower's heir or administrator (form 01H). */
  readonly heir: Pick<Heir, 'capacity' | 'estate' | 'renouncedOn'> | null;
  /** Of form 02A. */
  readonly acceleration: NoticeAcceleration | null;
  /** Of form 02: plans of these loans of which instalments are overdue. */
  readonly missed: readonly MissedPlan[];
  /** Empty unless the house rule asks for a joint page. */
  readonly coSigners: readonly CoSigner[];
  /** Of every debt of the addressee in this household. */
  readonly states: readonly NoticeState[];
  /** Least and usual days between notice and payment. */
  readonly term: { readonly least: number; readonly usual: number };
}

export const principalOf = (facts: Pick<NoticeFacts, 'loans'>): Fen =>
  facts.loans.reduce((sum, loan) => sum + loan.balance, 0);
export const interestOf = (facts: Pick<NoticeFacts, 'loans'>): Fen =>
  facts.loans.reduce((sum, loan) => sum + loan.interest, 0);
export const debtOf = (facts: Pick<NoticeFacts, 'loans'>): Fen => principalOf(facts) + interestOf(facts);

/** What the addressee can be asked for: the debt, up to what he guaranteed, or what the heir got. */
export function askedOf(facts: Pick<NoticeFacts, 'loans' | 'guarantee' | 'heir'>): Fen {
  const debt = debtOf(facts);
  const most = facts.heir?.estate ?? facts.guarantee?.amount ?? null;
  return most === null ? debt : Math.min(debt, most);
}
