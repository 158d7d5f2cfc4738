/** Loans with what hangs on them, as the rules ask for them: some at a time in the order of their ids, or those of a household. */
import type { GuarantorFacts, PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import type { RadarGuarantor, RadarSecurity } from '@shared/domain/portfolio/radar';
import type { ReceiptFacts } from '@shared/domain/portfolio/receiptActs';
import type { ReadDb } from '../../database/store';
import { contactActs } from '../contacts/contactActs.repository';
import { calledInOn } from '../dunning/calledIn.repository';
import { noticeActs } from '../dunning/noticeActs.repository';
import { type HeardInCourt, heardInCourt } from '../litigation/caseActs';
import { extensionConsents } from '../repayment/extensions.repository';
import { repaymentActs } from '../repayment/repaymentActs.repository';
import { receiptsByLoan } from './receiptFacts.repository';

/** As plain lists, which are named here, like those of receipts: a run over all loans asks for millions. */
type LoanRow = readonly [
  id: number,
  unitId: number,
  issueDate: string | null,
  dueDate: string | null,
  extendedDueDate: string | null,
  fiveLevel: string | null,
  guaranteeMode: string | null,
  sheet: 'on' | 'off',
  balance: number,
  interest: number,
];
type GuaranteeRow = readonly [
  loanId: number,
  id: number,
  kind: GuarantorFacts['kind'],
  periodEnd: string | null,
  periodWording: string | null,
];

const LOAN = `SELECT id, unit_id, issue_date, due_date, extended_to, five_level, guarantee_mode, sheet, balance,
    interest_on + interest_off FROM loan`;

const GUARANTEE = 'SELECT loan_id, id, kind, period_end, period_wording FROM guarantee';

const guarantorOf = (row: GuaranteeRow, agreed: ReadonlyMap<number, string>): GuarantorFacts => ({
  id: row[1],
  kind: row[2],
  periodEnd: row[3],
  periodWording: row[4],
  agreedDue: agreed.get(row[1]) ?? null,
});

const NONE: readonly never[] = [];

function assembled(
  loans: readonly LoanRow[],
  receipts: ReadonlyMap<number, readonly ReceiptFacts[]>,
  guarantees: readonly GuaranteeRow[],
  { acts: recorded, judgments: decided }: HeardInCourt,
  agreed: ReadonlyMap<number, string>,
  calledIn: ReadonlyMap<number, string>,
): PortfolioLoan[] {
  const secured = Map.groupBy(guarantees, (row) => row[0]);
  const acts = Map.groupBy(recorded, ({ loanId }) => loanId);
  const judgments = Map.groupBy(decided, ({ loanId }) => loanId);
  return loans.map((row) => ({
    id: row[0],
    unitId: row[1],
    issueDate: row[2],
    dueDate: row[3],
    extendedDueDate: row[4],
    calledInOn: calledIn.get(row[0]) ?? null,
    fiveLevel: row[5],
    guaranteeMode: row[6],
    sheet: row[7],
    balance: row[8],
    interest: row[9],
    receipts: receipts.get(row[0]) ?? NONE,
    guarantees: secured.get(row[0])?.map((each) => guarantorOf(each, agreed)) ?? NONE,
    acts: acts.get(row[0]) ?? NONE,
    judgments: judgments.get(row[0]) ?? NONE,
  }));
}

/** Delivered notices, contacts, signed papers and court cases, in the order of days; and what was decided. */
function heard(db: Pick<ReadDb, 'hot'>, scope: { partyId: number } | { after: number; to: number }): HeardInCourt {
  const court = heardInCourt(db, scope);
  const acts = [...noticeActs(db, scope), ...contactActs(db, scope), ...repaymentActs(db, scope), ...court.acts];
  return { ...court, acts: acts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

export const loanCount = (db: Pick<ReadDb, 'hot'>): number =>
  db.hot('SELECT count(*) FROM loan').pluck().get() as number;

/** The next loans after `id`; none at the end. */
export function loansAfter(db: Pick<ReadDb, 'hot'>, id: number, most: number): PortfolioLoan[] {
  const loans = db.hot(`${LOAN} WHERE id > ? ORDER BY id LIMIT ?`).raw().all(id, most) as LoanRow[];
  const last = loans.at(-1)?.[0];
  if (last === undefined) return [];
  const guarantees = `${GUARANTEE} WHERE loan_id > ? AND loan_id <= ? ORDER BY loan_id, id`;
  return assembled(
    loans,
    receiptsByLoan(db, { after: id, to: last }),
    db.hot(guarantees).raw().all(id, last) as GuaranteeRow[],
    heard(db, { after: id, to: last }),
    extensionConsents(db, { after: id, to: last }),
    calledInOn(db, { after: id, to: last }),
  );
}

export function householdPortfolio(db: ReadDb, partyId: number): PortfolioLoan[] {
  const theirs = '(SELECT id FROM loan WHERE party_id = ?)';
  const loans = db.hot(`${LOAN} WHERE party_id = ? ORDER BY issue_date, id`).raw().all(partyId) as LoanRow[];
  const guarantees = `${GUARANTEE} WHERE loan_id IN ${theirs} ORDER BY loan_id, id`;
  return assembled(
    loans,
    receiptsByLoan(db, { partyId }),
    db.hot(guarantees).raw().all(partyId) as GuaranteeRow[],
    heard(db, { partyId }),
    extensionConsents(db, { partyId }),
    calledInOn(db, { partyId }),
  );
}

const OF_HOUSEHOLD = 'JOIN loan ON loan.id = item.loan_id WHERE loan.party_id = ? ORDER BY item.id';

export function radarGuarantors(db: ReadDb, partyId: number): RadarGuarantor[] {
  const sql = `SELECT item.id, item.loan_id AS loanId, (SELECT name FROM party WHERE id = item.party_id) AS name
    FROM guarantee AS item ${OF_HOUSEHOLD}`;
  return db.hot(sql).all(partyId) as RadarGuarantor[];
}

export function radarSecurities(db: ReadDb, partyId: number): RadarSecurity[] {
  const sql = `SELECT item.id, item.loan_id AS loanId, concat_ws(' ', item.kind, item.location) AS name, item.security
    FROM collateral AS item ${OF_HOUSEHOLD}`;
  return db.hot(sql).all(partyId) as RadarSecurity[];
}

/** Contract numbers by loan. */
export function contractsOf(db: ReadDb, partyId: number): Map<number, string> {
  const rows = db.hot('SELECT id, contract_no FROM loan WHERE party_id = ?').raw().all(partyId) as [number, string][];
  return new Map(rows);
}
