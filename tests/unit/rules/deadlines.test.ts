/** deadline/days: calendar days, working days, months, years; rolling and make-up workdays (law.md §16). */
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, refusalOf, result } from './support/ask';

const end = (start: string, days: number, unit: string, roll = true) =>
  result('deadline/days', { start, days, unit, roll }).date;

describe('deadline/days', () => {
  test.each([
    ['2026-09-24', 1, 'calendar', true, '2026-09-28', 'Mid-Autumn to Sunday, then Monday'],
    ['2026-09-24', 1, 'calendar', false, '2026-09-25', 'not rolled'],
    ['2026-10-02', 8, 'calendar', true, '2026-10-10', 'CAL-04 a make-up Saturday does not roll'],
    ['2026-09-20', 15, 'calendar', true, '2026-10-08', 'the National Day holiday'],
    ['2026-09-30', 0, 'calendar', true, '2026-09-30', 'no day at all'],
    ['2026-09-24', 1, 'working', false, '2026-09-28', 'the next working day'],
    ['2026-09-30', 2, 'working', false, '2026-10-09', 'over the holiday'],
    ['2026-09-30', 3, 'working', false, '2026-10-10', 'a make-up Saturday is one'],
    ['2026-09-30', 10, 'working', false, '2026-10-20', 'CAL-06 ten working days'],
    ['2026-01-31', 1, 'month', true, '2026-02-28', 'no such day: month-end, a make-up Saturday'],
    ['2024-02-29', 1, 'year', true, '2025-02-28', 'no such day: month-end'],
    ['2023-12-31', 2, 'month', false, '2024-02-29', 'month-end of a leap year'],
    ['2025-08-01', 6, 'month', true, '2026-02-02', 'a Sunday rolls'],
  ])('%s + %i %s (roll %s) → %s: %s', (start, days, unit, roll, expected) => {
    expect(end(start, days, unit, roll)).toBe(expected);
  });

  test('without holidays in play nothing is provisional', () => {
    const facts = { start: '2030-01-01', days: 10, unit: 'calendar', roll: false };
    expect(answer('deadline/days', facts).provisional).toBe(false);
    expect(answer('deadline/days', { ...facts, unit: 'working' }).provisional).toBe(true);
    expect(answer('deadline/days', { ...facts, start: '1980-01-01', roll: true }).provisional).toBe(true);
  });

  test.each([[{ days: -1 }], [{ days: 1.5 }], [{ unit: 'week' }], [{ start: '2026-13-01' }]])(
    '%j is refused',
    (change) => {
      const facts = { start: '2026-01-01', days: 1, unit: 'calendar', roll: true, ...change };
      expect(refusalOf('deadline/days', facts)?.code).toBe('fact-invalid');
    },
  );

  const start = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays('2004-01-01', days));
  test('a longer period never ends earlier, and rolling never shortens one', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 0, max: 120 }),
        fc.constantFrom('calendar', 'working', 'month'),
        (from, days, unit) => {
          expect(String(end(from, days, unit)) <= String(end(from, days + 1, unit))).toBe(true);
          expect(String(end(from, days, unit)) >= String(end(from, days, unit, false))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
