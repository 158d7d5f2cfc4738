/** Every question that `rule eval` answers, by its id (the ids are part of the interface and never change). */
import type { Evaluator } from '../../rules/evaluation';
import { classificationEvaluators } from '../classification/evaluators';
import { courtFeeEvaluators } from '../courtFees/evaluators';
import { deadlineEvaluators } from '../deadlines/evaluators';
import { dunningEvaluators } from '../dunning/firstNotice';
import { interestEvaluators } from '../interest/evaluators';
import { limitationEvaluators } from '../limitation/evaluators';
import { litigationEvaluators } from '../litigation/evaluators';
import { identifierEvaluators } from '../parties/evaluators';
import { provisionEvaluators } from '../provisions/evaluators';
import { rewardEvaluators } from '../rewards/evaluators';

export const evaluators: readonly Evaluator[] = [
  ...courtFeeEvaluators,
  ...interestEvaluators,
  ...deadlineEvaluators,
  ...limitationEvaluators,
  ...litigationEvaluators,
  ...classificationEvaluators,
  ...provisionEvaluators,
  ...dunningEvaluators,
  ...rewardEvaluators,
  ...identifierEvaluators,
];

const BY_ID: ReadonlyMap<string, Evaluator> = new Map(evaluators.map((each) => [each.id, each]));

export const findEvaluator = (id: string): Evaluator | null => BY_ID.get(id) ?? null;
