/** The court-fee questions of `rule eval`. */
import { type Exact, toFen } from '../../kernel/exact';
import { yuanText } from '../../kernel/money';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { bool, date, money, nullable, withDefault } from '../../rules/facts';
import { acceptanceFee, bankruptcyFee, enforcementFee, paymentOrderFee, preservationFee } from './courtFees';

const amount = (exact: Exact) => ({ amount: yuanText(toFen(exact)) });

export const courtFeeEvaluators: readonly Evaluator[] = [
  evaluator(
    'court-fee/acceptance',
    { claimAmount: money, acceptedOn: date, halved: withDefault(bool, false) },
    (inquiry, facts) => amount(acceptanceFee(inquiry, facts.claimAmount, facts.acceptedOn, facts.halved)),
  ),
  evaluator('court-fee/preservation', { amount: nullable(money), acceptedOn: date }, (inquiry, facts) =>
    amount(preservationFee(inquiry, facts.amount, facts.acceptedOn)),
  ),
  evaluator('court-fee/enforcement', { amount: money, acceptedOn: date }, (inquiry, facts) =>
    amount(enforcementFee(inquiry, facts.amount, facts.acceptedOn)),
  ),
  evaluator('court-fee/payment-order', { claimAmount: money, acceptedOn: date }, (inquiry, facts) =>
    amount(paymentOrderFee(inquiry, facts.claimAmount, facts.acceptedOn)),
  ),
  evaluator('court-fee/bankruptcy', { estateAmount: money, acceptedOn: date }, (inquiry, facts) =>
    amount(bankruptcyFee(inquiry, facts.estateAmount, facts.acceptedOn)),
  ),
];
