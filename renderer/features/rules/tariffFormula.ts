/** The sum behind a progressive tariff with its numbers, e.g. `50.00 + 90000 × 0.025 + …`. */
import type { RuleBody } from '@shared/contract/rules.contract';
import {
  compare,
  type Exact,
  fixedText,
  lesser,
  minus,
  parseExact,
  rateText,
  sum,
  times,
  ZERO,
} from '@shared/kernel/exact';
import type { TraceLine } from '@shared/rules/inquiry';

/**
 * null where the rule is no tariff, or where the result is not simply the sum of its bands (a share of something else, a
 * half, a cap): a formula that does not give the figure explains nothing.
 */
export function tariffFormula(body: RuleBody, trace: readonly TraceLine[], result: unknown): string | null {
  const [given] = Object.values(trace[0]?.inputs ?? {});
  const amount = parseExact(String(given));
  if (body.kind !== 'tiers' || amount === null) return null;
  const terms: string[] = [];
  const parts: Exact[] = [];
  let from: Exact = ZERO;
  for (const { upTo, flat, rate } of body.rows) {
    const bound = upTo === null ? null : parseExact(upTo);
    const to = bound === null ? amount : lesser(amount, bound);
    const [fixed, share] = [parseExact(flat) ?? ZERO, parseExact(rate ?? '0') ?? ZERO];
    if (fixed.n !== 0n) terms.push(flat);
    if (share.n !== 0n) terms.push(`${rateText(minus(to, from))} × ${rate}`);
    parts.push(fixed, times(share, minus(to, from)));
    from = to;
    if (bound !== null && compare(amount, bound) <= 0) break;
  }
  const total = fixedText(sum(parts), 2);
  return total === result ? `${terms.join(' + ')} = ${total}` : null;
}
