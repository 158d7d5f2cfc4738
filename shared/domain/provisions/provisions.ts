/** Specific provisions, migration and coverage ratios (law.md §8, §9). Ratios of zero are "n/a", never 0 %. */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { compare, type Exact, fraction, parseExact, plus, rateText, times, whole } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import { refuse } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import { FIVE_LEVELS, type FiveLevel } from '../classification/classes';

const PERCENT = fraction(1n, 100n);

/**
 * `floatPercent` (percent of the rate, may be negative) is only for classes that the rule of the date lets float: refuses
 * `float-not-allowed` with the permitted range.
 */
export function provisionRate(
  inquiry: Inquiry,
  facts: { class: FiveLevel; date: CalendarDate; floatPercent: Exact | null },
): Exact {
  const { gives, article } = inquiry.row('provision/specific', facts.date, { class: facts.class });
  const float = facts.floatPercent ?? whole(0);
  const most = whole(Number(gives.floatPercent));
  if (compare(float, most) > 0 || compare(float, times(most, whole(-1))) < 0)
    refuse('float-not-allowed', { floatPercent: rateText(float), most: Number(gives.floatPercent) }, article);
  const written = present(parseExact(String(gives.rate)), 'the provision table holds decimals');
  return times(written, plus(whole(1), times(float, PERCENT)));
}

/** Exact fen. */
export const provisionAmount = (rate: Exact, balance: Fen): Exact => times(rate, whole(balance));

export interface MigrationFacts {
  readonly class: FiveLevel;
  /** Opening balance of the class. */
  readonly opening: Fen;
  /** Part of it in a worse class at the end. */
  readonly movedDown: Fen;
  /** Part of it that was collected, disposed of or written off in between. */
  readonly decrease: Fen;
}

/** null = n/a. Refuses `class-without-migration` and `migration-impossible` (more left or moved than there was). */
export function migrationRatio(inquiry: Inquiry, facts: MigrationFacts): Exact | null {
  const inputs = {
    class: facts.class,
    opening: yuanText(facts.opening),
    movedDown: yuanText(facts.movedDown),
    decrease: yuanText(facts.decrease),
  };
  if (!inquiry.items('ratio/migration', null).has(facts.class))
    refuse('class-without-migration', { class: facts.class });
  if (facts.decrease > facts.opening || facts.movedDown > facts.opening) refuse('migration-impossible', inputs);
  const left = facts.opening - facts.decrease;
  if (left === 0) return null;
  if (facts.movedDown > left) inquiry.warn('migration-over-whole', inputs);
  return fraction(BigInt(facts.movedDown), BigInt(left));
}

export type Balances = Readonly<Partial<Record<FiveLevel, Fen>>>;

export interface CoverageRatios {
  readonly coverage: Exact | null;
  readonly nplRatio: Exact | null;
  readonly provisionRatio: Exact | null;
}

export function coverageRatios(inquiry: Inquiry, balances: Balances, reserve: Fen): CoverageRatios {
  const nonPerforming = inquiry.items('ratio/coverage', null);
  const total = FIVE_LEVELS.reduce((sum, level) => sum + (balances[level] ?? 0), 0);
  const npl = FIVE_LEVELS.filter((level) => nonPerforming.has(level)).reduce(
    (sum, level) => sum + (balances[level] ?? 0),
    0,
  );
  const ratio = (part: Fen, of: Fen) => (of === 0 ? null : fraction(BigInt(part), BigInt(of)));
  return { coverage: ratio(reserve, npl), nplRatio: ratio(npl, total), provisionRatio: ratio(reserve, total) };
}
