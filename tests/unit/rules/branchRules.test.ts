/** Rules of the adopted documents: litigation tables, seizure, dunning, rewards, liability (LIT-04, 05, REC-03, RWD-01, 03). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf, result } from './support/ask';

describe('LIT-04 litigation/responsible-person', () => {
  test.each([
    ['100000.00', 'credit-director'],
    ['100000.01', 'director'],
    ['500000.00', 'director'],
    ['500000.01', 'deputy-head'],
    ['5000000.00', 'deputy-head'],
    ['5000000.01', 'head'],
  ])('%s → %s', (claimAmount, role) => {
    expect(result('litigation/responsible-person', { claimAmount })).toEqual({ role });
  });
});

describe('LIT-05 litigation/filing-level', () => {
  test.each([
    ['basic', false, 'sub-branch', 'county'],
    ['basic', false, 'branch', 'none'],
    ['basic', true, 'sub-branch', 'city'],
    ['basic', true, 'branch', 'city'],
    ['intermediate', false, 'branch', 'city'],
    ['intermediate', true, 'sub-branch', 'city'],
    ['high', false, 'sub-branch', 'province'],
    ['high', true, 'branch', 'province'],
  ])('%s court, defendant %s, %s → %s', (courtLevel, institutionIsDefendant, unitLevel, level) => {
    expect(result('litigation/filing-level', { courtLevel, institutionIsDefendant, unitLevel })).toEqual({ level });
  });
});

describe('seizure/expiry', () => {
  test.each([
    ['2015-02-03', 'deposit', '2015-08-03'],
    ['2015-02-04', 'deposit', '2016-02-04'],
    ['2015-02-03', 'movable', '2016-02-03'],
    ['2015-02-04', 'movable', '2017-02-04'],
    ['2015-02-03', 'real-estate', '2017-02-03'],
    ['2015-02-04', 'real-estate', '2018-02-04'],
    ['2024-02-29', 'other-right', '2027-02-28'],
  ])('ordered on %s, %s → %s', (orderedOn, asset, expiry) => {
    expect(result('seizure/expiry', { orderedOn, asset })).toEqual({ expiry });
  });
  test('before 2005 nothing is loaded', () => {
    expect(refusalOf('seizure/expiry', { orderedOn: '2004-12-31', asset: 'deposit' })?.code).toBe('rule-not-in-force');
  });
});

describe('REC-03 dunning/first-due', () => {
  test.each([
    ['2025-03-31', '2026-03-31', '2026-03-24', 'a year is short-term'],
    ['2025-03-30', '2026-03-31', '2026-02-28', 'a day more is not'],
    ['2024-02-29', '2025-02-28', '2025-02-21', 'a year from a leap day'],
    ['2026-01-01', '2026-01-03', '2025-12-27', 'nominal, even before the loan'],
  ])('%s to %s → %s (%s)', (issueDate, dueDate, noticeDue) => {
    expect(result('dunning/first-due', { issueDate, dueDate })).toEqual({ noticeDue });
  });
  test('due before it was issued', () => {
    expect(refusalOf('dunning/first-due', { issueDate: '2026-01-02', dueDate: '2026-01-01' })?.code).toBe(
      'due-before-issue',
    );
  });
});

describe('RWD-01 reward/recovery', () => {
  const facts = { formedOn: '1996-12-31', form: '呆滞', status: 'ordinary', recovered: '1000.00', collector: 'staff' };
  test.each([
    [{}, '0.15', '150.00'],
    [{ form: '呆账' }, '0.2', '200.00'],
    [{ formedOn: '1997-01-01' }, '0.1', '100.00'],
    [{ formedOn: '1999-12-31', form: '呆账' }, '0.15', '150.00'],
    [{ formedOn: '2000-01-01' }, '0', '0.00'],
    [{ status: 'bill-swapped' }, '0.2', '200.00'],
    [{ status: 'bill-swapped', form: '呆账', formedOn: '2003-01-01' }, '0.25', '250.00'],
    [{ status: 'written-off', form: '呆账', formedOn: '2008-01-01' }, '0.3', '300.00'],
    [{ collector: 'liable' }, '0', '0.00'],
    [{ collector: 'outsider', cost: '200.00' }, '0.15', '120.00'],
    [{ collector: 'outsider', cost: '2000.00' }, '0.15', '0.00'],
    [{ collector: 'staff', cost: '200.00' }, '0.15', '150.00'],
  ])('%j → %s, %s', (change, rate, amount) => {
    expect(result('reward/recovery', { ...facts, ...change })).toEqual({ rate, amount });
  });
});

describe('reward/contract (A8)', () => {
  test.each([
    ['4999.99', '0.00'],
    ['5000.00', '500.00'],
    ['50000.00', '5000.00'],
    ['50000.05', '5000.01'],
    ['100000.00', '15000.00'],
    ['120000.00', '23000.00'],
  ])('target 100,000, recovered %s → %s', (recovered, amount) => {
    expect(result('reward/contract', { target: '100000.00', recovered }).amount).toBe(amount);
  });
  test('shows its bands', () => {
    expect(result('reward/contract', { target: '100000.00', recovered: '60000.00' }).tiers).toEqual([
      { from: '0.00', to: '50000.00', rate: '0.1', amount: '5000.00' },
      { from: '50000.00', to: '60000.00', rate: '0.2', amount: '2000.00' },
    ]);
  });
});

describe('RWD-03 liability/shares', () => {
  const shares = (withinAuthority: boolean, loss: string) =>
    result('liability/shares', { withinAuthority, loss }).shares as { post: string; percent: number; amount: string }[];
  test('80/10/10 and 70/5+5/10+10', () => {
    expect(shares(true, '1000.00').map(({ post, amount }) => [post, amount])).toEqual([
      ['credit-officer', '800.00'],
      ['deputy-director', '100.00'],
      ['director', '100.00'],
    ]);
    expect(shares(false, '1000.00').map(({ post, percent }) => [post, percent])).toEqual([
      ['credit-officer', 70],
      ['reviewer-lead', 5],
      ['reviewer-others', 5],
      ['approver-lead', 10],
      ['approver-others', 10],
    ]);
  });
  test('shares always add up to the loss', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 1_000_000_000 }), (within, fen) => {
        const loss = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const cents = shares(within, loss).map(({ amount }) => Math.round(Number(amount) * 100));
        expect(cents.reduce((a, b) => a + b, 0)).toBe(fen);
      }),
      { numRuns: 200 },
    );
  });
});
