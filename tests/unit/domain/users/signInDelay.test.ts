/** How long failed sign-ins make the next one wait (reliability: keys and people). */
import { FORGIVEN, secondsLeft, waitAfter } from '@shared/domain/users/signInDelay';
import { describe, expect, it } from 'vitest';

describe('the wait after failed sign-ins', () => {
  it('begins with the fifth and grows: 1, 2, 5, 15, 60 minutes, never longer', () => {
    const minutes = [4, 5, 6, 7, 8, 9, 10, 1000].map((failures) => waitAfter(failures, FORGIVEN.name) / 60);
    expect(minutes).toEqual([0, 1, 2, 5, 15, 60, 60, 60]);
  });

  it('is counted by the time since the computer started, up to the whole second', () => {
    const waiting = { failures: 5, from: 1000 };
    expect(secondsLeft(waiting, 1000, 5)).toBe(60);
    expect(secondsLeft(waiting, 1059.5, 5)).toBe(1);
    expect(secondsLeft(waiting, 1060, 5)).toBe(0);
  });

  it('begins anew when the computer was started again', () => {
    expect(secondsLeft({ failures: 6, from: 1000 }, 10, 5)).toBe(120);
  });
});
