/** TEAM-05 plans and what the receipts say of them, by the actual collectors (B1 §15). */

import { equalShares, WHOLE_PPM } from '@shared/domain/receipts/shares';
import {
  type CollectedReceipt,
  checkPlan,
  completion,
  type PlanLine,
  type SharedReceipt,
  sharedOut,
  spread,
  type Whose,
} from '@shared/domain/team/plans';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const line = (given: Partial<PlanLine> = {}): PlanLine => ({
  scope: 'branch',
  subjectId: null,
  month: null,
  principal: 100,
  interest: 0,
  households: 1,
  ...given,
});
const time = { firstDay: '2026-01-15', lastDay: '2026-06-30' };
const codeOf = (lines: PlanLine[], given = time) => {
  const decision = checkPlan({ ...given, lines });
  return decision.kind === 'refused' ? decision.refusal.code : 'granted';
};

describe('TEAM-05 checkPlan', () => {
  it.each<[string, PlanLine[], string]>([
    ['a whole plan', [line(), line({ scope: 'unit', subjectId: 2, month: '2026-01' })], 'granted'],
    ['nobody named', [line({ scope: 'unit' })], 'work-plan-line-subject'],
    ['somebody named for the branch', [line({ subjectId: 3 })], 'work-plan-line-subject'],
    ['a line twice', [line(), line()], 'work-plan-line-twice'],
    ['a month before', [line({ month: '2025-12' })], 'work-plan-month-outside'],
    ['a month after', [line({ month: '2026-07' })], 'work-plan-month-outside'],
  ])('%s', (_, lines, expected) => expect(codeOf(lines)).toBe(expected));

  it('ends after it begins', () =>
    expect(codeOf([line()], { firstDay: '2026-02-01', lastDay: '2026-01-31' })).toBe('work-plan-dates'));
});

describe('spread', () => {
  it('the parts are the amount, whatever its sign, and none is a fen off', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 1, max: 9 }), (amount, many) => {
        const shares = equalShares(many);
        const parts = spread(amount, shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [index, part] of parts.entries())
          expect(Math.abs(part - (amount * (shares[index] as number)) / WHOLE_PPM)).toBeLessThan(1.001);
      }),
    );
    expect(spread(100, [333_334, 333_333, 333_333])).toEqual([34, 33, 33]);
  });
});

const receipt = (given: Partial<CollectedReceipt> = {}): SharedReceipt =>
  sharedOut({
    partyId: 1,
    unitId: 2,
    on: '2026-03-10',
    principal: 1_000,
    interest: 100,
    collectors: [
      { name: '张三', ppm: 600_000 },
      { name: '李四', ppm: 400_000 },
    ],
    ...given,
  });
const branch: Whose = { scope: 'branch', unitId: null, names: new Set() };
const person = (...names: string[]): Whose => ({ scope: 'person', unitId: null, names: new Set(names) });

describe('TEAM-05 completion', () => {
  it('counts by branch, unit, group and person', () => {
    const done = (whose: Whose) => completion(line(), time, whose, [receipt()]);
    expect(done(branch)).toEqual({ principal: 1_000, interest: 100, households: 1 });
    expect(done({ ...branch, scope: 'unit', unitId: 3 })).toEqual({ principal: 0, interest: 0, households: 0 });
    expect(done(person('张三'))).toEqual({ principal: 600, interest: 60, households: 1 });
    expect(done({ ...person('张三', '李四'), scope: 'group' })).toMatchObject({ principal: 1_000 });
    expect(done(person('王五'))).toMatchObject({ households: 0 });
  });

  it('counts the month, and nothing outside the plan', () => {
    const receipts = ['2026-01-14', '2026-01-15', '2026-06-30', '2026-07-01'].map((on) => receipt({ on }));
    expect(completion(line(), time, branch, receipts).principal).toBe(2_000);
    expect(completion(line({ month: '2026-01' }), time, branch, receipts).principal).toBe(1_000);
  });

  it('a receipt that was taken back brings neither money nor a household', () => {
    const back = receipt({ principal: -1_000, interest: -100 });
    expect(completion(line(), time, person('张三'), [receipt(), back])).toEqual({
      principal: 0,
      interest: 0,
      households: 0,
    });
  });
});
