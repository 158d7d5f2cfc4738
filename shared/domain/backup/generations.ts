/** Generations of backups: what they are called, when the next one is due, which are kept. Pure; times are ISO instants. */

export const BACKUP_REASONS = ['manual', 'automatic', 'exit'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export interface Dated {
  readonly id: string;
  /** ISO instant of the snapshot. */
  readonly at: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Younger than this, no automatic backup is made at sign-in, so that one a day is enough whenever work begins. */
const DUE_AFTER = 20 * HOUR;
/** Older than this, the branch stands without a backup of the day (reliability.md, promise 5). */
const STALE_AFTER = DAY;

/** `newest`: whatever their day, so that the last backup of a mistake is not the only one of it. */
const KEPT = { newest: 3, daily: 7, weekly: 4, monthly: 12 } as const;

const ID = /^\d{4}-\d{2}-\d{2}T\d{4}-\d{1,4}$/;

export const isGenerationId = (text: string): boolean => ID.test(text);

/** `yyyy-MM-ddTHHmm-n` by this computer's calendar; `n` is the first number from 1 that is not taken. */
export function generationId(day: string, hour: number, minute: number, taken: readonly string[]): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const stem = `${day}T${two(hour)}${two(minute)}`;
  for (let n = 1; ; n += 1) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** A clock that was set back makes the newest one lie in the future: then one is due as well. */
function hasPassed(at: string | null, now: string, span: number): boolean {
  if (at === null) return true;
  const age = Date.parse(now) - Date.parse(at);
  return age >= span || age < -HOUR;
}

export const isDue = (newestAt: string | null, now: string): boolean => hasPassed(newestAt, now, DUE_AFTER);

export const isStale = (newestAt: string | null, now: string): boolean => hasPassed(newestAt, now, STALE_AFTER);

/** Newest first. */
export function newestFirst<T extends Dated>(generations: readonly T[]): T[] {
  return [...generations].sort((a, b) => (a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at)));
}

const dayOf = (at: string): number => Math.floor(Date.parse(at) / DAY);
/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
const weekOf = (at: string): number => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: string): string => at.slice(0, 7);

/**
 * What is kept: the three newest always, the last of each of the 7 newest days, 4 newest weeks and 12 newest months that have
 * one. Counted by what there is, not by the calendar: a computer that stood still for a month loses nothing.
 */
export function keptGenerations(generations: readonly Dated[]): Set<string> {
  const sorted = newestFirst(generations);
  const kept = new Set(sorted.slice(0, KEPT.newest).map(({ id }) => id));
  const keepLastOf = (period: (at: string) => string | number, count: number) => {
    const seen = new Set<string | number>();
    for (const { id, at } of sorted) {
      const key = period(at);
      if (seen.has(key)) continue;
      if (seen.size === count) return;
      seen.add(key);
      kept.add(id);
    }
  };
  keepLastOf(dayOf, KEPT.daily);
  keepLastOf(weekOf, KEPT.weekly);
  keepLastOf(monthOf, KEPT.monthly);
  return kept;
}
