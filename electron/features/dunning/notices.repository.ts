/** The register of notices (催收通知书登记簿): one row for each paper and addressee, with what became of it. */
import type { Capacity, DeliveryMethod, NoticeOutcome } from '@shared/domain/dunning/delivery';
import type { SentNotice } from '@shared/domain/dunning/dueNotice';
import type { NoticeFacts, NoticeForm, NoticeRole } from '@shared/domain/dunning/noticeFacts';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import type { IssuedPaper } from '../documents/form';
import { HAS_ARRIVED } from './calledIn.repository';

/** Rows for notices that got their numbers. */
export async function insertNotices(
  tx: WriteTx,
  form: NoticeForm | 'DOC-REC-08' | 'DOC-REC-10',
  papers: readonly IssuedPaper<NoticeFacts>[],
): Promise<void> {
  for (const { documentId, facts } of papers) {
    const { id } = await tx.q
      .insertInto('notice')
      .values({
        document_id: documentId,
        party_id: facts.partyId,
        unit_id: facts.unit.id,
        form,
        role: facts.role,
        addressee: facts.addressee.name,
        officer: facts.officer,
        noticed_on: facts.today,
        outcome: 'open',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const items = facts.loans.map((loan, seq) => ({
      notice_id: id,
      seq,
      loan_id: loan.id,
      guarantee_id: facts.guarantee?.id ?? null,
      principal: loan.balance,
      interest: loan.interest,
      as_of: loan.asOf,
    }));
    await tx.q.insertInto('notice_item').values(items).execute();
  }
}

export interface NoticeRow {
  readonly id: number;
  readonly documentId: number | null;
  readonly number: string;
  readonly jobId: number | null;
  readonly form: string;
  readonly partyId: number;
  readonly borrower: string;
  readonly unit: string;
  readonly role: NoticeRole;
  readonly addressee: string;
  readonly contracts: string;
  readonly principal: number | null;
  readonly interest: number | null;
  readonly asOf: string | null;
  readonly officer: string | null;
  readonly noticedOn: string;
  readonly method: DeliveryMethod | null;
  readonly trackingNo: string | null;
  readonly arrivedOn: string | null;
  readonly outcome: NoticeOutcome;
  readonly signedBy: string | null;
  readonly capacity: Capacity | null;
  readonly receiptOn: string | null;
  readonly objection: string | null;
  readonly consents: 0 | 1;
  readonly witness: string | null;
  readonly remark: string | null;
  readonly chased: number;
  readonly chasedOn: string | null;
  readonly confirmedBy: string | null;
  readonly scans: number;
  readonly voided: 0 | 1;
  readonly voidReason: string | null;
  readonly rev: number;
}

/** Pages of its receipt that were filed, by their code or by a person: the letter alone is none. */
const SCANS = `(SELECT count(*) FROM scan
  WHERE (scan.document_id = notice.document_id OR legacy_notice_id = notice.id) AND coalesce(part, 'R') <> 'M')`;

const SELECT = `SELECT notice.id, notice.document_id AS documentId,
    coalesce(document.number, document.paper_key, legacy_no) AS number, document.job_id AS jobId, notice.form,
    notice.party_id AS partyId, party.name AS borrower, unit.name AS unit, role, addressee,
    (SELECT group_concat(loan.contract_no, '、') FROM notice_item AS item JOIN loan ON loan.id = item.loan_id
      WHERE item.notice_id = notice.id) AS contracts,
    (SELECT sum(principal) FROM notice_item WHERE notice_id = notice.id) AS principal,
    (SELECT sum(interest) FROM notice_item WHERE notice_id = notice.id) AS interest,
    (SELECT max(as_of) FROM notice_item WHERE notice_id = notice.id) AS asOf,
    officer, noticed_on AS noticedOn, method, tracking_no AS trackingNo, arrived_on AS arrivedOn, outcome, signed_by AS signedBy,
    capacity, receipt_on AS receiptOn, objection, consents, witness, notice.remark, chased, chased_on AS chasedOn, app_user.display AS confirmedBy,
    ${SCANS} AS scans,
    coalesce(document.status = 'voided', 0) AS voided, notice.rev,
    (SELECT reason FROM document_void WHERE document_id = document.id AND state = 'voided') AS voidReason
  FROM notice JOIN party ON party.id = notice.party_id JOIN unit ON unit.id = notice.unit_id
    LEFT JOIN document ON document.id = notice.document_id LEFT JOIN app_user ON app_user.id = notice.confirmed_by`;

export interface NoticeFilter {
  readonly unit: string | null;
  readonly officer: string | null;
  readonly partyId: number | null;
  /** Day of the notice, both ends included. */
  readonly from: string | null;
  readonly to: string | null;
  /** `missing`: receipts still out since before `chaseBefore`; one that was scanned is not out, but waits to be checked. */
  readonly state: NoticeOutcome | 'missing' | null;
  readonly text: string;
  /** The household that `text` is the number, identifier or contract of. */
  readonly textPartyId: number | null;
}

/** Newest first; `chaseBefore` is the first day that is not yet to be chased. */
export function listNotices(db: ReadDb, filter: NoticeFilter, chaseBefore: string, limit: number): NoticeRow[] {
  const where: string[] = ["coalesce(document.status, 'issued') <> 'issuing'"];
  const values: unknown[] = [];
  const add = (sql: string, ...given: unknown[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (filter.unit) add('unit.name = ?', filter.unit);
  if (filter.officer) add('officer = ?', filter.officer);
  if (filter.partyId !== null) add('notice.party_id = ?', filter.partyId);
  if (filter.from) add('noticed_on >= ?', filter.from);
  if (filter.to) add('noticed_on <= ?', filter.to);
  if (filter.state === 'missing')
    add(
      `outcome = 'open' AND noticed_on < ? AND ${SCANS} = 0 AND coalesce(document.status, 'issued') <> 'voided'`,
      chaseBefore,
    );
  else if (filter.state) add('outcome = ?', filter.state);
  if (filter.text) {
    const like = `%${filter.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    add(
      `(addressee LIKE ? ESCAPE '\\' OR party.name LIKE ? ESCAPE '\\' OR coalesce(document.number, legacy_no) LIKE ? ESCAPE '\\'
        OR notice.party_id = ?)`,
      ...[like, like, like, filter.textPartyId],
    );
  }
  const sql = `${SELECT} WHERE ${where.join(' AND ')} ORDER BY noticed_on DESC, notice.id DESC LIMIT ?`;
  return db.hot(sql).all(...values, limit) as NoticeRow[];
}

/** Refuses `notice-unknown`. */
export function readNotice(db: ReadDb, id: number): NoticeRow {
  const row = db.hot(`${SELECT} WHERE notice.id = ?`).get(id) as NoticeRow | undefined;
  return row ?? refuse('notice-unknown', { notice: id });
}

export interface Sent extends SentNotice {
  readonly loanId: number;
  readonly role: NoticeRole;
  readonly guaranteeId: number | null;
}

/** Notices that were sent about the debts of a household. */
export function sentNotices(db: ReadDb, partyId: number): Sent[] {
  const sql = `SELECT notice.form, noticed_on AS "on", ${HAS_ARRIVED} AS arrived, loan_id AS loanId, role,
      guarantee_id AS guaranteeId
    FROM notice JOIN notice_item AS item ON item.notice_id = notice.id LEFT JOIN document ON document.id = notice.document_id
    WHERE notice.party_id = ? AND coalesce(document.status, 'issued') <> 'voided'`;
  const rows = db.hot(sql).all(partyId) as (Omit<Sent, 'arrived'> & { arrived: 0 | 1 })[];
  return rows.map((row) => ({ ...row, arrived: row.arrived === 1 }));
}

export interface Delivery {
  readonly method: DeliveryMethod;
  readonly trackingNo: string | null;
  readonly outcome: NoticeOutcome;
  readonly arrivedOn: string | null;
  readonly signedBy: string | null;
  readonly capacity: Capacity | null;
  readonly receiptOn: string | null;
  readonly objection: string | null;
  readonly consents: boolean;
  readonly witness: string | null;
  readonly remark: string | null;
}

/** Refuses `stale-version` when somebody recorded something in between. */
export function updateDelivery(tx: WriteTx, id: number, rev: number, delivery: Delivery): void {
  const sql = `UPDATE notice SET method = ?, tracking_no = ?, outcome = ?, arrived_on = ?, signed_by = ?, capacity = ?, receipt_on = ?,
      objection = ?, consents = ?, witness = ?, remark = ?, confirmed_by = ?, confirmed_at = ?, rev = rev + 1
    WHERE id = ? AND rev = ?`;
  const { method, trackingNo, outcome, arrivedOn, signedBy, capacity, receiptOn, objection, witness, remark } =
    delivery;
  const { changes } = tx
    .hot(sql)
    .run(
      ...[method, trackingNo, outcome, arrivedOn, signedBy, capacity, receiptOn, objection, delivery.consents ? 1 : 0],
      ...[witness, remark, tx.actor.userId, tx.at, id, rev],
    );
  if (changes !== 1) refuse('stale-version', { notice: id });
}

/** One more time that a missing receipt was asked for. */
export function countChase(tx: WriteTx, id: number, today: string): number {
  const sql = `UPDATE notice SET chased = chased + 1, chased_on = ?, rev = rev + 1 WHERE id = ? AND outcome = 'open' AND ${SCANS} = 0
      AND NOT EXISTS (SELECT 1 FROM document WHERE document.id = document_id AND status = 'voided') RETURNING chased`;
  const chased = tx.hot(sql).pluck().get(today, id) as number | undefined;
  return chased ?? refuse('receipt-not-missing', { notice: id });
}

/** Officers and units that the register or the ledger names, for the filters. */
export function officersOf(db: ReadDb): string[] {
  const sql = `SELECT DISTINCT officer FROM loan WHERE officer IS NOT NULL ORDER BY officer`;
  return db.hot(sql).pluck().all() as string[];
}

/** The debts that a notice names. */
export function noticeSubjects(
  db: ReadDb,
  noticeId: number,
): { loanId: number; guaranteeId: number | null; contract: string }[] {
  const sql = `SELECT loan_id AS loanId, guarantee_id AS guaranteeId, loan.contract_no AS contract FROM notice_item
    JOIN loan ON loan.id = loan_id WHERE notice_id = ? ORDER BY seq`;
  return db.hot(sql).all(noticeId) as { loanId: number; guaranteeId: number | null; contract: string }[];
}

export interface OpenNotice {
  readonly id: number;
  readonly number: string;
  readonly addressee: string;
  readonly partyId: number;
  /** The officer, if he is one user; else who printed it. */
  readonly userId: number | null;
  readonly noticedOn: string;
  readonly chasedOn: string | null;
  readonly scans: number;
}

/**
 * Notices of which nothing is recorded yet, the oldest first: those printed until `noticedBy` whose receipt is still out and was
 * not asked for after `chasedBy` (those of the old register are history), and all whose receipt was scanned.
 */
export function openNotices(
  db: ReadDb,
  { noticedBy, chasedBy }: { readonly noticedBy: string; readonly chasedBy: string },
  most: number,
): OpenNotice[] {
  const sql = `SELECT notice.id, coalesce(number, paper_key, legacy_no) AS number, addressee, notice.party_id AS partyId,
      coalesce((SELECT CASE count(*) WHEN 1 THEN max(id) END FROM app_user WHERE display = notice.officer AND active = 1),
        document.user_id) AS userId, noticed_on AS noticedOn, chased_on AS chasedOn, ${SCANS} AS scans
    FROM notice LEFT JOIN document ON document.id = notice.document_id
    WHERE outcome = 'open' AND coalesce(document.status, 'issued') = 'issued'
      AND (${SCANS} > 0 OR (document_id IS NOT NULL AND noticed_on <= ? AND (chased_on IS NULL OR chased_on <= ?))) ORDER BY noticed_on, notice.id LIMIT ?`;
  return db.hot(sql).all(noticedBy, chasedBy, most) as OpenNotice[];
}
