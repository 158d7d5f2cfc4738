/** The ledger's state in its address (LOAN-05): read safely, written shortly, filters changed one condition at a time. */
import { describe, expect, it } from 'vitest';
import {
  columnsInOrder,
  DEFAULT_COLUMNS,
  DEFAULT_LEDGER,
  EMPTY_FILTER,
  furtherConditions,
  isFiltered,
  ledgerAddress,
  looksLike,
  readLedgerState,
  sumOf,
  valuesOf,
  withText,
  withValues,
} from '../../../../renderer/features/loans/ledgerState';

describe('LOAN-05 the ledger in the address', () => {
  it('says nothing while everything is as it begins', () => {
    expect(ledgerAddress(DEFAULT_LEDGER)).toBeUndefined();
  });

  it('comes back as it was written', () => {
    const filter = withValues(withText(EMPTY_FILTER, '人民路'), 'balance', '>=', [5_000_000]);
    const state = { ...DEFAULT_LEDGER, filter, sort: { column: 'balance', descending: true } as const, row: 7 };
    expect(readLedgerState(JSON.parse(JSON.stringify(ledgerAddress(state))))).toEqual(state);
  });

  it.each([null, 5, 'x', [], { filter: { conditions: [{ column: 'idNumber', operator: '=', values: ['1'] }] } }])(
    'reads %j as the beginning, not as an error',
    (edited) => expect(readLedgerState(edited)).toEqual(DEFAULT_LEDGER),
  );

  it('keeps what makes sense of an edited address', () => {
    const { sort, columns, view } = readLedgerState({
      sort: { column: 'nothing' },
      columns: ['balance', 'gone', 'balance', 'borrower'],
      view: '3',
    });
    expect(sort).toEqual(DEFAULT_LEDGER.sort);
    expect(columns).toEqual(['borrower', 'balance']);
    expect(view).toBeNull();
  });

  it('always shows the borrower, first', () => {
    expect(columnsInOrder(['unit', 'borrower'])).toEqual(['borrower', 'unit']);
    expect(columnsInOrder('unit')).toBe(DEFAULT_COLUMNS);
  });
});

describe('LOAN-05 filter conditions', () => {
  const filter = withValues(withValues(EMPTY_FILTER, 'unit', 'in', ['青石分理处']), 'dueDate', '<=', ['2026-12-31']);

  it('are set, replaced in their place and removed', () => {
    expect(valuesOf(filter, 'unit', 'in')).toEqual(['青石分理处']);
    const replaced = withValues(filter, 'unit', 'in', ['红岩分理处', '白水分理处']);
    expect(replaced.conditions.map(({ column }) => column)).toEqual(['unit', 'dueDate']);
    expect(valuesOf(replaced, 'unit', 'in')).toHaveLength(2);
    expect(withValues(replaced, 'unit', 'in', []).conditions).toHaveLength(1);
    expect(withValues(EMPTY_FILTER, 'unit', 'in', [])).toEqual(EMPTY_FILTER);
  });

  it('keep the two ends of a range apart', () => {
    const range = withValues(filter, 'dueDate', '>=', ['2026-01-01']);
    expect(valuesOf(range, 'dueDate', '>=')).toEqual(['2026-01-01']);
    expect(valuesOf(range, 'dueDate', '<=')).toEqual(['2026-12-31']);
  });

  it('outside the filter row are listed below it', () => {
    expect(furtherConditions(filter).map(({ column }) => column)).toEqual(['dueDate']);
    const drilled = withValues(filter, 'unit', '=', ['青石分理处']);
    expect(furtherConditions(drilled).map(({ operator }) => operator)).toEqual(['=', '<=']);
  });

  it('without text and conditions are no filter', () => {
    expect(isFiltered(EMPTY_FILTER)).toBe(false);
    expect(isFiltered(withText(EMPTY_FILTER, '张三'))).toBe(true);
    expect(withText({ text: '张三', conditions: [] }, '')).toEqual(EMPTY_FILTER);
  });
});

describe('LOAN-05 saved views and sums', () => {
  it('a view is changed when filter, order or columns differ, not when only the row does', () => {
    const view = { ...DEFAULT_LEDGER };
    expect(looksLike({ ...DEFAULT_LEDGER }, view)).toBe(true);
    expect(looksLike({ ...DEFAULT_LEDGER, columns: ['borrower', 'unit'] }, view)).toBe(false);
    expect(looksLike({ ...DEFAULT_LEDGER, sort: { column: 'unit', descending: false } }, view)).toBe(false);
  });

  it('a household counts once, money adds up in fen', () => {
    const row = { household: 'H000001', principal: 10, balance: 5, interestOn: 1, interestOff: 2 };
    expect(sumOf([row, row, { ...row, household: 'H000002' }])).toEqual({
      loans: 3,
      borrowers: 2,
      principal: 30,
      balance: 15,
      interestOn: 3,
      interestOff: 6,
    });
  });
});
