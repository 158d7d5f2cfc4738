/**
 * Rows that a text can be in, by the gram index. The answer may hold loans that do not match (the clause decides) but
 * misses none; null when there are no grams to look for, or more rows than the caller can use.
 */
import { grams } from '@shared/domain/search/searchText';
import type { ReadDb } from '../../database/store';
import type { Needle } from './ledgerFilter.repository';

type GramTable = 'party_gram' | 'loan_gram';

/** The gram index's query for rows with every piece; null when the pieces are too short to have grams. */
export function gramQuery(pieces: readonly string[]): string | null {
  const tokens = new Set(pieces.flatMap(grams));
  return tokens.size === 0 ? null : [...tokens].join(' AND ');
}

/** Rows of `table` that hold every gram of the pieces: at most `limit + 1`, so that the caller sees an overflow. */
export function gramCandidates(
  db: ReadDb,
  table: GramTable,
  pieces: readonly string[],
  limit: number,
): number[] | null {
  const match = gramQuery(pieces);
  if (match === null) return null;
  const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT ?`;
  const ids = db
    .hot(sql)
    .pluck()
    .all(match, limit + 1) as number[];
  return ids.length > limit ? null : ids;
}

/** Ids of parties or loans whose search text holds every piece. */
export function verified(
  db: ReadDb,
  table: 'party' | 'loan',
  ids: readonly number[],
  pieces: readonly string[],
): number[] {
  if (ids.length === 0) return [];
  const tests = pieces.map(() => 'instr(search_text, ?) > 0').join(' AND ');
  const sql = `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND ${tests}`;
  return db
    .hot(sql)
    .pluck()
    .all(JSON.stringify(ids), ...pieces) as number[];
}

/** Loans that can match the needle, at most `limit`; else null. */
export function candidateLoans(db: ReadDb, needle: Needle, limit: number): number[] | null {
  const loans = needle.where === 'party' ? [] : matching(db, 'loan', needle.pieces, limit);
  if (loans === null) return null;
  const parties = needle.where === 'loan' ? [] : matching(db, 'party', needle.pieces, limit);
  if (parties === null) return null;
  const theirs = loansOf(db, parties, limit);
  return theirs.length > limit ? null : [...new Set([...loans, ...theirs])];
}

function matching(db: ReadDb, table: 'party' | 'loan', pieces: readonly string[], limit: number): number[] | null {
  const candidates = gramCandidates(db, `${table}_gram`, pieces, limit);
  return candidates && verified(db, table, candidates, pieces);
}

function loansOf(db: ReadDb, parties: readonly number[], limit: number): number[] {
  if (parties.length === 0) return [];
  const sql = 'SELECT id FROM loan WHERE party_id IN (SELECT value FROM json_each(?)) LIMIT ?';
  return db
    .hot(sql)
    .pluck()
    .all(JSON.stringify(parties), limit + 1) as number[];
}
