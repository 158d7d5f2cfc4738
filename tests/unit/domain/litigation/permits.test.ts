/** Acts that B4 lets nobody do alone (LIT-08, LIT-09, LIT-10; B4 §14, §16, §19, §20). */
import { type Permit, type PermitKind, type PermitTerms, permitRefusal } from '@shared/domain/litigation/permits';
import { describe, expect, it } from 'vitest';

const permit = (kind: PermitKind, terms: Partial<PermitTerms> = {}, given: Partial<Permit> = {}): Permit => ({
  ...{ id: 1, kind, terms: { release: 'withdrawal', item: '房产', amount: null, ...terms }, reason: '已还清' },
  ...{ state: 'approved', filingNo: '备1号' },
  ...given,
});
const refusal = (kind: PermitKind, permits: readonly Permit[], amount?: number) =>
  permitRefusal({ permits, needsFiling: true }, kind, {
    kind: 'withdrawn',
    detail: amount === undefined ? {} : { amount },
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
    expect(refusal(kind, [full, { ...full, state: 'refused' }])).toMatchObject({ facts: { state: 'refused' } });
    expect(refusal(kind, [{ ...full, state: 'asked' }, full])).toBeNull();
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
    expect(refusal('settlement', approved, 999)).toMatchObject({
      code: 'permit-settlement-other',
      facts: { approved: 1_000 },
    });
    expect(refusal('settlement', approved, 1_000)).toBeNull();
  });
});
