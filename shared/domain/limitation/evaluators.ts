/** The limitation questions of `rule eval`. */
import { isCalendarDate } from '../../kernel/calendarDate';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { bool, date, type FactType, list, oneOf, optional, text, withDefault } from '../../rules/facts';
import { limitationOfAction } from './action';
import { enforcementPeriod } from './enforcement';
import { eventList } from './events';
import { guaranteeClock, type PeriodWording } from './guarantee';

/** `none | months:N | until-cleared | date:YYYY-MM-DD`. */
const wording: FactType<PeriodWording> = {
  expected: 'none | months:N | until-cleared | date:YYYY-MM-DD',
  read: (raw) => {
    if (raw === 'none' || raw === 'until-cleared') return { kind: raw };
    if (typeof raw !== 'string') return undefined;
    const months = /^months:(\d{1,4})$/.exec(raw)?.[1];
    if (months !== undefined) return { kind: 'months', months: Number(months) };
    const day = /^date:(.+)$/.exec(raw)?.[1];
    return day !== undefined && isCalendarDate(day) ? { kind: 'date', date: day } : undefined;
  },
};

export const limitationEvaluators: readonly Evaluator[] = [
  evaluator(
    'limitation/action',
    {
      dueDate: date,
      calledInOn: optional(date),
      instalment: withDefault(bool, false),
      events: eventList,
      asOf: date,
    },
    (inquiry, facts) => ({ ...limitationOfAction(inquiry, facts) }),
  ),
  evaluator(
    'limitation/guarantee',
    {
      contractDate: date,
      dueDate: date,
      calledInOn: optional(date),
      kind: oneOf('general', 'joint', 'unstated'),
      periodWording: wording,
      events: eventList,
      asOf: date,
      guarantor: optional(text),
    },
    (inquiry, { periodWording, ...facts }) => ({ ...guaranteeClock(inquiry, { ...facts, wording: periodWording }) }),
  ),
  evaluator(
    'limitation/enforcement',
    {
      effectiveOn: optional(date),
      performanceDue: optional(date),
      instalments: withDefault(list(date), []),
      anyNaturalPerson: bool,
      notarised: withDefault(bool, false),
      events: eventList,
      asOf: date,
    },
    (inquiry, facts) => ({ ...enforcementPeriod(inquiry, facts) }),
  ),
];
