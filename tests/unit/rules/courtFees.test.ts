/** Court fees: edges of the tariff, dates, missing and impossible facts, reasons, and properties. */
import { parseFen } from '@shared/kernel/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, refusalOf, result } from './support/ask';

const acceptedOn = '2024-05-10';
const fee = (id: string, fact: string, fen: number, on = acceptedOn) => {
  const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  return parseFen(result(id, { [fact]: yuan, acceptedOn: on }).amount as string) as number;
};

describe('court-fee/acceptance', () => {
  test.each([
    ['9999.99', '50.00'],
    ['10000.00', '50.00'],
    ['10000.01', '50.00'],
    ['10000.20', '50.01'],
    ['12345.00', '108.63'],
    ['100000.00', '2300.00'],
    ['100000.50', '2300.01'],
    ['0.00', '50.00'],
  ])('%s → %s (edge, one below, one above)', (claimAmount, amount) => {
    expect(result('court-fee/acceptance', { claimAmount, acceptedOn })).toEqual({ amount });
  });

  test('is explained as the command line promises (RUL-02)', () => {
    expect(answer('court-fee/acceptance', { claimAmount: '12345.00', acceptedOn })).toEqual({
      result: { amount: '108.63' },
      trace: [
        {
          rule: 'court-fee/acceptance',
          version: '2007-04-01',
          article: '诉讼费用交纳办法 第十三条',
          inputs: { claimAmount: '12345.00' },
          row: '10000-100000',
        },
      ],
      warnings: [],
      provisional: false,
    });
  });

  test.each([
    ['2007-04-01', '2300.00'],
    ['2007-03-31', '3510.00'],
    ['1989-09-01', '3510.00'],
  ])('accepted on %s follows the tariff of that day', (on, amount) => {
    expect(result('court-fee/acceptance', { claimAmount: '100000.00', acceptedOn: on })).toEqual({ amount });
  });

  test('before the first tariff it is refused', () => {
    expect(refusalOf('court-fee/acceptance', { claimAmount: '1.00', acceptedOn: '1989-08-31' })).toMatchObject({
      code: 'rule-not-in-force',
    });
  });

  test('half is rounded once, at the end', () => {
    const facts = { claimAmount: '12345.00', acceptedOn, halved: true };
    expect(result('court-fee/acceptance', facts)).toEqual({ amount: '54.31' });
    expect(answer('court-fee/acceptance', facts).trace.map((line) => line.article)).toEqual([
      '诉讼费用交纳办法 第十三条',
      '诉讼费用交纳办法 第十五条、第十六条、第十八条',
    ]);
  });

  test('missing facts are told all at once', () => {
    expect(refusalOf('court-fee/acceptance', {})).toEqual({
      code: 'needs-facts',
      facts: ['claimAmount', 'acceptedOn'],
    });
  });

  test.each([
    ['claimAmount', '-1.00'],
    ['claimAmount', '1.005'],
    ['claimAmount', '一万元'],
    ['acceptedOn', '2024-02-30'],
  ])('%s %s is refused', (fact, value) => {
    const facts = { claimAmount: '1.00', acceptedOn, [fact]: value };
    expect(refusalOf('court-fee/acceptance', facts)).toMatchObject({ code: 'fact-invalid', facts: { fact } });
  });
});

describe('the other fees', () => {
  test('preservation without an amount costs the lowest band', () => {
    expect(result('court-fee/preservation', { amount: null, acceptedOn })).toEqual({ amount: '30.00' });
    expect(refusalOf('court-fee/preservation', { acceptedOn })).toMatchObject({ facts: ['amount'] });
  });
  test.each([
    ['court-fee/payment-order', { claimAmount: '100000.00' }, '766.67'],
    ['court-fee/payment-order', { claimAmount: '5000.00' }, '16.67'],
    ['court-fee/bankruptcy', { estateAmount: '100000.00' }, '1150.00'],
    ['court-fee/bankruptcy', { estateAmount: '111640000.00' }, '300000.00'],
    ['court-fee/bankruptcy', { estateAmount: '111639999.00' }, '300000.00'],
    ['court-fee/bankruptcy', { estateAmount: '111639990.00' }, '299999.98'],
    ['court-fee/bankruptcy', { estateAmount: '900000000.00' }, '300000.00'],
  ])('%s %j → %s', (id, facts, amount) => {
    expect(result(id, { ...facts, acceptedOn })).toEqual({ amount });
  });
});

describe('properties', () => {
  const amounts = fc.integer({ min: 0, max: 10_000_000_000 });
  test.each([
    ['court-fee/acceptance', 'claimAmount'],
    ['court-fee/enforcement', 'amount'],
    ['court-fee/preservation', 'amount'],
    ['court-fee/payment-order', 'claimAmount'],
    ['court-fee/bankruptcy', 'estateAmount'],
  ])('%s never falls when the amount rises', (id, fact) => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => fee(id, fact, Math.min(a, b)) <= fee(id, fact, Math.max(a, b))),
      { numRuns: 200 },
    );
  });
});
