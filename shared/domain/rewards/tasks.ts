/**
 * Whether a collector fulfilled all his tasks (B2 §30(2)). Rewards are assessed month by month (A8 清收工作经验 八), so those of his
 * tasks that end in the month of a receipt decide on it: lines of work plans that name him, and households that he manages.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';

/** Principal and interest in fen, households as a number. */
export interface TaskAmount {
  readonly principal: Fen;
  readonly interest: Fen;
  readonly households: number;
}

export interface Task {
  /** As receipts have it. */
  readonly person: string;
  /** `YYYY-MM` in which it ends. */
  readonly month: string;
  readonly planned: TaskAmount;
  readonly done: TaskAmount;
}

/** Principal and interest of all tasks of a month together; fen. */
export interface TaskStanding {
  readonly planned: Fen;
  readonly done: Fen;
  readonly isBehind: boolean;
}

const sum = (tasks: readonly Task[], key: 'planned' | 'done'): Fen =>
  tasks.reduce((total, { [key]: { principal, interest } }) => total + principal + interest, 0);

const isFulfilled = ({ planned, done }: Task): boolean =>
  done.principal >= planned.principal && done.interest >= planned.interest && done.households >= planned.households;

export type TasksOf = (person: string, on: CalendarDate) => TaskStanding | null;

/** How somebody's tasks of the month of a receipt stand; null: he had none, so there is nothing that he could have failed. */
export function taskStandings(tasks: readonly Task[]): TasksOf {
  const key = (person: string, month: string): string => JSON.stringify([person, month]);
  const groups = Map.groupBy(tasks, ({ person, month }) => key(person, month));
  return (person, on) => {
    const own = groups.get(key(person, on.slice(0, 7)));
    if (!own) return null;
    return { planned: sum(own, 'planned'), done: sum(own, 'done'), isBehind: !own.every(isFulfilled) };
  };
}
