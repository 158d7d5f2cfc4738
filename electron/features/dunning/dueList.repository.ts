/** Which households a pack looks through, and how their loans are called. */
import type { ReadDb } from '../../database/store';

/** Every part that is not null narrows. */
export interface Place {
  readonly unit: string | null;
  readonly officer: string | null;
  /** Part of the borrower's address: a village or a street. */
  readonly area: string | null;
  readonly partyId: number | null;
}

/** Borrowers who still owe something, by id. */
export function partiesWithin(db: ReadDb, { unit, officer, area, partyId }: Place): number[] {
  const sql = `SELECT DISTINCT loan.party_id FROM loan JOIN unit ON unit.id = loan.unit_id JOIN party ON party.id = loan.party_id
    WHERE (loan.balance > 0 OR loan.interest_on > 0 OR loan.interest_off > 0)
      AND (? IS NULL OR unit.name = ?) AND (? IS NULL OR loan.officer = ?) AND (? IS NULL OR instr(party.address, ?) > 0)
      AND (? IS NULL OR loan.party_id = ?)
    ORDER BY loan.party_id`;
  return db.hot(sql).pluck().all(unit, unit, officer, officer, area, area, partyId, partyId) as number[];
}

export interface NamedLoan {
  readonly contractNo: string;
  readonly unit: string;
  readonly officer: string | null;
}

export function namedLoans(db: ReadDb, partyId: number): Map<number, NamedLoan> {
  const sql = `SELECT loan.id, contract_no AS contractNo, unit.name AS unit, officer FROM loan JOIN unit ON unit.id = loan.unit_id
    WHERE party_id = ?`;
  const rows = db.hot(sql).all(partyId) as (NamedLoan & { id: number })[];
  return new Map(rows.map((row) => [row.id, row]));
}

const status = (db: ReadDb, sql: string, id: number): string | null =>
  (db.hot(sql).pluck().get(id) as string | null | undefined) ?? null;

export const statusOfGuarantor = (db: ReadDb, guaranteeId: number): string | null =>
  status(db, 'SELECT status FROM party WHERE id = (SELECT party_id FROM guarantee WHERE id = ?)', guaranteeId);

export const statusOfOwner = (db: ReadDb, collateralId: number): string | null =>
  status(db, 'SELECT status FROM party WHERE id_no = (SELECT owner_id_no FROM collateral WHERE id = ?)', collateralId);
