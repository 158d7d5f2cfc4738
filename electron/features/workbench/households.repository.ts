/** Where the households of a work list belong and who looks after them. */
import type { ReadDb } from '../../database/store';

export interface HouseholdPlace {
  readonly household: number;
  readonly borrower: string;
  /** Of the newest loan. */
  readonly unitId: number;
  readonly unit: string;
  /** As the ledger names him. */
  readonly officer: string | null;
  /** The colleague of that name, if there is exactly one. */
  readonly officerId: number | null;
}

export function placesOf(db: ReadDb, households: readonly number[]): Map<number, HouseholdPlace> {
  const sql = `SELECT party.id AS household, party.name AS borrower, loan.unit_id AS unitId, unit.name AS unit, loan.officer,
      (SELECT CASE count(*) WHEN 1 THEN max(id) END FROM app_user WHERE display = loan.officer AND active = 1) AS officerId
    FROM json_each(?) AS wanted
    JOIN party ON party.id = wanted.value
    JOIN loan ON loan.id = (SELECT max(id) FROM loan AS newest WHERE newest.party_id = party.id)
    JOIN unit ON unit.id = loan.unit_id`;
  const rows = db.hot(sql).all(JSON.stringify(households)) as HouseholdPlace[];
  return new Map(rows.map((row) => [row.household, row]));
}
