/** When a window that nobody uses is locked (reliability: keys and people, idle lock ≤ 15 minutes). */

/** Minutes without a key or a mouse; a branch may choose within them. */
export const IDLE_MINUTES = { least: 1, standard: 10, most: 15 } as const;

/** `idleSeconds`: since the last input anywhere on the computer. A choice outside the limits counts as the nearest limit. */
export function mustLock(idleSeconds: number, idleMinutes: number): boolean {
  const minutes = Math.min(Math.max(idleMinutes, IDLE_MINUTES.least), IDLE_MINUTES.most);
  return idleSeconds >= minutes * 60;
}
