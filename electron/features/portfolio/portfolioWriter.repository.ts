/** Writes a run beside the one in force, in steps; only the row in `portfolio_run` makes it the one that is shown. */
import type { Cell } from '@shared/domain/portfolio/overview';
import type { LoanResult, NumberedOutcome } from '@shared/domain/portfolio/portfolioRun';
import type { ResultKind } from '@shared/domain/portfolio/questions';
import { assert } from '@shared/kernel/assert';
import type { DerivedTx } from '../../database/store';

type Value = string | number | null;

/** Rows per statement: calling the database costs as much as a row. */
const ROWS = 50;
/** Rows that are swept together. */
const SWEPT = 5_000;

/** The tables of a run, and the columns by which their rows are in order. */
const TABLES = {
  portfolio_loan: 'loan_id',
  portfolio_guarantee: 'guarantee_id',
  portfolio_outcome: 'id',
  portfolio_trace: 'id',
  portfolio_cell: 'id',
} as const;
type Table = keyof typeof TABLES;

const WIDTH: Readonly<Record<Table, number>> = {
  portfolio_loan: 11,
  portfolio_guarantee: 6,
  portfolio_outcome: 7,
  portfolio_trace: 3,
  portfolio_cell: 11,
};

function insertion(table: Table, rows: number): string {
  const row = `(${'?, '.repeat(WIDTH[table] - 1)}?)`;
  return `INSERT INTO ${table} VALUES ${`${row}, `.repeat(rows - 1)}${row}`;
}

/** Rows of one table on their way. */
class Rows {
  readonly #table: Table;
  readonly #many: string;
  #values: Value[] = [];

  constructor(table: Table) {
    this.#table = table;
    this.#many = insertion(table, ROWS);
  }

  /** Where the values of one more row go, in the order of the columns. */
  next(tx: DerivedTx): Value[] {
    if (this.#values.length === ROWS * WIDTH[this.#table]) {
      tx.hot(this.#many).run(this.#values);
      this.#values = [];
    }
    return this.#values;
  }

  flush(tx: DerivedTx): void {
    const rows = this.#values.length / WIDTH[this.#table];
    if (rows > 0) tx.hot(insertion(this.#table, rows)).run(this.#values);
    this.#values = [];
  }
}

interface LoanRow {
  'five-level'?: number;
  'four-level'?: number;
  action?: number;
  notice?: number;
  actionDay: string | null;
  arguable: string | null;
  noticeDay: string | null;
  provision: number | null;
  amount: number | null;
}

/** The results of one run; `flush` at the end of each step, before its transaction ends. */
export class RunWriter {
  readonly #run: number;
  readonly #rows = Object.fromEntries(
    Object.keys(TABLES).map((table) => [table, new Rows(table as Table)]),
  ) as Readonly<Record<Table, Rows>>;
  readonly #traces = new Map<string, number>();
  #lastOutcome = 0;
  results = 0;

  constructor(run: number) {
    this.#run = run;
  }

  /** All results of a loan; a settled one has none. */
  put(tx: DerivedTx, loanId: number, results: readonly LoanResult[]): void {
    if (results.length === 0) return;
    const row: LoanRow = { actionDay: null, arguable: null, noticeDay: null, provision: null, amount: null };
    for (const { kind, subject, outcome, day, arguableDay, amount } of results) {
      const id = this.#outcomeId(tx, kind, outcome);
      if (subject !== 0) {
        this.#rows.portfolio_guarantee.next(tx).push(this.#run, subject, loanId, id, day, arguableDay);
        continue;
      }
      switch (kind) {
        case 'action':
        case 'enforcement':
          row.action = id;
          row.actionDay = day;
          row.arguable = arguableDay;
          break;
        case 'provision':
          row.provision = id;
          row.amount = amount;
          break;
        case 'notice':
          row.notice = id;
          row.noticeDay = day;
          break;
        case 'five-level':
        case 'four-level':
          row[kind] = id;
      }
    }
    const { action, actionDay, arguable, notice, noticeDay, provision, amount } = row;
    const [five, four] = [row['five-level'], row['four-level']];
    assert(five && four && action && notice, 'every loan is asked for its class, form, limitation and notice');
    this.#rows.portfolio_loan
      .next(tx)
      .push(this.#run, loanId, five, four, action, actionDay, arguable, notice, noticeDay, provision, amount);
    this.results += results.length;
  }

  #outcomeId(tx: DerivedTx, kind: ResultKind, outcome: NumberedOutcome): number {
    const { number, word, refusal, provisional, trace } = outcome;
    if (number <= this.#lastOutcome) return number;
    this.#lastOutcome = number;
    this.#rows.portfolio_outcome
      .next(tx)
      .push(this.#run, number, kind, word, refusal, provisional ? 1 : 0, this.#traceId(tx, trace));
    return number;
  }

  #traceId(tx: DerivedTx, steps: string): number {
    const known = this.#traces.get(steps);
    if (known !== undefined) return known;
    const id = this.#traces.size + 1;
    this.#rows.portfolio_trace.next(tx).push(this.#run, id, steps);
    this.#traces.set(steps, id);
    return id;
  }

  putCells(tx: DerivedTx, cells: readonly Cell[]): void {
    cells.forEach(({ section, unitId, bucket, booked, suggested, results, loans, balance, amount }, index) => {
      const row = [this.#run, index, section, unitId, bucket, booked, suggested, results, loans, balance, amount];
      this.#rows.portfolio_cell.next(tx).push(...row);
    });
  }

  flush(tx: DerivedTx): void {
    for (const rows of Object.values(this.#rows)) rows.flush(tx);
  }
}

/** Takes away some rows of runs that are not in force; whether there were none left. */
export function sweep(tx: DerivedTx, inForce: number): boolean {
  for (const [table, id] of Object.entries(TABLES)) {
    const others = `SELECT run_id FROM ${table} WHERE run_id < ? UNION ALL SELECT run_id FROM ${table} WHERE run_id > ? LIMIT 1`;
    const other = tx.hot(others).pluck().get(inForce, inForce) as number | undefined;
    if (other === undefined) continue;
    const sql = `SELECT max(id) FROM (SELECT ${id} AS id FROM ${table} WHERE run_id = ? ORDER BY ${id} LIMIT ?)`;
    const last = tx.hot(sql).pluck().get(other, SWEPT) as number | null;
    assert(last !== null, 'a run that is found has rows');
    tx.hot(`DELETE FROM ${table} WHERE run_id = ? AND ${id} <= ?`).run(other, last);
    return false;
  }
  return true;
}
