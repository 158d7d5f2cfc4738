/** The classification questions of `rule eval`. */
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { count, date, list, oneOf, withDefault } from '../../rules/facts';
import { FIVE_LEVEL_FLAGS, FOUR_LEVEL_FLAGS, GUARANTEE_MODES } from './classes';
import { suggestFiveLevel, suggestForm } from './suggestClass';

export const classificationEvaluators: readonly Evaluator[] = [
  evaluator(
    'classification/five-level',
    {
      daysOverdue: count(),
      guarantee: oneOf(...GUARANTEE_MODES),
      reportingDate: date,
      flags: withDefault(list(oneOf(...FIVE_LEVEL_FLAGS)), []),
    },
    (inquiry, facts) => ({ ...suggestFiveLevel(inquiry, facts) }),
  ),
  evaluator(
    'classification/four-level',
    { dueDate: date, asOf: date, flags: withDefault(list(oneOf(...FOUR_LEVEL_FLAGS)), []) },
    (inquiry, facts) => ({ ...suggestForm(inquiry, facts) }),
  ),
];
