/** Rewards for recovery (B2 §30, A8) and shares of liability (A5). */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { compare, type Exact, parseExact, times, whole, ZERO } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import type { Inquiry, Slice } from '../../rules/inquiry';

export interface RecoveryFacts {
  readonly formedOn: CalendarDate;
  readonly form: '呆滞' | '呆账';
  readonly status: 'ordinary' | 'bill-swapped' | 'written-off';
  /** Cash or realised value. */
  readonly recovered: Fen;
  /** Costs of the recovery, deducted for outsiders only. */
  readonly cost: Fen;
  readonly collector: 'staff' | 'liable' | 'outsider';
}

/** A reward that is not due is zero at rate zero, not a refusal. */
export function recoveryReward(inquiry: Inquiry, facts: RecoveryFacts): { rate: Exact; amount: Exact } {
  const { formedOn, form, status, collector } = facts;
  const who = inquiry.row('reward/exclusions', null, { collector });
  const row = inquiry.row('reward/recovery', null, { formedOn, form, status });
  if (who.gives.due !== true) return { rate: ZERO, amount: ZERO };
  if (status === 'written-off' && form === '呆滞') inquiry.warn('written-off-is-dead', { form });
  const rate = present(parseExact(String(row.gives.rate)), 'the reward table holds decimals');
  const base = Math.max(who.gives.afterCosts === true ? facts.recovered - facts.cost : facts.recovered, 0);
  return { rate, amount: times(rate, whole(base)) };
}

/** Bands of a contracted recovery (A8): nothing below the lower bound, which itself is rewarded. */
export function contractReward(
  inquiry: Inquiry,
  target: Fen,
  recovered: Fen,
): { amount: Exact; slices: readonly Slice[] } {
  const inputs = { target: yuanText(target), recovered: yuanText(recovered) };
  const lowest = inquiry.values('reward/contract-lower-bound', null, inputs).exact('shareOfTarget');
  if (recovered === 0 || compare(whole(recovered), times(lowest, whole(target))) < 0)
    return { amount: ZERO, slices: [] };
  return inquiry.tiers('reward/contract', null, whole(recovered), inputs, whole(target));
}

export interface LiabilityShare {
  readonly post: string;
  readonly percent: number;
  readonly amount: Fen;
}

/**
 * Shares add up to the loss: each is rounded down, and the fen left over go to the largest remainders, the post named
 * first before the others.
 */
export function liabilityShares(inquiry: Inquiry, withinAuthority: boolean, loss: Fen): LiabilityShare[] {
  const rows = inquiry.table('liability/shares', null, { withinAuthority });
  const exact = rows.map(({ gives }) => {
    const hundredths = BigInt(loss) * BigInt(Number(gives.percent));
    return {
      post: String(gives.post),
      percent: Number(gives.percent),
      floor: hundredths / 100n,
      rest: hundredths % 100n,
    };
  });
  const given = exact.reduce((sum, share) => sum + share.floor, 0n);
  const order = [...exact.keys()].sort((a, b) => Number((exact[b]?.rest ?? 0n) - (exact[a]?.rest ?? 0n)) || a - b);
  const favoured = new Set(order.slice(0, Number(BigInt(loss) - given)));
  return exact.map(({ post, percent, floor }, index) => ({
    post,
    percent,
    amount: Number(floor) + (favoured.has(index) ? 1 : 0),
  }));
}
