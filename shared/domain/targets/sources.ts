/** Where targets come from (TEAM-02, B1 §9) and which loans each source can take. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';

export const SOURCES = ['off-balance', 'on-balance', 'large', 'insider'] as const;
export type Source = (typeof SOURCES)[number];

export const SOURCE_RULE = 'team/target-sources';

/** How groups work (B1 §11); the rule team/assignment-ways lists the same. */
export const WAYS = ['area', 'ad-hoc', 'concentrated'] as const;
export type Way = (typeof WAYS)[number];

export const needsConsent = (inquiry: Inquiry, source: Source, on: CalendarDate): boolean =>
  inquiry.row(SOURCE_RULE, on, { source }).gives.approval !== 'none';

export interface Candidate {
  readonly loanId: number;
  readonly partyId: number;
  readonly sheet: 'on' | 'off';
  readonly balance: number;
  readonly unitId: number;
}

export interface Proposal {
  readonly partyId: number;
  /** Of its largest loan. */
  readonly unitId: number;
  readonly loans: readonly Candidate[];
}

export interface Sorted {
  readonly proposals: readonly Proposal[];
  /** Households that are targets already: one household is a target once. */
  readonly known: number;
  /** Loans that the source does not take: the other side of the balance sheet, or nothing owed. */
  readonly unfit: number;
}

function fits(source: Source, { sheet, balance }: Candidate): boolean {
  if (balance <= 0) return false;
  if (source === 'off-balance') return sheet === 'off';
  return source !== 'on-balance' || sheet === 'on';
}

/** The loans of a choice as households to propose. */
export function sortProposals(
  source: Source,
  loans: readonly Candidate[],
  isTarget: (partyId: number) => boolean,
): Sorted {
  const fitting = loans.filter((loan) => fits(source, loan));
  const households = [...Map.groupBy(fitting, ({ partyId }) => partyId)];
  const proposals = households
    .filter(([partyId]) => !isTarget(partyId))
    .map(([partyId, own]) => {
      const [largest] = own.toSorted((a, b) => b.balance - a.balance || a.loanId - b.loanId) as [Candidate];
      return { partyId, unitId: largest.unitId, loans: own };
    });
  return { proposals, known: households.length - proposals.length, unfit: loans.length - fitting.length };
}
