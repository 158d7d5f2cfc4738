/**
 * What the regulations tell of the team, sentence by sentence: B1 §9, §11, §16-18 and B2 §19. Each case quotes what it holds the
 * program against; the rules that say it are those that ship.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LISTING_RULE, listingShare } from '@shared/domain/targets/listing';
import { recoveryMode } from '@shared/domain/targets/responsibility';
import { needsConsent, type Source } from '@shared/domain/targets/sources';
import { STEPS } from '@shared/domain/targets/steps';
import { dayMark } from '@shared/domain/team/attendance';
import { LEAVE_RULE, type Leave } from '@shared/domain/team/leave';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../../unit/rules/support/ask';

const TODAY = '2026-11-22';
const inquiry = () => new Inquiry(shipped.book);

describe('B1 §8 初拟对象→建立台账→确定清收组→方案措施→协商谈判、清收计划→督促落实→修订措施→货币收回', () => {
  it('TEAM-03 eight steps of the regulation and the end', () => expect(STEPS).toHaveLength(9));
});

describe('B1 §9 清收对象来源于四个渠道', () => {
  it.each([
    ['off-balance', false],
    ['on-balance', true],
    ['large', false],
    ['insider', false],
  ] as const)('TEAM-02 %s: 经支行分管领导审查同意 %s', (source: Source, consent) =>
    expect(needsConsent(inquiry(), source, TODAY)).toBe(consent),
  );

  it('IMP-05 年初由各分理处按照不低于表外贷款余额10%比例: exactly a tenth is enough, a fen less is not', () => {
    const asked = inquiry();
    expect(listingShare(asked, TODAY, 1_000_000_00, 100_000_00)).toMatchObject({ missing: 0 });
    expect(listingShare(asked, TODAY, 1_000_000_00, 99_999_99)).toMatchObject({ missing: 1 });
    expect(asked.trace[0]).toMatchObject({ rule: LISTING_RULE, article: expect.stringContaining('第九条') });
  });
});

describe('B1 §11 下设三至五个清收小组，每个小组配备三至四名成员，并指定一名小组负责人', () => {
  it('TEAM-01 the bounds', () => {
    const bounds = inquiry().values('team/group-bounds', TODAY);
    expect(['groupsFrom', 'groupsTo', 'membersFrom', 'membersTo'].map((key) => bounds.number(key))).toEqual([
      3, 5, 3, 4,
    ]);
    expect(bounds.article).toContain('第十一条');
  });
});

describe('B1 §16 违者，每次给予经济处罚100元', () =>
  it('TEAM-04', () => expect(inquiry().values('team/badge-fine', TODAY).fen('fine')).toBe(100_00)));

describe('B1 §18 一律报支行分管领导审批；不请假、未批准擅自离岗，或擅自超假或不主动销假的，一律按旷工处理', () => {
  const leave = (given: Partial<Leave> = {}): Leave => ({
    ...{ id: 1, userId: 1, firstDay: '2026-11-09', lastDay: '2026-11-11', state: 'approved', reportedOn: null },
    ...given,
  });
  // Thursday the 12th of November, a working day.
  const on = (leaves: readonly Leave[], typed: 'absent' | null = null) =>
    dayMark(typed, leaves, '2026-11-12', TODAY, inquiry().isRestDay('2026-11-12'));

  it('TEAM-04 the deputy head alone', () =>
    expect(inquiry().values(LEAVE_RULE, TODAY).text('approver')).toBe('deputy-head'));

  it.each([
    ['不请假', on([], 'absent'), 'absent', 'typed'],
    ['请假未批准擅自离岗', on([leave({ state: 'asked', lastDay: '2026-11-13' })], 'absent'), 'absent', 'typed'],
    ['擅自超假', on([leave({ reportedOn: '2026-11-13' })]), 'absent', 'overstayed'],
    ['不主动销假', on([leave()]), 'absent', 'not-reported'],
    ['已批准', on([leave({ lastDay: '2026-11-13' })]), 'leave', 'leave'],
    ['按时销假', on([leave({ reportedOn: '2026-11-12' })]), 'reported', 'reported-back'],
  ])('TEAM-04 %s', (_, found, mark, cause) => expect(found).toMatchObject({ mark, cause }));
});

describe('B2 §19 2000年以前形成的实行岗位清收，2000年以后形成的实行责任清收；期限内未能收回责任贷款的，给予纪律处分', () => {
  it.each([
    ['1999-12-31', false, 'post-based', 'none'],
    ['2000-01-01', false, 'liability-based', 'discipline'],
    ['1998-06-01', true, 'liability-based', 'discipline'],
  ] as const)('TEAM-06 formed on %s, irregular %s: %s, %s', (formed, irregular, mode, consequence) =>
    expect(recoveryMode(inquiry(), formed, TODAY, irregular)).toMatchObject({ mode, consequence }),
  );
});

describe('A8 在期限内未收回的只发放400元生活费，其他收入用于赔偿: law.md §15 keeps wages out of it', () => {
  it('TEAM-06 RWD-04 no rule and no paper of responsibility takes them', () => {
    const folder = join(import.meta.dirname, '../../../../shared/domain/targets');
    const papers = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    for (const text of papers) expect(text).not.toMatch(/工资|生活费|扣减收入/);
    expect(inquiry().row('recovery/responsible-persons', TODAY, { mode: 'liability-based' }).gives.consequence).toBe(
      'discipline',
    );
  });
});
