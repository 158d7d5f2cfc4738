/**
 * A court case as the books have it (LIT): what is claimed from whom, with which securities, by whom it is handled, what was
 * done, and where the way to the court stands. Everything else about a case (stage, gate, deadlines, seizures) is derived
 * from this and never stored. Money is fen, dates are ISO text.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { RequestState } from '../approvals/standing';
import type { GuaranteeKind } from '../limitation/guarantee';
import type { RecordedAct } from '../portfolio/recordedAct';
import type { CaseAct } from './acts';
import type { Permit } from './permits';

/** How the claim is brought to whoever decides it. */
export const ROUTES = ['suit', 'payment-order', 'realisation', 'arbitration', 'notarised', 'bankruptcy'] as const;
export type Route = (typeof ROUTES)[number];

export const STANDINGS = ['plaintiff', 'defendant'] as const;
export type Standing = (typeof STANDINGS)[number];

export const COURT_LEVELS = ['basic', 'intermediate', 'high'] as const;
export type CourtLevel = (typeof COURT_LEVELS)[number];

export const CAPACITIES = ['borrower', 'guarantor', 'owner', 'other'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const PARTY_ROLES = ['defendant', 'third-party', 'plaintiff'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export interface CaseParty {
  /** `p1`, `p2` …: how acts name the party. The branch itself is `us`. */
  readonly key: string;
  readonly role: PartyRole;
  readonly capacity: Capacity;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  /** null: nobody of the ledger. */
  readonly partyId: number | null;
  /** Of a guarantor: his guarantees that the case is about, each of one loan. */
  readonly guarantees: readonly {
    readonly id: number;
    readonly loanId: number;
    readonly kind: GuaranteeKind | 'unstated';
  }[];
}

export interface CaseLoan {
  readonly loanId: number;
  readonly partyId: number;
  readonly contract: string;
  readonly receiptNo: string | null;
  /** As claimed. */
  readonly principal: Fen;
  readonly interest: Fen;
}

/** Claims beside principal and interest, which stand with each loan. */
export const CLAIM_KINDS = ['security', 'guarantee', 'costs', 'other'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export interface Claim {
  readonly kind: ClaimKind;
  readonly amount: Fen | null;
  /** Of a claim to realise a security. */
  readonly collateralId: number | null;
  /** Of a claim against a guarantor: the party's key. */
  readonly party: string | null;
  readonly text: string;
}

export interface CaseSecurity {
  readonly collateralId: number;
  readonly loanId: number;
  readonly description: string;
  readonly owner: string | null;
  /** Neither released nor lost. */
  readonly isLive: boolean;
}

export const PERSON_ROLES = ['responsible', 'handler', 'agent'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export interface CasePerson {
  readonly role: PersonRole;
  /** null: known by name only (an imported ledger, a lawyer). */
  readonly userId: number | null;
  readonly name: string;
  /** Of a responsible person whom the rule does not name: why. */
  readonly reason: string | null;
}

/** B4 §9: what is collected before a suit. */
export const EVIDENCE_KINDS = ['receipt', 'contract', 'guarantee', 'other'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface EvidenceItem {
  readonly id: number;
  readonly kind: EvidenceKind;
  readonly name: string;
  /** Where it comes from. */
  readonly source: string;
  readonly isOriginal: boolean;
  readonly pages: number;
  /** What it proves. */
  readonly proves: string;
  /** The scan; null while there is none. */
  readonly sha256: string | null;
}

/** Where the committee's consent stands. `recorded`: the imported ledger names its paper. */
export interface Consent {
  readonly state: RequestState | 'none' | 'recorded';
  readonly requestId: number | null;
  /** Number of the opinion paper, where one is known. */
  readonly number: string | null;
  readonly on: CalendarDate | null;
  /** Last day of the committee's review. */
  readonly deadline: CalendarDate | null;
}

export interface Postponement {
  /** Key of the deadline. */
  readonly deadline: string;
  readonly until: CalendarDate;
  readonly reason: string;
  readonly by: string;
  readonly on: CalendarDate;
}

export interface CaseFile {
  readonly id: number;
  /** `AJ000012`. */
  readonly key: string;
  /** 0: as the imported ledger has it; each description by a person is the next. */
  readonly version: number;
  readonly route: Route;
  readonly standing: Standing;
  readonly title: string;
  readonly cause: string;
  readonly court: string | null;
  readonly courtLevel: CourtLevel;
  readonly unit: { readonly id: number; readonly name: string; readonly level: 'branch' | 'sub-branch' };
  /** Whose file it is; the borrower of its first loan. */
  readonly household: { readonly id: number; readonly number: string; readonly name: string };
  readonly openedOn: CalendarDate;
  readonly loans: readonly CaseLoan[];
  readonly parties: readonly CaseParty[];
  readonly claims: readonly Claim[];
  /** Of its loans, claimed or not. */
  readonly securities: readonly CaseSecurity[];
  readonly people: readonly CasePerson[];
  readonly remark: string | null;
  /** As the imported ledger words the stage; null for a case that was opened here. */
  readonly statedStage: string | null;
  /** Those that stand, in the order of days. */
  readonly acts: readonly CaseAct[];
  readonly evidence: readonly EvidenceItem[];
  /** The pre-litigation report that was issued last about the household. */
  readonly report: { readonly documentId: number; readonly number: string; readonly issuedOn: CalendarDate } | null;
  readonly consent: Consent;
  /** In the order in which they were recorded. */
  readonly postponements: readonly Postponement[];
  /** Asked for in the order in which they were. */
  readonly permits: readonly Permit[];
  /** Demands that arrived, payments and consents outside the court, once something can be enforced. */
  readonly demands: readonly RecordedAct[];
}

/** The number under which people know a case: `AJ` and at least six digits. */
export const caseKey = (id: number): string => `AJ${String(id).padStart(6, '0')}`;

/** null when the text is not the number of a case. */
export function caseIdOf(key: string): number | null {
  const match = /^AJ([0-9]{6,12})$/i.exec(key.trim());
  return match ? Number(match[1]) : null;
}

export interface Claimed {
  readonly principal: Fen;
  readonly interest: Fen;
  readonly costs: Fen;
  /** What LIT-04 and the tariffs ask about. */
  readonly total: Fen;
}

export function claimedOf({ loans, claims }: Pick<CaseFile, 'loans' | 'claims'>): Claimed {
  const principal = loans.reduce((sum, loan) => sum + loan.principal, 0);
  const interest = loans.reduce((sum, loan) => sum + loan.interest, 0);
  const costs = claims.reduce((sum, { kind, amount }) => sum + (kind === 'costs' ? (amount ?? 0) : 0), 0);
  return { principal, interest, costs, total: principal + interest + costs };
}

const GONE = /注销|解除|灭失|无效|失效/;

/** As the list of securities words it. */
export const isLiveSecurity = (validity: string | null): boolean => validity === null || !GONE.test(validity);

/** Living securities that no claim asks to realise (B4 §12). */
export function unclaimedSecurities({ securities, claims }: Pick<CaseFile, 'securities' | 'claims'>): CaseSecurity[] {
  const claimed = new Set(claims.flatMap(({ kind, collateralId }) => (kind === 'security' ? [collateralId] : [])));
  return securities.filter(({ isLive, collateralId }) => isLive && !claimed.has(collateralId));
}

/** Whether a borrower is sued himself. An old ledger only names him: then the name stands for the household of the case. */
export const isBorrowerSued = (parties: CaseFile['parties'], borrower: number): boolean =>
  parties.some(
    ({ capacity, role, partyId }) =>
      role === 'defendant' && capacity === 'borrower' && (partyId === null || partyId === borrower),
  );

export const personsOf = ({ people }: Pick<CaseFile, 'people'>, role: PersonRole): CasePerson[] =>
  people.filter((person) => person.role === role);
