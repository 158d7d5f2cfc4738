/** Cells of the summary ledger and the conditions that list their loans (LOAN-06). */
import { householdNumber, partyIdOf } from '@shared/domain/loans/householdNumber';
import { LEDGER_COLUMNS } from '@shared/domain/loans/ledger';
import { ledgerRowJson, sumsJson } from '@shared/domain/loans/ledgerJson';
import { filterInWords } from '@shared/domain/loans/ledgerTitles';
import { cellConditions } from '@shared/domain/loans/summaryBands';
import { describe, expect, it } from 'vitest';

describe('LOAN-06 drill-down', () => {
  it('bounds a band of money without touching its neighbours', () => {
    expect(cellConditions(['amount-band'], ['1-5万'])).toEqual([
      { column: 'balance', operator: '>=', values: [1_000_001] },
      { column: 'balance', operator: '<=', values: [5_000_000] },
    ]);
    expect(cellConditions(['amount-band'], ['<=1万'])).toEqual([
      { column: 'balance', operator: '<=', values: [1_000_000] },
    ]);
    expect(cellConditions(['amount-band'], ['>500万'])).toEqual([
      { column: 'balance', operator: '>=', values: [500_000_001] },
    ]);
  });

  it('bounds periods and years, and asks for missing values by name', () => {
    expect(cellConditions(['formation-period', 'due-year'], ['1997-1999', '2003'])).toEqual([
      { column: 'issueDate', operator: '>=', values: ['1997-01-01'] },
      { column: 'issueDate', operator: '<=', values: ['1999-12-31'] },
      { column: 'dueDate', operator: '>=', values: ['2003-01-01'] },
      { column: 'dueDate', operator: '<=', values: ['2003-12-31'] },
    ]);
    expect(cellConditions(['formation-period', 'five-level', 'due-year', 'cause'], [null, null, null, null])).toEqual([
      { column: 'issueDate', operator: '=', values: [''] },
      { column: 'fiveLevel', operator: '=', values: [''] },
      { column: 'dueDate', operator: '=', values: [''] },
    ]);
  });
});

describe('LOAN-05 the ledger in other forms', () => {
  it('prints money as decimal yuan and leaves the rest', () => {
    const row = Object.fromEntries(LEDGER_COLUMNS.map((column) => [column, null])) as Parameters<
      typeof ledgerRowJson
    >[0];
    const money = { principal: 230_000, balance: 5, interestOn: 0, interestOff: -100 };
    expect(ledgerRowJson({ ...row, ...money, borrower: '李㛃' })).toMatchObject({
      principal: '2300.00',
      balance: '0.05',
      interestOn: '0.00',
      interestOff: '-1.00',
      borrower: '李㛃',
      dueDate: null,
    });
    expect(sumsJson({ loans: 2, borrowers: 1, ...money, key: ['损失'] })).toMatchObject({
      loans: 2,
      balance: '0.05',
      key: ['损失'],
    });
  });

  it('numbers households', () => {
    expect(householdNumber(123)).toBe('H000123');
    expect(partyIdOf('h000123')).toBe(123);
    expect(partyIdOf('H12')).toBeNull();
  });

  it('puts a filter into words', () => {
    expect(
      filterInWords({ text: '李', conditions: [{ column: 'balance', operator: '>=', values: [1_000_000] }] }),
    ).toEqual(['搜索 李', '贷款余额 不小于 10000.00 元']);
    expect(filterInWords({ conditions: [] })).toEqual(['全部']);
  });
});
