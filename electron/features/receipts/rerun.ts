/** Receipts replayed after something behind them changed; differences are posted as adjustment lines, never a rewrite. */
import { openAccount } from '@shared/domain/receipts/openAccount';
import { type Posted, postings } from '@shared/domain/receipts/postings';
import { replay } from '@shared/domain/receipts/replay';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { WriteTx } from '../../database/store';
import { rulesInForce } from '../rules/rulesInForce';
import { householdBooks } from './account.repository';
import { type Cause, post } from './receipts.repository';

/**
 * The number of lines posted. `leaving`: sums of receipts that count no more. What no loan can take any more stays a rest of its
 * receipt, for people to look into.
 */
export async function rerun(
  tx: WriteTx,
  today: CalendarDate,
  partyId: number,
  cause: Cause,
  leaving: Posted = new Map(),
): Promise<number> {
  const { book } = await rulesInForce(tx, today);
  const { account, posted } = openAccount(householdBooks(tx, partyId));
  const { spreads } = replay(book, account);
  const found = postings(new Map([...posted, ...leaving]), spreads);
  post(tx, today, cause, found);
  return found.length;
}
