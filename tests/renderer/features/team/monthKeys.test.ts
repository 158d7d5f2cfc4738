/** S15 the month sheet by keyboard, and a work plan as it is typed (TEAM-04, TEAM-05). */
import type { MonthRow } from '@shared/contract/team.contract';
import type { DayMark } from '@shared/domain/team/attendance';
import { describe, expect, it } from 'vitest';
import { filledDown, isTypable, markOfKey, movedCell } from '../../../../renderer/features/team/monthKeys';
import { begunFrom, completedPercent, planToSend, withLine } from '../../../../renderer/features/team/planForm';

const DAY = '2026-11-20';
const typed = (mark: 'present' | 'absent' | 'badge'): DayMark => ({ mark, cause: 'typed', leaveId: null });

const person = (id: number, mark: DayMark | null, editable = true): MonthRow => ({
  id,
  display: `人员${id}`,
  group: '一组',
  editable,
  marks: [{ day: DAY, mark }],
  totals: { present: 0, leave: 0, absent: 0, badge: 0, fine: 0 },
  trace: [],
});

describe('S15 month sheet', () => {
  it('takes a letter, its character or its number; anything else is no mark', () => {
    expect(['c', 'C', '出', '1'].map(markOfKey)).toEqual(Array(4).fill('present'));
    expect([markOfKey('k'), markOfKey('徽'), markOfKey('Delete'), markOfKey('假'), markOfKey('x')]).toEqual([
      ...['absent', 'badge', null, undefined, undefined],
    ]);
  });

  it('arrows stay inside the sheet', () => {
    expect(movedCell({ row: 0, column: 0 }, 'ArrowUp', 3, 30)).toEqual({ row: 0, column: 0 });
    expect(movedCell({ row: 2, column: 29 }, 'ArrowRight', 3, 30)).toEqual({ row: 2, column: 29 });
    expect(movedCell({ row: 1, column: 1 }, 'ArrowDown', 3, 30)).toEqual({ row: 2, column: 1 });
    expect(movedCell({ row: 1, column: 1 }, 'a', 3, 30)).toBeNull();
  });

  it('TEAM-04 nobody types over leave, ahead, or for people of others', () => {
    const leave: DayMark = { mark: 'leave', cause: 'leave', leaveId: 1 };
    expect(isTypable(person(1, null), DAY, DAY)).toBe(true);
    expect(isTypable(person(1, typed('absent')), DAY, DAY)).toBe(true);
    expect(isTypable(person(1, leave), DAY, DAY)).toBe(false);
    expect(isTypable(person(1, null, false), DAY, DAY)).toBe(false);
    expect(isTypable(person(1, null), DAY, '2026-11-19')).toBe(false);
  });

  it('Ctrl+D fills the mark down to whoever can be marked', () => {
    const leave: DayMark = { mark: 'leave', cause: 'leave', leaveId: 1 };
    const people = [
      person(1, null),
      person(2, typed('present')),
      person(3, leave),
      person(4, null),
      person(5, null, false),
    ];
    expect(filledDown(people, { row: 1, column: 0 }, DAY, DAY)).toEqual([{ userId: 4, day: DAY, mark: 'present' }]);
    expect(filledDown(people, { row: 0, column: 0 }, DAY, DAY)).toEqual([]);
    expect(filledDown(people, { row: 2, column: 0 }, DAY, DAY)).toEqual([]);
  });
});

describe('S15 work plan', () => {
  it('a new one is the year with the branch’s line; it can be sent once it has a title and whole lines', () => {
    const fresh = begunFrom(null, DAY);
    expect(fresh).toMatchObject({ firstDay: '2026-01-01', lastDay: '2026-12-31', lines: [{ scope: 'branch' }] });
    expect(planToSend(fresh)).toBeNull();
    const named = { ...fresh, title: '年度计划' };
    expect(planToSend(named)?.lines).toEqual([
      { scope: 'branch', subjectId: null, month: null, principal: 0, interest: 0, households: 0 },
    ]);
    expect(planToSend(withLine(named))).toBeNull();
    expect(withLine(withLine(named)).lines.map(({ key }) => key)).toEqual([0, 1, 2]);
  });

  it('completion counts principal and interest together, cut down', () => {
    const line = { principal: 100, interest: 200 };
    expect(completedPercent({ ...line, done: { principal: 100, interest: 99, households: 1 } })).toBe(66);
    expect(completedPercent({ ...line, done: { principal: 600, interest: 0, households: 1 } })).toBe(200);
    expect(completedPercent({ ...line, done: { principal: -5, interest: 0, households: 0 } })).toBe(0);
    expect(completedPercent({ principal: 0, interest: 0, done: { principal: 0, interest: 0, households: 0 } })).toBe(
      100,
    );
  });
});
