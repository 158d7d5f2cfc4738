/** provision/specific and the ratios of `rule eval`. */
import { type Exact, fixedText, rateText, toFen } from '../../kernel/exact';
import { yuanText } from '../../kernel/money';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { date, decimal, money, oneOf, optional, record, withDefault } from '../../rules/facts';
import { FIVE_LEVELS } from '../classification/classes';
import { coverageRatios, migrationRatio, provisionAmount, provisionRate } from './provisions';

const ratioText = (ratio: Exact | null): string => (ratio === null ? 'n/a' : fixedText(ratio, 4));

const balance = withDefault(money, 0);

export const provisionEvaluators: readonly Evaluator[] = [
  evaluator(
    'provision/specific',
    { class: oneOf(...FIVE_LEVELS), balance: money, date, floatPercent: optional(decimal(true)) },
    (inquiry, facts) => {
      const rate = provisionRate(inquiry, facts);
      return { rate: rateText(rate), amount: yuanText(toFen(provisionAmount(rate, facts.balance))) };
    },
  ),
  evaluator(
    'ratio/migration',
    { class: oneOf(...FIVE_LEVELS), opening: money, movedDown: money, decrease: money },
    (inquiry, facts) => ({ ratio: ratioText(migrationRatio(inquiry, facts)) }),
  ),
  evaluator(
    'ratio/coverage',
    {
      balances: record({ 正常: balance, 关注: balance, 次级: balance, 可疑: balance, 损失: balance }, true),
      reserve: money,
    },
    (inquiry, { balances, reserve }) => {
      const ratios = coverageRatios(inquiry, balances, reserve);
      return {
        coverage: ratioText(ratios.coverage),
        nplRatio: ratioText(ratios.nplRatio),
        provisionRatio: ratioText(ratios.provisionRatio),
      };
    },
  ),
];
