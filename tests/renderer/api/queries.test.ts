/** What a command makes stale, and how a refusal arrives. */
import { ORPCError } from '@orpc/client';
import { RefusalError } from '@shared/kernel/result';
import { describe, expect, it } from 'vitest';
import { isStale, queryKey } from '../../../renderer/api/invalidation';
import { invalidatedBy } from '../../../renderer/api/queries';
import { asRefusal, refusalOf } from '../../../renderer/api/refusal';

describe('stale queries', () => {
  it('are those below a named prefix', () => {
    const key = queryKey('loans.page', { limit: 50 });
    expect(isStale(key, ['loans'])).toBe(true);
    expect(isStale(key, ['loans.page'])).toBe(true);
    expect(isStale(key, ['loans.views'])).toBe(false);
    expect(isStale(queryKey('loansets.page', {}), ['loans'])).toBe(false);
    expect(isStale(key, [])).toBe(false);
  });

  it('are named by the contract', () => {
    expect(invalidatedBy('session.signIn')).toContain('session');
    expect(invalidatedBy('session.state')).toEqual([]);
  });
});

describe('a refusal of the door', () => {
  const data = { code: 'undo-blocked', article: 'B2 §3', facts: { rows: 2 } };

  it('becomes a RefusalError with code, article and facts', () => {
    const error = asRefusal(new ORPCError('REFUSED', { data }));
    expect(error).toBeInstanceOf(RefusalError);
    expect(refusalOf(error)).toEqual(data);
  });

  it('is told apart from a failure', () => {
    expect(refusalOf(new ORPCError('INTERNAL_SERVER_ERROR'))).toBeNull();
    expect(refusalOf(new Error('port closed'))).toBeNull();
  });
});
