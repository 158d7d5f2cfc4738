/** Promises and next dates of the contact log that nobody has followed up yet. */
import type { ReadDb } from '../../database/store';
import { COUNTS, counting } from './contacts.repository';

export interface NextContact {
  readonly id: number;
  readonly household: number;
  readonly userId: number;
  readonly day: string;
  readonly what: string;
}

const SAME_PERSON = `later.party_id = c.party_id
  AND coalesce(later.with_party_id, later.other_person) = coalesce(c.with_party_id, c.other_person)`;

/** Open until somebody has spoken to the same person again. */
export function nextContacts(db: ReadDb, until: string, most: number): NextContact[] {
  const sql = `SELECT c.id, c.party_id AS household, c.user_id AS userId, c.next_on AS day, coalesce(c.next_what, '') AS what
    FROM contact AS c WHERE c.next_on <= ? AND ${COUNTS}
      AND NOT EXISTS (SELECT 1 FROM contact AS later WHERE ${SAME_PERSON} AND later.held_at > c.held_at
        AND ${counting('later')})
    ORDER BY c.next_on, c.id LIMIT ?`;
  return db.hot(sql).all(until, most) as NextContact[];
}

export interface OpenPromise extends NextContact {
  readonly amount: number;
}

/** Promised until `until` and not followed up after that day; whether they were kept is for the receipts to say. */
export function promisesUntil(db: ReadDb, until: string, most: number): OpenPromise[] {
  const sql = `SELECT c.id, c.party_id AS household, c.user_id AS userId, c.promise_on AS day, c.promise_amount AS amount,
      coalesce(met.name, c.other_person) AS what
    FROM contact AS c LEFT JOIN party AS met ON met.id = c.with_party_id
    WHERE c.promise_on <= ? AND ${COUNTS}
      AND NOT EXISTS (SELECT 1 FROM contact AS later WHERE ${SAME_PERSON} AND later.held_at > c.promise_on || '~'
        AND ${counting('later')})
    ORDER BY c.promise_on, c.id LIMIT ?`;
  return db.hot(sql).all(until, most) as OpenPromise[];
}
