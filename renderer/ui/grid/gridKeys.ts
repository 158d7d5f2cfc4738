/** Where the keys lead in a grid: pure, so that it is tested without a screen. */

/** Row index after a key, or null when the key does not move. `page` is the number of rows on screen. */
export function rowAfterKey(key: string, from: number, count: number, page: number): number | null {
  const moves: Record<string, number> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  if (to === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, to));
}

/** Keys between two rows, both included, whichever comes first. */
export function keysBetween<K>(keys: readonly K[], from: number, to: number): K[] {
  return keys.slice(Math.min(from, to), Math.max(from, to) + 1);
}
