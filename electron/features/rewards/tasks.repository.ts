/** The tasks that a collector's reward depends on (B2 §30(2)): lines of work plans that name a person, and assigned targets. */
import type { Task } from '@shared/domain/rewards/tasks';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb } from '../../database/store';
import { listPlans } from '../team/plans.repository';
import { planLines } from '../team/workPlans';

const monthOf = (day: CalendarDate): string => day.slice(0, 7);

async function plannedTasks(db: ReadDb, first: string, last: string): Promise<Task[]> {
  const plans = listPlans(db).filter(({ firstDay, lastDay }) => monthOf(firstDay) <= last && monthOf(lastDay) >= first);
  const tasks: Task[] = [];
  for (const plan of plans)
    for (const { scope, name, month, principal, interest, households, done } of await planLines(db, plan)) {
      const ends = month ?? monthOf(plan.lastDay);
      if (scope !== 'person' || ends < first || ends > last) continue;
      tasks.push({ person: name, month: ends, planned: { principal, interest, households }, done });
    }
  return tasks;
}

/** The newest assignment of each target that was not closed before its day; money on its loans counts whoever brought it. */
const ASSIGNED = `SELECT display AS person, substr(due_on, 1, 7) AS month, given.principal, given.interest,
    coalesce(sum(receipt.principal), 0) AS donePrincipal, coalesce(sum(receipt.interest), 0) AS doneInterest
  FROM target_assignment AS given
  JOIN target ON target.id = given.target_id
  JOIN app_user ON app_user.id = manager_id
  LEFT JOIN target_loan ON target_loan.target_id = target.id
  LEFT JOIN receipt ON receipt.loan_id = target_loan.loan_id
    AND received_on BETWEEN date(given.at, 'localtime') AND due_on
  WHERE substr(due_on, 1, 7) BETWEEN ? AND ? AND (closed_on IS NULL OR closed_on > due_on)
    AND given.id = (SELECT max(id) FROM target_assignment WHERE target_id = given.target_id)
  GROUP BY given.id`;

interface Assigned {
  readonly person: string;
  readonly month: string;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly donePrincipal: Fen;
  readonly doneInterest: Fen;
}

const assignedTasks = (db: ReadDb, first: string, last: string): Task[] =>
  (db.hot(ASSIGNED).all(first, last) as Assigned[]).map((row) => ({
    person: row.person,
    month: row.month,
    planned: { principal: row.principal, interest: row.interest, households: 0 },
    done: { principal: row.donePrincipal, interest: row.doneInterest, households: 0 },
  }));

/** Tasks that end in the months of these days. */
export async function tasksBetween(db: ReadDb, from: CalendarDate, to: CalendarDate): Promise<Task[]> {
  const [first, last] = [monthOf(from), monthOf(to)];
  return [...(await plannedTasks(db, first, last)), ...assignedTasks(db, first, last)];
}
