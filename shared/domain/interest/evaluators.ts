/** The interest questions of `rule eval`. */
import { type Exact, toFen } from '../../kernel/exact';
import { yuanText } from '../../kernel/money';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { count, date, decimal, list, money, oneOf, optional, record } from '../../rules/facts';
import { delayedPerformance } from './delayedPerformance';
import { penaltyInterest, simpleInterest } from './simpleInterest';

const yuan = (exact: Exact) => yuanText(toFen(exact));

const common = { principal: money, annualRate: decimal(), days: count(), basis: oneOf<360 | 365>(360, 365) };

export const interestEvaluators: readonly Evaluator[] = [
  evaluator('interest/simple', common, (inquiry, facts) => ({ amount: yuan(simpleInterest(inquiry, facts)) })),
  evaluator('interest/penalty', { ...common, upliftPercent: decimal() }, (inquiry, facts) => ({
    amount: yuan(penaltyInterest(inquiry, facts, facts.upliftPercent)),
  })),
  evaluator(
    'interest/delayed-performance',
    {
      base: money,
      performanceDue: date,
      payments: list(record({ on: date, principal: money })),
      until: date,
      highestLoanRate: optional(decimal()),
    },
    (inquiry, facts) => {
      const { segments, amount } = delayedPerformance(inquiry, facts);
      return {
        amount: yuan(amount),
        segments: segments.map((segment) => ({
          ...segment,
          base: yuanText(segment.base),
          amount: yuan(segment.amount),
        })),
      };
    },
  ),
];
