/** After how many failed sign-ins the next attempt has to wait, and for how long (reliability: keys and people). */

/** Seconds: 1, 2, 5, 15 and 60 minutes. Nobody is ever locked out for good. */
const WAITS = [60, 120, 300, 900, 3600] as const;

/** Failures in a row that are forgiven: for one name, and over all names of a folder. */
export const FORGIVEN = { name: 5, folder: 20 } as const;

/** Seconds to wait after the given number of failures in a row. */
export function waitAfter(failures: number, forgiven: number): number {
  if (failures < forgiven) return 0;
  return WAITS[Math.min(failures - forgiven, WAITS.length - 1)] as number;
}

export interface Waiting {
  readonly failures: number;
  /** Seconds since the computer started, when the wait began. */
  readonly from: number;
}

/**
 * Whole seconds that are left. Counted by the time since the computer started, which nobody can set; a smaller one than
 * at the beginning of the wait means that it was started again, and the wait begins anew.
 */
export function secondsLeft({ failures, from }: Waiting, uptime: number, forgiven: number): number {
  const wait = waitAfter(failures, forgiven);
  if (uptime < from) return wait;
  return Math.max(0, Math.ceil(wait - (uptime - from)));
}
