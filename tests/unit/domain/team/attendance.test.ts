/** TEAM-01 bounds of groups; TEAM-04 leave, absence by computation, and fines. */
import { dayMark, daysOf, monthTotals, type TypedMark } from '@shared/domain/team/attendance';
import { decideGroup, teamFindings } from '@shared/domain/team/groups';
import { awayUntil, decideLeave, decideReport, type Leave, leaveDays } from '@shared/domain/team/leave';
import { addDays } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-20';
const ARTICLE = 'B1 第十八条';
const inquiry = () => new Inquiry(shipped.book);
const codeOf = (decision: ReturnType<typeof decideLeave>) =>
  decision.kind === 'refused' ? decision.refusal.code : 'granted';

describe('TEAM-01 groups', () => {
  const group = (memberIds: number[], leaderId = 1, id: number | null = null) => ({ id, leaderId, memberIds });
  const groups = (many: number) =>
    Array.from({ length: many }, (_, index) => ({ id: index + 1, memberIds: [100 + index] }));
  const code = (draft: ReturnType<typeof group>, others = groups(0)) =>
    codeOf(decideGroup(inquiry(), TODAY, draft, others));

  it.each([
    ['three', group([1, 2, 3]), 'granted'],
    ['four', group([1, 2, 3, 4]), 'granted'],
    ['two', group([1, 2]), 'group-size'],
    ['five', group([1, 2, 3, 4, 5]), 'group-size'],
    ['a leader from elsewhere', group([2, 3, 4]), 'leader-outside'],
    ['somebody twice', group([1, 2, 2]), 'member-twice'],
  ])('%s', (_, draft, expected) => expect(code(draft)).toBe(expected));

  it('five groups at most; a sixth is refused with the article, a change of the fifth is not', () => {
    expect(code(group([1, 2, 3]), groups(4))).toBe('granted');
    const sixth = decideGroup(inquiry(), TODAY, group([1, 2, 3]), groups(5));
    expect(sixth).toMatchObject({ refusal: { code: 'groups-too-many', facts: { to: 5 } } });
    expect(sixth.kind === 'refused' && sixth.refusal.article).toContain('第十一条');
    expect(code(group([1, 2, 3], 1, 5), groups(5))).toBe('granted');
  });

  it('nobody is in two groups', () => expect(code(group([1, 2, 100]), groups(1))).toBe('member-elsewhere'));

  it('says what the team still lacks', () => {
    const found = (groupCount: number, captains: number) =>
      teamFindings(inquiry(), TODAY, { groups: groupCount, captains }).map((finding) => finding.code);
    expect(found(2, 0)).toEqual(['groups-too-few', 'captain-missing']);
    expect(found(3, 1)).toEqual([]);
    expect(found(5, 2)).toEqual(['captains-too-many']);
  });
});

const leave = (firstDay: string, lastDay: string, more: Partial<Leave> = {}): Leave => ({
  id: 1,
  userId: 1,
  firstDay,
  lastDay,
  state: 'approved',
  reportedOn: null,
  ...more,
});

describe('TEAM-04 leave', () => {
  const own = [leave('2026-11-10', '2026-11-12')];
  it.each([
    ['2026-11-12', '2026-11-13', 'leave-overlap'],
    ['2026-11-09', '2026-11-10', 'leave-overlap'],
    ['2026-11-01', '2026-11-30', 'leave-overlap'],
    ['2026-11-13', '2026-11-14', 'granted'],
    ['2026-11-08', '2026-11-09', 'granted'],
    ['2026-11-09', '2026-11-08', 'leave-dates'],
  ])('%s to %s beside 10–12: %s', (firstDay, lastDay, expected) =>
    expect(codeOf(decideLeave({ firstDay, lastDay }, own, ARTICLE))).toBe(expected),
  );

  it('B1 §18 an overlap is refused with the article', () => {
    const decision = decideLeave({ firstDay: '2026-11-12', lastDay: '2026-11-13' }, own, ARTICLE);
    expect(decision).toMatchObject({ refusal: { facts: { from: '2026-11-10', to: '2026-11-12' }, article: ARTICLE } });
  });

  it('days that were not taken, and a leave that was refused, are free again', () => {
    const asked = { firstDay: '2026-11-11', lastDay: '2026-11-11' };
    expect(codeOf(decideLeave(asked, [leave('2026-11-10', '2026-11-12', { reportedOn: '2026-11-11' })], ARTICLE))).toBe(
      'granted',
    );
    expect(codeOf(decideLeave(asked, [leave('2026-11-10', '2026-11-12', { state: 'refused' })], ARTICLE))).toBe(
      'granted',
    );
    expect(codeOf(decideLeave(asked, [leave('2026-11-10', '2026-11-12', { state: 'asked' })], ARTICLE))).toBe(
      'leave-overlap',
    );
  });

  it('overlaps are exactly those that share a day', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((offset) => addDays('2026-10-01', offset));
    const span = fc.tuple(day, fc.integer({ min: 0, max: 9 })).map(([first, more]) => [first, addDays(first, more)]);
    fc.assert(
      fc.property(span, span, ([a, b], [c, d]) => {
        const shared = daysBetweenBoth(a as string, b as string).some(
          (each) => each >= (c as string) && each <= (d as string),
        );
        const decision = decideLeave(
          { firstDay: c as string, lastDay: d as string },
          [leave(a as string, b as string)],
          ARTICLE,
        );
        expect(codeOf(decision)).toBe(shared ? 'leave-overlap' : 'granted');
      }),
    );
  });

  it('reporting back: once, from the first day, not ahead, and only what was approved', () => {
    const code = (given: Leave, on: string) => codeOf(decideReport(given, on, TODAY));
    expect(code(leave('2026-11-10', '2026-11-12'), '2026-11-13')).toBe('granted');
    expect(code(leave('2026-11-10', '2026-11-12'), '2026-11-09')).toBe('leave-report-early');
    expect(code(leave('2026-11-10', '2026-11-12'), '2026-11-21')).toBe('leave-report-future');
    expect(code(leave('2026-11-10', '2026-11-12', { state: 'asked' }), TODAY)).toBe('leave-not-approved');
    expect(code(leave('2026-11-10', '2026-11-12', { reportedOn: TODAY }), TODAY)).toBe('leave-reported');
  });
});

const daysBetweenBoth = (first: string, last: string): string[] =>
  Array.from({ length: leaveDays(first, last) }, (_, offset) => addDays(first, offset));

describe('TEAM-04 marks of a day', () => {
  const calendar = inquiry();
  const letters = (leaves: Leave[], from: string, to: string, typed: TypedMark | null = null) =>
    daysBetweenBoth(from, to).map((day) => dayMark(typed, leaves, day, TODAY, calendar.isRestDay(day))?.mark ?? '-');

  it('leave, the day back, then what was typed', () => {
    // 2026-11-13 is a Friday: back on Monday in time.
    const back = leave('2026-11-11', '2026-11-13', { reportedOn: '2026-11-16' });
    expect(letters([back], '2026-11-11', '2026-11-17', 'present')).toEqual([
      ...['leave', 'leave', 'leave', 'present', 'present', 'reported', 'present'],
    ]);
  });

  it('coming back late is absence on each working day between', () => {
    const late = leave('2026-11-11', '2026-11-13', { reportedOn: '2026-11-18' });
    expect(letters([late], '2026-11-14', '2026-11-18')).toEqual(['-', '-', 'absent', 'absent', 'reported']);
    expect(dayMark(null, [late], '2026-11-16', TODAY, false)).toMatchObject({ cause: 'overstayed', leaveId: 1 });
  });

  it('not reporting back is absence even for whoever was seen at work; today is not over yet', () => {
    const open = leave('2026-11-11', '2026-11-17');
    expect(letters([open], '2026-11-18', '2026-11-21', 'present')).toEqual(['absent', 'absent', 'present', 'present']);
    expect(dayMark('present', [open], '2026-11-18', TODAY, false)?.cause).toBe('not-reported');
  });

  it('back early: the rest of the leave is work', () => {
    const early = leave('2026-11-09', '2026-11-13', { reportedOn: '2026-11-11' });
    expect(awayUntil(early)).toBe('2026-11-10');
    expect(letters([early], '2026-11-10', '2026-11-12', 'present')).toEqual(['leave', 'reported', 'present']);
  });

  it('leave that nobody granted counts for nothing', () => {
    expect(
      letters([leave('2026-11-11', '2026-11-13', { state: 'asked' })], '2026-11-11', '2026-11-12', 'absent'),
    ).toEqual(['absent', 'absent']);
  });

  it('each badge violation costs 100 yuan, with its article', () => {
    const asked = inquiry();
    const typed = (mark: TypedMark) => ({ mark, cause: 'typed', leaveId: null }) as const;
    const totals = monthTotals(asked, [
      { day: '2026-11-02', mark: typed('badge') },
      { day: '2026-11-03', mark: typed('badge') },
      { day: '2026-11-04', mark: typed('present') },
      { day: '2026-11-05', mark: typed('absent') },
      { day: '2026-11-06', mark: null },
    ]);
    expect(totals).toEqual({ present: 3, leave: 0, absent: 1, badge: 2, fine: 200_00 });
    expect(asked.trace[0]?.article).toContain('第十六条');
  });

  it('months have their days', () => {
    expect(daysOf('2024-02')).toHaveLength(29);
    expect(daysOf('2026-12').at(-1)).toBe('2026-12-31');
  });
});
