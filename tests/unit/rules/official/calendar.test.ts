/** The calendar pack against chinese-days, day for day, and the arrangement of 2026 as it was announced on 2025-11-04. */
import { addDays } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import { isWorkday } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { answer, shipped } from '../support/ask';

const year = (of: number) => {
  const days: string[] = [];
  for (let day = `${of}-01-01`; day < `${of + 1}-01-01`; day = addDays(day, 1)) days.push(day);
  return days;
};

describe('deadline/days: rest days (law.md CAL-01, CAL-07)', () => {
  test.each(Array.from({ length: 23 }, (_, index) => 2004 + index))('%i as chinese-days has it', (of) => {
    const inquiry = new Inquiry(shipped.book);
    expect(year(of).filter((day) => inquiry.isRestDay(day) === isWorkday(day))).toEqual([]);
    expect(inquiry.provisional).toBe(false);
  });

  const OFF_2026 = ['01-03', '02-15', '02-23', '04-06', '05-05', '06-19', '09-25', '10-07'];
  const WORK_2026 = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];
  test.each(OFF_2026)('2026-%s rests', (day) => {
    expect(new Inquiry(shipped.book).isRestDay(`2026-${day}`)).toBe(true);
  });
  test.each(WORK_2026)('2026-%s is a make-up workday', (day) => {
    expect(new Inquiry(shipped.book).isRestDay(`2026-${day}`)).toBe(false);
  });

  test.each([
    ['2003-12-31', true],
    ['2004-01-01', false],
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('CAL-08 a rolled end on %s is provisional: %s', (end, provisional) => {
    const facts = { start: addDays(end, -1), days: 1, unit: 'calendar', roll: true };
    // 2004-01-01 rolls to the 2nd, 2026-12-31 is a Thursday: neither leaves the published years.
    expect(answer('deadline/days', facts).provisional).toBe(provisional);
  });
});
