/** What a case about a household can be about: its debts, who guarantees them, what secures them; papers issued about a case. */
import type { ReadDb } from '../../database/store';

type Hot = Pick<ReadDb, 'hot'>;

export interface Debt {
  readonly id: number;
  readonly contract: string;
  readonly unit: string;
}

/** Debts that are not settled. */
export const householdDebts = (db: Hot, partyId: number): Debt[] =>
  db
    .hot(
      `SELECT loan.id, contract_no AS contract, unit.name AS unit FROM loan JOIN unit ON unit.id = loan.unit_id
       WHERE party_id = ? AND (balance > 0 OR interest_on + interest_off > 0) ORDER BY issue_date, loan.id`,
    )
    .all(partyId) as Debt[];

export interface GuarantorOfLoan {
  readonly partyId: number;
  readonly name: string;
  readonly loanId: number;
  readonly kind: 'general' | 'joint' | 'unstated';
}

export const householdGuarantors = (db: Hot, partyId: number): GuarantorOfLoan[] =>
  db
    .hot(
      `SELECT guarantee.party_id AS partyId, party.name, guarantee.loan_id AS loanId, guarantee.kind FROM guarantee
       JOIN party ON party.id = guarantee.party_id JOIN loan ON loan.id = guarantee.loan_id
       WHERE loan.party_id = ? ORDER BY guarantee.id`,
    )
    .all(partyId) as GuarantorOfLoan[];

export interface SecurityOfHousehold {
  readonly collateralId: number;
  readonly loanId: number;
  readonly kind: string;
  readonly location: string | null;
  readonly owner: string | null;
  readonly validity: string | null;
}

export const householdSecurities = (db: Hot, partyId: number): SecurityOfHousehold[] =>
  db
    .hot(
      `SELECT collateral.id AS collateralId, loan_id AS loanId, kind, location, owner_name AS owner, validity FROM collateral
       JOIN loan ON loan.id = collateral.loan_id WHERE loan.party_id = ? ORDER BY collateral.id`,
    )
    .all(partyId) as SecurityOfHousehold[];

export interface CasePaper {
  readonly id: number;
  readonly form: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly voided: boolean;
}

/** Newest first. */
export function casePapers(db: Hot, caseId: number): CasePaper[] {
  const sql = `SELECT id, form, title, number, issued_on AS issuedOn, status = 'voided' AS voided FROM document
    WHERE subject_kind = 'case' AND subject_id = @caseId OR subject_kind = 'case-permit'
      AND subject_id IN (SELECT case_permit.id FROM case_permit WHERE case_permit.case_id = @caseId) ORDER BY id DESC`;
  const rows = db.hot(sql).all({ caseId }) as (Omit<CasePaper, 'voided'> & { voided: 0 | 1 })[];
  return rows.map((row) => ({ ...row, voided: row.voided === 1 }));
}

/** Reports of a difficult case that both levels agreed to and nobody sent (B4 §24). */
export const unsentReports = (db: Hot): { caseId: number; documentId: number; number: string }[] =>
  db
    .hot(
      `SELECT document.subject_id AS caseId, document.id AS documentId, document.number FROM approval_request
       JOIN document ON document.id = approval_request.document_id AND document.status = 'issued'
       WHERE approval_request.kind = 'difficult-case' AND approval_request.state = 'approved' AND NOT EXISTS
         (SELECT 1 FROM case_act WHERE case_act.kind = 'coordination-sent' AND case_act.document_id = document.id)
       ORDER BY document.id`,
    )
    .all() as { caseId: number; documentId: number; number: string }[];
