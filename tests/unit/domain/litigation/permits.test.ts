/** Acts that B4 lets nobody do alone (LIT-08, LIT-09, LIT-10; B4 §14, §16, §19, §20). */
import type { CaseAct } from '@shared/domain/litigation/acts';
import { openPermits } from '@shared/domain/litigation/openPermits';
import {
  type GuardedAct,
  type Permit,
  type PermitKind,
  type PermitTerms,
  permitRefusal,
  permitsFor,
  RELEASED_BY,
  RELEASES,
  type Release,
} from '@shared/domain/litigation/permits';
import { describe, expect, it } from 'vitest';

const permit = (kind: PermitKind, terms: Partial<PermitTerms> = {}, given: Partial<Permit> = {}): Permit => ({
  ...{ id: 1, kind, terms: { release: 'withdrawal', item: '房产', amount: null, ...terms }, reason: '已还清' },
  ...{ state: 'approved', decidedOn: '2026-11-02', filingNo: '备1号', filedOn: '2026-11-03' },
  ...given,
});
const standing = (permits: readonly Permit[], acts: readonly CaseAct[] = []) => ({ permits, acts, needsFiling: true });
const refusal = (kind: PermitKind, permits: readonly Permit[], detail: GuardedAct['detail'] = {}) =>
  permitRefusal(standing(permits), kind, { kind: 'withdrawn', on: '2026-11-10', detail });
const done = (kind: CaseAct['kind'], detail: CaseAct['detail']): CaseAct => ({
  ...{ key: 'a7', kind, on: '2026-11-05', detail },
  ...{ documentId: null, files: [], note: null, accepted: null, by: null, at: null },
});

describe('B4 §14, §16, §19, §20 permits', () => {
  it.each([
    ['release', '第十四条'],
    ['settlement', '第十六条、第十九条'],
    ['in-kind', '第二十条'],
  ] as const)('%s: nothing without one, and the newest counts', (kind, article) => {
    const full = permit(kind, { inspection: '已考察' });
    expect(refusal(kind, [])).toMatchObject({
      code: `permit-${kind}-missing`,
      article: expect.stringContaining(article),
    });
    expect(refusal(kind, [full])).toBeNull();
    expect(refusal(kind, [full, { ...full, id: 2, state: 'refused' }])).toMatchObject({ facts: { state: 'refused' } });
    expect(refusal(kind, [{ ...full, id: 2, state: 'asked' }, full])).toBeNull();
  });

  it('§14 a release needs the filing level besides the committee', () => {
    expect(refusal('release', [permit('release', {}, { filingNo: null })])).toMatchObject({
      code: 'permit-release-unfiled',
    });
  });

  it('§20 a thing is inspected, approved and filed before it is taken', () => {
    expect(refusal('in-kind', [permit('in-kind')])).toMatchObject({ code: 'permit-in-kind-uninspected' });
    expect(refusal('in-kind', [permit('in-kind', { inspection: ' ' })])).toMatchObject({
      code: 'permit-in-kind-uninspected',
    });
    const unfiled = permit('in-kind', { inspection: '已考察' }, { filingNo: null });
    expect(refusal('in-kind', [unfiled])).toMatchObject({ code: 'permit-in-kind-unfiled' });
  });

  it('§16, §19 a settlement gives no less than was approved', () => {
    const approved = [permit('settlement', { amount: 1_000 }, { filingNo: null })];
    expect(refusal('settlement', approved, { amount: 999 })).toMatchObject({
      code: 'permit-settlement-other',
      facts: { approved: 1_000 },
    });
    expect(refusal('settlement', approved, { amount: 1_000 })).toBeNull();
  });

  it('§16, §19 nor a longer time: the last instalment counts', () => {
    const approved = [permit('settlement', { amount: 1_000, months: 12 })];
    const code = (detail: GuardedAct['detail']) => refusal('settlement', approved, { amount: 1_000, ...detail })?.code;
    expect(code({ performBy: '2027-11-10' })).toBeUndefined();
    expect(code({ performBy: '2027-11-11' })).toBe('permit-settlement-other');
    expect(code({ instalments: ['2027-06-30', '2027-12-31'] })).toBe('permit-settlement-other');
  });

  it('§20 a thing is not taken at more than was approved', () => {
    const approved = standing([permit('in-kind', { amount: 500, inspection: '已考察' })]);
    const code = (amount: number) =>
      permitRefusal(approved, 'in-kind', { kind: 'debt-in-kind-ruled', detail: { amount } })?.code;
    expect(code(500)).toBeUndefined();
    expect(code(501)).toBe('permit-in-kind-other');
  });
});

describe('B4 §14, §16, §20 each permit is for one act', () => {
  const house = permit('in-kind', { item: '门面', inspection: '已考察' });
  const car = permit('in-kind', { item: '车辆', inspection: '已考察' }, { id: 2 });
  const take = (permits: readonly number[] = []): GuardedAct => ({ kind: 'debt-in-kind-ruled', detail: { permits } });

  it('a second act is refused with the article and the day of the first', () => {
    const used = standing([house], [done('debt-in-kind-ruled', { permits: [1] })]);
    expect(permitRefusal(used, 'in-kind', take())).toMatchObject({
      ...{ code: 'permit-used', article: expect.stringContaining('第二十条') },
      facts: { on: '2026-11-05' },
    });
  });

  it('what was not used yet serves before what was; one that is named serves before both', () => {
    const both = standing([house, car], [done('debt-in-kind-ruled', { permits: [2] })]);
    expect(permitsFor(both, 'in-kind', take())).toEqual([house]);
    expect(permitRefusal(both, 'in-kind', take([2]))?.code).toBe('permit-used');
    expect(permitsFor(standing([house, car]), 'in-kind', take([1]))).toEqual([house]);
  });

  it('one that speaks of something else is refused: another kind, another seizure', () => {
    const release = permit('release', { release: 'seizure', act: 'a1' });
    const other = (act: string, permits: readonly number[]) =>
      permitRefusal(standing([release, { ...house, id: 3 }]), 'release', {
        kind: 'seizure-released',
        detail: { act, permits },
      })?.code;
    expect(other('a1', [1])).toBeUndefined();
    expect(other('a1', [])).toBeUndefined();
    expect(other('a2', [])).toBe('permit-release-missing');
    expect(other('a2', [1])).toBe('permit-not-of-act');
    expect(other('a1', [3])).toBe('permit-not-of-act');
  });

  it('LIT-08 withdrawing in part, changing a seizure: each act has its own permit', () => {
    const code = (release: Release, kind: GuardedAct['kind'], act = 'a1') =>
      permitRefusal(standing([permit('release', { release, act: 'a1' })]), 'release', { kind, detail: { act } })?.code;
    for (const asked of RELEASES)
      for (const release of RELEASES)
        expect(code(asked, RELEASED_BY[release]), `${asked} for ${release}`).toBe(
          asked === release ? undefined : 'permit-release-missing',
        );
    expect(code('change', 'seizure-changed', 'a2')).toBe('permit-release-missing');
  });

  it('a settlement in which things are taken uses both', () => {
    const settlement = permit('settlement', { takesThings: true }, { id: 5 });
    const act: GuardedAct = { kind: 'mediated', detail: {} };
    expect(permitsFor(standing([settlement, house]), 'settlement', act).map(({ id }) => id)).toEqual([5, 1]);
    const used = standing([settlement, house], [done('debt-in-kind-ruled', { permits: [1] })]);
    expect(permitRefusal(used, 'settlement', act)?.code).toBe('permit-used');
  });
});

describe('LIT-08 LIT-10 what waits', () => {
  const seizure = { key: 'a1', releasedOn: null };
  const waiting = (given: Permit, more: object = {}) =>
    openPermits({
      ...{ permits: [given], acts: [], state: 'trial', seizures: [seizure], gate: { filingLevel: 'county' } },
      ...more,
    } as never).map(({ waitsFor }) => waitsFor);

  it('an approved withdrawal for the filing level, then for its act, then for nothing', () => {
    const unfiled = permit('release', {}, { filingNo: null, filedOn: null });
    expect(waiting({ ...unfiled, state: 'asked' })).toEqual([]);
    expect(waiting(unfiled)).toEqual(['filing']);
    expect(waiting(unfiled, { gate: { filingLevel: 'none' } })).toEqual(['act']);
    expect(waiting(permit('release'))).toEqual(['act']);
    expect(waiting(permit('release'), { acts: [done('withdrawn', { permits: [1] })] })).toEqual([]);
    expect(waiting(permit('release'), { state: 'enforcing' })).toEqual([]);
  });

  it('a release while its seizure stands; a thing while the case goes on', () => {
    const release = permit('release', { release: 'seizure', act: 'a1' });
    expect(waiting(release)).toEqual(['act']);
    expect(waiting(release, { seizures: [{ ...seizure, releasedOn: '2026-11-09' }] })).toEqual([]);
    const part = permit('release', { release: 'part-withdrawal' });
    expect([waiting(part), waiting(part, { state: 'judged' })]).toEqual([['act'], []]);
    expect(waiting(permit('in-kind'))).toEqual(['act']);
    expect(waiting(permit('in-kind'), { state: 'closed' })).toEqual([]);
  });
});
