/**
 * The command line's filter, e.g. `unit=青石分理处,balance>=10000,five-level=损失,text~人民路`: comma-separated, all of
 * them true; fields as in the ledger's JSON in camelCase or kebab-case; money in yuan, dates YYYY-MM-DD.
 */
import { isCalendarDate } from '../../kernel/calendarDate';
import { parseFen } from '../../kernel/money';
import { type Decision, granted, refused } from '../../kernel/result';
import {
  DATE_COLUMNS,
  FILTER_COLUMNS,
  type FilterColumn,
  type FilterOperator,
  type LedgerCondition,
  type LedgerFilter,
  MONEY_COLUMNS,
} from './ledger';

const PART = /^\s*([A-Za-z][A-Za-z-]*)\s*(>=|<=|=|~)(.*)$/s;

/** The condition may have the column's kind: ordering compares money and dates, `~` is for texts. */
export function operatorFits(column: FilterColumn, operator: FilterOperator): boolean {
  const ordered = MONEY_COLUMNS.includes(column) || DATE_COLUMNS.includes(column);
  if (operator === '>=' || operator === '<=') return ordered;
  return operator !== '~' || !ordered;
}

/** Refusal `filter-invalid` {part, reason: syntax | field | operator | amount | date | text, fields?}. */
export function parseFilterExpression(expression: string): Decision<LedgerFilter> {
  const conditions: LedgerCondition[] = [];
  let text: string | undefined;
  for (const part of expression.split(',')) {
    if (part.trim() === '') continue;
    const match = PART.exec(part);
    if (!match) return invalid(part, 'syntax');
    const [, name, operator, rest] = match as unknown as [string, string, FilterOperator, string];
    const value = rest.trim();
    if (name === 'text') {
      if (text !== undefined || value === '' || (operator !== '~' && operator !== '=')) return invalid(part, 'text');
      text = value;
      continue;
    }
    const condition = readCondition(name, operator, value);
    if (typeof condition === 'string') return invalid(part, condition);
    conditions.push(condition);
  }
  return granted(text === undefined ? { conditions } : { text, conditions });
}

function readCondition(name: string, operator: FilterOperator, value: string): LedgerCondition | string {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const column = FILTER_COLUMNS.find((each) => each === camel);
  if (!column) return 'field';
  if (!operatorFits(column, operator)) return 'operator';
  if (value === '' && operator !== '=') return 'syntax';
  if (MONEY_COLUMNS.includes(column)) {
    const fen = parseFen(value);
    return typeof fen === 'number' ? { column, operator, values: [fen] } : 'amount';
  }
  if (DATE_COLUMNS.includes(column) && value !== '' && !isCalendarDate(value)) return 'date';
  return { column, operator, values: [value] };
}

function invalid(part: string, reason: string): Decision<never> {
  const fields = reason === 'field' ? { fields: ['text', ...FILTER_COLUMNS] } : {};
  return refused('filter-invalid', { part: part.trim(), reason, ...fields });
}
