/** RWD-01, RWD-02: who is owed what for a receipt, and how later sheets put earlier ones right. */

import { equalShares } from '@shared/domain/receipts/shares';
import { loanClass, moneyFault, type RewardLoan } from '@shared/domain/rewards/rewardClass';
import {
  duesOf,
  linesOf,
  payees,
  type RewardReceipt,
  runChanges,
  type Standing,
} from '@shared/domain/rewards/rewardSheet';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';

const { book } = new RuleShelf().current;

const receipt = (given: Partial<RewardReceipt> = {}): RewardReceipt => ({
  key: 'SH1',
  loanId: 1,
  receivedOn: '2026-10-15',
  recovered: 100_000,
  collectors: [
    { name: '王某', ppm: 600_000 },
    { name: '李某', ppm: 400_000 },
  ],
  loanClass: { formedOn: '1996-12-31', form: '呆账', status: 'ordinary' },
  ...given,
});

const staff = (): Standing => ({ kind: 'staff', tasks: null });
const short = (lines: readonly { name: string; due: number; excluded: string | null }[]) =>
  lines.map(({ name, due, excluded }) => [name, due, excluded]);

describe('RWD-01 what is owed for a receipt', () => {
  it('goes by the shares, with rate, article and trace', () => {
    const dues = duesOf(book, receipt(), staff);
    expect(short(dues)).toEqual([
      ['王某', 12_000, null],
      ['李某', 8_000, null],
    ]);
    expect(dues[0]).toMatchObject({ rate: '0.2', article: 'B2 农村信用社不良贷款管理办法 第三十条第一项第一目' });
    expect(dues[0]?.trace.map(({ rule, row }) => [rule, row])).toEqual([
      ['reward/exclusions', 'staff'],
      ['reward/recovery', '-1996 呆账'],
    ]);
  });

  it('is nothing for whoever owes that recovery; the others get no more for it (第三十条第三项)', () => {
    const dues = duesOf(book, receipt(), (name) => ({ kind: name === '王某' ? 'liable' : 'staff', tasks: null }));
    expect(short(dues)).toEqual([
      ['王某', 0, 'liable'],
      ['李某', 8_000, null],
    ]);
  });

  it('is after costs for an outsider, never below nothing, and waits until they are known (第三十条第五项)', () => {
    const outsider =
      (costs: number | null) =>
      (name: string): Standing =>
        name === '李某' ? { kind: 'outsider', costs } : staff();
    expect(short(duesOf(book, receipt(), outsider(10_000)))[1]).toEqual(['李某', 6_000, null]);
    expect(short(duesOf(book, receipt(), outsider(50_000)))[1]).toEqual(['李某', 0, null]);
    expect(short(duesOf(book, receipt(), outsider(null)))[1]).toEqual(['李某', 0, 'costs-missing']);
  });

  it('is nothing for loans of 2000 and later, and for receipts that the table does not take', () => {
    const later = { formedOn: '2000-01-01', form: '呆滞', status: 'ordinary' } as const;
    expect(short(duesOf(book, receipt({ loanClass: later }), staff))[0]).toEqual(['王某', 0, 'no-rate']);
    expect(short(duesOf(book, receipt({ loanClass: 'not-money' }), staff))[1]).toEqual(['李某', 0, 'not-money']);
    expect(short(duesOf(book, receipt({ collectors: [] }), staff))).toEqual([['', 0, 'collectors-missing']]);
  });

  it('shares the fen that do not divide among the largest remainders, first named first', () => {
    const collectors = equalShares(3).map((ppm, index) => ({ name: `${index}`, ppm }));
    const dues = duesOf(book, receipt({ recovered: 500, collectors }), staff);
    expect(dues.map(({ due }) => due)).toEqual([34, 33, 33]);
  });
});

describe('RWD-02 nothing is given twice, and what changed is put right', () => {
  const dues = duesOf(book, receipt(), staff);
  const given = new Map(linesOf(dues, null).map(({ name, amount }) => [name, amount]));

  it('gives no second line for what has not changed', () => expect(linesOf(dues, given)).toEqual([]));

  it('takes back what a reversal makes undue', () => {
    const lines = linesOf(duesOf(book, receipt({ recovered: 0 }), staff), given);
    expect(lines.map(({ name, kind, amount, before }) => [name, kind, amount, before])).toEqual([
      ['王某', 'adjustment', -12_000, 12_000],
      ['李某', 'adjustment', -8_000, 8_000],
    ]);
    expect(payees(lines)).toEqual([
      { name: '王某', lines: 1, amount: -12_000 },
      { name: '李某', lines: 1, amount: -8_000 },
    ]);
  });

  it('moves the difference when shares change later, and takes it from whoever is no collector any more', () => {
    const collectors = [
      { name: '王某', ppm: 500_000 },
      { name: '张某', ppm: 500_000 },
    ];
    const lines = linesOf(duesOf(book, receipt({ collectors }), staff), given);
    expect(lines.map(({ name, amount, excluded }) => [name, amount, excluded])).toEqual([
      ['王某', -2_000, null],
      ['张某', 10_000, null],
      ['李某', -8_000, 'not-collector'],
    ]);
  });

  it('comes to the same in the end, however often it changes', () => {
    const money = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 6 }), (amounts) => {
        const paid = new Map<string, number>();
        for (const [index, recovered] of amounts.entries())
          for (const { name, amount } of linesOf(duesOf(book, receipt({ recovered }), staff), index ? paid : null))
            paid.set(name, (paid.get(name) ?? 0) + amount);
        const last = duesOf(book, receipt({ recovered: amounts.at(-1) ?? 0 }), staff);
        for (const { name, due } of last) expect(paid.get(name)).toBe(due);
      }),
    );
  });

  it('tells two runs of a sheet apart line by line', () => {
    const line = (key: string, amount: number) => ({ key, name: '王某', amount });
    expect(runChanges([line('a', 1), line('b', 2), line('c', 3)], [line('a', 1), line('b', 5), line('d', 4)])).toEqual([
      { key: 'b', name: '王某', before: 2, now: 5 },
      { key: 'c', name: '王某', before: 3, now: null },
      { key: 'd', name: '王某', before: null, now: 4 },
    ]);
  });
});

describe('how a loan and a receipt stand in the table', () => {
  const loan: RewardLoan = {
    nplDate: '1995-10-31',
    dueDate: '1995-04-05',
    extendedDueDate: null,
    fourLevel: '呆账',
    sheetStatus: '票据置换',
    offBalanceDate: '2004-12-31',
  };

  test.each([
    [{}, '2026-10-15', { formedOn: '1995-10-31', form: '呆账', status: 'bill-swapped' }],
    [{}, '2004-12-30', { formedOn: '1995-10-31', form: '呆账', status: 'ordinary' }],
    [{ sheetStatus: '已核销' }, '2026-10-15', { formedOn: '1995-10-31', form: '呆账', status: 'written-off' }],
    [{ sheetStatus: '政府置换' }, '2026-10-15', { formedOn: '1995-10-31', form: '呆账', status: 'ordinary' }],
    [{ nplDate: null }, '2026-10-15', { formedOn: '1995-04-05', form: '呆账', status: 'bill-swapped' }],
    [{ nplDate: null, dueDate: null }, '2026-10-15', 'formation-unknown'],
    [
      { fourLevel: null, sheetStatus: '已核销' },
      '2026-10-15',
      { formedOn: '1995-10-31', form: '呆账', status: 'written-off' },
    ],
    [{ fourLevel: '逾期' }, '2026-10-15', 'form-unrewarded'],
    [{ fourLevel: null }, '2026-10-15', 'form-unrewarded'],
  ] as const)('%o on %s', (given, on, expected) => expect(loanClass({ ...loan, ...given }, on)).toEqual(expected));

  test.each([
    ['现金', null, null],
    ['法院扣划', null, null],
    ['抵质押物变现', null, null],
    ['以物折价', null, 'not-realised'],
    ['抵债', null, 'not-realised'],
    ['抵债资产变现', null, null],
    ['借新还旧', null, 'not-money'],
    ['现金', 'restructuring', 'not-money'],
    ['现金', 'money', null],
    [null, null, null],
  ] as const)('%s / %s: %s', (method, form, fault) => expect(moneyFault(method, form)).toBe(fault));
});
