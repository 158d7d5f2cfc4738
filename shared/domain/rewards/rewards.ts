/** Rewards for recovery (B2 §30, A8) and shares of liability (A5). */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import {
  compare,
  type Exact,
  fraction,
  minus,
  parseExact,
  roundTogether,
  times,
  whole,
  ZERO,
} from '../../kernel/exact';
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
  readonly collector: 'staff' | 'behind' | 'liable' | 'outsider';
}

/**
 * What a collector's part of a recovery earns: `part` in exact fen, `costs` in fen; `on`: the day of the receipt (null: the
 * newest version of the rules). A reward that is not due is zero at rate zero, not a refusal.
 */
export function rewardOn(
  inquiry: Inquiry,
  on: CalendarDate | null,
  facts: Pick<RecoveryFacts, 'formedOn' | 'form' | 'status' | 'collector'>,
  part: Exact,
  costs: Fen,
): { rate: Exact; amount: Exact; article: string } {
  const { formedOn, form, status, collector } = facts;
  const who = inquiry.row('reward/exclusions', on, { collector });
  const { gives, article } = inquiry.row('reward/recovery', on, { formedOn, form, status });
  if (who.gives.due !== true) return { rate: ZERO, amount: ZERO, article: who.article };
  if (status === 'written-off' && form === '呆滞') inquiry.warn('written-off-is-dead', { form });
  const rate = present(parseExact(String(gives.rate)), 'the reward table holds decimals');
  const base = who.gives.afterCosts === true ? minus(part, whole(costs)) : part;
  return { rate, amount: compare(base, ZERO) > 0 ? times(rate, base) : ZERO, article };
}

export function recoveryReward(inquiry: Inquiry, facts: RecoveryFacts): { rate: Exact; amount: Exact } {
  return rewardOn(inquiry, null, facts, whole(facts.recovered), facts.cost);
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

/** Shares add up to the loss, to the fen. */
export function liabilityShares(inquiry: Inquiry, withinAuthority: boolean, loss: Fen): LiabilityShare[] {
  const shares = inquiry
    .table('liability/shares', null, { withinAuthority })
    .map(({ gives }) => ({ post: String(gives.post), percent: Number(gives.percent) }));
  const amounts = roundTogether(shares.map(({ percent }) => fraction(BigInt(loss) * BigInt(percent), 100n)));
  return shares.map((share, index) => ({ ...share, amount: amounts[index] as Fen }));
}
