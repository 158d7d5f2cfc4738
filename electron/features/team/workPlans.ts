/** Yearly, phase and special plans: saving them, and holding them against the receipts (TEAM-05, B1 §6). */
import { checkPlan, completion, type PlanLine, sharedOut, type Whose } from '@shared/domain/team/plans';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { listUnits, listUsers } from '../users/users.repository';
import {
  findPlan,
  linesOf,
  listPlans,
  type PlanToSave,
  receiptsBetween,
  type StoredPlan,
  savePlanRow,
} from './plans.repository';
import { findGroup, listGroups } from './team.repository';

/** Refusals in order: work-plan-unknown, work-plan-conflict, work-plan-dates, work-plan-line-subject, work-plan-line-twice, work-plan-month-outside, work-plan-subject-unknown. */
export async function saveWorkPlan(open: OpenFolder, { rev, ...plan }: PlanToSave & { readonly rev: number | null }) {
  return open.store.write(open.actor, async (tx) => {
    const { id, title, lines } = plan;
    const stored = id === null ? null : (findPlan(tx, id) ?? refuse('work-plan-unknown'));
    if (stored && stored.rev !== rev) refuse('work-plan-conflict', { rev: stored.rev });
    grantedOrRefuse(checkPlan(plan));
    const names = await subjectNames(tx);
    if (lines.some((line) => names(line) === null)) refuse('work-plan-subject-unknown');
    const before = stored && { ...stored, lines: linesOf(tx, stored.id) };
    const saved = savePlanRow(tx, plan);
    const detail = { title, kind: plan.kind, lines: lines.length };
    const audit = {
      action: 'team.savePlan',
      objectKind: 'work-plan',
      objectId: String(saved),
      detail,
      before,
      after: plan,
    };
    return { result: { id: saved }, audit };
  });
}

/** Whom a line is about, by name; null: nobody. */
export async function subjectNames(db: ReadDb): Promise<(line: PlanLine) => string | null> {
  const units = new Map((await listUnits(db)).map(({ id, name }) => [id, name]));
  const people = new Map((await listUsers(db)).map(({ id, display }) => [id, display]));
  return ({ scope, subjectId }) => {
    if (subjectId === null) return scope === 'branch' ? '' : null;
    if (scope === 'unit') return units.get(subjectId) ?? null;
    if (scope === 'group') return findGroup(db, subjectId)?.name ?? null;
    return people.get(subjectId) ?? null;
  };
}

/** Whose receipts count for a line. */
export async function whoseWork(db: ReadDb): Promise<(line: PlanLine) => Whose> {
  const people = new Map((await listUsers(db)).map(({ id, display }) => [id, display]));
  const names = (ids: readonly number[]) => new Set(ids.flatMap((id) => people.get(id) ?? []));
  return ({ scope, subjectId }) => {
    const members = scope === 'group' && subjectId !== null ? (findGroup(db, subjectId)?.memberIds ?? []) : [];
    const ids = scope === 'person' && subjectId !== null ? [subjectId] : members;
    return { scope, unitId: scope === 'unit' ? subjectId : null, names: names(ids) };
  };
}

/** A plan's lines with what the receipts say. */
export async function planLines(db: ReadDb, plan: StoredPlan) {
  const receipts = receiptsBetween(db, plan.firstDay, plan.lastDay).map(sharedOut);
  const whose = await whoseWork(db);
  const names = await subjectNames(db);
  return linesOf(db, plan.id).map((line) => ({
    ...line,
    name: names(line) ?? '',
    done: completion(line, plan, whose(line), receipts),
  }));
}

/** All plans, one of them in full. Refuses work-plan-unknown. */
export async function showPlans(open: OpenFolder, { id }: { id: number | null }) {
  const db = open.store.read;
  const plans = listPlans(db);
  const plan = id === null ? plans[0] : plans.find((each) => each.id === id);
  if (!plan && id !== null) refuse('work-plan-unknown');
  return {
    plans,
    plan: plan ? { ...plan, lines: await planLines(db, plan) } : null,
    units: (await listUnits(db)).map(({ id: unit, name }) => ({ id: unit, name })),
    groups: listGroups(db).map(({ id: group, name }) => ({ id: group, name })),
  };
}
