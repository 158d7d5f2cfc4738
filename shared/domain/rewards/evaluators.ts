/** Rewards and liability shares of `rule eval`. */
import { type Exact, rateText, toFen } from '../../kernel/exact';
import { yuanText } from '../../kernel/money';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { bool, date, money, oneOf, withDefault } from '../../rules/facts';
import { contractReward, liabilityShares, recoveryReward } from './rewards';

const yuan = (exact: Exact) => yuanText(toFen(exact));

export const rewardEvaluators: readonly Evaluator[] = [
  evaluator(
    'reward/recovery',
    {
      formedOn: date,
      form: oneOf('呆滞', '呆账'),
      status: oneOf('ordinary', 'bill-swapped', 'written-off'),
      recovered: money,
      cost: withDefault(money, 0),
      collector: oneOf('staff', 'behind', 'liable', 'outsider'),
    },
    (inquiry, facts) => {
      const { rate, amount } = recoveryReward(inquiry, facts);
      return { rate: rateText(rate), amount: yuan(amount) };
    },
  ),
  evaluator('reward/contract', { target: money, recovered: money }, (inquiry, { target, recovered }) => {
    const { amount, slices } = contractReward(inquiry, target, recovered);
    const tiers = slices.map((slice) => ({
      from: yuan(slice.from),
      to: yuan(slice.to),
      rate: rateText(slice.row.rate),
      amount: yuan(slice.amount),
    }));
    return { amount: yuan(amount), tiers };
  }),
  evaluator('liability/shares', { withinAuthority: bool, loss: money }, (inquiry, { withinAuthority, loss }) => ({
    shares: liabilityShares(inquiry, withinAuthority, loss).map((share) => ({
      ...share,
      amount: yuanText(share.amount),
    })),
  })),
];
