/** Rows that papers of a case name beside the case itself: who the parties are, and what its loans and securities are. */

import { isLiveSecurity } from '@shared/domain/litigation/caseFile';
import type { PaperSecurity } from '@shared/domain/litigation/papers/paperFacts';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb } from '../../database/store';

export interface PartyDetails {
  readonly idNo: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly employer: string | null;
  readonly legalRepresentative: string | null;
}

export const partyDetails = (db: ReadDb, id: number): PartyDetails | undefined =>
  db
    .hot(
      `SELECT id_no AS idNo, address, phone, employer, legal_representative AS legalRepresentative FROM party WHERE id = ?`,
    )
    .get(id) as PartyDetails | undefined;

/** Of who owns a security of some loans and owes nothing himself: the case has him by name, the ledger of securities by his number. */
export const ownerDetails = (db: ReadDb, loanIds: readonly number[], name: string): PartyDetails | undefined =>
  db
    .hot(
      `SELECT party.id_no AS idNo, address, phone, employer, legal_representative AS legalRepresentative
      FROM collateral JOIN party ON party.id_no = owner_id_no AND party.name = owner_name
      WHERE owner_name = ? AND loan_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .get(name, JSON.stringify(loanIds)) as PartyDetails | undefined;

export interface LoanDetails {
  readonly id: number;
  readonly purpose: string | null;
  readonly fiveLevel: string | null;
  readonly officer: string | null;
  readonly annualRate: string | null;
}

export const loanDetails = (db: ReadDb, ids: readonly number[]): Map<number, LoanDetails> => {
  const sql = `SELECT id, purpose, five_level AS fiveLevel, officer, annual_rate AS annualRate FROM loan
    WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = db.hot(sql).all(JSON.stringify(ids)) as LoanDetails[];
  return new Map(rows.map((row) => [row.id, row]));
};

export interface GuaranteeDetails {
  readonly contractNo: string | null;
  readonly amount: Fen | null;
  readonly periodEnd: CalendarDate | null;
}

export const guaranteeDetails = (db: ReadDb, id: number): GuaranteeDetails =>
  db
    .hot('SELECT guarantee_contract_no AS contractNo, amount, period_end AS periodEnd FROM guarantee WHERE id = ?')
    .get(id) as GuaranteeDetails;

interface SecurityRow extends Omit<PaperSecurity, 'isLive' | 'security' | 'owner'> {
  readonly security: string | null;
  readonly owner: string | null;
  readonly validity: string | null;
}

/** Of some loans, with the newest value of each. */
export function securityDetails(db: ReadDb, loanIds: readonly number[]): PaperSecurity[] {
  const sql = `SELECT collateral.id AS collateralId, loan_id AS loanId, security, collateral.kind, location, quantity,
      owner_name AS owner, certificate_no AS certificateNo, registered_on AS registeredOn, validity,
      newest.value, newest.valued_on AS valuedOn
    FROM collateral LEFT JOIN appraisal AS newest ON newest.collateral_id = collateral.id AND newest.seq =
      (SELECT seq FROM appraisal WHERE collateral_id = collateral.id ORDER BY valued_on DESC, seq DESC LIMIT 1)
    WHERE loan_id IN (SELECT value FROM json_each(?)) ORDER BY collateral.id`;
  return (db.hot(sql).all(JSON.stringify(loanIds)) as SecurityRow[]).map(({ validity, security, owner, ...row }) => ({
    ...row,
    security: security ?? '抵押',
    owner: owner ?? '',
    isLive: isLiveSecurity(validity),
  }));
}
