/** When a pre-suit notice may go out (B1 §13(4), REC-07): repeated negotiation on record, and asset preservation's agreement. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import { type Missing, noticeOf } from '../documents/missing';

export interface NegotiationRecord {
  /** Contacts in which the debtor or a guarantor was spoken to. */
  readonly held: number;
  readonly needed: number;
  readonly article: string;
}

export function negotiationRecord(inquiry: Inquiry, held: number, today: CalendarDate): NegotiationRecord {
  const rule = inquiry.values('measures/pre-suit-negotiations', today);
  return { held, needed: rule.number('least'), article: rule.article };
}

/** What the gate misses, named with its article. */
export function preSuitFindings(record: NegotiationRecord, approved: boolean): Missing[] {
  const { held, needed, article } = record;
  return [
    ...(held < needed
      ? [noticeOf('negotiations-few', 'G-COND', 'block', 'contacts', `${held}/${needed}，${article}`)]
      : []),
    ...(approved ? [] : [noticeOf('pre-suit-not-agreed', 'G-AUTH', 'block', 'approval', article)]),
  ];
}
