/** The figures of the long tests, one line each: `npm run fault` makes its table from these lines (scripts/fault.mjs). */

export interface Figure {
  /** As in reliability: `R7`. */
  readonly id: `R${number}`;
  /** How many were tried. */
  readonly done: number;
  /** How many there are, where the target is all of them. */
  readonly of?: number;
  /** What was tried, and how it went. */
  readonly what: string;
  /** How many went wrong. */
  readonly bad: number;
}

/** `R7  1000 one-bit flips of the database · 0 bad`. */
export function printFigure({ id, done, of, what, bad }: Figure): void {
  console.log(`${id.padEnd(4)}${done}${of === undefined ? '' : ` of ${of}`} ${what} · ${bad} bad`);
}
