/** States of a measure and of its plan: what may follow what, and when it is late (B1 §12). */
import { isLate, isOpen, MEASURE_STATES, mayFollow } from '@shared/domain/measures/plan';
import { describe, expect, it } from 'vitest';

describe('REC-01 the plan', () => {
  it('nothing follows an end, and nothing goes back to the beginning', () => {
    for (const end of ['done', 'failed', 'dropped'] as const) {
      expect(isOpen(end)).toBe(false);
      expect(MEASURE_STATES.filter((next) => mayFollow(end, next))).toEqual([]);
    }
    expect(MEASURE_STATES.filter((from) => mayFollow(from, 'planned'))).toEqual([]);
    expect(mayFollow('planned', 'started') && mayFollow('started', 'done')).toBe(true);
  });

  it('is late the day after, and not once it ended', () => {
    const item = { state: 'planned', dueOn: '2026-11-22' } as const;
    expect(isLate(item, '2026-11-22')).toBe(false);
    expect(isLate(item, '2026-11-23')).toBe(true);
    expect(isLate({ ...item, state: 'done' }, '2026-11-23')).toBe(false);
  });
});
