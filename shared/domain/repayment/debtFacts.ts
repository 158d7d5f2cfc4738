/** What a paper about the debt speaks of, frozen with it. Money is fen; `expired` limitation is a defence, not the end of a debt. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Missing, noticeOf } from '../documents/missing';
import { bankFindings, personFindings } from '../dunning/debtFindings';
import type { NoticeBank, NoticeLoan, NoticeParty } from '../dunning/noticeFacts';
import type { Verdict } from '../portfolio/verdicts';

/** A guarantor who still stands: neither his period nor the limitation against him has ended (G-TIME). */
export interface StandingGuarantor {
  readonly partyId: number;
  readonly name: string;
  readonly kind: NoticeParty['kind'];
  readonly loanId: number;
  readonly guaranteeId: number;
  readonly contractNo: string | null;
}

export interface DebtFacts {
  /** Day of the ledger whose figures are named. */
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly bank: NoticeBank;
  readonly unitId: number;
  readonly contact: string;
  readonly partyId: number;
  readonly debtor: NoticeParty;
  /** Oldest first. */
  readonly loans: readonly NoticeLoan[];
  /** Contracts whose limitation has run out. */
  readonly expired: readonly string[];
  /** Contracts whose limitation cannot be told from the books. */
  readonly unknown: readonly string[];
  readonly guarantors: readonly StandingGuarantor[];
}

/** Of a borrower's or guarantor's line: he can be held to it, he need not perform, or it cannot be told. */
export function standingOf(verdict: Verdict): 'stands' | 'over' | 'unknown' {
  switch (verdict) {
    case 'running':
    case 'halted':
    case 'restored':
      return 'stands';
    case 'defence-risk':
    case 'barred':
    case 'lost':
    case 'settled':
      return 'over';
    case 'needs-facts':
    case 'refused':
      return 'unknown';
  }
}

export const partyFindings = ({ debtor, bank }: Pick<DebtFacts, 'debtor' | 'bank'>): Missing[] => [
  ...personFindings(debtor),
  ...bankFindings(bank),
];

/** A debt whose limitation has run out is not confirmed as if it had not: the consent to perform (04) is made for it. */
export function timeFindings({ loans, expired, unknown }: DebtFacts): Missing[] {
  if (expired.length > 0) return [noticeOf('limitation-expired', 'G-TIME', 'block', 'loans', expired.join('、'))];
  if (unknown.length > 0) return [noticeOf('limitation-unknown', 'G-TIME', 'block', 'loans', unknown.join('、'))];
  return loans.length === 0 ? [noticeOf('nothing-owed', 'G-AMT', 'block', 'loans')] : [];
}

/** Guarantors, each once. */
export const guarantorNames = (guarantors: readonly StandingGuarantor[]): StandingGuarantor[] => [
  ...new Map(guarantors.map((each) => [each.partyId, each])).values(),
];
