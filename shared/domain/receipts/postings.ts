/** What has to be posted so that the lines of every payment come to what the replay finds: lines are added, never changed. */

import type { Spread } from './replay';
import { AMOUNTS, type Line } from './standing';

export const LINE_KINDS = ['allocation', 'adjustment', 'reversal'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
/** What made the line necessary: a payment, a reversal, an agreement on the order, or interest let off. */
export const LINE_CAUSES = ['payment', 'reversal', 'agreement', 'relief'] as const;
export type LineCause = (typeof LINE_CAUSES)[number];

export interface Posting {
  readonly paymentId: number;
  readonly kind: LineKind;
  readonly line: Line;
}

/** Sums of the lines of each payment, by loan. */
export type Posted = ReadonlyMap<number, ReadonlyMap<number, Line>>;

export interface PostedLine extends Line {
  readonly paymentId: number;
}

const empty = (loanId: number): Line => ({
  loanId,
  costs: 0,
  principal: 0,
  interest: 0,
  owedPrincipal: 0,
  owedInterest: 0,
});

const combined = (a: Line, b: Line, sign: 1 | -1): Line => {
  const line: { -readonly [K in keyof Line]: Line[K] } = { ...a };
  for (const amount of AMOUNTS) line[amount] += sign * b[amount];
  return line;
};

export function sumsOf(lines: readonly PostedLine[]): Posted {
  const sums = new Map<number, Map<number, Line>>();
  for (const { paymentId, ...line } of lines) {
    const loans = sums.get(paymentId) ?? new Map<number, Line>();
    loans.set(line.loanId, combined(loans.get(line.loanId) ?? empty(line.loanId), line, 1));
    sums.set(paymentId, loans);
  }
  return sums;
}

const isNothing = (line: Line): boolean => AMOUNTS.every((amount) => line[amount] === 0);

/**
 * `posted`: what stands; `spreads`: what should. A payment without lines gets its allocation; one that is no longer in the
 * replay is taken back; the others are adjusted where they differ.
 */
export function postings(posted: Posted, spreads: ReadonlyMap<number, Spread>): Posting[] {
  const found: Posting[] = [];
  for (const paymentId of new Set([...posted.keys(), ...spreads.keys()])) {
    const before = posted.get(paymentId);
    const spread = spreads.get(paymentId);
    const kind: LineKind = !before ? 'allocation' : spread ? 'adjustment' : 'reversal';
    const after = new Map((spread?.lines ?? []).map((line) => [line.loanId, line]));
    for (const loanId of new Set([...(before?.keys() ?? []), ...after.keys()])) {
      const line = combined(after.get(loanId) ?? empty(loanId), before?.get(loanId) ?? empty(loanId), -1);
      if (!isNothing(line)) found.push({ paymentId, kind, line });
    }
  }
  return found;
}
