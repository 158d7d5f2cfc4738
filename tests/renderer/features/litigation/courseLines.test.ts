/** Where a decision stands in the course of a case, and what is still missing before something is asked for (LIT-03, LIT-08). */
import type { CaseView } from '@shared/contract/litigationViews';
import { describe, expect, it } from 'vitest';
import { courseLines } from '../../../../renderer/features/litigation/courseLines';
import { askedOf, FRESH_PERMIT, missingIn } from '../../../../renderer/features/litigation/permitForm';

const act = (key: string, kind: string, on: string | null, detail: object = {}) => ({ key, kind, on, detail });
const CONSENT = { state: 'approved', on: '2026-11-02', number: null, requestId: 7 };
const PERMIT = {
  ...{ id: 3, kind: 'release', terms: { release: 'withdrawal', item: '全部请求' }, state: 'approved' },
  ...{ decidedOn: '2026-11-10', filingNo: '备3号', filedOn: '2026-11-12', approval: { id: 9, state: 'approved' } },
};

const keys = (given: object) =>
  courseLines({ acts: [], permits: [], consent: { state: 'none', on: null }, ...given } as unknown as CaseView).map(
    (line) => ('act' in line ? line.act.key : `${line.decision.key} ${line.decision.outcome}`),
  );

describe('the course with its decisions', () => {
  it('puts the consent after the opinion and before the filing of the same day', () => {
    const acts = [act('a1', 'opinion-given', '2026-11-02'), act('a2', 'filing-asked', '2026-11-02')];
    expect(keys({ acts, consent: CONSENT })).toEqual(['a1', 'suit approved', 'a2']);
    expect(keys({ acts, consent: { ...CONSENT, state: 'submitted' } })).toEqual(['a1', 'a2']);
  });

  it('puts a permit and its filing before the act that used it, and a refusal of the filing beside what was approved', () => {
    const acts = [act('a1', 'sued', '2026-11-12'), act('a2', 'withdrawn', '2026-11-12', { permits: [3] })];
    expect(keys({ acts, permits: [PERMIT] })).toEqual(['permit 3 approved', 'a1', 'filing 3 agreed', 'a2']);
    const refused = { ...PERMIT, state: 'refused' };
    expect(keys({ permits: [refused] })).toEqual(['permit 3 approved', 'filing 3 refused']);
    const never = { ...refused, filingNo: null, filedOn: null, approval: { id: 9, state: 'withdrawn' } };
    expect(keys({ permits: [never] })).toEqual([]);
  });

  it('leaves acts without a day where they are', () => {
    const acts = [act('r:seized', 'seized', null), act('a2', 'judged', '2026-11-20')];
    expect(keys({ acts, consent: CONSENT })).toEqual(['r:seized', 'suit approved', 'a2']);
  });
});

describe('what is asked for', () => {
  it('names what is missing of each kind, and sends nothing until then', () => {
    expect(missingIn(FRESH_PERMIT)).toEqual(['item', 'amount', 'reason']);
    expect(missingIn({ ...FRESH_PERMIT, act: 'seizure' })).toEqual([
      ...['seizure', 'item', 'performance', 'effects', 'reason'],
    ]);
    expect(askedOf({ ...FRESH_PERMIT, item: '门面' })).toBeNull();
    const release = { ...FRESH_PERMIT, item: '轿车', performance: '已还清', effects: '时效中断', reason: '债务已还清' };
    expect(askedOf({ ...release, act: 'seizure', seizure: 'a4' })?.asked).toMatchObject({
      release: 'seizure',
      act: 'a4',
    });
    expect(askedOf({ ...release, act: 'withdrawal', seizure: 'a4' })?.asked).not.toHaveProperty('act');
  });
});
