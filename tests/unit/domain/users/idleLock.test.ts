/** When an idle window locks (APP-02; reliability: idle lock ≤ 15 minutes). */
import { IDLE_MINUTES, mustLock } from '@shared/domain/users/idleLock';
import { describe, expect, it } from 'vitest';

describe('APP-02 idle lock', () => {
  it('locks at the minute, not before', () => {
    expect(mustLock(10 * 60 - 1, 10)).toBe(false);
    expect(mustLock(10 * 60, 10)).toBe(true);
  });

  it('never waits longer than fifteen minutes, whatever the folder says', () => {
    expect(mustLock(15 * 60, 600)).toBe(true);
    expect(mustLock(15 * 60 - 1, 600)).toBe(false);
  });

  it('does not lock at once because of a senseless choice', () => {
    expect(mustLock(59, 0)).toBe(false);
    expect(mustLock(60, -5)).toBe(true);
  });

  it('has a standard within its limits', () => {
    expect(IDLE_MINUTES.standard).toBeGreaterThanOrEqual(IDLE_MINUTES.least);
    expect(IDLE_MINUTES.standard).toBeLessThanOrEqual(IDLE_MINUTES.most);
  });
});
