/** What the file says of a case when a paper about it is made: read once, frozen with the paper. Money is fen. */
import type { CalendarDate } from '../../../kernel/calendarDate';
import type { Fen } from '../../../kernel/money';
import type { Refusal } from '../../../kernel/result';
import type { PaperLevel, PaperVote } from '../../approvals/approvalBlocks';
import type { Tally } from '../../approvals/committee';
import type { NoticeBank, NoticeLoan } from '../../dunning/noticeFacts';
import type { GuaranteeKind } from '../../limitation/guarantee';
import type { CaseFacts } from '../caseFacts';
import type { CaseParty } from '../caseFile';
import type { Permit } from '../permits';

export interface PaperBank extends NoticeBank {
  readonly creditCode: string;
  readonly principal: { readonly name: string; readonly title: string };
}

export interface PaperGuarantee {
  readonly id: number;
  readonly loanId: number;
  readonly contractNo: string | null;
  /** As the contract says, or as the law of its day has it where it says nothing. */
  readonly kind: GuaranteeKind;
  /** null: the whole debt. */
  readonly amount: Fen | null;
  readonly periodEnd: CalendarDate | null;
}

export interface PaperParty extends Omit<CaseParty, 'guarantees'> {
  /** Id number or unified social credit code. */
  readonly idNo: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly employer: string | null;
  readonly legalRepresentative: string | null;
  readonly guarantees: readonly PaperGuarantee[];
}

export interface PaperLoan extends NoticeLoan {
  /** Party id of whoever borrowed it. */
  readonly borrowerId: number;
  /** As the case claims them. */
  readonly claimedPrincipal: Fen;
  readonly claimedInterest: Fen;
  readonly purpose: string | null;
  readonly fiveLevel: string | null;
  readonly officer: string | null;
  /** Yearly rate as a decimal fraction, of the recorded terms or as the ledger has it. */
  readonly annualRate: string | null;
  /** Surcharge on overdue days in percent, and whether interest bears interest, by the recorded terms. */
  readonly upliftPercent: string | null;
  readonly compound: boolean;
  /** Where the terms of interest stand; null: none are recorded. */
  readonly termsSource: string | null;
  /** End of the limitation against the borrower; null: it does not run, or cannot be told. */
  readonly limitationEnd: CalendarDate | null;
}

export interface PaperSecurity {
  readonly collateralId: number;
  readonly loanId: number;
  /** 抵押 or 质押. */
  readonly security: string;
  readonly kind: string;
  readonly location: string | null;
  readonly quantity: string | null;
  readonly owner: string;
  /** Of the registration. */
  readonly certificateNo: string | null;
  readonly registeredOn: CalendarDate | null;
  readonly value: Fen | null;
  readonly valuedOn: CalendarDate | null;
  readonly isLive: boolean;
}

/** Who acts for the branch in the case, as the register of counsels has him; null: it has nobody of this name. */
export interface PaperAgent {
  readonly name: string;
  readonly firm: string | null;
  readonly licenceNo: string | null;
}

/** Of the debt that a court document fixed, until the paper's day. */
export interface PaperDelay {
  readonly base: Fen;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly days: number;
  readonly amount: Fen;
}

export interface CasePaperFacts {
  /** Newest ledger day of its loans, or the day to which interest is computed. */
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly bank: PaperBank;
  /** Whoever makes the paper. */
  readonly contact: string;
  readonly byCounsel: boolean;
  readonly file: Omit<CaseFacts, 'deadlines' | 'gate' | 'findings' | 'asOf' | 'parties' | 'loans' | 'securities'>;
  readonly filingLevel: CaseFacts['gate']['filingLevel'];
  readonly override: CaseFacts['gate']['override'];
  /** Role that the amount asks for, as the rule words it, with its article. */
  readonly responsibleRole: { readonly role: string; readonly article: string };
  /** Why nothing may be brought to a court (G-FILE); null: the gate is passed. */
  readonly closed: Refusal | null;
  /** The same for an application for preservation before the suit. */
  readonly closedForPreservation: Refusal | null;
  /** Descriptions of living securities that no claim asks to realise (G-SEC). */
  readonly unclaimed: readonly string[];
  readonly parties: readonly PaperParty[];
  readonly agents: readonly PaperAgent[];
  readonly loans: readonly PaperLoan[];
  readonly securities: readonly PaperSecurity[];
  /** What a withdrawal, release or settlement was asked for; null on other papers. */
  readonly permit: Permit | null;
  readonly vote: { readonly votes: readonly PaperVote[]; readonly tally: Tally | null } | null;
  readonly levels: readonly PaperLevel[];
  readonly fees: { readonly acceptance: Fen; readonly preservation: Fen; readonly paymentOrder: Fen };
  /** null: nothing took effect. */
  readonly enforcement: {
    readonly status: string;
    readonly expiry: CalendarDate | null;
    readonly article: string | null;
  } | null;
  readonly delay: PaperDelay | null;
  /** Most months of a seizure by kind of asset, as the rule of the day has them. */
  readonly seizureMonths: Readonly<Record<string, number>>;
  /** In how many copies a refusal is made. */
  readonly refusalCopies: number;
}
