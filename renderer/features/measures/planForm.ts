/** A version of the plan while it is being typed; pure, plain data: it outlives a lock. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { InputOf } from '../../api/client';
import type { Measures } from './measureWords';

export interface ChosenMeasure {
  readonly measure: string;
  readonly what: string;
  readonly responsible: number | null;
  readonly dueOn: CalendarDate | null;
  /** Of a measure that law warns of. */
  readonly basis: string;
}

export interface PlanForm {
  /** Version that it was begun from. */
  readonly version: number;
  readonly reason: string;
  readonly risk: string;
  readonly loss: string;
  readonly recovery: string;
  readonly add: readonly ChosenMeasure[];
  /** By item; no text means that it goes on. */
  readonly drop: Readonly<Record<number, string>>;
}

/** The next version as it begins: the principles as they were judged before. */
export function begunFrom({ versions }: Pick<Measures, 'versions'>): PlanForm {
  const [newest] = versions;
  return {
    version: newest?.version ?? 0,
    reason: '',
    risk: newest?.risk ?? '',
    loss: newest?.loss ?? '',
    recovery: newest?.recovery ?? '',
    add: [],
    drop: {},
  };
}

/** Each measure once. */
export function withMeasure(form: PlanForm, measure: string, what: string): PlanForm {
  if (form.add.some((each) => each.measure === measure)) return form;
  return { ...form, add: [...form.add, { measure, what, responsible: null, dueOn: null, basis: '' }] };
}

/** The message, or null while something of a chosen measure is missing. */
export function planOf(household: number, form: PlanForm): InputOf<'measures.savePlan'> | null {
  const add = form.add.flatMap(({ measure, what, responsible, dueOn, basis }) =>
    what.trim() === '' || responsible === null || dueOn === null
      ? []
      : [{ measure, what: what.trim(), responsible, dueOn, basis: basis.trim() || null }],
  );
  if (add.length < form.add.length) return null;
  const { version, reason, risk, loss, recovery } = form;
  const drop = Object.entries(form.drop).flatMap(([item, why]) =>
    why.trim() === '' ? [] : [{ item: Number(item), why: why.trim() }],
  );
  return {
    household,
    version,
    reason: reason.trim(),
    risk: risk.trim(),
    loss: loss.trim(),
    recovery: recovery.trim(),
    add,
    drop,
  };
}
