/** deadline/days and format/rmb-capitals of `rule eval`. */
import { yuanText } from '../../kernel/money';
import { capitalsAlternatives, rmbCapitals } from '../../kernel/rmbCapitals';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { bool, count, date, money, oneOf } from '../../rules/facts';
import { periodEnd } from './period';

/** A hundred years of days; longer periods exist in no rule. */
const MOST_UNITS = 36_525;

const days = evaluator(
  'deadline/days',
  { start: date, days: count(MOST_UNITS), unit: oneOf('calendar', 'working', 'month', 'year'), roll: bool },
  (inquiry, { start, days, unit, roll }) => {
    // Periods older than the first statute are counted alike; only the article is missing then.
    inquiry.valuesInForce('deadline/days', start, { start, days, unit, roll });
    return { date: periodEnd(inquiry, start, days, unit, roll) };
  },
);

const capitals = evaluator('format/rmb-capitals', { amount: money }, (inquiry, { amount }) => {
  inquiry.values('format/rmb-capitals', null, { amount: yuanText(amount) });
  return { text: rmbCapitals(amount), alternatives: capitalsAlternatives(amount) };
});

export const deadlineEvaluators: readonly Evaluator[] = [days, capitals];
