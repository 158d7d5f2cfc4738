/** Which backups are kept and when the next is due (APP-03). */
import { differences } from '@shared/domain/backup/differences';
import {
  generationId,
  isDue,
  isGenerationId,
  isStale,
  keptGenerations,
  newestFirst,
} from '@shared/domain/backup/generations';
import { describe, expect, it } from 'vitest';

const DAY = 86_400_000;
const end = Date.parse('2026-11-22T10:00:00.000Z');
const at = (daysAgo: number) => ({ id: `g${daysAgo}`, at: new Date(end - daysAgo * DAY).toISOString() });

describe('names', () => {
  it('counts up within a minute and is recognised', () => {
    expect(generationId('2026-11-22', 9, 5, [])).toBe('2026-11-22T0905-1');
    expect(generationId('2026-11-22', 9, 5, ['2026-11-22T0905-1'])).toBe('2026-11-22T0905-2');
    expect(isGenerationId('2026-11-22T0905-2')).toBe(true);
    for (const other of ['2026-11-22T0905-1.part', '../2026-11-22T0905-1', 'files', ''])
      expect(isGenerationId(other)).toBe(false);
  });
});

describe('keptGenerations (APP-03)', () => {
  it('keeps 7 daily, 4 weekly, 12 monthly of two years of daily backups', () => {
    const all = Array.from({ length: 730 }, (_, day) => at(day));
    const kept = newestFirst(all.filter(({ id }) => keptGenerations(all).has(id)));
    expect(kept.slice(0, 7).map(({ id }) => id)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6']);
    const months = new Set(kept.map(({ at: time }) => time.slice(0, 7)));
    expect(months.size).toBe(12);
    // 2026-11-22 is a Sunday: the weeks before it end on the 15th, the 8th and the 1st.
    for (const sunday of ['2026-11-15', '2026-11-08', '2026-11-01'])
      expect(kept.some(({ at: time }) => time.startsWith(sunday))).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(7 + 3 + 12);
  });

  it('keeps the three newest of a day, and never drops the newest one', () => {
    const day = Array.from({ length: 30 }, (_, n) => ({ id: `h${n}`, at: new Date(end - n * 60_000).toISOString() }));
    expect([...keptGenerations(day)]).toEqual(['h0', 'h1', 'h2']);
    expect([...keptGenerations([at(4000)])]).toEqual(['g4000']);
  });

  it('counts by what there is: a computer that stood still loses nothing', () => {
    const old = [400, 401, 402].map(at);
    expect(keptGenerations(old).size).toBe(3);
  });
});

describe('due and stale', () => {
  it('is due after 20 hours, stale after 24, and after a clock that was set back', () => {
    const hours = (n: number) => new Date(end + n * 3_600_000).toISOString();
    expect([isDue(hours(0), hours(19)), isDue(hours(0), hours(20)), isDue(null, hours(0))]).toEqual([
      false,
      true,
      true,
    ]);
    expect([isStale(hours(0), hours(23)), isStale(hours(0), hours(24)), isStale(null, hours(0))]).toEqual([
      false,
      true,
      true,
    ]);
    expect([isDue(hours(2), hours(0)), isStale(hours(48), hours(0))]).toEqual([true, true]);
  });
});

it('differences name each kind once, and what cannot be read as unknown', () => {
  const shown = differences({ loan: 5, audit_entry: 9 }, { loan: 7, party: 1 });
  expect(shown.find(({ kind }) => kind === 'loan')).toEqual({ kind: 'loan', backup: 5, present: 7 });
  expect(shown.find(({ kind }) => kind === 'party')).toEqual({ kind: 'party', backup: 0, present: 1 });
  expect(differences({ loan: 5 }, null).every(({ present }) => present === null)).toBe(true);
});
