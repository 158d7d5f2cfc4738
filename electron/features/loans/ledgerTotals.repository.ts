/** Sums over the ledger: totals of a filter, the summary ledger (LOAN-06), and the values that occur in it. */
import type { LedgerTotals } from '@shared/contract/loans.contract';
import { FIVE_LEVELS, type LedgerFilter, type SummaryDimension } from '@shared/domain/loans/ledger';
import { AMOUNT_BANDS, type Band, FORMATION_PERIODS } from '@shared/domain/loans/summaryBands';
import type { ReadDb } from '../../database/store';
import { joined, ledgerClauses, type SqlValue, unitsByName } from './ledgerFilter.repository';
import { candidateLoans } from './ledgerSearch.repository';
import { quietly } from './quietRead';

const SUMS = `count(*) AS loans, count(DISTINCT loan.party_id) AS borrowers,
  coalesce(sum(loan.principal), 0) AS principal, coalesce(sum(loan.balance), 0) AS balance,
  coalesce(sum(loan.interest_on), 0) AS interestOn, coalesce(sum(loan.interest_off), 0) AS interestOff`;

/** Candidates of a text are looked up one by one up to here; beyond, a pass over the table is as fast. */
const LOOKED_UP = 20_000;

/** Refusal: filter-invalid. */
export function ledgerTotals(db: ReadDb, filter: LedgerFilter): Promise<LedgerTotals> {
  return quietly(db, () => {
    const { from, where, values } = source(db, filter);
    return db.hot(`SELECT ${SUMS} FROM ${from} WHERE ${where}`).get(...values) as LedgerTotals;
  });
}

function source(db: ReadDb, filter: LedgerFilter): { from: string; where: string; values: SqlValue[] } {
  const clauses = ledgerClauses(db, filter);
  const { sql: where, values } = joined(clauses);
  for (const { needle } of clauses) {
    const ids = needle && candidateLoans(db, needle, LOOKED_UP);
    if (!ids) continue;
    const from = 'json_each(?) AS candidate CROSS JOIN loan ON loan.id = candidate.value';
    return { from, where, values: [JSON.stringify(ids), ...values] };
  }
  return { from: 'loan', where, values };
}

interface Dimension {
  readonly sql: string;
  /** Keys in their own order; others follow as text, missing ones last. */
  readonly order?: readonly string[];
}

const DIMENSIONS: Record<Exclude<SummaryDimension, 'unit'>, Dimension> = {
  'five-level': { sql: 'loan.five_level', order: FIVE_LEVELS },
  'fine-level': { sql: 'loan.fine_level', order: ['次级一级', '次级二级', '可疑一级', '可疑二级', '损失级'] },
  'four-level': { sql: 'loan.four_level', order: ['正常', '逾期', '呆滞', '呆账'] },
  guarantee: { sql: 'loan.guarantee_mode', order: ['信用', '保证', '抵押', '质押', '联保'] },
  'sheet-status': { sql: 'loan.sheet_status' },
  'formation-period': banded('loan.issue_date', FORMATION_PERIODS),
  'amount-band': banded('loan.balance', AMOUNT_BANDS),
  'due-year': { sql: 'substr(loan.due_date, 1, 4)' },
  officer: { sql: 'loan.officer' },
  // Not recorded yet: one cell without a key, never an invented word.
  cause: { sql: 'NULL' },
  'actual-user': { sql: 'loan.occupancy' },
};

function banded(column: string, bands: readonly Band<string | number>[]): Dimension {
  const cases = bands.map(({ label, to }) => {
    const end = typeof to === 'string' ? `'${to}'` : to;
    return to === null ? `ELSE '${label}'` : `WHEN ${column} <= ${end} THEN '${label}'`;
  });
  return {
    sql: `CASE WHEN ${column} IS NULL THEN NULL ${cases.join(' ')} END`,
    order: bands.map((each) => each.label),
  };
}

export interface SummaryCell extends LedgerTotals {
  readonly key: (string | null)[];
}

/** One cell per combination that occurs; loans and money add up to the totals of the same filter. Refusal: filter-invalid. */
export function ledgerSummary(
  db: ReadDb,
  filter: LedgerFilter,
  dims: readonly SummaryDimension[],
): Promise<SummaryCell[]> {
  return quietly(db, () => {
    const units = unitsByName(db);
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    const dimensions = dims.map(
      (dim): Dimension =>
        dim === 'unit' ? { sql: 'loan.unit_id', order: units.map((unit) => unit.name) } : DIMENSIONS[dim],
    );
    const { from, where, values } = source(db, filter);
    const keys = dimensions.map((dimension, index) => `${dimension.sql} AS key${index}`);
    const groups = dimensions.map((_, index) => `key${index}`);
    const sql = `SELECT ${keys.join(', ')}, ${SUMS} FROM ${from} WHERE ${where} GROUP BY ${groups.join(', ')}`;
    const rows = db.hot(sql).all(...values) as (LedgerTotals & Record<string, string | number | null>)[];
    const cells = rows.map((row) => {
      const { loans, borrowers, principal, balance, interestOn, interestOff } = row;
      const key = dims.map((dim, index) => {
        const value = row[`key${index}`] ?? null;
        return dim === 'unit' ? (names.get(value as number) ?? null) : (value as string | null);
      });
      return { key, loans, borrowers, principal, balance, interestOn, interestOff };
    });
    return cells.sort((a, b) => compareCells(dimensions, a.key, b.key));
  });
}

function compareCells(dimensions: readonly Dimension[], a: (string | null)[], b: (string | null)[]): number {
  for (const [index, { order = [] }] of dimensions.entries()) {
    const [left, right] = [a[index] ?? null, b[index] ?? null];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    return place(left) - place(right) || (left < right ? -1 : 1);
  }
  return 0;
}

const LISTED = ['officer', 'sheet_status', 'subject', 'occupancy', 'status'] as const;

/** Values that occur, for the filter lists; one pass over the loans. */
export function ledgerOptions(db: ReadDb) {
  return quietly(db, () => {
    const rows = db.hot(`SELECT DISTINCT ${LISTED.join(', ')} FROM loan`).all() as Record<string, string | null>[];
    const values = (column: (typeof LISTED)[number]) => {
      const found = new Set(rows.map((row) => row[column]).filter((value) => typeof value === 'string'));
      return [...found].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN'));
    };
    return {
      units: unitsByName(db).map((unit) => unit.name),
      officers: values('officer'),
      sheetStatuses: values('sheet_status'),
      subjects: values('subject'),
      occupancies: values('occupancy'),
      statuses: values('status'),
    };
  });
}

/** Dates that the ledger's loans are as of: one, or the first and the last. */
export function ledgerAsOf(db: ReadDb): Promise<string> {
  return quietly(db, () => {
    const row = db.hot('SELECT min(as_of) AS first, max(as_of) AS last FROM loan').get() as Record<
      string,
      string | null
    >;
    const { first, last } = row;
    return first === last ? (first ?? '') : `${first} – ${last}`;
  });
}
