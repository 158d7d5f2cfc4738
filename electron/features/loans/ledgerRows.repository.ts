/** The ledger's rows as people see them: joined to borrower and unit, identity and phone masked without exception. */
import type { LedgerRow } from '@shared/contract/loans.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { maskIdNumber, maskPhone } from '@shared/domain/parties/mask';
import { present } from '@shared/kernel/assert';
import type { ReadDb, Store } from '../../database/store';
import { type PageRequest, pageOfIds } from './ledgerPage.repository';

/** Guarantors of the guarantor list; before that is imported, the names in the loan's own row. */
const GUARANTORS = `coalesce(
  (SELECT group_concat(name, '、') FROM (
    SELECT guarantor.name AS name FROM guarantee JOIN party AS guarantor ON guarantor.id = guarantee.party_id
    WHERE guarantee.loan_id = loan.id GROUP BY guarantor.id ORDER BY min(guarantee.id))),
  loan.guarantor_names)`;

const COLLATERAL = `(SELECT group_concat(item, '；') FROM (
    SELECT kind || coalesce(' ' || location, '') AS item FROM collateral WHERE loan_id = loan.id ORDER BY id))`;

const ROWS = `SELECT loan.id AS id, loan.party_id AS household, party.name AS borrower, unit.name AS unit,
  party.id_no AS idNumber, party.address AS address, party.phone AS phone,
  loan.contract_no AS contract, loan.receipt_no AS receipt,
  loan.issue_date AS issueDate, loan.due_date AS dueDate, loan.extended_to AS extendedDueDate,
  loan.principal AS principal, loan.balance AS balance, loan.interest_on AS interestOn, loan.interest_off AS interestOff,
  loan.guarantee_mode AS guarantee, ${GUARANTORS} AS guarantors, ${COLLATERAL} AS collateral,
  loan.four_level AS fourLevel, loan.five_level AS fiveLevel, loan.fine_level AS fineLevel,
  loan.sheet AS sheet, loan.sheet_status AS sheetStatus, loan.subject AS subject, loan.npl_date AS nplDate,
  loan.purpose AS purpose, loan.officer AS officer, loan.approver AS approver,
  loan.occupancy AS occupancy, loan.actual_user AS actualUser,
  loan.flags AS flags, loan.status AS status, loan.remark AS remark
  FROM json_each(?) AS wanted CROSS JOIN loan ON loan.id = wanted.value
  JOIN party ON party.id = loan.party_id JOIN unit ON unit.id = loan.unit_id`;

type StoredRow = Omit<LedgerRow, 'household'> & { household: number };

/** In the order of the ids. */
export function ledgerRows(db: ReadDb, ids: readonly number[]): LedgerRow[] {
  const byId = new Map((db.hot(ROWS).all(JSON.stringify(ids)) as StoredRow[]).map((row) => [row.id, row]));
  return ids.map((id) => masked(present(byId.get(id), 'a loan on the page exists')));
}

function masked(row: StoredRow): LedgerRow {
  return {
    ...row,
    household: householdNumber(row.household),
    idNumber: row.idNumber && maskIdNumber(row.idNumber),
    phone: row.phone && maskPhone(row.phone),
  };
}

/** Refusals: filter-invalid, cursor-invalid. To be called where nothing is written meanwhile. */
export async function ledgerPage(
  db: ReadDb,
  request: PageRequest,
): Promise<{ rows: LedgerRow[]; next: string | null }> {
  const { ids, next } = await pageOfIds(db, request);
  return { rows: ledgerRows(db, ids), next };
}

/** Large enough that the work per page does not count, small enough that others get their turn. */
const STREAM_PAGE = 1_000;

/** Every row of the filter in order, page by page; whoever writes gets his turn in between. */
export async function* streamLedger(
  store: Store,
  request: Pick<PageRequest, 'filter' | 'sort'>,
): AsyncGenerator<LedgerRow> {
  let cursor: string | null = null;
  do {
    const next: PageRequest = { ...request, cursor, limit: STREAM_PAGE };
    const page = await store.reading((db) => ledgerPage(db, next));
    yield* page.rows;
    cursor = page.next;
  } while (cursor !== null);
}
