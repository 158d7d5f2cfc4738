/** The contact log in the database: rows are added and never changed; withdrawn and corrected ones no longer count. */
import type { Evidence } from '@shared/domain/contacts/acts';
import type { GivenPromise, PaidAmount } from '@shared/domain/contacts/promises';
import type { Impression } from '@shared/domain/measures/householdState';
import type { Grade } from '@shared/domain/portfolio/grades';
import type { Insertable } from 'kysely';
import type { FeatureSchema } from '../../database/featureSchema';
import type { ContactTable } from '../../database/recoveryActsSchema';
import type { ReadDb, WriteTx } from '../../database/store';

/** SQL: the entry counts: neither withdrawn nor corrected. */
export const counting = (entry: string): string =>
  `NOT EXISTS (SELECT 1 FROM contact_withdrawal AS gone WHERE gone.contact_id = ${entry}.id)
  AND NOT EXISTS (SELECT 1 FROM contact AS newer WHERE newer.corrects = ${entry}.id)`;

export const COUNTS = counting('c');

export type StoredContact = Omit<ContactTable, 'id'> & {
  readonly id: number;
  readonly person: string;
  readonly by: string;
  readonly corrected_by: number | null;
  readonly withdrawn_reason: string | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: string | null;
};

const CONTACT = `SELECT c.*, coalesce(met.name, c.other_person) AS person, app_user.display AS "by",
    (SELECT id FROM contact AS newer WHERE newer.corrects = c.id) AS corrected_by,
    gone.reason AS withdrawn_reason, gone.at AS withdrawn_at, withdrawer.display AS withdrawn_by
  FROM contact AS c
  JOIN app_user ON app_user.id = c.user_id
  LEFT JOIN party AS met ON met.id = c.with_party_id
  LEFT JOIN contact_withdrawal AS gone ON gone.contact_id = c.id
  LEFT JOIN app_user AS withdrawer ON withdrawer.id = gone.user_id`;

/** Newest first, from behind the cursor. */
export function contactsBefore(
  db: ReadDb,
  partyId: number,
  cursor: { readonly at: string; readonly id: number } | null,
  limit: number,
): StoredContact[] {
  const sql = `${CONTACT} WHERE c.party_id = ? AND (c.held_at, c.id) < (?, ?) ORDER BY c.held_at DESC, c.id DESC LIMIT ?`;
  const { at, id } = cursor ?? { at: '~', id: 0 };
  return db.hot(sql).all(partyId, at, id, limit) as StoredContact[];
}

export const contactCount = (db: ReadDb, partyId: number): number =>
  db.hot('SELECT count(*) FROM contact WHERE party_id = ?').pluck().get(partyId) as number;

export const findContact = (db: ReadDb, id: number): StoredContact | undefined =>
  db.hot(`${CONTACT} WHERE c.id = ?`).get(id) as StoredContact | undefined;

export interface StoredAct {
  readonly contactId: number;
  readonly loan: number;
  readonly contract: string;
  readonly kind: string;
  readonly grade: Grade;
  readonly evidence: Evidence;
}

const among = (ids: readonly number[]) => JSON.stringify(ids);

export function actsOfContacts(db: ReadDb, ids: readonly number[]): StoredAct[] {
  const sql = `SELECT contact_id AS contactId, loan_id AS loan, loan.contract_no AS contract, kind, grade, evidence
    FROM contact_act JOIN loan ON loan.id = loan_id
    WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY loan_id`;
  return db.hot(sql).all(among(ids)) as StoredAct[];
}

export function filesOfContacts(
  db: ReadDb,
  ids: readonly number[],
): { contactId: number; seq: number; name: string }[] {
  const sql = `SELECT contact_id AS contactId, seq, name FROM contact_file
    WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, seq`;
  return db.hot(sql).all(among(ids)) as { contactId: number; seq: number; name: string }[];
}

export const fileOfContact = (db: ReadDb, id: number, seq: number): { name: string; sha256: string } | undefined =>
  db.hot('SELECT name, sha256 FROM contact_file WHERE contact_id = ? AND seq = ?').get(id, seq) as
    | { name: string; sha256: string }
    | undefined;

/** Files of the entry that is being put right: they stay with what replaces it. */
export function keptFilesOf(db: ReadDb, id: number | null): KeptFile[] {
  if (id === null) return [];
  const sql = `SELECT name, contact_file.sha256, byte_length AS byteLength
    FROM contact_file JOIN attachment USING (sha256) WHERE contact_id = ? ORDER BY seq`;
  return db.hot(sql).all(id) as KeptFile[];
}

/** Promises that count, of a household. */
export function promisesOf(db: ReadDb, partyId: number): GivenPromise[] {
  const sql = `SELECT id, substr(held_at, 1, 10) AS given, promise_amount AS amount, promise_on AS "on"
    FROM contact AS c WHERE party_id = ? AND promise_on IS NOT NULL AND ${COUNTS}`;
  return db.hot(sql).all(partyId) as GivenPromise[];
}

export function paidBy(db: ReadDb, partyId: number): PaidAmount[] {
  const sql = `SELECT received_on AS "on", receipt.principal + receipt.interest AS amount
    FROM receipt JOIN loan ON loan.id = receipt.loan_id WHERE loan.party_id = ?`;
  return db.hot(sql).all(partyId) as PaidAmount[];
}

/** What each contact that counts says of the debtor, oldest first. */
export function impressionsOf(db: ReadDb, partyId: number): Impression[] {
  const sql = `SELECT reached, counterpart, attitude, ability, observed FROM contact AS c
    WHERE party_id = ? AND ${COUNTS} ORDER BY held_at, id`;
  type Row = Omit<Impression, 'reached' | 'observed'> & { reached: 0 | 1; observed: string };
  return (db.hot(sql).all(partyId) as Row[]).map((row) => ({
    ...row,
    reached: row.reached === 1,
    observed: JSON.parse(row.observed) as Impression['observed'],
  }));
}

/** Outgoing calls to a person on a day, whatever household they were for. */
export function callsOn(db: ReadDb, person: number, day: string, except: number | null) {
  const sql = `SELECT count(*) AS calls, coalesce(sum(reached), 0) AS reached FROM contact AS c
    WHERE with_party_id = ? AND held_at >= ? AND held_at < ? AND kind = 'call' AND initiative = 'bank' AND c.id IS NOT ?
      AND ${COUNTS}`;
  return db.hot(sql).get(person, `${day} `, `${day}~`, except) as { calls: number; reached: number };
}

/** The third person of that name said that he is not to be contacted again. */
export const isStopped = (db: ReadDb, partyId: number, name: string): boolean =>
  db
    .hot(
      `SELECT 1 FROM contact AS c WHERE party_id = ? AND counterpart = 'third-person' AND other_person = ?
       AND consent = 'refused' AND ${COUNTS} LIMIT 1`,
    )
    .get(partyId, name) !== undefined;

/** Whether the borrower was reached the last time that somebody sought him; null when nobody has. */
export function lastReached(db: ReadDb, partyId: number): boolean | null {
  const sql = `SELECT reached FROM contact AS c WHERE party_id = ? AND counterpart = 'borrower' AND ${COUNTS}
    ORDER BY held_at DESC, id DESC LIMIT 1`;
  const reached = db.hot(sql).pluck().get(partyId) as 0 | 1 | undefined;
  return reached === undefined ? null : reached === 1;
}

export const borrows = (db: ReadDb, partyId: number): boolean =>
  db.hot('SELECT 1 FROM loan WHERE party_id = ? LIMIT 1').get(partyId) !== undefined;

export interface PersonLoan {
  readonly party: number;
  readonly loan: number;
  readonly contract: string;
  readonly settled: 0 | 1;
  readonly guarantee: number | null;
}

const LOAN = `loan.id AS loan, loan.contract_no AS contract,
  loan.balance <= 0 AND loan.interest_on + loan.interest_off <= 0 AS settled`;

/** Loans of the borrower, and those that each guarantor secures. */
export function loansOfPeople(db: ReadDb, partyId: number): PersonLoan[] {
  const sql = `SELECT loan.party_id AS party, ${LOAN}, NULL AS guarantee FROM loan WHERE party_id = ?
    UNION ALL
    SELECT guarantee.party_id, ${LOAN}, guarantee.id FROM guarantee JOIN loan ON loan.id = guarantee.loan_id
    WHERE loan.party_id = ?`;
  return db.hot(sql).all(partyId, partyId) as PersonLoan[];
}

export async function insertContact(tx: WriteTx, row: Insertable<ContactTable>): Promise<number> {
  const { id } = await tx.q.insertInto('contact').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertActs(
  tx: WriteTx,
  rows: readonly Insertable<FeatureSchema['contact_act']>[],
): Promise<void> {
  if (rows.length > 0) await tx.q.insertInto('contact_act').values(rows).execute();
}

export interface KeptFile {
  readonly name: string;
  readonly sha256: string;
  readonly byteLength: number;
}

export async function insertFiles(tx: WriteTx, contactId: number, files: readonly KeptFile[]): Promise<void> {
  for (const [seq, { name, sha256, byteLength }] of files.entries()) {
    await tx.q
      .insertInto('attachment')
      .values({ sha256, media_type: 'application/octet-stream', byte_length: byteLength, stored_at: tx.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx.q
      .insertInto('contact_file')
      .values({ contact_id: contactId, seq: seq + 1, name, sha256 })
      .execute();
  }
}

export async function insertWithdrawal(tx: WriteTx, contactId: number, userId: number, reason: string): Promise<void> {
  await tx.q
    .insertInto('contact_withdrawal')
    .values({ contact_id: contactId, user_id: userId, reason, at: tx.at })
    .execute();
}
