/** Leaving while the last backup is being made: said, and can be cut short (APP-03). */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { closeSaying } from '../../../electron/app/closing';

vi.mock('electron', () => ({ dialog: {} }));

/** A core that closes when it is told to, or when somebody leaves. */
function core() {
  const closed = Promise.withResolvers<boolean>();
  const calls: string[] = [];
  return {
    calls,
    closed,
    close() {
      calls.push('close');
      return closed.promise;
    },
    leave() {
      calls.push('leave');
      closed.resolve(true);
    },
  };
}

describe('APP-03 closing with a backup', () => {
  it('says nothing about one that is done soon', async () => {
    const quick = core();
    quick.closed.resolve(true);
    expect(await closeSaying(quick, () => Promise.reject(new Error('nobody is asked')), 5)).toBe(true);
    expect(quick.calls).toEqual(['close']);
  });

  it('says so meanwhile, and takes the word back when it is done', async () => {
    const slow = core();
    const seen: string[] = [];
    const ask = async (over: AbortSignal) => {
      seen.push('asked');
      await new Promise((resolve) => over.addEventListener('abort', resolve));
      seen.push('taken back');
      return false;
    };
    const closing = closeSaying(slow, ask, 1);
    await wait(30);
    expect(seen).toEqual(['asked']);
    slow.closed.resolve(false);
    expect(await closing).toBe(false);
    expect(seen).toEqual(['asked', 'taken back']);
    expect(slow.calls).toEqual(['close']);
  });

  it('leaves without it when the person says so', async () => {
    const slow = core();
    expect(await closeSaying(slow, async () => true, 1)).toBe(true);
    expect(slow.calls).toEqual(['close', 'leave']);
  });
});
