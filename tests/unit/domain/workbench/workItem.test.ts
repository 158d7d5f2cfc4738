/** Where an item of the work list stands, and in which order (RPT-01). */
import { idleAmong, inOrder, spanOf, type WorkItem, weekEnd, weekLoad } from '@shared/domain/workbench/workItem';
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const item = (day: string | null, key = 'a'): WorkItem => ({
  kind: 'measure',
  key,
  day,
  householdId: null,
  userId: null,
  what: '',
  amount: null,
  link: '/',
});

describe('RPT-01 the work list', () => {
  // 2026-11-22 is a Sunday, 2026-11-23 a Monday.
  it.each([
    ['2026-11-21', '2026-11-22', 'overdue'],
    ['2026-11-22', '2026-11-22', 'today'],
    [null, '2026-11-22', 'today'],
    ['2026-11-23', '2026-11-22', 'later'],
    ['2026-11-29', '2026-11-23', 'week'],
    ['2026-11-30', '2026-11-23', 'later'],
  ])('%s on %s is %s', (day, today, span) => {
    expect(spanOf(day, today)).toBe(span);
  });

  it('a week ends on its Sunday, at most six days on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
        const day = addDays('2020-01-01', days);
        const end = weekEnd(day);
        expect(new Date(`${end}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(end >= day && end < addDays(day, 7)).toBe(true);
      }),
    );
  });

  it('comes earliest first; what has no day comes last', () => {
    const list = [item(null), item('2026-11-23'), item('2026-11-22', 'b'), item('2026-11-22', 'a')];
    expect(inOrder(list).map(({ day, key }) => [day, key])).toEqual([
      ['2026-11-22', 'a'],
      ['2026-11-22', 'b'],
      ['2026-11-23', 'a'],
      [null, 'a'],
    ]);
  });
});

describe('S02 beside the list', () => {
  it('what runs out by itself is no next step; what somebody planned is', () => {
    const about = (kind: WorkItem['kind'], householdId: number): WorkItem => ({
      ...item('2026-12-01'),
      kind,
      householdId,
    });
    const items = [
      about('action', 1),
      about('target', 1),
      about('liability', 1),
      about('next-contact', 2),
      about('measure', 3),
    ];
    expect(idleAmong([1, 2, 3, 4], items)).toEqual([1, 4]);
  });

  it('the load of seven days: what is overdue or has no day is work of today, the eighth day is not told', () => {
    const items = ['2026-11-01', null, '2026-11-22', '2026-11-24', '2026-11-28', '2026-11-29'].map((day) => ({ day }));
    expect(weekLoad(items, '2026-11-22').map((each) => each.items)).toEqual([3, 0, 1, 0, 0, 0, 1]);
  });
});
