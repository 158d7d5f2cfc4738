/** What a court decided about a loan: from then on the period for enforcing it runs for whom it binds, and no limitation of action. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { EnforcementFacts } from '../limitation/enforcement';

export interface LoanJudgment {
  readonly loanId: number;
  /** Whom it binds: null is the borrower, otherwise the guarantee. */
  readonly guaranteeId: number | null;
  /** Only the pledged things may be sold under it; nobody owes by it (实现担保物权). */
  readonly securityOnly: boolean;
  /** Number of the document, or of the case. */
  readonly name: string;
  /** Without the day of the question; events after it are left out by `judgedOn`. */
  readonly facts: Omit<EnforcementFacts, 'asOf'>;
}

/** The document that binds somebody; of several the newest case's. */
export const judgmentOn = (
  { judgments }: { readonly judgments: readonly LoanJudgment[] },
  guaranteeId: number | null,
): LoanJudgment | null => judgments.findLast((each) => each.guaranteeId === guaranteeId && !each.securityOnly) ?? null;

/** The facts as they are known on a day. */
export const judgedOn = ({ facts }: LoanJudgment, asOf: CalendarDate): EnforcementFacts => ({
  ...facts,
  events: facts.events.filter(({ on }) => on <= asOf),
  asOf,
});
