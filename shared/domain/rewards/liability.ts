/** The register of liabilities (RWD-04, B2 §18, §19, §28, B3 §8): who owes which recovery by which decision, and until when. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { type Decision, granted, refused } from '../../kernel/result';

/** irregular-lending: B2 §19; new-npl: B2 §28; file-missing: B2 §18; limitation-lost: A5; reviewed: B3 §8. */
export const LIABILITY_KINDS = ['irregular-lending', 'new-npl', 'file-missing', 'limitation-lost', 'reviewed'] as const;
export type LiabilityKind = (typeof LIABILITY_KINDS)[number];

export const LIABILITY_STATES = ['open', 'overdue', 'performed', 'withdrawn'] as const;
export type LiabilityState = (typeof LIABILITY_STATES)[number];

export interface Liability {
  readonly person: string;
  readonly decidedOn: CalendarDate;
  readonly deadline: CalendarDate;
  readonly amount: Fen;
  readonly performed: Fen;
  readonly withdrawnOn: CalendarDate | null;
}

export function liabilityState(liability: Liability, today: CalendarDate): LiabilityState {
  if (liability.withdrawnOn !== null) return 'withdrawn';
  if (liability.performed >= liability.amount) return 'performed';
  return liability.deadline < today ? 'overdue' : 'open';
}

/** Refusals in order: liability-future, liability-deadline (before the decision), irregularity-missing (irregular lending names which). */
export function decideLiability(
  given: Pick<Liability, 'decidedOn' | 'deadline'> & {
    readonly kind: LiabilityKind;
    readonly irregularity: string | null;
  },
  today: CalendarDate,
): Decision<null> {
  const { decidedOn, deadline, kind, irregularity } = given;
  if (decidedOn > today) return refused('liability-future');
  if (deadline < decidedOn) return refused('liability-deadline');
  return (kind === 'irregular-lending') === (irregularity !== null) ? granted(null) : refused('irregularity-missing');
}

/** What is decided when the time has passed (B2 §19). Refusals in order: liability-ended, liability-future, liability-running {deadline}. */
export function decideHandling(liability: Liability, on: CalendarDate, today: CalendarDate): Decision<null> {
  const state = liabilityState(liability, today);
  if (state === 'withdrawn' || state === 'performed') return refused('liability-ended');
  if (on > today) return refused('liability-future');
  const { deadline } = liability;
  return on <= deadline ? refused('liability-running', { deadline }) : granted(null);
}

/** Refusals in order: liability-ended, liability-future, liability-exceeded {left}. */
export function decidePerformance(
  liability: Liability,
  given: { readonly on: CalendarDate; readonly amount: Fen },
  today: CalendarDate,
): Decision<null> {
  const state = liabilityState(liability, today);
  if (state === 'withdrawn' || state === 'performed') return refused('liability-ended');
  if (given.on > today) return refused('liability-future');
  const left = liability.amount - liability.performed;
  return given.amount > left ? refused('liability-exceeded', { left }) : granted(null);
}

export interface NamedForRecovery {
  readonly mode: 'post-based' | 'liability-based';
  readonly person: string;
  readonly from: CalendarDate;
}

/**
 * Whether somebody owed the recovery of a loan on the day of a receipt: by a decision in the register, or because he was the
 * one named for liability-based recovery then (B2 §30(3)). `named` in the order in which they were written.
 */
export function owesRecovery(
  person: string,
  on: CalendarDate,
  liabilities: readonly Liability[],
  named: readonly NamedForRecovery[],
): boolean {
  const decided = liabilities.some(
    (each) => each.person === person && each.decidedOn <= on && each.withdrawnOn === null,
  );
  const newest = named.findLast(({ from }) => from <= on);
  return decided || (newest?.mode === 'liability-based' && newest.person === person);
}
