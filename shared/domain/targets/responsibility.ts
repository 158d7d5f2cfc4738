/**
 * Post-based and liability-based recovery (TEAM-06, B2 §19): a loan that went bad before the cut-off is recovered by whoever
 * holds the post, a later one, and one that was lent irregularly at whatever time, by the person made responsible, within a time;
 * the rules say what follows when it passes.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';

export const MODES = ['post-based', 'liability-based'] as const;
export type Mode = (typeof MODES)[number];

/** Items of the rule liability/irregular-lending. */
export const IRREGULARITIES = [
  'false-name',
  'false-mortgage',
  'related',
  'out-of-area',
  'beyond-authority',
  'reversed',
] as const;

export const IRREGULAR_RULE = 'liability/irregular-lending';

/** Of the rule's words. */
export const CONSEQUENCES = ['none', 'discipline'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

export interface RecoveryMode {
  readonly mode: Mode;
  /** Who answers: the officer of the area, or the person named for this loan. */
  readonly responsible: 'area-officer' | 'appointed';
  readonly consequence: Consequence;
}

/** The day on which a loan went bad as far as the books tell: recorded, else the day it was due. */
export const formationDay = (loan: {
  readonly nplDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly extendedDueDate: CalendarDate | null;
}): CalendarDate | null => loan.nplDate ?? loan.extendedDueDate ?? loan.dueDate;

/** null: neither the day on which it went bad nor an irregularity says it. */
function modeOf(inquiry: Inquiry, formed: CalendarDate | null, today: CalendarDate, isIrregular: boolean): Mode | null {
  if (isIrregular) {
    inquiry.items(IRREGULAR_RULE, today);
    return 'liability-based';
  }
  if (formed === null) return null;
  const lastDay = inquiry.values('recovery/post-based-cut-off', today, { formed }).text('lastDayOfPostBased');
  return formed <= lastDay ? 'post-based' : 'liability-based';
}

/** null: the books do not say when it went bad. */
export function recoveryMode(
  inquiry: Inquiry,
  formed: CalendarDate | null,
  today: CalendarDate,
  isIrregular = false,
): RecoveryMode | null {
  const mode = modeOf(inquiry, formed, today, isIrregular);
  if (mode === null) return null;
  const { responsible, consequence } = inquiry.row('recovery/responsible-persons', today, { mode }).gives;
  return {
    mode,
    responsible: responsible as RecoveryMode['responsible'],
    consequence: consequence as Consequence,
  };
}

export const STANDINGS = ['none', 'running', 'passed', 'cleared'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where the time for a loan stands; `balance` in fen. */
export function standingOf(deadline: CalendarDate | null, balance: number, today: CalendarDate): Standing {
  if (balance <= 0) return 'cleared';
  if (deadline === null) return 'none';
  return deadline < today ? 'passed' : 'running';
}
