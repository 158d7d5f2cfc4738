/** What would keep a running claim alive, and what would bring a lost one back (REC-05): read from the same tables as the clock. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { Inquiry } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { EVENT_KINDS, type EventKind } from './events';

export interface Way {
  readonly kind: EventKind;
  /** What the paper must say; only for a notice that is signed after expiry. */
  readonly content?: 'consent-to-perform';
  readonly article: string;
  /** Courts differ: it counts in the arguable reading only. */
  readonly disputed: boolean;
}

/** Acts that restart or halt the ordinary limitation if they were done on `on`. */
export function waysToKeep(book: RuleBook, on: CalendarDate): Way[] {
  const inquiry = new Inquiry(book);
  return EVENT_KINDS.flatMap((kind): Way[] => {
    if (kind === 'signed-notice-after-expiry') return [];
    const { gives, article } = inquiry.row('limitation/interruptions', on, { event: kind, level: 'province' });
    const keeps = gives.effect === 'restart' || gives.effect === 'pending';
    return keeps ? [{ kind, article, disputed: gives.disputed === true }] : [];
  });
}

/** Acts that restart or halt the period for enforcement if they were done on `on`. */
export function waysToEnforce(book: RuleBook, on: CalendarDate): Way[] {
  const inquiry = new Inquiry(book);
  return EVENT_KINDS.flatMap((kind): Way[] => {
    const { gives, article } = inquiry.row('limitation/enforcement-acts', on, { event: kind });
    const keeps = gives.effect === 'restart' || gives.effect === 'pending';
    return keeps ? [{ kind, article, disputed: gives.disputed === true }] : [];
  });
}

/** Acts that revive an expired claim if they were done on `on`. A signature must show consent, not only receipt. */
export function waysToRestore(book: RuleBook, on: CalendarDate): Way[] {
  const inquiry = new Inquiry(book);
  return EVENT_KINDS.flatMap((kind): Way[] => {
    const content = 'consent-to-perform';
    const { gives, article } = inquiry.row('limitation/after-expiry', on, { event: kind, content });
    if (gives.effect !== 'restore') return [];
    const asked = kind === 'signed-notice-after-expiry' ? { content: content as 'consent-to-perform' } : {};
    return [{ kind, ...asked, article, disputed: gives.disputed === true }];
  });
}
