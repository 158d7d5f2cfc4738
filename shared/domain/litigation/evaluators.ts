/** seizure/expiry and the two B4 tables of `rule eval`. */
import { addMonths } from '../../kernel/calendarDate';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { bool, date, money, oneOf, optional } from '../../rules/facts';

const ASSETS = ['deposit', 'movable', 'real-estate', 'other-right'] as const;

export const litigationEvaluators: readonly Evaluator[] = [
  // The end of a seizure is never moved: on a rest day it would be lost, not late.
  evaluator('seizure/expiry', { orderedOn: date, asset: oneOf(...ASSETS) }, (inquiry, { orderedOn, asset }) => {
    const { gives } = inquiry.row('seizure/expiry', orderedOn, { asset });
    return { expiry: addMonths(orderedOn, Number(gives.months)) };
  }),
  evaluator('litigation/responsible-person', { claimAmount: money, asOf: optional(date) }, (inquiry, facts) => {
    const { gives } = inquiry.row('litigation/responsible-person', facts.asOf, { claimAmount: facts.claimAmount });
    return { role: gives.role };
  }),
  evaluator(
    'litigation/filing-level',
    {
      courtLevel: oneOf('basic', 'intermediate', 'high'),
      institutionIsDefendant: bool,
      unitLevel: oneOf('sub-branch', 'branch'),
      asOf: optional(date),
    },
    (inquiry, { asOf, ...facts }) => ({ level: inquiry.row('litigation/filing-level', asOf, facts).gives.level }),
  ),
];
