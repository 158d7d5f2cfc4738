/** The register of counsels and agents and their cases, in the database. What was entered stays; an engagement ends once. */
import type { Counsel, CounselEntry, EngagementMode } from '@shared/domain/litigation/counsel';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

type Db = Pick<ReadDb, 'hot'>;

type Head = Omit<Counsel, 'entries'>;
type EntryRow = CounselEntry & { readonly counselId: number };

const HEAD = `SELECT id, name, kind, firm, licence_no AS licenceNo, licensed_on AS licensedOn, experience, character FROM counsel`;
const ENTRY = `SELECT counsel_id AS counselId, kind, day AS "on", number, cause, text FROM counsel_entry ORDER BY day, id`;

function withEntries(db: Db, heads: readonly Head[]): Counsel[] {
  const entries = Map.groupBy(db.hot(ENTRY).all() as EntryRow[], ({ counselId }) => counselId);
  return heads.map((head) => ({
    ...head,
    entries: (entries.get(head.id) ?? []).map(({ counselId: _, ...entry }) => entry),
  }));
}

/** By name. */
export const listCounsels = (db: Db): Counsel[] => withEntries(db, db.hot(`${HEAD} ORDER BY name, id`).all() as Head[]);

export const findCounsel = (db: Db, id: number): Counsel | undefined =>
  withEntries(db, db.hot(`${HEAD} WHERE id = ?`).all(id) as Head[])[0];

/** Under this name, and not dismissed. */
export function isOnRegister(db: Db, name: string): boolean {
  const sql = `SELECT 1 FROM counsel WHERE name = ?
    AND NOT EXISTS (SELECT 1 FROM counsel_entry WHERE counsel_id = counsel.id AND kind = 'dismissed')`;
  return db.hot(sql).get(name) !== undefined;
}

export const isLicenceKnown = (db: Db, licenceNo: string): boolean =>
  db.hot('SELECT 1 FROM counsel WHERE licence_no = ?').get(licenceNo) !== undefined;

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'the register of counsels is kept by a user');

export type NewCounsel = Omit<Head, 'id'>;

export function insertCounsel(tx: WriteTx, given: NewCounsel): number {
  const sql = `INSERT INTO counsel (name, kind, firm, licence_no, licensed_on, experience, character, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { name, kind, firm, licenceNo, licensedOn, experience, character } = given;
  const values = [name, kind, firm, licenceNo, licensedOn, experience, character];
  return Number(tx.hot(sql).run(...values, actorId(tx), tx.at).lastInsertRowid);
}

export function insertCounselEntry(tx: WriteTx, counselId: number, entry: CounselEntry): void {
  const sql = `INSERT INTO counsel_entry (counsel_id, kind, day, number, cause, text, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const { kind, on, number, cause, text } = entry;
  tx.hot(sql).run(counselId, kind, on, number, cause, text, actorId(tx), tx.at);
}

export interface StoredEngagement {
  readonly id: number;
  readonly caseId: number;
  readonly counselId: number;
  readonly name: string;
  readonly firm: string;
  readonly mode: EngagementMode;
  readonly contractId: number | null;
  readonly permitNo: string | null;
  readonly on: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly endedReason: string | null;
}

const ENGAGED = `SELECT held.id, case_id AS caseId, counsel_id AS counselId, name, firm, mode, contract_id AS contractId,
    permit_no AS permitNo, day AS "on", ended_on AS endedOn, ended_reason AS endedReason
  FROM case_counsel AS held JOIN counsel ON counsel.id = counsel_id`;

/** Of a case, or of all; ended ones too, in the order in which they were made. */
export function engagementsOf(db: Db, caseId: number | null): StoredEngagement[] {
  if (caseId === null) return db.hot(`${ENGAGED} ORDER BY held.id`).all() as StoredEngagement[];
  return db.hot(`${ENGAGED} WHERE case_id = ? ORDER BY held.id`).all(caseId) as StoredEngagement[];
}

export type NewEngagement = Pick<StoredEngagement, 'caseId' | 'counselId' | 'mode' | 'contractId' | 'permitNo' | 'on'>;

export function insertEngagement(tx: WriteTx, given: NewEngagement): number {
  const sql = `INSERT INTO case_counsel (case_id, counsel_id, mode, contract_id, permit_no, day, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const { caseId, counselId, mode, contractId, permitNo, on } = given;
  const done = tx.hot(sql).run(caseId, counselId, mode, contractId, permitNo, on, actorId(tx), tx.at);
  return Number(done.lastInsertRowid);
}

export const endEngagementRow = (tx: WriteTx, id: number, on: CalendarDate, reason: string): void =>
  void tx.hot('UPDATE case_counsel SET ended_on = ?, ended_reason = ? WHERE id = ?').run(on, reason, id);
