/** Periods as 民事诉讼法 85 and 民法典 200–203 count them, over holidays as they were announced; each row says its source (V, S). */
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

describe('LIT-05 deadline/days', () => {
  test.each([
    [
      '2026-03-02',
      15,
      'calendar',
      '2026-03-17',
      '民诉法 171: appeal in fifteen days; 85: the first day is not counted',
      'V',
    ],
    [
      '2026-09-20',
      15,
      'calendar',
      '2026-10-08',
      '民诉法 85(3): the last day in the holiday of 1–7 October 2026, so the 8th',
      'V',
    ],
    [
      '2026-01-30',
      15,
      'calendar',
      '2026-02-14',
      '民诉法 85(3): 14 February 2026 is a make-up workday, so nothing moves',
      'S',
    ],
    ['2024-08-31', 6, 'month', '2025-02-28', '民法典 202: no such day in the month, so its last day', 'V'],
    ['2023-02-28', 1, 'year', '2024-02-28', '民法典 202: the same day of the year', 'V'],
    ['2026-04-30', 3, 'working', '2026-05-08', 'three working days over 1–5 May 2026', 'S'],
  ])('%s + %i %s: %s — %s (%s)', (start, days, unit, date) => {
    expect(result('deadline/days', { start, days, unit, roll: true })).toMatchObject({ date });
  });
});
