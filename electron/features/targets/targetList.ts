/** The list of targets (TEAM-03): filtered and added up over all of them, shown page by page with their nine dots. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { dotsOf, type Step } from '@shared/domain/targets/steps';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import {
  assignmentsOf,
  listTargets,
  type StoredAssignment,
  type StoredStep,
  type StoredTarget,
  stepsOf,
} from './targets.repository';

export interface TargetFilter {
  readonly closed: boolean;
  /** Name of the group that has it now; null: any. */
  readonly group: string | null;
  readonly step: Step | null;
  /** Part of the borrower's name; empty: any. */
  readonly text: string;
}

function headOf(target: StoredTarget, assignment: StoredAssignment | undefined, today: CalendarDate) {
  const { partyId, ...rest } = target;
  const goal = assignment ? assignment.principal + assignment.interest : null;
  const dueOn = assignment?.dueOn ?? null;
  return {
    ...rest,
    household: householdNumber(partyId),
    groupId: assignment?.groupId ?? null,
    group: assignment?.group ?? null,
    manager: assignment?.manager ?? null,
    goal,
    dueOn,
    late: target.closedOn === null && dueOn !== null && dueOn < today && target.received < (goal ?? 0),
  };
}

/** A target with its steps, the oldest first. */
export function rowOf(
  target: StoredTarget,
  steps: readonly StoredStep[],
  assignment: StoredAssignment | undefined,
  today: CalendarDate,
) {
  const stepOn = steps.at(-1)?.on ?? target.proposedOn;
  return { ...headOf(target, assignment, today), stepOn, dots: dotsOf(steps) };
}

/** The newest assignment of each. */
function newestAssignments(db: ReadDb, targets: readonly StoredTarget[]): Map<number, StoredAssignment> {
  const ids = targets.map(({ id }) => id);
  // The newest comes first, and the last one written into a map stays.
  return new Map(
    assignmentsOf(db, ids)
      .map((given) => [given.targetId, given] as const)
      .toReversed(),
  );
}

/** Those that fit, newest first, with the groups that any of them has. */
function chosen(db: ReadDb, { closed, group, step, text }: TargetFilter, today: CalendarDate) {
  const targets = listTargets(db, closed);
  const assignments = newestAssignments(db, targets);
  const wanted = text.trim();
  const groups = new Set<string>();
  const fitting = targets.filter(({ id, step: at, borrower }) => {
    const own = assignments.get(id)?.group ?? null;
    if (own !== null) groups.add(own);
    return (group === null || own === group) && (step === null || at === step) && borrower.includes(wanted);
  });
  const rows = (part: readonly StoredTarget[]) => {
    const steps = Map.groupBy(
      stepsOf(
        db,
        part.map(({ id }) => id),
      ),
      ({ targetId }) => targetId,
    );
    return part.map((target) => rowOf(target, steps.get(target.id) ?? [], assignments.get(target.id), today));
  };
  return { fitting, assignments, groups: [...groups].toSorted(), rows };
}

export type TargetPage = TargetFilter & { readonly offset: number; readonly limit: number };

export function showTargets({ clock }: Services, open: OpenFolder, { offset, limit, ...filter }: TargetPage) {
  const { fitting, assignments, groups, rows } = chosen(open.store.read, filter, clock.today());
  const sum = (of: (target: StoredTarget) => number) => fitting.reduce((total, target) => total + of(target), 0);
  const goalOf = ({ id }: StoredTarget): number => {
    const given = assignments.get(id);
    return given ? given.principal + given.interest : 0;
  };
  return {
    targets: rows(fitting.slice(offset, offset + limit)),
    offset,
    total: fitting.length,
    totals: { balance: sum(({ balance }) => balance), goal: sum(goalOf), received: sum(({ received }) => received) },
    groups,
  };
}

/** All that fit, the oldest first, as a register is kept. */
export function allTargets({ clock }: Services, open: OpenFolder, filter: TargetFilter) {
  const { fitting, rows } = chosen(open.store.read, filter, clock.today());
  return rows(fitting.toReversed());
}
