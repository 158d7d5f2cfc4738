/** Where headings or figures leave a doubt, no column is taken (IMP-02): `mapping-incomplete` names what is missing. */
import type { RawCell } from '@shared/domain/imports/sheet';
import { describe, expect, it } from 'vitest';
import { guessOf, PLAIN, tableOf } from './interpretFile';

describe('IMP-02 what is not certain stays unmapped', () => {
  const loan = (headings: string[], values: RawCell[]) =>
    tableOf([
      ['网点', '户名', '合同编号', ...headings],
      ['东街', '王小明', 'H1', ...values],
      ['东街', '李四', 'H2', ...values],
    ]);

  it.each([
    ['two balances with different figures', ['贷款金额', '贷款余额', '贷款余额'], [5, 4, 3], ['balance']],
    ['two names of the balance with different figures', ['贷款金额', '贷款余额', '本金余额'], [5, 4, 3], ['balance']],
    [
      "last period's balance alone",
      ['贷款金额', '上期余额', '年初贷款余额', '贷款余额(上月)'],
      [5, 4, 3, 2],
      ['balance'],
    ],
    ['a change of the balance', ['贷款金额', '余额增减', '较年初'], [5, 4, 3], ['balance']],
    ['an amount column of words', ['贷款金额', '贷款余额'], [5, '见附件'], ['balance']],
  ])('%s', (_, headings, values, missing) => {
    expect(guessOf(loan(headings, values), 'loans').missing).toEqual(missing);
  });

  it('two equal columns are one', () => {
    expect(guessOf(loan(['贷款金额', '贷款余额', '贷款余额'], [5, 4, 4]), 'loans').missing).toEqual([]);
  });

  it('a hidden column is never guessed', () => {
    const table = loan(['贷款金额', '贷款余额'], [5, 4]);
    const hidden = { ...table, layout: { ...PLAIN, hiddenColumns: [4] } };
    expect(guessOf(hidden, 'loans').missing).toEqual(['balance']);
  });

  it('numbers of institutions are not their names', () => {
    const table = tableOf([
      ['机构', '户名', '合同编号', '贷款金额', '贷款余额'],
      ['500101', '王小明', 'H1', 5, 4],
    ]);
    expect(guessOf(table, 'loans').missing).toEqual(['unit']);
  });

  it('a column of customer numbers is not the name, one of dates is not the amount', () => {
    const table = tableOf([
      ['网点', '客户', '合同编号', '金额', '余额'],
      ['东街', '80001', 'H1', '2019-03-05', 4],
    ]);
    expect(guessOf(table, 'loans').missing).toEqual(['borrowerName', 'principal']);
  });
});
