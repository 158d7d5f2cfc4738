/** Days counted by arithmetic are those of the calendar (CAL-02). */
import { addDays, addMonths, epochDay, fromEpochDay } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY_MS = 86_400_000;
/** 1000-01-01 to 9999-12-31. */
const anyDay = fc.integer({ min: -354_285, max: 2_932_896 });

describe('days since 1970', () => {
  it('go there and back, and are those of Date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromEpochDay(day);
        expect(date).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10));
        expect(epochDay(date)).toBe(day);
      }),
    );
  });

  it.each([
    ['2023-02-28', '2023-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2000-02-28', '2000-02-29'],
    ['1900-02-28', '1900-03-01'],
    ['1999-12-31', '2000-01-01'],
    ['1969-12-31', '1970-01-01'],
  ])('the day after %s is %s', (day, next) => {
    expect(addDays(day, 1)).toBe(next);
    expect(addDays(next, -1)).toBe(day);
  });

  it('a missing corresponding day is the last of its month', () => {
    expect(addMonths('2024-02-29', 36)).toBe('2027-02-28');
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  });
});
