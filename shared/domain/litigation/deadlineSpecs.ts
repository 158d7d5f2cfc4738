/**
 * The periods of a case (law.md §6, B4): which act begins each, which rule says how long it is, whose it is, and which acts
 * meet it or make it void. Periods that have facts of their own (seizures, enforcement) are computed beside these.
 */
import { addDays, addMonths, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import { reviewDeadline } from '../approvals/committee';
import type { ActKind } from './actKinds';
import type { CaseAct } from './acts';
import { leavesAppeal } from './openAppeals';
import type { State } from './procedure';

export const DEADLINE_KINDS = [
  'committee-review',
  'refusal-review',
  'sue-after-preservation',
  'preservation-ruling',
  'acceptance',
  'fee-payment',
  'announcement',
  'defence',
  'evidence',
  'hearing',
  'trial',
  'appeal',
  'appeal-other',
  'second-instance',
  'retrial',
  'performance',
  'frozen-assets',
  'enforcement-period',
  'enforcement-notice',
  'court-inactive',
  'settlement-performance',
  'seizure',
  'distribution-objection',
  'objection',
  'order-acceptance',
  'order-service',
  'order-objection',
  'realisation',
  'claim-declaration',
  'creditors-meeting',
  'claim-objection',
  'task',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** ours: missed at our cost. option: a right that lapses unused. from: a right that begins on the day. court, other: to be watched. */
export type Whose = 'ours' | 'option' | 'from' | 'court' | 'other';

/** What a period is computed from. */
export interface Cause {
  readonly act: CaseAct;
  readonly on: CalendarDate;
  /** State in which the act found the case. */
  readonly before: State;
  /** Up to the act, in the order of days. */
  readonly acts: readonly CaseAct[];
}

export interface DeadlineSpec {
  readonly kind: DeadlineKind;
  readonly causes: readonly ActKind[];
  readonly whose: Whose;
  /** Neither we nor the court may move it. */
  readonly fixed: boolean;
  readonly met: readonly ActKind[];
  readonly void: readonly ActKind[];
  /** Last day; null: no period follows from this act. */
  readonly last: (inquiry: Inquiry, cause: Cause) => CalendarDate | null;
}

/** A number of days or months of a value rule, counted from the act and moved off rest days. */
const counted =
  (rule: string, name: string, unit: 'days' | 'months') =>
  (inquiry: Inquiry, { on }: Pick<Cause, 'on'>): CalendarDate | null => {
    const values = inquiry.valuesInForce(rule, on, { from: on });
    if (values === null || !values.has(name)) return null;
    const length = values.number(name);
    return inquiry.rolled(unit === 'days' ? addDays(on, length) : addMonths(on, length));
  };

const stated = (_: Inquiry, { act }: Cause): CalendarDate | null => act.detail.until ?? null;

/** Public notice serves by itself once its days are over, on a rest day as well. */
function announced(inquiry: Inquiry, { on }: Pick<Cause, 'on'>): CalendarDate | null {
  const values = inquiry.valuesInForce('procedure/public-notice', on, { from: on });
  return values && addDays(on, values.number('days'));
}

const defenceDays = counted('procedure/defence', 'defenceDays', 'days');

/** A judgment or ruling was given and can be appealed against: what is served then is that document. */
export const isGiven = (state: State): boolean => state === 'judged' || state === 'rejected';

function defence(inquiry: Inquiry, cause: Cause): CalendarDate | null {
  if (isGiven(cause.before)) return null;
  const on = cause.act.kind === 'announced' ? announced(inquiry, cause) : cause.on;
  return on && defenceDays(inquiry, { on });
}

const PROCEDURES = {
  ordinary: 'procedure/ordinary-trial',
  summary: 'procedure/summary-trial',
  'small-claim': 'procedure/small-claim',
};
const BEGINS_TRIAL: readonly ActKind[] = ['accepted', 'second-remanded', 'retrial-remanded'];

/** Days from each stay to what resumed it, which the court does not count. */
function stayedDays(acts: readonly CaseAct[]): number {
  return acts.reduce((sum, { kind, on }, at) => {
    const stayed =
      kind === 'suit-resumed' ? acts.slice(0, at).findLast((act) => act.kind === 'suit-stayed') : undefined;
    return stayed?.on && on ? sum + daysBetween(stayed.on, on) : sum;
  }, 0);
}

/** From the acceptance on, whatever procedure the court went over to (解释 258), without the days of a stay. */
function trial(inquiry: Inquiry, { on, acts }: Cause): CalendarDate | null {
  const since = acts.slice(
    Math.max(
      acts.findLastIndex(({ kind }) => BEGINS_TRIAL.includes(kind)),
      0,
    ),
  );
  const from = since[0]?.on ?? on;
  const procedure = since.findLast(({ detail }) => detail.procedure !== undefined)?.detail.procedure ?? 'ordinary';
  const stayed = stayedDays(since);
  const values = inquiry.valuesInForce(PROCEDURES[procedure], from, stayed === 0 ? { from } : { from, stayed });
  return values?.has('months') ? inquiry.rolled(addDays(addMonths(from, values.number('months')), stayed)) : null;
}

const isRuling = ({ kind, detail }: CaseAct) => kind === 'suit-rejected' || detail.paper === 'ruling';

/** A judgment and a ruling differ; what is served was given by the newest of them, which the caller puts into the cause. */
export const appealDays = (inquiry: Inquiry, on: CalendarDate, given: CaseAct): CalendarDate | null =>
  counted('procedure/appeal', isRuling(given) ? 'rulingDays' : 'judgmentDays', 'days')(inquiry, { on });

const objection = (inquiry: Inquiry, cause: Cause) =>
  counted(
    'procedure/enforcement-objections',
    cause.act.detail.objection === 'third-party' ? 'suitDays' : 'reconsiderDays',
    'days',
  )(inquiry, cause);

/** The court sets the day within the bounds of the law; a later declaration has its price (企业破产法 56), so that nobody moves it. */
function announcedClaims(inquiry: Inquiry, { act, on }: Cause): CalendarDate | null {
  const { until } = act.detail;
  if (until === undefined) return null;
  inquiry.valuesInForce('bankruptcy/claim-declaration', on, { until });
  return until;
}

/** Within days after the last day for declarations (企业破产法 62). */
function creditorsMeeting(inquiry: Inquiry, { act }: Cause): CalendarDate | null {
  const { until } = act.detail;
  return until === undefined ? null : counted('bankruptcy/creditors-meeting', 'days', 'days')(inquiry, { on: until });
}

/** From the end of the creditors' examination, which is the day of the act (企业破产法规定（三）8). */
export const claimObjectionDay = counted('bankruptcy/claim-objection', 'days', 'days');

const GAVE_JUDGMENT: readonly ActKind[] = ['judged', 'mediated', 'withdrawn', 'withdrawal-deemed', 'suit-rejected'];
const ENDS_TRIAL: readonly ActKind[] = [...GAVE_JUDGMENT, 'performed', 'closed', 'bankruptcy-accepted'];

const spec = (
  kind: DeadlineKind,
  whose: Whose,
  causes: readonly ActKind[],
  last: DeadlineSpec['last'],
  met: readonly ActKind[],
  more: { readonly fixed?: boolean; readonly void?: readonly ActKind[] } = {},
): DeadlineSpec => ({ kind, whose, causes, last, met, fixed: more.fixed ?? false, void: more.void ?? [] });

const FIXED = { fixed: true };

export const DEADLINE_SPECS: readonly DeadlineSpec[] = [
  spec('committee-review', 'ours', ['opinion-given'], (inquiry, { on }) => reviewDeadline(inquiry, on), [], FIXED),
  spec('refusal-review', 'ours', ['treatment-stated'], (_, { act }) => act.detail.reviewOn ?? null, [
    'opinion-given',
    'closed',
  ]),
  spec(
    'sue-after-preservation',
    'ours',
    ['preservation-ordered'],
    (inquiry, cause) =>
      cause.act.detail.when === 'pre-suit'
        ? counted('procedure/pre-suit-preservation', 'sueWithinDays', 'days')(inquiry, cause)
        : null,
    ['sued', 'accepted', 'arbitration-applied'],
    FIXED,
  ),
  // Forty-eight hours: the second day after, whatever the hour was.
  spec(
    'preservation-ruling',
    'court',
    ['preservation-applied'],
    (inquiry, { on }) => {
      const values = inquiry.valuesInForce('procedure/pre-suit-preservation', on, { from: on });
      return values && addDays(on, Math.ceil(values.number('rulingHours') / 24));
    },
    ['preservation-ordered'],
    { void: ENDS_TRIAL },
  ),
  spec(
    'acceptance',
    'court',
    ['sued'],
    counted('procedure/acceptance', 'days', 'days'),
    ['accepted', 'suit-rejected'],
    {
      void: ENDS_TRIAL,
    },
  ),
  spec('fee-payment', 'ours', ['fee-notified'], counted('court-fee/prepayment-days', 'days', 'days'), ['fee-paid'], {
    fixed: true,
    void: ['withdrawn', 'closed'],
  }),
  spec('announcement', 'court', ['announced'], announced, [], { fixed: true, void: ENDS_TRIAL }),
  spec('defence', 'other', ['served', 'announced'], defence, ['defence-received'], {
    void: ['hearing-held', ...ENDS_TRIAL],
  }),
  spec('evidence', 'ours', ['evidence-set'], stated, ['evidence-submitted'], { void: ENDS_TRIAL }),
  spec('hearing', 'ours', ['hearing-set'], stated, ['hearing-held'], {
    void: ['hearing-adjourned', 'second-judged', 'awarded', ...ENDS_TRIAL],
  }),
  spec('trial', 'court', [...BEGINS_TRIAL, 'procedure-changed', 'suit-resumed'], trial, GAVE_JUDGMENT, {
    void: ['transferred', 'procedure-changed', 'suit-stayed', 'suit-resumed', ...ENDS_TRIAL],
  }),
  spec('second-instance', 'court', ['appealed'], counted('procedure/second-instance', 'judgmentMonths', 'months'), [
    'second-judged',
    'second-remanded',
    'appeal-withdrawn',
    'mediated',
  ]),
  spec(
    'retrial',
    'option',
    ['effective', 'second-judged', 'appeal-withdrawn'],
    (inquiry, cause) =>
      leavesAppeal(cause.acts, cause.acts.length - 1)
        ? null
        : counted('procedure/retrial', 'months', 'months')(inquiry, cause),
    ['retrial-applied'],
    { fixed: true, void: ['performed', 'closed'] },
  ),
  spec(
    'performance',
    'other',
    [
      'judged',
      'mediated',
      'second-judged',
      'effective',
      'retrial-judged',
      'awarded',
      'certificate-issued',
      'realisation-granted',
      'payment-order-effective',
    ],
    (_, { act }) => act.detail.performBy ?? null,
    ['performed'],
    {
      fixed: true,
      void: ['appealed', 'closed', 'retrial-ordered', 'enforcement-applied'],
    },
  ),
  spec(
    'enforcement-notice',
    'court',
    ['enforcement-applied'],
    counted('procedure/enforcement-notice', 'days', 'days'),
    ['enforcement-accepted', 'seized', 'money-received', 'enforcement-settled', 'enforcement-stayed', 'no-assets'],
    { void: ['performed', 'closed', 'enforcement-withdrawn', 'enforcement-ended'] },
  ),
  // From this day on the higher court may be asked (民诉法 237): it stays on the list until something moved.
  spec(
    'court-inactive',
    'from',
    ['enforcement-applied', 'enforcement-resumed'],
    counted('procedure/court-inactive', 'months', 'months'),
    [
      'seized',
      'money-received',
      'debt-in-kind-ruled',
      'enforcement-settled',
      'enforcement-stayed',
      'no-assets',
      'enforcement-ended',
      'performed',
    ],
    { fixed: true, void: ['closed', 'enforcement-withdrawn', 'retrial-ordered', 'bankruptcy-accepted'] },
  ),
  spec(
    'settlement-performance',
    'ours',
    ['enforcement-settled'],
    (_, { act }) => act.detail.performBy ?? null,
    ['performed'],
    { void: ['enforcement-resumed', 'closed', 'enforcement-ended', 'enforcement-stayed'] },
  ),
  spec(
    'distribution-objection',
    'option',
    ['distribution-served'],
    counted('procedure/distribution-objection', 'objectDays', 'days'),
    ['distribution-objected'],
    FIXED,
  ),
  spec('objection', 'ours', ['objection-ruled'], objection, ['objection-answered'], FIXED),
  spec(
    'order-acceptance',
    'court',
    ['payment-order-applied'],
    counted('procedure/payment-order', 'acceptDays', 'days'),
    ['payment-order-issued', 'payment-order-ended'],
    { void: ['withdrawn'] },
  ),
  spec(
    'order-service',
    'court',
    ['payment-order-issued'],
    counted('procedure/payment-order', 'serveWithinDays', 'days'),
    ['payment-order-served', 'payment-order-ended'],
    { void: ['withdrawn'] },
  ),
  spec(
    'order-objection',
    'other',
    ['payment-order-served'],
    counted('procedure/payment-order', 'objectDays', 'days'),
    ['payment-order-objected', 'payment-order-effective', 'performed'],
    { void: ['payment-order-ended'] },
  ),
  spec(
    'realisation',
    'court',
    ['realisation-accepted'],
    counted('procedure/security-realisation', 'days', 'days'),
    ['realisation-granted', 'realisation-refused'],
    { void: ['withdrawn'] },
  ),
  spec('claim-declaration', 'ours', ['bankruptcy-accepted'], announcedClaims, ['claim-declared'], {
    fixed: true,
    void: ['bankruptcy-ended'],
  }),
  spec('creditors-meeting', 'court', ['bankruptcy-accepted'], creditorsMeeting, ['claim-listed'], {
    void: ['bankruptcy-ended'],
  }),
];
