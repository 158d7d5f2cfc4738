/** ORG-03: whoever prepared an item is never its approver, whatever roles he holds. */
import { type Preparer, refuseOwnItem } from '@shared/domain/users/separation';
import { RefusalError } from '@shared/kernel/result';
import { describe, expect, it } from 'vitest';

const clerk: Preparer = { userId: 7, display: '王经办', act: 'disposal.prepare' };
const head: Preparer = { userId: 8, display: '李复核', act: 'disposal.review' };

function refusalOf(prepared: readonly Preparer[], userId: number) {
  try {
    refuseOwnItem(prepared, { userId });
    return null;
  } catch (error) {
    return (error as RefusalError).refusal;
  }
}

describe('ORG-03 preparer is never approver', () => {
  it('lets in whoever had no hand in the item', () => {
    expect(refusalOf([clerk, head], 9)).toBeNull();
    expect(refusalOf([], 7)).toBeNull();
  });

  it('refuses everybody who had, and says what he did and which article says so', () => {
    const own = { code: 'own-item', article: 'B2 §26' };
    expect(refusalOf([clerk, head], 7)).toEqual({
      ...own,
      facts: { preparedBy: '王经办', act: 'disposal.prepare' },
    });
    expect(refusalOf([clerk, head], 8)).toEqual({ ...own, facts: { preparedBy: '李复核', act: 'disposal.review' } });
  });

  it('is an expected refusal, not a bug', () => {
    expect(() => refuseOwnItem([clerk], { userId: 7 })).toThrow(RefusalError);
  });
});
