/** From what a person types to the household: its number, an identifier, a contract number, or a name that is his alone. */
import { contractKey } from '@shared/domain/imports/foldText';
import { householdNumber, partyIdOf } from '@shared/domain/loans/householdNumber';
import { normaliseIdentifier } from '@shared/domain/parties/identifier';
import { lengthenIdNumber } from '@shared/domain/parties/idNumber';
import { foldForSearch } from '@shared/domain/search/searchText';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { gramCandidates } from '../loans/ledgerSearch.repository';

const BORROWS = 'EXISTS (SELECT 1 FROM loan WHERE loan.party_id = party.id)';

/**
 * The borrower's party id. Refusals: household-unknown {secures?: households that a guarantor of this key secures},
 * household-ambiguous {candidates: [{household, unit}]}. To be called with the connection settled.
 */
export function resolveHousehold(db: ReadDb, key: string): number {
  const named = householdOfKey(db, key);
  if (named !== null) {
    if (db.hot(`SELECT 1 FROM party WHERE id = ? AND ${BORROWS}`).get(named)) return named;
    const secures = securedBy(db, named).map(householdNumber);
    refuse('household-unknown', secures.length > 0 ? { secures } : {});
  }
  const namesakes = byName(db, key.trim());
  const [only] = namesakes;
  if (only === undefined) refuse('household-unknown');
  if (namesakes.length > 1) {
    const candidates = namesakes.map((id) => ({ household: householdNumber(id), unit: firstUnit(db, id) }));
    refuse('household-ambiguous', { candidates });
  }
  return only;
}

/** Whose household number, identifier or contract number it is, borrower or not; null: nobody's. */
export const householdOfKey = (db: ReadDb, key: string): number | null =>
  byNumberOrIdentifier(db, key) ?? byContract(db, key);

function byNumberOrIdentifier(db: ReadDb, key: string): number | null {
  const partyId = partyIdOf(key);
  if (partyId !== null) return partyId;
  const { value } = normaliseIdentifier(key);
  const forms = /^\d{15}$/.test(value) ? [value, lengthenIdNumber(value)] : [value];
  for (const form of forms) {
    const found = db.hot('SELECT id FROM party WHERE id_no = ?').pluck().get(form) as number | undefined;
    if (found !== undefined) return found;
  }
  return null;
}

function byContract(db: ReadDb, key: string): number | null {
  const sql = 'SELECT party_id FROM loan WHERE contract_key = ?';
  return (db.hot(sql).pluck().get(contractKey(key)) as number | undefined) ?? null;
}

function byName(db: ReadDb, name: string): number[] {
  const candidates = gramCandidates(db, 'party_gram', [foldForSearch(name)], Number.MAX_SAFE_INTEGER);
  // A name of one character has no grams: all parties are looked through.
  const among = candidates ? 'id IN (SELECT value FROM json_each(?)) AND' : '? IS NULL AND';
  const sql = `SELECT id FROM party WHERE ${among} name = ? AND ${BORROWS} ORDER BY id`;
  return db
    .hot(sql)
    .pluck()
    .all(candidates ? JSON.stringify(candidates) : null, name) as number[];
}

/** Borrowers whose loans the party guarantees. */
export function securedBy(db: ReadDb, partyId: number): number[] {
  const sql = `SELECT DISTINCT loan.party_id FROM guarantee JOIN loan ON loan.id = guarantee.loan_id
    WHERE guarantee.party_id = ? ORDER BY loan.party_id`;
  return db.hot(sql).pluck().all(partyId) as number[];
}

/** Unit of the party's newest loan. */
export function firstUnit(db: ReadDb, partyId: number): string | null {
  const sql = `SELECT unit.name FROM loan JOIN unit ON unit.id = loan.unit_id
    WHERE loan.party_id = ? ORDER BY loan.id DESC LIMIT 1`;
  return (db.hot(sql).pluck().get(partyId) as string | undefined) ?? null;
}
