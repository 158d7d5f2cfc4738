/** Writing cases: each description, act and postponement is a row more; nothing that was written is changed. */
import type { CourtAct, GateAct } from '@shared/domain/litigation/actKinds';
import type { ActDetail } from '@shared/domain/litigation/acts';
import type {
  Capacity,
  ClaimKind,
  CourtLevel,
  EvidenceKind,
  PartyRole,
  PersonRole,
  Route,
  Standing,
} from '@shared/domain/litigation/caseFile';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb, WriteTx } from '../../database/store';
import type { KeptFile } from '../contacts/contacts.repository';

export interface Description {
  readonly title: string;
  readonly cause: string;
  readonly court: string | null;
  readonly courtLevel: CourtLevel;
  readonly remark: string | null;
  readonly loans: readonly { readonly loanId: number; readonly principal: Fen; readonly interest: Fen }[];
  /** In their order: the first is `p1`. */
  readonly parties: readonly {
    readonly role: PartyRole;
    readonly capacity: Capacity;
    readonly partyId: number | null;
    readonly name: string;
  }[];
  readonly claims: readonly {
    readonly kind: ClaimKind;
    readonly amount: Fen | null;
    readonly collateralId: number | null;
    /** Key of a party. */
    readonly party: string | null;
    readonly text: string;
  }[];
  readonly people: readonly {
    readonly role: PersonRole;
    readonly userId: number | null;
    readonly name: string;
    readonly reason: string | null;
  }[];
}

const actorOf = (tx: WriteTx): number => present(tx.actor.userId, 'a user works on a case');

export interface NewCase {
  readonly unitId: number;
  readonly partyId: number;
  readonly route: Route;
  readonly standing: Standing;
  readonly openedOn: CalendarDate;
}

/** With its first description. */
export async function insertCase(tx: WriteTx, head: NewCase, description: Description): Promise<number> {
  const { unitId, partyId, route, standing, openedOn } = head;
  const row = {
    legacy_key: null,
    unit_id: unitId,
    party_id: partyId,
    route,
    standing,
    opened_on: openedOn,
    version: 1,
  };
  const { id } = await tx.q
    .insertInto('court_case')
    .values({ ...row, batch_id: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertVersion(tx, id, 1, description);
  return id;
}

/** The description that follows `version`; it is in force from now on. */
export async function describeAnew(tx: WriteTx, id: number, version: number, description: Description): Promise<void> {
  await tx.q
    .updateTable('court_case')
    .set((e) => ({ version: version + 1, rev: e('rev', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await insertVersion(tx, id, version + 1, description);
}

async function insertVersion(tx: WriteTx, caseId: number, version: number, description: Description): Promise<void> {
  const of = { case_id: caseId, version };
  const { title, cause, court, courtLevel, remark, loans, parties, claims, people } = description;
  const head = { ...of, title, cause, court, court_level: courtLevel, remark, user_id: actorOf(tx), at: tx.at };
  await tx.q.insertInto('case_version').values(head).execute();
  const numbered = <T>(rows: readonly T[]) => rows.map((row, index) => ({ ...of, seq: index + 1, row }));
  for (const { row, ...key } of numbered(loans)) {
    const { loanId, principal, interest } = row;
    await tx.q
      .insertInto('case_loan')
      .values({ ...key, loan_id: loanId, principal, interest })
      .execute();
  }
  for (const { row, ...key } of numbered(parties)) {
    const { role, capacity, partyId, name } = row;
    await tx.q
      .insertInto('case_party')
      .values({ ...key, role, capacity, party_id: partyId, name })
      .execute();
  }
  for (const { row, ...key } of numbered(claims)) {
    const { kind, amount, collateralId, party, text } = row;
    const partySeq = party === null ? null : Number(party.slice(1));
    const values = { ...key, kind, amount, collateral_id: collateralId, party_seq: partySeq, text };
    await tx.q.insertInto('case_claim').values(values).execute();
  }
  for (const { row, ...key } of numbered(people)) {
    const { role, userId, name, reason } = row;
    await tx.q
      .insertInto('case_person')
      .values({ ...key, role, user_id: userId, name, reason })
      .execute();
  }
}

export interface ActToInsert {
  readonly caseId: number;
  readonly kind: CourtAct | GateAct;
  readonly on: CalendarDate;
  readonly detail: ActDetail;
  readonly documentId?: number | null;
  readonly note?: string | null;
  readonly accepted?: { readonly codes: readonly string[]; readonly reason: string } | null;
  readonly files?: readonly KeptFile[];
}

/** Its key. The caller has asked whether the act may be done. */
export async function insertAct(tx: WriteTx, act: ActToInsert): Promise<string> {
  const { caseId, kind, on, detail, documentId = null, note = null, accepted = null, files = [] } = act;
  const { id } = await tx.q
    .insertInto('case_act')
    .values({
      case_id: caseId,
      kind,
      done_on: on,
      detail: JSON.stringify(detail),
      document_id: documentId,
      note,
      accepted: accepted === null ? null : JSON.stringify(accepted),
      reverses: null,
      user_id: actorOf(tx),
      at: tx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [index, { name, ...file }] of files.entries()) {
    const sha256 = await keepAttachment(tx, { name, ...file });
    await tx.q
      .insertInto('case_act_file')
      .values({ act_id: id, seq: index + 1, name, sha256 })
      .execute();
  }
  return `a${id}`;
}

async function keepAttachment(tx: WriteTx, { sha256, byteLength }: KeptFile): Promise<string> {
  await tx.q
    .insertInto('attachment')
    .values({ sha256, media_type: 'application/octet-stream', byte_length: byteLength, stored_at: tx.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

/** The act no longer counts; both stay. */
export async function insertReversal(
  tx: WriteTx,
  caseId: number,
  key: string,
  on: CalendarDate,
  reason: string,
): Promise<void> {
  const row = {
    case_id: caseId,
    kind: 'taken-back' as const,
    done_on: on,
    detail: '{}',
    document_id: null,
    accepted: null,
  };
  await tx.q
    .insertInto('case_act')
    .values({ ...row, note: reason, reverses: key, user_id: actorOf(tx), at: tx.at })
    .execute();
}

export interface NewEvidence {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly source: string;
  readonly isOriginal: boolean;
  readonly pages: number;
  readonly proves: string;
}

export async function insertEvidence(
  tx: WriteTx,
  caseId: number,
  { isOriginal, ...item }: NewEvidence,
  file: KeptFile | null,
): Promise<number> {
  const sha256 = file === null ? null : await keepAttachment(tx, file);
  const own = { case_id: caseId, is_original: isOriginal ? (1 as const) : (0 as const), sha256 };
  const none = { withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null };
  const { id } = await tx.q
    .insertInto('case_evidence')
    .values({ ...item, ...own, ...none, user_id: actorOf(tx), at: tx.at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function withdrawEvidenceRow(tx: WriteTx, id: number, reason: string): Promise<void> {
  await tx.q
    .updateTable('case_evidence')
    .set({ withdrawn_at: tx.at, withdrawn_by: actorOf(tx), withdrawn_reason: reason })
    .where('id', '=', id)
    .execute();
}

export async function insertPostponement(
  tx: WriteTx,
  caseId: number,
  { deadline, until, reason, day }: { deadline: string; until: CalendarDate; reason: string; day: CalendarDate },
): Promise<void> {
  await tx.q
    .insertInto('case_postponement')
    .values({ case_id: caseId, deadline, until_day: until, reason, day, user_id: actorOf(tx), at: tx.at })
    .execute();
}

/** Who wrote the descriptions of a case: they prepared it (ORG-03). */
export function describersOf(db: Pick<ReadDb, 'hot'>, caseId: number): { userId: number; display: string }[] {
  const sql = `SELECT DISTINCT user_id AS userId, display FROM case_version JOIN app_user ON app_user.id = user_id
    WHERE case_id = ? ORDER BY user_id`;
  return db.hot(sql).all(caseId) as { userId: number; display: string }[];
}

/** Who recorded an act; null for one that the imported ledger tells. */
export function recorderOf(db: Pick<ReadDb, 'hot'>, key: string): { userId: number; display: string } | null {
  const sql =
    'SELECT user_id AS userId, display FROM case_act JOIN app_user ON app_user.id = user_id WHERE case_act.id = ?';
  const found = key.startsWith('a') ? db.hot(sql).get(Number(key.slice(1))) : undefined;
  return (found as { userId: number; display: string } | undefined) ?? null;
}

export interface LoanPlace {
  readonly id: number;
  readonly partyId: number;
  readonly unitId: number;
  readonly contract: string;
}

/** Loans by their ids, in the order asked for; one that does not exist is missing. */
export function loanPlaces(db: Pick<ReadDb, 'hot'>, ids: readonly number[]): LoanPlace[] {
  const sql = `SELECT loan.id, party_id AS partyId, unit_id AS unitId, contract_no AS contract
    FROM json_each(?) AS asked JOIN loan ON loan.id = asked.value ORDER BY asked.key`;
  return db.hot(sql).all(JSON.stringify(ids)) as LoanPlace[];
}

/** Loans that somebody guarantees. */
export const guaranteedLoans = (db: Pick<ReadDb, 'hot'>, partyId: number): number[] =>
  db.hot('SELECT loan_id FROM guarantee WHERE party_id = ? ORDER BY id').pluck().all(partyId) as number[];

/** Of the securities of some loans. */
export const collateralIds = (db: Pick<ReadDb, 'hot'>, loanIds: readonly number[]): number[] =>
  db
    .hot('SELECT id FROM collateral WHERE loan_id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .pluck()
    .all(JSON.stringify(loanIds)) as number[];
