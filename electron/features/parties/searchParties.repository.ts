/** Finds borrowers and guarantors by any part of name, ID, phone, address or contract number, two characters or more. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { maskIdNumber } from '@shared/domain/parties/mask';
import { foldForSearch } from '@shared/domain/search/searchText';
import type { ReadDb } from '../../database/store';
import { gramCandidates, gramQuery } from '../loans/ledgerSearch.repository';
import { firstUnit, securedBy } from './householdKey.repository';

export interface PartyHit {
  readonly partyId: number;
  readonly name: string;
  readonly idNumber: string | null;
  readonly household: string | null;
  readonly unit: string | null;
  readonly capacity: ('borrower' | 'guarantor' | 'owner')[];
  readonly secures: string | null;
}

/** So many candidates are verified and put in order; of more, the first that match are taken as they come. */
const SHORT_LIST = 5_000;

export function searchParties(db: ReadDb, text: string, limit: number): PartyHit[] {
  const folded = foldForSearch(text);
  if ([...folded].length < 2) return [];
  const found = [...partiesWith(db, folded, limit), ...borrowersOfContract(db, folded, limit)];
  return [...new Set(found)].slice(0, limit).map((id) => hitOf(db, id));
}

/** A full name first, then in the order of names. */
function partiesWith(db: ReadDb, folded: string, limit: number): number[] {
  const candidates = gramCandidates(db, 'party_gram', [folded], SHORT_LIST);
  if (!candidates) return firstMatches(db, 'party', 'party.id', folded, limit);
  const sql = `SELECT id FROM party WHERE id IN (SELECT value FROM json_each(?)) AND instr(search_text, ?) > 0
    ORDER BY name <> ?, sort_name, id LIMIT ?`;
  return db.hot(sql).pluck().all(JSON.stringify(candidates), folded, folded, limit) as number[];
}

function borrowersOfContract(db: ReadDb, folded: string, limit: number): number[] {
  return firstMatches(db, 'loan', 'loan.party_id', folded, limit);
}

/** Stops at the limit; among the rows that the gram index names, or without grams among all. */
function firstMatches(db: ReadDb, table: 'party' | 'loan', result: string, folded: string, limit: number): number[] {
  const match = gramQuery([folded]);
  const from = match === null ? table : `${table}_gram CROSS JOIN ${table} ON ${table}.id = ${table}_gram.rowid`;
  const where = match === null ? '' : `${table}_gram MATCH ? AND`;
  const sql = `SELECT DISTINCT ${result} FROM ${from} WHERE ${where} instr(${table}.search_text, ?) > 0 LIMIT ?`;
  const values = match === null ? [folded, limit] : [match, folded, limit];
  return db
    .hot(sql)
    .pluck()
    .all(...values) as number[];
}

function hitOf(db: ReadDb, id: number): PartyHit {
  const party = db.hot('SELECT name, id_no AS idNo FROM party WHERE id = ?').get(id) as {
    name: string;
    idNo: string | null;
  };
  const unit = firstUnit(db, id);
  const [secures] = securedBy(db, id);
  return {
    partyId: id,
    name: party.name,
    idNumber: party.idNo && maskIdNumber(party.idNo),
    household: unit === null ? null : householdNumber(id),
    unit: unit ?? (secures === undefined ? null : firstUnit(db, secures)),
    capacity: [
      ...(unit === null ? [] : ['borrower' as const]),
      ...(secures === undefined ? [] : ['guarantor' as const]),
    ],
    secures: secures === undefined ? null : householdNumber(secures),
  };
}
