/**
 * The nine steps of the work flow as the state of a target (TEAM-03, B1 §8): eight of the regulation, then closed. A step is
 * passed over only with a reason, work may go back to its middle, and nothing follows the end.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';

export const STEPS = [
  'proposed',
  'in-ledger',
  'assigned',
  'planned',
  'negotiating',
  'following',
  'revised',
  'recovered',
  'closed',
] as const;
export type Step = (typeof STEPS)[number];

export interface StepRecord {
  readonly step: Step;
  readonly on: CalendarDate;
  /** Passed over: it was not done. */
  readonly skipped: boolean;
}

export interface StepAsked {
  readonly to: Step;
  readonly on: CalendarDate;
  /** Needed for passing over steps, for going back, and for the end. */
  readonly reason: string;
}

/** What the books of other features say when the step is taken. */
export interface StepFacts {
  readonly today: CalendarDate;
  /** The source asks for an approval that is not there. */
  readonly awaitsApproval: boolean;
  readonly hasAssignment: boolean;
  readonly hasPlan: boolean;
  /** Fen received since it was proposed. */
  readonly received: number;
}

const placeOf = (step: Step): number => STEPS.indexOf(step);

/** The last step that was done; every target begins as proposed. */
export const stateOf = (history: readonly StepRecord[]): Step =>
  history.findLast(({ skipped }) => !skipped)?.step ?? 'proposed';

/** The steps of work, which may be done again when money or promises fail. */
const isWork = (step: Step): boolean => placeOf(step) >= placeOf('planned') && placeOf(step) <= placeOf('revised');
const isEnd = (step: Step): boolean => step === 'recovered' || step === 'closed';

/** Steps strictly between two. */
export const between = (from: Step, to: Step): Step[] => STEPS.slice(placeOf(from) + 1, placeOf(to));

function missingFact({ to }: StepAsked, facts: StepFacts): Step | null {
  if (to === 'planned' && !facts.hasPlan) return to;
  if (to === 'recovered' && facts.received <= 0) return to;
  return null;
}

/**
 * The steps passed over. Refusals in order: target-closed, step-same, step-future, step-before-last {last},
 * approval-missing, step-backward {from}, step-needs-group, step-facts-missing {step}, step-reason-missing {skipped}.
 */
export function decideStep(
  history: readonly StepRecord[],
  asked: StepAsked,
  facts: StepFacts,
): Decision<readonly Step[]> {
  const from = stateOf(history);
  const { to, on } = asked;
  if (from === 'closed') return refused('target-closed');
  if (to === from) return refused('step-same', { step: to });
  if (on > facts.today) return refused('step-future', { on });
  const last = history.at(-1)?.on;
  if (last !== undefined && on < last) return refused('step-before-last', { last });
  if (facts.awaitsApproval && to !== 'closed') return refused('approval-missing', { kind: 'target-source' });
  const isBack = placeOf(to) < placeOf(from);
  if (isBack && !isWork(to)) return refused('step-backward', { from });
  if (!facts.hasAssignment && placeOf(to) >= placeOf('assigned') && !isEnd(to)) return refused('step-needs-group');
  const missing = missingFact(asked, facts);
  if (missing) return refused('step-facts-missing', { step: missing });
  const skipped = isBack ? [] : between(from, to);
  const needsReason = isBack || skipped.length > 0 || to === 'closed';
  if (needsReason && [...asked.reason.trim()].length < 4)
    return refused('step-reason-missing', { skipped: skipped.length });
  return granted(skipped);
}

export const DOTS = ['done', 'skipped', 'current', 'todo'] as const;
export type Dot = (typeof DOTS)[number];

/** One for each step; after going back, what lies ahead is to be done again. */
export function dotsOf(history: readonly StepRecord[]): Dot[] {
  const state = placeOf(stateOf(history));
  return STEPS.map((step, place) => {
    if (place === state) return 'current';
    if (place > state) return 'todo';
    const record = history.findLast((each) => each.step === step);
    return record && !record.skipped ? 'done' : 'skipped';
  });
}
