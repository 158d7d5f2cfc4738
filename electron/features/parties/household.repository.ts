/**
 * Everything the household file shows (户档案, ARC-01), read in a dozen statements over indexed keys, whatever the
 * number of loans. A household is one borrower with all he owes here; its number is his party id.
 */
import type { LedgerRow } from '@shared/contract/loans.contract';
import type { DocumentTable } from '../../database/documentSchema';
import type { GuaranteeTable, PartyTable } from '../../database/schema';
import type { ReadDb } from '../../database/store';
import { ledgerRows } from '../loans/ledgerRows.repository';

const all = <T>(db: ReadDb, sql: string, ...values: unknown[]): T[] => db.hot(sql).all(...values) as T[];

/** SQL list of the loans of a household; its parameter is the party id. */
const LOANS = '(SELECT id FROM loan WHERE party_id = ?)';

export type StoredParty = Pick<
  PartyTable,
  | 'name'
  | 'kind'
  | 'id_kind'
  | 'id_no'
  | 'phone'
  | 'address'
  | 'employer'
  | 'spouse'
  | 'legal_representative'
  | 'flags'
  | 'status'
> & { id: number };

const PARTY = `party.id, party.name, party.kind, party.id_kind, party.id_no, party.phone, party.address,
  party.employer, party.spouse, party.legal_representative, party.flags, party.status`;

export function findParty(db: ReadDb, partyId: number): StoredParty | undefined {
  return db.hot(`SELECT ${PARTY} FROM party WHERE id = ?`).get(partyId) as StoredParty | undefined;
}

export function householdLoans(db: ReadDb, partyId: number): LedgerRow[] {
  const ids = db.hot('SELECT id FROM loan WHERE party_id = ? ORDER BY issue_date, id').pluck().all(partyId) as number[];
  return ledgerRows(db, ids);
}

export function guarantorsOf(db: ReadDb, partyId: number): StoredParty[] {
  const theirs = `SELECT party_id FROM guarantee WHERE loan_id IN ${LOANS}`;
  return all(db, `SELECT ${PARTY} FROM party WHERE id IN (${theirs}) ORDER BY id`, partyId);
}

/** Owners of collateral who are known as parties by their identifier. */
export function ownersOf(db: ReadDb, partyId: number): StoredParty[] {
  const theirs = `SELECT owner_id_no FROM collateral WHERE loan_id IN ${LOANS} AND owner_id_no IS NOT NULL`;
  return all(db, `SELECT ${PARTY} FROM party WHERE id_no IN (${theirs}) ORDER BY id`, partyId);
}

export type StoredGuarantee = Pick<
  GuaranteeTable,
  | 'kind'
  | 'amount'
  | 'period_start'
  | 'period_end'
  | 'period_wording'
  | 'relation'
  | 'guarantee_contract_no'
  | 'party_id'
> & { id: number; contract: string; guarantor: string };

export function guaranteesOf(db: ReadDb, partyId: number): StoredGuarantee[] {
  return all(
    db,
    `SELECT guarantee.id, guarantee.kind, guarantee.amount, guarantee.period_start, guarantee.period_end,
       guarantee.period_wording, guarantee.relation, guarantee.guarantee_contract_no, guarantee.party_id,
       loan.contract_no AS contract, party.name AS guarantor
     FROM guarantee JOIN loan ON loan.id = guarantee.loan_id JOIN party ON party.id = guarantee.party_id
     WHERE guarantee.loan_id IN ${LOANS} ORDER BY loan.id, guarantee.id`,
    partyId,
  );
}

export interface StoredCollateral {
  readonly id: number;
  readonly contract: string;
  readonly itemNo: string;
  readonly security: string | null;
  readonly kind: string;
  readonly location: string | null;
  readonly quantity: string | null;
  readonly owner: string | null;
  readonly certificateNo: string | null;
  readonly registeredOn: string | null;
  readonly registrationExpiry: string | null;
  readonly sufficient: string | null;
  readonly validity: string | null;
}

export function collateralOf(db: ReadDb, partyId: number): StoredCollateral[] {
  return all(
    db,
    `SELECT item.id, loan.contract_no AS contract, item.item_no AS itemNo, item.security, item.kind, item.location,
       item.quantity, item.owner_name AS owner, item.certificate_no AS certificateNo,
       item.registered_on AS registeredOn, item.registration_expiry AS registrationExpiry, item.sufficient, item.validity
     FROM collateral AS item JOIN loan ON loan.id = item.loan_id
     WHERE item.loan_id IN ${LOANS} ORDER BY loan.id, item.id`,
    partyId,
  );
}

export function appraisalsOf(
  db: ReadDb,
  partyId: number,
): { collateralId: number; valuedOn: string | null; value: number }[] {
  return all(
    db,
    `SELECT collateral_id AS collateralId, valued_on AS valuedOn, value FROM appraisal
     WHERE collateral_id IN (SELECT id FROM collateral WHERE loan_id IN ${LOANS}) ORDER BY collateral_id, seq`,
    partyId,
  );
}

export interface StoredReceipt {
  readonly id: number;
  readonly receiptNo: string;
  readonly receivedOn: string;
  readonly contract: string;
  readonly costs: number;
  readonly principal: number;
  readonly interest: number;
  readonly method: string | null;
  readonly payer: string | null;
  readonly voucherNo: string | null;
  readonly reverses: string | null;
  readonly remark: string | null;
}

/** Newest first. */
export function receiptsOf(db: ReadDb, partyId: number): StoredReceipt[] {
  return all(
    db,
    `SELECT receipt.id, receipt.receipt_no AS receiptNo, receipt.received_on AS receivedOn,
       loan.contract_no AS contract, receipt.costs, receipt.principal, receipt.interest, receipt.method, receipt.payer,
       receipt.voucher_no AS voucherNo, receipt.reverses_no AS reverses, receipt.remark
     FROM receipt JOIN loan ON loan.id = receipt.loan_id
     WHERE receipt.loan_id IN ${LOANS} ORDER BY receipt.received_on DESC, receipt.id DESC`,
    partyId,
  );
}

export function sharesOf(db: ReadDb, partyId: number): { receiptId: number; name: string; ppm: number }[] {
  return all(
    db,
    `SELECT receipt_id AS receiptId, name, ppm FROM receipt_share
     WHERE receipt_id IN (SELECT id FROM receipt WHERE loan_id IN ${LOANS}) ORDER BY receipt_id, seq`,
    partyId,
  );
}

export function classificationOf(
  db: ReadDb,
  partyId: number,
): { month: string; contract: string; balance: number; fiveLevel: string }[] {
  return all(
    db,
    `SELECT month, contract_no AS contract, balance, five_level AS fiveLevel FROM month_end
     WHERE loan_id IN ${LOANS} ORDER BY month DESC, contract_no`,
    partyId,
  );
}

export interface StoredDocument {
  readonly id: number;
  readonly form: string;
  readonly title: string;
  readonly number: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly issuedBy: string;
  readonly pages: number;
  readonly sha256: string;
  readonly hasWord: number;
  readonly prints: number;
  readonly status: Exclude<DocumentTable['status'], 'issuing'>;
}

/** Newest first; one that is still being issued is not a document yet. */
export function documentsOf(db: ReadDb, partyId: number): StoredDocument[] {
  return all(
    db,
    `SELECT document.id, form, title, coalesce(number, paper_key) AS number, subject_label AS subject, issued_on AS issuedOn, app_user.display AS issuedBy, pages,
       pdf_sha256 AS sha256, docx_sha256 IS NOT NULL AS hasWord, status,
       (SELECT count(*) FROM document_print WHERE document_id = document.id AND kind = 'print') AS prints
     FROM document JOIN app_user ON app_user.id = document.user_id
     WHERE party_id = ? AND status <> 'issuing' ORDER BY document.id DESC`,
    partyId,
  );
}

/** A person's own drafts; nobody reads another's. */
export function draftsOf(
  db: ReadDb,
  partyId: number,
  userId: number | null,
): { id: number; form: string; savedAt: string }[] {
  const sql = `SELECT id, form, saved_at AS savedAt FROM document_draft
    WHERE party_id = ? AND user_id = ? ORDER BY saved_at DESC`;
  return all(db, sql, partyId, userId);
}

export interface StoredHistory {
  readonly at: string;
  readonly user: string;
  readonly action: string;
  readonly kind: string;
  readonly object: string;
  readonly detail: string;
}

const HISTORY_ROWS = 200;
const HISTORY = `SELECT id, at, user_name AS user, action, object_kind AS kind, object_id AS object, detail FROM audit_entry`;

/** What was done in the household, and who looked at its guarantors' data; newest first. */
export function historyOf(db: ReadDb, partyId: number): StoredHistory[] {
  const guarantors = `SELECT party_id FROM guarantee WHERE loan_id IN ${LOANS}`;
  return all(
    db,
    `SELECT at, user, action, kind, object, detail FROM (
       SELECT * FROM (${HISTORY} WHERE household_id = ? ORDER BY id DESC LIMIT ${HISTORY_ROWS})
       UNION
       SELECT * FROM (${HISTORY} WHERE action = 'parties.reveal' AND household_id IN (${guarantors})
         ORDER BY id DESC LIMIT ${HISTORY_ROWS})
     ) ORDER BY id DESC LIMIT ${HISTORY_ROWS}`,
    partyId,
    partyId,
  );
}
