/** The stored results of the last run: written anew as a whole, read by deadline. */
import type { LoanResult } from '@shared/domain/portfolio/portfolioRun';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

const COLUMNS = 10;
/** Rows per statement: calling the database costs as much as a row. */
const ROWS = 50;
const rowsOf = (many: number) => Array.from({ length: many }, () => `(${'?, '.repeat(COLUMNS - 1)}?)`).join(', ');
const insert = (many: number) => `INSERT INTO portfolio_result VALUES ${rowsOf(many)}`;
const INSERT_MANY = insert(ROWS);
const INSERT_ONE = insert(1);

type Value = string | number | null;

/** Collects rows and writes them in batches; `finish` writes the rest. */
export class ResultWriter {
  readonly #tx: WriteTx;
  readonly #traces = new Map<string, number>();
  #values: Value[] = [];
  written = 0;

  constructor(tx: WriteTx) {
    this.#tx = tx;
    for (const table of ['portfolio_result', 'portfolio_trace', 'portfolio_run']) tx.hot(`DELETE FROM ${table}`).run();
  }

  #traceId(steps: string): number {
    const known = this.#traces.get(steps);
    if (known !== undefined) return known;
    const id = this.#traces.size + 1;
    this.#tx.hot('INSERT INTO portfolio_trace (id, steps) VALUES (?, ?)').run(id, steps);
    this.#traces.set(steps, id);
    return id;
  }

  put(loanId: number, result: LoanResult): void {
    const { kind, subject, word, day, arguableDay, amount, refusal, provisional, trace } = result;
    const values = this.#values;
    values.push(loanId, kind, subject, word, day, arguableDay, amount, refusal, provisional ? 1 : 0);
    values.push(this.#traceId(trace));
    this.written += 1;
    if (values.length < ROWS * COLUMNS) return;
    this.#tx.hot(INSERT_MANY).run(values);
    this.#values = [];
  }

  finish(): void {
    for (let at = 0; at < this.#values.length; at += COLUMNS)
      this.#tx.hot(INSERT_ONE).run(this.#values.slice(at, at + COLUMNS));
    this.#values = [];
  }
}

export interface StoredRun {
  readonly at: string;
  readonly by: string;
  readonly asOf: string;
  readonly rules: string;
  readonly afterEntry: number;
  readonly loans: number;
  readonly results: number;
}

export function lastRun(db: ReadDb): StoredRun | null {
  const sql = `SELECT run.at, app_user.display AS "by", as_of AS asOf, rules, after_entry AS afterEntry, loans, results
    FROM portfolio_run AS run JOIN app_user ON app_user.id = run.user_id`;
  return (db.hot(sql).get() as StoredRun | undefined) ?? null;
}

export async function recordRun(tx: WriteTx, run: Omit<StoredRun, 'at' | 'by'>): Promise<void> {
  const userId = present(tx.actor.userId, 'only a user runs the portfolio');
  const { asOf, rules, afterEntry, loans, results } = run;
  const row = { at: tx.at, user_id: userId, as_of: asOf, rules, after_entry: afterEntry, loans, results };
  await tx.q.insertInto('portfolio_run').values(row).execute();
}

export const lastEntry = (db: ReadDb): number =>
  (db.hot('SELECT max(id) FROM audit_entry').pluck().get() as number | null) ?? 0;

/** Acts that change what the rules ask of the books. */
const CHANGES = ['imports.write', 'imports.undo', 'system.demo'];

export function booksChangedSince(db: ReadDb, entry: number): boolean {
  const list = CHANGES.map((action) => `'${action}'`).join(', ');
  return db.hot(`SELECT 1 FROM audit_entry WHERE id > ? AND action IN (${list}) LIMIT 1`).get(entry) !== undefined;
}

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

const DUE = `FROM portfolio_result AS result
  JOIN loan ON loan.id = result.loan_id
  WHERE result.kind IN ('action', 'guarantee', 'notice') AND result.day >= ? AND result.day <= ?
    AND (result.word IS NULL OR result.word IN ('running', 'restored'))`;

/** What runs out from `from` to `until`, the earliest first. */
export function dueRows(db: ReadDb, from: string, until: string, limit: number, offset: number): DueRow[] {
  const sql = `SELECT result.kind, result.day, result.arguable_day AS arguableDay, result.word AS status,
      result.provisional, loan.party_id AS partyId, party.name AS borrower, loan.contract_no AS contract,
      unit.name AS unit, loan.balance, guarantor.name AS guarantor
    FROM (SELECT result.* ${DUE} ORDER BY result.day, result.loan_id, result.kind, result.subject LIMIT ? OFFSET ?) AS result
    JOIN loan ON loan.id = result.loan_id
    JOIN party ON party.id = loan.party_id
    JOIN unit ON unit.id = loan.unit_id
    LEFT JOIN guarantee ON result.kind = 'guarantee' AND guarantee.id = result.subject
    LEFT JOIN party AS guarantor ON guarantor.id = guarantee.party_id
    ORDER BY result.day, result.loan_id, result.kind, result.subject`;
  return db.hot(sql).all(from, until, limit, offset) as DueRow[];
}

export const dueCount = (db: ReadDb, from: string, until: string): number =>
  db.hot(`SELECT count(*) ${DUE}`).pluck().get(from, until) as number;
