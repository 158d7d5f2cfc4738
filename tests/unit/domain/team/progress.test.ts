/** DOC-RPT-02: periods, what a plan says of them, and ranks. */
import { goalFor, PERIODS, type ProgressRow, periodOf, ranked } from '@shared/domain/team/progress';
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

test.each([
  ['ten-days', '2026-02-10', '2026-02-01', '2026-02-10'],
  ['ten-days', '2026-02-11', '2026-02-11', '2026-02-20'],
  ['ten-days', '2024-02-29', '2024-02-21', '2024-02-29'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
  ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
  ['year', '2026-06-15', '2026-01-01', '2026-12-31'],
] as const)('%s of %s: %s to %s', (kind, day, from, to) => expect(periodOf(kind, day)).toEqual({ from, to }));

it('periods of a kind lie side by side, and each day is in its own', () =>
  fc.assert(
    fc.property(fc.constantFrom(...PERIODS), fc.integer({ min: 0, max: 4_000 }), (kind, offset) => {
      const day = addDays('2020-01-01', offset);
      const { from, to } = periodOf(kind, day);
      expect(from <= day && day <= to).toBe(true);
      expect(periodOf(kind, from)).toEqual({ from, to });
      expect(periodOf(kind, addDays(to, 1)).from).toBe(addDays(to, 1));
    }),
  ));

describe('TEAM-05 what a plan says of a period', () => {
  const line = (month: string | null, principal: number) => ({
    ...{ scope: 'unit' as const, subjectId: 1, month, principal, interest: 0, households: 1 },
  });
  const plan = { from: '2026-01-01', to: '2026-12-31' };
  const lines = [line(null, 1_000), line('2026-10', 100), line('2026-11', 50)];
  const of = (kind: (typeof PERIODS)[number], given = lines) => goalFor(given, plan, periodOf(kind, '2026-11-22'));

  it('the whole of it for its time, the months of a quarter, nothing for ten days', () => {
    expect(of('year')?.principal).toBe(1_000);
    expect(of('quarter')).toEqual({ principal: 150, interest: 0, households: 2 });
    expect(of('month')?.principal).toBe(50);
    expect(of('ten-days')).toBeNull();
  });

  it('a plan by months alone adds up, one without months says nothing of a month: unknown is not zero', () => {
    expect(of('year', lines.slice(1))?.principal).toBe(150);
    expect(of('month', lines.slice(0, 1))).toBeNull();
  });

  it('a plan longer than the period is not the period’s', () =>
    expect(
      goalFor(lines.slice(0, 1), { from: '2025-07-01', to: '2026-12-31' }, periodOf('year', '2026-01-01')),
    ).toBeNull());
});

it('RPT-03 ranks within each scope, equal shares alike, no rank without a goal', () => {
  const row = (scope: 'unit' | 'person', subjectId: number, goal: number | null, done: number): ProgressRow => ({
    ...{ scope, subjectId, name: String(subjectId) },
    goal: goal === null ? null : { principal: goal, interest: 0, households: 0 },
    done: { principal: done, interest: 0, households: 0 },
  });
  const rows = [row('unit', 1, 100, 50), row('unit', 2, 200, 100), row('unit', 3, 100, 60), row('unit', 4, null, 900)];
  expect(ranked([...rows, row('person', 5, 100, 1)]).map(({ share, rank }) => [share, rank])).toEqual([
    ['0.5000', 2],
    ['0.5000', 2],
    ['0.6000', 1],
    [null, null],
    ['0.0100', 1],
  ]);
});
