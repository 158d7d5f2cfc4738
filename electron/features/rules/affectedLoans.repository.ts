/** Contracts and households of the loans whose results a version of a rule would change. */
import type { ReadDb } from '../../database/store';

export interface LoanLabel {
  readonly id: number;
  readonly contract: string;
  readonly partyId: number;
}

export async function loanLabels(db: ReadDb, ids: readonly number[]): Promise<Map<number, LoanLabel>> {
  if (ids.length === 0) return new Map();
  const rows = await db.q
    .selectFrom('loan')
    .select(['id', 'contract_no as contract', 'party_id as partyId'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
