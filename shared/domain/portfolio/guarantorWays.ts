/** What keeps a guarantor bound before his period ends, and what binds him again afterwards: read from the rules of his contract. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { Inquiry } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { EVENT_KINDS } from '../limitation/events';
import type { Way } from '../limitation/ways';

/**
 * `keep`: acts that must happen inside the period, of a general guarantee against the debtor, of a joint one against this
 * guarantor (GUA-09). `restore`: only a new guarantee (担保制度解释 34), by the law of `asOf`.
 */
export function guarantorWays(
  book: RuleBook,
  contractDate: CalendarDate,
  kind: string,
  asOf: CalendarDate,
): { readonly keep: Way[]; readonly restore: Way[] } {
  const inquiry = new Inquiry(book);
  const keep = EVENT_KINDS.flatMap((event): Way[] => {
    const { gives, article } = inquiry.row('limitation/guarantee-acts', contractDate, { kind, event });
    return gives.stops === true ? [{ kind: event, article, disputed: false }] : [];
  });
  const renewal = inquiry.valuesInForce('limitation/guarantee-after-period', asOf);
  return { keep, restore: renewal ? [{ kind: 'new-agreement', article: renewal.article, disputed: false }] : [] };
}
