/** A decision of the committee (B2 §26, B3 §23, B4 §3, §10): collective, counted, never one person's. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { compare, type Exact, fraction } from '@shared/kernel/exact';
import type { Inquiry } from '../../rules/inquiry';
import { periodEnd } from '../deadlines/period';

export const VOTES = ['consent', 'refuse', 'abstain'] as const;
/** abstain: kept away because of a conflict (回避). */
export type Vote = (typeof VOTES)[number];

export interface Tally {
  /** Everybody who belongs to the committee, those with a conflict included. */
  readonly members: number;
  /** Voted; whoever keeps away is not there. */
  readonly present: number;
  readonly consent: number;
  readonly refuse: number;
  readonly abstain: number;
  readonly quorum: boolean;
  readonly majority: boolean;
}

/** `above`: the share that must be exceeded. Nobody there is never enough. */
const exceeds = (part: number, whole: number, above: Exact): boolean =>
  whole > 0 && compare(fraction(BigInt(part), BigInt(whole)), above) > 0;

/** The rule leaves its line in the trace. Of the members more than a share must vote, of those more than a share consent. */
export function tallyOf(inquiry: Inquiry, members: number, votes: readonly Vote[], day: CalendarDate): Tally {
  const rule = inquiry.values('committee/decision', day);
  const count = (vote: Vote) => votes.filter((each) => each === vote).length;
  const consent = count('consent');
  const refuse = count('refuse');
  const present = consent + refuse;
  return {
    members,
    present,
    consent,
    refuse,
    abstain: count('abstain'),
    quorum: exceeds(present, members, rule.exact('quorumAbove')),
    majority: exceeds(consent, present, rule.exact('majorityAbove')),
  };
}

/** Last day of the committee's review of what it received on `received` (B4 §10): calendar days, moved off rest days. */
export function reviewDeadline(inquiry: Inquiry, received: CalendarDate): CalendarDate {
  const days = inquiry.values('litigation/committee-review-days', received, { received }).number('days');
  return periodEnd(inquiry, received, days, 'calendar', true);
}
