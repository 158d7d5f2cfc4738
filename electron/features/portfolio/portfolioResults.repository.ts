/** The run in force: which it is, whether it still tells how things stand, and what runs out by it. */
import type { ResultRow } from '@shared/contract/portfolio.contract';
import { type Cell, type Section, UNKNOWN_WORD } from '@shared/domain/portfolio/overview';
import type { ResultKind } from '@shared/domain/portfolio/questions';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

type Hot = Pick<ReadDb, 'hot'>;

export interface StoredRun {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly asOf: string;
  readonly rules: string;
  readonly afterEntry: number;
  readonly loans: number;
  readonly results: number;
}

export function lastRun(db: Hot): StoredRun | null {
  const sql = `SELECT run.id, run.at, app_user.display AS "by", as_of AS asOf, rules, after_entry AS afterEntry, loans, results
    FROM portfolio_run AS run JOIN app_user ON app_user.id = run.user_id`;
  return (db.hot(sql).get() as StoredRun | undefined) ?? null;
}

/** From now on this run is the one that is shown. */
export async function recordRun(tx: WriteTx, run: Omit<StoredRun, 'at' | 'by'>): Promise<void> {
  const userId = present(tx.actor.userId, 'only a user runs the portfolio');
  const { id, asOf, rules, afterEntry, loans, results } = run;
  const row = { id, at: tx.at, user_id: userId, as_of: asOf, rules, after_entry: afterEntry, loans, results };
  await tx.q.deleteFrom('portfolio_run').execute();
  await tx.q.insertInto('portfolio_run').values(row).execute();
}

export const lastEntry = (db: Hot): number =>
  (db.hot('SELECT max(id) FROM audit_entry').pluck().get() as number | null) ?? 0;

/** Acts that change what the rules ask of the books. */
const CHANGES = [
  'imports.write',
  'imports.undo',
  'system.demo',
  'receipts.record',
  'receipts.reverse',
  'contacts.acknowledge',
  'contacts.correct',
  'contacts.withdraw',
  'dunning.recordDelivery',
  'repayment.recordReturn',
  'repayment.correctSignature',
  'repayment.termInForce',
  'documents.void',
  'litigation.open',
  'litigation.amend',
  'litigation.recordAct',
  'litigation.undoAct',
  'caseMoney.receive',
];

export function booksChangedSince(db: Hot, entry: number): boolean {
  const list = CHANGES.map((action) => `'${action}'`).join(', ');
  return db.hot(`SELECT 1 FROM audit_entry WHERE id > ? AND action IN (${list}) LIMIT 1`).get(entry) !== undefined;
}

/** What the borrower and the guarantors of a loan are bound by: their own clocks, or a judgment. */
const PERIODS = `SELECT loan_id, 0 AS subject, action AS outcome, action_day AS day, action_arguable AS arguable, NULL AS amount FROM portfolio_loan
      WHERE run_id = @run
    UNION ALL SELECT loan_id, guarantee_id, outcome, day, arguable, NULL FROM portfolio_guarantee WHERE run_id = @run`;

/** Where a section's results lie: outcome, subject and what is the loan's own. */
const SOURCES: Readonly<Record<Section, string>> = {
  limitation: PERIODS,
  enforcement: PERIODS,
  notices:
    'SELECT loan_id, 0 AS subject, notice AS outcome, notice_day AS day, NULL AS arguable, NULL AS amount FROM portfolio_loan WHERE run_id = @run',
  classes:
    'SELECT loan_id, 0 AS subject, five_level AS outcome, NULL AS day, NULL AS arguable, NULL AS amount FROM portfolio_loan WHERE run_id = @run',
  provisions: `SELECT loan_id, 0 AS subject, provision AS outcome, NULL AS day, NULL AS arguable, provision_amount AS amount FROM portfolio_loan
    WHERE run_id = @run AND provision IS NOT NULL`,
};

export interface DueRow {
  readonly kind: 'action' | 'guarantee' | 'notice';
  readonly day: string;
  readonly arguableDay: string | null;
  readonly status: string | null;
  readonly provisional: 0 | 1;
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly unit: string;
  readonly balance: number;
  readonly guarantor: string | null;
}

const DUE = `FROM (${SOURCES.limitation} UNION ALL ${SOURCES.notices}) AS found
  JOIN portfolio_outcome AS outcome ON outcome.run_id = @run AND outcome.id = found.outcome
  JOIN loan ON loan.id = found.loan_id
  WHERE found.day >= @from AND found.day <= @until AND (word IS NULL OR word IN ('running', 'restored'))
    AND outcome.kind <> 'enforcement'`;

export interface DueSpan {
  readonly run: number;
  readonly from: string;
  readonly until: string;
}

/** What runs out in the span, the earliest first. The period for enforcing a judgment is a deadline of its case, which tells it. */
export function dueRows(db: ReadDb, span: DueSpan, limit: number, offset: number): DueRow[] {
  const sql = `SELECT outcome.kind, found.day, found.arguable AS arguableDay, outcome.word AS status, outcome.provisional,
      loan.party_id AS partyId, party.name AS borrower, loan.contract_no AS contract, unit.name AS unit, loan.balance,
      guarantor.name AS guarantor
    FROM (SELECT found.* ${DUE} ORDER BY found.day, found.loan_id, outcome.kind, found.subject LIMIT @limit OFFSET @offset) AS found
    JOIN portfolio_outcome AS outcome ON outcome.run_id = @run AND outcome.id = found.outcome
    JOIN loan ON loan.id = found.loan_id
    JOIN party ON party.id = loan.party_id
    JOIN unit ON unit.id = loan.unit_id
    LEFT JOIN guarantee ON outcome.kind = 'guarantee' AND guarantee.id = found.subject
    LEFT JOIN party AS guarantor ON guarantor.id = guarantee.party_id
    ORDER BY found.day, found.loan_id, outcome.kind, found.subject`;
  return db.hot(sql).all({ ...span, limit, offset }) as DueRow[];
}

export const dueCount = (db: ReadDb, span: DueSpan): number =>
  db.hot(`SELECT count(*) ${DUE}`).pluck().get(span) as number;

/** The sums of the run, with the units that they name. */
export function overviewCells(db: ReadDb, run: number): Cell[] {
  const sql = `SELECT section, unit_id AS unitId, bucket, booked, suggested, results, loans, balance, amount
    FROM portfolio_cell WHERE run_id = ? ORDER BY id`;
  return db.hot(sql).all(run) as Cell[];
}

export interface ResultFilter {
  readonly run: number;
  readonly section: Section;
  readonly unitId: number | null;
  /** null: no matter which day; `from` and `to` null inside: no answer. */
  readonly days: { readonly from: string | null; readonly to: string | null } | null;
  readonly latestFirst: boolean;
  readonly booked: string | null;
  readonly suggested: string | null;
}

type ResultRowInDb = Omit<ResultRow, 'household' | 'provisional'> & { partyId: number; provisional: 0 | 1 };

function conditions({ section, unitId, days, booked, suggested }: ResultFilter): string {
  const wanted = ['TRUE'];
  if (section === 'limitation') wanted.push("outcome.kind <> 'enforcement'");
  if (section === 'enforcement') wanted.push("outcome.kind = 'enforcement'");
  if (unitId !== null) wanted.push('loan.unit_id = @unitId');
  if (days !== null)
    wanted.push(days.to === null ? 'refusal IS NOT NULL' : 'refusal IS NULL AND day >= @from AND day <= @to');
  if (section === 'classes') wanted.push('coalesce(loan.five_level, @none) <> coalesce(word, @none)');
  if (booked !== null) wanted.push('coalesce(loan.five_level, @none) = @booked');
  if (suggested !== null) wanted.push('coalesce(word, @none) = @suggested');
  return wanted.join(' AND ');
}

/** Results by a filter, the earliest first unless told otherwise; where there are no days, the largest balance first. */
export function filteredResults(db: ReadDb, filter: ResultFilter, limit: number, offset: number): ResultRowInDb[] {
  const { section, run, unitId, days, latestFirst, booked, suggested } = filter;
  const sql = `SELECT found.loan_id AS loanId, outcome.kind, found.subject, loan.party_id AS partyId, party.name AS borrower,
      loan.contract_no AS contract, unit.name AS unit, loan.balance, loan.five_level AS booked, guarantor.name AS guarantor,
      outcome.word, found.day, found.arguable AS arguableDay, found.amount, outcome.refusal, outcome.provisional
    FROM (${SOURCES[section]}) AS found
    JOIN portfolio_outcome AS outcome ON outcome.run_id = @run AND outcome.id = found.outcome
    JOIN loan ON loan.id = found.loan_id
    JOIN party ON party.id = loan.party_id
    JOIN unit ON unit.id = loan.unit_id
    LEFT JOIN guarantee ON guarantee.id = found.subject
    LEFT JOIN party AS guarantor ON guarantor.id = guarantee.party_id
    WHERE ${conditions(filter)}
    ORDER BY found.day ${latestFirst ? 'DESC' : ''}, loan.balance DESC, found.loan_id, found.subject LIMIT @limit OFFSET @offset`;
  const given = { run, unitId, booked, suggested, none: UNKNOWN_WORD, from: days?.from, to: days?.to, limit, offset };
  const named = Object.entries(given).filter(([name, value]) => sql.includes(`@${name}`) && value !== undefined);
  return db.hot(sql).all(Object.fromEntries(named)) as ResultRowInDb[];
}

export interface StoredReason {
  readonly refusal: string | null;
  readonly provisional: 0 | 1;
  /** References, joined by `; `. */
  readonly steps: string;
}

export function storedReason(
  db: ReadDb,
  run: number,
  loanId: number,
  kind: ResultKind,
  subject: number,
): StoredReason | null {
  const sql = `SELECT refusal, provisional, steps FROM portfolio_result AS result
    JOIN portfolio_trace AS trace ON trace.run_id = result.run_id AND trace.id = result.trace_id
    WHERE result.run_id = ? AND loan_id = ? AND kind = ? AND subject = ?`;
  return (db.hot(sql).get(run, loanId, kind, subject) as StoredReason | undefined) ?? null;
}
