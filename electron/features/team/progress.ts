/** Progress of recovery against a plan for ten days, a month, a quarter or a year (DOC-RPT-02, TEAM-05). */
import { completion, type PlanLine, sharedOut } from '@shared/domain/team/plans';
import {
  goalFor,
  type PeriodKind,
  type ProgressRow,
  periodOf,
  type RankedRow,
  ranked,
} from '@shared/domain/team/progress';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { findPlan, linesOf, listPlans, receiptsBetween, type StoredPlan } from './plans.repository';
import { subjectNames, whoseWork } from './workPlans';

export interface ProgressInput {
  /** null: the newest plan that holds the day. */
  readonly plan: number | null;
  readonly kind: PeriodKind;
  /** A day of the period. */
  readonly day: CalendarDate;
}

export interface Progress {
  readonly plan: StoredPlan;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly rows: readonly RankedRow[];
}

const holds = (plan: StoredPlan, day: CalendarDate): boolean => plan.firstDay <= day && day <= plan.lastDay;

const subjectOf = ({ scope, subjectId }: PlanLine): string => `${scope} ${subjectId ?? ''}`;

/** null: there is no such plan, or none of that day. */
export async function planProgress(db: ReadDb, { plan: id, kind, day }: ProgressInput): Promise<Progress | null> {
  const plan = id === null ? listPlans(db).find((each) => holds(each, day)) : findPlan(db, id);
  if (!plan) return null;
  const period = periodOf(kind, day);
  const time = { from: plan.firstDay, to: plan.lastDay };
  const receipts = receiptsBetween(db, period.from, period.to).map(sharedOut);
  const whose = await whoseWork(db);
  const names = await subjectNames(db);
  const subjects = Map.groupBy(linesOf(db, plan.id), subjectOf);
  const rows = [...subjects.values()].map((lines): ProgressRow => {
    const [first] = lines as [PlanLine];
    const { scope, subjectId } = first;
    const done = completion({ month: null }, { firstDay: period.from, lastDay: period.to }, whose(first), receipts);
    return { scope, subjectId, name: names(first) ?? '', goal: goalFor(lines, time, period), done };
  });
  return { plan, ...period, rows: ranked(rows) };
}

/** Refuses work-plan-unknown. */
export async function showProgress(open: OpenFolder, input: ProgressInput) {
  const progress = await planProgress(open.store.read, input);
  if (progress === null && input.plan !== null) refuse('work-plan-unknown');
  return { ...periodOf(input.kind, input.day), plan: progress?.plan ?? null, rows: progress?.rows ?? [] };
}
