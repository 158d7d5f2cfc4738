/** What the file says of a notice's addressee: himself, his debts with their state, and who writes. */
import type { NoticeGuarantee, NoticeLoan, NoticeParty, NoticeSecurity } from '@shared/domain/dunning/noticeFacts';
import { present } from '@shared/kernel/assert';
import type { ReadDb } from '../../database/store';
import { calledInOn } from './calledIn.repository';

const PARTY = 'party.name, party.kind, party.id_no AS idNo, party.address, party.phone, party.status';

export function noticeParty(db: ReadDb, id: number): NoticeParty {
  const row = db.hot(`SELECT ${PARTY} FROM party WHERE id = ?`).get(id) as NoticeParty | undefined;
  return present(row, 'a notice has its parties');
}

/** As the ledger has it. */
export interface LoanOfNotice extends Omit<NoticeLoan, 'accrual' | 'interestMissing' | 'interestGap' | 'received'> {
  readonly unitId: number;
  readonly unit: string;
  readonly officer: string | null;
}

/** Loans of a household in the order of their dates. */
export function noticeLoans(db: ReadDb, partyId: number): LoanOfNotice[] {
  const sql = `SELECT loan.id, contract_no AS contractNo, receipt_no AS receiptNo, issue_date AS issuedOn,
      coalesce(extended_to, due_date) AS dueOn, principal AS granted, balance, interest_on + interest_off AS interest,
      as_of AS asOf, unit_id AS unitId, unit.name AS unit, officer
    FROM loan JOIN unit ON unit.id = loan.unit_id WHERE party_id = ? ORDER BY issue_date, loan.id`;
  const calledIn = calledInOn(db, { partyId });
  return (db.hot(sql).all(partyId) as LoanOfNotice[]).map((loan) => {
    const day = calledIn.get(loan.id);
    return { ...loan, calledInOn: day !== undefined && loan.dueOn !== null && day < loan.dueOn ? day : null };
  });
}

export interface GuaranteeOfNotice extends Omit<NoticeGuarantee, 'kind'> {
  readonly kind: NoticeGuarantee['kind'] | 'unstated';
  readonly loanId: number;
  readonly partyId: number;
  readonly borrowerId: number;
}

const GUARANTEE = `SELECT guarantee.id, guarantee.loan_id AS loanId, guarantee.party_id AS partyId, loan.party_id AS borrowerId,
    guarantee_contract_no AS contractNo, kind, amount, period_end AS periodEnd, period_wording AS periodWording
  FROM guarantee JOIN loan ON loan.id = guarantee.loan_id`;

export const noticeGuarantee = (db: ReadDb, id: number): GuaranteeOfNotice | undefined =>
  db.hot(`${GUARANTEE} WHERE guarantee.id = ?`).get(id) as GuaranteeOfNotice | undefined;

export interface SecurityOfNotice extends NoticeSecurity {
  readonly loanId: number;
  readonly borrowerId: number;
  readonly owner: NoticeParty;
}

interface SecurityRow extends NoticeSecurity {
  readonly loanId: number;
  readonly borrowerId: number;
  readonly ownerName: string | null;
  readonly ownerIdNo: string | null;
}

/** The owner as a party where his identifier is known, else by what the list of securities says of him. */
export function noticeSecurity(db: ReadDb, id: number): SecurityOfNotice | undefined {
  const sql = `SELECT collateral.id, loan_id AS loanId, loan.party_id AS borrowerId, certificate_no AS certificateNo,
      concat_ws(' ', collateral.kind, location) AS description, owner_name AS ownerName, owner_id_no AS ownerIdNo
    FROM collateral JOIN loan ON loan.id = collateral.loan_id WHERE collateral.id = ?`;
  const row = db.hot(sql).get(id) as SecurityRow | undefined;
  if (!row) return undefined;
  const { ownerName, ownerIdNo, ...security } = row;
  const known = db.hot(`SELECT ${PARTY} FROM party WHERE id_no = ?`).get(ownerIdNo) as NoticeParty | undefined;
  const listed = { kind: 'person', idNo: ownerIdNo, address: null, phone: null, status: null } as const;
  return { ...security, owner: known ?? { name: ownerName ?? '', ...listed } };
}
