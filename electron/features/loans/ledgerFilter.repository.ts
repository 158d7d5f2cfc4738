/**
 * The ledger's filter as SQL over `loan`: one clause per condition, with what helps to find its rows. Values are always
 * parameters, so each shape of filter is one prepared statement. Columns of `party` and `unit` are looked up by key.
 */
import { contractKey } from '@shared/domain/imports/foldText';
import { operatorFits } from '@shared/domain/loans/filterExpression';
import { partyIdOf } from '@shared/domain/loans/householdNumber';
import { type FilterColumn, type LedgerCondition, type LedgerFilter, MONEY_COLUMNS } from '@shared/domain/loans/ledger';
import { foldForSearch } from '@shared/domain/search/searchText';
import { refuse } from '@shared/kernel/result';
import type { LoanTable } from '../../database/schema';
import type { ReadDb } from '../../database/store';

export type SqlValue = string | number;

/** What the gram index can narrow; the clause itself still decides. */
export interface Needle {
  /** `ledger`: in the loan's own text or in its borrower's. */
  readonly where: 'ledger' | 'loan' | 'party';
  /** Folded texts that all must occur. */
  readonly pieces: readonly string[];
}

export interface Clause {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly column: FilterColumn | null;
  /** Index that begins with the clause's column. */
  readonly index?: LoanIndex;
  /** Values that the column may have; empty when it must be missing. */
  readonly points?: readonly SqlValue[];
  /** Ends of a range, both belonging to it. */
  readonly from?: SqlValue;
  readonly to?: SqlValue;
  readonly needle?: Needle;
}

export type LoanIndex =
  | 'loan_contract'
  | 'loan_party'
  | 'loan_unit'
  | 'loan_name'
  | 'loan_due'
  | 'loan_balance'
  | 'loan_principal'
  | 'loan_five'
  | 'loan_npl';

/** `borrower` and `unit` are names; they become a look-up and ids. */
const COLUMN: Record<Exclude<FilterColumn, 'borrower'>, keyof LoanTable> = {
  household: 'party_id',
  unit: 'unit_id',
  contract: 'contract_key',
  receipt: 'receipt_no',
  issueDate: 'issue_date',
  dueDate: 'due_date',
  extendedDueDate: 'extended_due_date',
  principal: 'principal',
  balance: 'balance',
  interestOn: 'interest_on',
  interestOff: 'interest_off',
  guarantee: 'guarantee_mode',
  fourLevel: 'four_level',
  fiveLevel: 'five_level',
  fineLevel: 'fine_level',
  sheet: 'sheet',
  sheetStatus: 'sheet_status',
  subject: 'subject',
  nplDate: 'npl_date',
  purpose: 'purpose',
  officer: 'officer',
  approver: 'approver',
  occupancy: 'occupancy',
  actualUser: 'actual_user',
  flags: 'flags',
  status: 'status',
};

const INDEX: Partial<Record<FilterColumn, LoanIndex>> = {
  household: 'loan_party',
  unit: 'loan_unit',
  contract: 'loan_contract',
  dueDate: 'loan_due',
  principal: 'loan_principal',
  balance: 'loan_balance',
  fiveLevel: 'loan_five',
  nplDate: 'loan_npl',
};

const PARTY_TEXT = '(SELECT search_text FROM party WHERE party.id = loan.party_id)';
const PARTY_NAME = '(SELECT name FROM party WHERE party.id = loan.party_id)';

/** Refusal: filter-invalid {column, operator}. Synchronous: to be called with the connection settled. */
export function ledgerClauses(db: ReadDb, filter: LedgerFilter): Clause[] {
  const clauses = filter.conditions.map((condition) => clauseOf(db, condition));
  const folded = foldForSearch(filter.text ?? '');
  if (folded !== '') clauses.push(textClause(folded));
  return clauses;
}

/** All clauses joined, for a WHERE. */
export function joined(clauses: readonly Clause[]): { sql: string; values: SqlValue[] } {
  if (clauses.length === 0) return { sql: '1', values: [] };
  return { sql: clauses.map((clause) => clause.sql).join(' AND '), values: clauses.flatMap((clause) => clause.values) };
}

function textClause(folded: string): Clause {
  const sql = `(instr(loan.search_text, ?) > 0 OR instr(${PARTY_TEXT}, ?) > 0)`;
  return { sql, values: [folded, folded], column: null, needle: { where: 'ledger', pieces: [folded] } };
}

function clauseOf(db: ReadDb, condition: LedgerCondition): Clause {
  const { column, operator } = condition;
  if (!operatorFits(column, operator)) refuse('filter-invalid', { column, operator });
  if (column === 'borrower') return borrowerClause(condition);
  if (column === 'unit') return pointsClause(condition, unitIds(db, condition));
  const values = condition.values.map((value) => stored(condition, value));
  if (operator === '~') return partClause(condition, String(values[0]));
  if (operator === '=') return pointsClause(condition, values.slice(0, 1));
  if (operator === 'in') return pointsClause(condition, values);
  const bound = values[0] as SqlValue;
  const range = operator === '>=' ? { from: bound } : { to: bound };
  return { ...placed(column), sql: `loan.${COLUMN[column]} ${operator} ?`, values: [bound], ...range };
}

function placed(column: FilterColumn): Pick<Clause, 'column' | 'index'> {
  const index = INDEX[column];
  return index ? { column, index } : { column };
}

/** The value as its column holds it. */
function stored(condition: LedgerCondition, value: SqlValue): SqlValue {
  const { column, operator } = condition;
  if (MONEY_COLUMNS.includes(column)) {
    if (!Number.isSafeInteger(value)) refuse('filter-invalid', { column, operator });
    return value;
  }
  const text = String(value).trim();
  if (column === 'contract') return contractKey(text);
  if (column === 'household') return partyIdOf(text) ?? 0;
  return text;
}

/** One of some values; the empty text stands for a missing value. */
function pointsClause(condition: LedgerCondition, values: readonly SqlValue[]): Clause {
  const { column } = condition;
  const name = `loan.${COLUMN[column as Exclude<FilterColumn, 'borrower'>]}`;
  const points = [...new Set(values.filter((value) => value !== ''))];
  const missing = values.includes('') && !NEVER_MISSING.has(column);
  const base = placed(column);
  if (missing && points.length === 0) return { ...base, sql: `${name} IS NULL`, values: [], points: [] };
  const [point] = points;
  if (!missing && points.length === 1 && point !== undefined) {
    return { ...base, sql: `${name} = ?`, values: [point], points };
  }
  const listed = `${name} IN (SELECT value FROM json_each(?))`;
  const list = JSON.stringify(points);
  if (!missing) return { ...base, sql: listed, values: [list], points };
  return { column, sql: `(${name} IS NULL OR ${listed})`, values: [list] };
}

/** Columns that every loan has: asking for those without a value finds none. */
const NEVER_MISSING: ReadonlySet<FilterColumn> = new Set(['unit', 'contract', 'household', 'sheet']);

function partClause(condition: LedgerCondition, part: string): Clause {
  const { column } = condition;
  const name = `loan.${COLUMN[column as Exclude<FilterColumn, 'borrower'>]}`;
  if (column === 'household') return { column, sql: `printf('H%06d', ${name}) LIKE ?`, values: [`%${part}%`] };
  const clause: Clause = { column, sql: `instr(${name}, ?) > 0`, values: [part] };
  if (column !== 'contract' && column !== 'receipt') return clause;
  return { ...clause, needle: { where: 'loan', pieces: plainRuns(part) } };
}

/** Letters and digits between signs: brackets and dashes are folded differently in keys and in search texts. */
const plainRuns = (text: string): string[] => foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function borrowerClause(condition: LedgerCondition): Clause {
  const values = condition.values.map((value) => String(value).trim());
  const name = values[0] ?? '';
  if (condition.operator === 'in') {
    const sql = `${PARTY_NAME} IN (SELECT value FROM json_each(?))`;
    return { column: 'borrower', sql, values: [JSON.stringify(values)] };
  }
  const sql = condition.operator === '~' ? `instr(${PARTY_NAME}, ?) > 0` : `${PARTY_NAME} = ?`;
  return { column: 'borrower', sql, values: [name], needle: { where: 'party', pieces: plainRuns(name) } };
}

function unitIds(db: ReadDb, condition: LedgerCondition): number[] {
  const wanted = condition.values.map((value) => String(value).trim());
  const fits = (name: string) =>
    condition.operator === '~' ? wanted.some((part) => name.includes(part)) : wanted.includes(name);
  return unitsByName(db)
    .filter((unit) => fits(unit.name))
    .map((unit) => unit.id);
}

/** In the order in which they were set up. */
export function unitsByName(db: ReadDb): { id: number; name: string }[] {
  return db.hot('SELECT id, name FROM unit ORDER BY id').all() as { id: number; name: string }[];
}
