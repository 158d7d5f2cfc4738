/** RWD-02, B2 §30(2): all tasks that end in the month of a receipt, principal, interest and households each. */
import { type Task, taskStandings } from '@shared/domain/rewards/tasks';
import { expect, it, test } from 'vitest';

const task = (given: Partial<Task> = {}): Task => ({
  person: '王某',
  month: '2026-10',
  planned: { principal: 100, interest: 10, households: 2 },
  done: { principal: 100, interest: 10, households: 2 },
  ...given,
});
const done = (principal: number, interest: number, households: number) => ({
  done: { principal, interest, households },
});

test.each([
  [[task()], false],
  [[task(done(500, 10, 3))], false],
  [[task(done(99, 900, 9))], true],
  [[task(done(100, 9, 2))], true],
  [[task(done(100, 10, 1))], true],
  [[task(done(900, 90, 9)), task(done(99, 10, 2))], true],
  [[task(), task({ ...done(0, 0, 0), month: '2026-11' })], false],
  [[task(), task({ ...done(0, 0, 0), person: '李某' })], false],
])('%o: behind %s', (tasks, isBehind) =>
  expect(taskStandings(tasks)('王某', '2026-10-31')).toMatchObject({ isBehind }),
);

it('adds up what was planned and done; whoever had no task cannot have failed it', () => {
  const of = taskStandings([task(), task(done(40, 4, 2))]);
  expect(of('王某', '2026-10-01')).toEqual({ planned: 220, done: 154, isBehind: true });
  expect(of('王某', '2026-11-01')).toBeNull();
  expect(of('李某', '2026-10-01')).toBeNull();
});
