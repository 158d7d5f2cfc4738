/** A work plan as it is typed, and what of it can be sent. */
import type { PlanLineDone } from '@shared/contract/team.contract';
import type { PlanKind, Scope } from '@shared/domain/team/plans';
import { addMonths } from '@shared/kernel/calendarDate';
import type { InputOf } from '../../api/client';
import type { OpenPlan } from './teamTypes';

export interface TypedLine {
  /** Of the form, so that a line keeps its fields when another goes. */
  readonly key: number;
  readonly scope: Scope;
  readonly subjectId: number | null;
  readonly month: string;
  readonly principal: number | null;
  readonly interest: number | null;
  readonly households: number;
}

export interface TypedPlan {
  readonly kind: PlanKind;
  readonly title: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly lines: readonly TypedLine[];
}

const EMPTY_LINE = { month: '', principal: null, interest: null, households: 0 };

/** The year of `today`, with the branch's own line. */
export function begunFrom(plan: OpenPlan | null, today: string): TypedPlan {
  const year = today.slice(0, 4);
  if (!plan) {
    const line: TypedLine = { key: 0, scope: 'branch', subjectId: null, ...EMPTY_LINE };
    return { kind: 'year', title: '', firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, lines: [line] };
  }
  const { kind, title, firstDay, lastDay, lines } = plan;
  const typed = lines.map(({ scope, subjectId, month, principal, interest, households }, key) => ({
    key,
    scope,
    subjectId,
    month: month ?? '',
    principal,
    interest,
    households,
  }));
  return { kind, title, firstDay, lastDay, lines: typed };
}

export function withLine(plan: TypedPlan): TypedPlan {
  const key = Math.max(-1, ...plan.lines.map((line) => line.key)) + 1;
  return { ...plan, lines: [...plan.lines, { key, scope: 'unit', subjectId: null, ...EMPTY_LINE }] };
}

/** What a goal may be set for: YYYY-MM of the plan's time, oldest first; none while its days are missing or the wrong way round. */
export function monthsOf({ firstDay, lastDay }: Pick<TypedPlan, 'firstDay' | 'lastDay'>): string[] {
  if (firstDay === null || lastDay === null) return [];
  const months: string[] = [];
  for (let day = `${firstDay.slice(0, 7)}-01`; day <= lastDay; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}

/** null while something is missing. */
export function planToSend(typed: TypedPlan): Omit<InputOf<'team.savePlan'>, 'id' | 'rev'> | null {
  const { kind, title, firstDay, lastDay, lines } = typed;
  if (firstDay === null || lastDay === null || title.trim().length < 2 || lines.length === 0) return null;
  if (lines.some(({ scope, subjectId }) => scope !== 'branch' && subjectId === null)) return null;
  const sent = lines.map(({ scope, subjectId, month, principal, interest, households }) => ({
    scope,
    subjectId: scope === 'branch' ? null : subjectId,
    month: month === '' ? null : month,
    principal: principal ?? 0,
    interest: interest ?? 0,
    households,
  }));
  return { kind, title, firstDay, lastDay, lines: sent };
}

/** Of principal and interest together, cut down; a goal of nothing is reached. */
export function completedPercent({
  principal,
  interest,
  done,
}: Pick<PlanLineDone, 'principal' | 'interest' | 'done'>): number {
  const goal = principal + interest;
  return goal === 0 ? 100 : Math.max(0, Math.floor(((done.principal + done.interest) / goal) * 100));
}
