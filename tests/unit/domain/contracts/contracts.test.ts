/** DSP-06, DSP-07 (A8, B1 §12): bidders, sealed bids, bonus by bands, late turnovers, lapsed limitation, the lawyer's fee. */
import {
  contractAccount,
  decideAgencyFee,
  decideEntry,
  lossOf,
  preservedBonus,
  trusteeBond,
  turnoverCharge,
} from '@shared/domain/contracts/contractTerms';
import { decideHandover, decideTrusteeLoans } from '@shared/domain/contracts/handover';
import { decideBid, decideBidder, decideOpening, tenderTerms, winningBid } from '@shared/domain/contracts/tender';
import { contractReward } from '@shared/domain/rewards/rewards';
import { present } from '@shared/kernel/assert';
import { parseExact, toFen } from '@shared/kernel/exact';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';

const TODAY = '2026-11-22';
const { book } = new RuleShelf().current;
const asked = () => new Inquiry(book);
const rate = (text: string) => present(parseExact(text), text);
const code = (decision: { kind: string }) =>
  (decision as { refusal?: { code: string } }).refusal?.code ?? decision.kind;

describe('DSP-07 the tender', () => {
  test.each([
    ['staff', 500_000, 'granted'],
    ['retired', 500_000, 'granted'],
    ['staff', 499_999, 'deposit-low'],
    ['head', 500_000, 'bidder-excluded'],
    ['area-auditor', 500_000, 'bidder-excluded'],
  ] as const)('%s with %i fen: %s', (person, deposit, said) =>
    expect(code(decideBidder(asked(), TODAY, { person, deposit }))).toBe(said),
  );

  const open = { isOpened: false, opensOn: TODAY, isBidder: true, isLiable: false, floor: 1_000 };
  test.each([
    [{}, 1_000, 'granted'],
    [{}, 999, 'bid-below-floor'],
    [{ isLiable: true }, 1_000, 'bidder-liable'],
    [{ isBidder: false, isLiable: true }, 1_000, 'bidder-unknown'],
    [{ isOpened: true }, 1_000, 'tender-opened'],
    [{ opensOn: '2026-11-21' }, 1_000, 'tender-opened'],
  ])('a bid with %o of %i fen: %s', (given, amount, said) =>
    expect(code(decideBid({ ...open, ...given }, amount, TODAY))).toBe(said),
  );

  it('is opened on its day, once', () => {
    expect(code(decideOpening(open, TODAY))).toBe('granted');
    expect(code(decideOpening({ ...open, opensOn: '2026-11-23' }, TODAY))).toBe('tender-early');
    expect(code(decideOpening({ ...open, isOpened: true }, TODAY))).toBe('tender-opened');
  });

  it('goes to the highest last bid, of equal ones to the earlier', () => {
    const bid = (name: string, amount: number) => ({ name, amount });
    expect(winningBid([])).toBeNull();
    expect(winningBid([bid('甲', 5), bid('乙', 7), bid('丙', 7)])).toEqual(bid('乙', 7));
    expect(winningBid([bid('甲', 9), bid('乙', 7), bid('甲', 6)])).toEqual(bid('乙', 7));
  });

  it('asks a bond of 5 % of the price for two years', () => {
    expect(tenderTerms(asked(), TODAY, 42_366_667)).toEqual({ bond: 2_118_333, years: 2 });
  });

  test.each([
    [499_999, 0],
    [500_000, 50_000],
    [5_000_000, 500_000],
    [10_000_000, 1_500_000],
    [12_000_000, 2_300_000],
  ])('of a target of 100,000 yuan %i fen recovered earn %i', (recovered, bonus) =>
    expect(toFen(contractReward(asked(), 10_000_000, recovered).amount)).toBe(bonus),
  );
});

describe('what may be handed over', () => {
  const loan = (contract: string, given: object = {}) => ({
    contract,
    settled: false,
    handedOver: false,
    sheet: 'off' as const,
    ...given,
  });
  test.each([
    ['tender', [loan('1')], 'granted'],
    ['tender', [loan('1', { sheet: 'on' })], 'loan-not-off-balance'],
    ['trusteeship', [loan('1', { sheet: 'on' })], 'granted'],
    ['risk-agency', [loan('1', { handedOver: true })], 'loan-taken'],
    ['tender', [loan('1', { handedOver: true, sheet: 'on' }), loan('2', { settled: true })], 'loan-settled'],
  ] as const)('%s of %o: %s', (kind, loans, said) =>
    expect(code(decideHandover(asked(), TODAY, kind, loans))).toBe(said),
  );
});

describe('DSP-06 trusteeship', () => {
  test.each([
    ['1999-12-31', false, 'granted'],
    ['1999-12-31', true, 'loan-not-for-trustee'],
    ['2000-01-01', false, 'loan-not-for-trustee'],
  ])('a loan of %s, in court %s: %s', (formedOn, inSuit, said) =>
    expect(code(decideTrusteeLoans(asked(), TODAY, [{ contract: '1', formedOn, inSuit }]))).toBe(said),
  );

  test.each([
    ['2026-11-06', 5, 0, 0],
    ['2026-11-07', 6, 100, 0],
    ['2026-11-11', 10, 167, 0],
    ['2026-11-12', 11, 183, 100_000],
  ])('money of 1 November turned over on %s: %i days, interest %i, from the bond %i', (day, days, interest, deducted) =>
    expect(
      turnoverCharge(asked(), { collectedOn: '2026-11-01', turnedOverOn: day, amount: 100_000 }, rate('0.06')),
    ).toEqual({ days, interest, deducted }),
  );

  it('has a bond of 200,000 yuan, 20 yuan for each loan kept in time, and pays for what lapsed', () => {
    expect(trusteeBond(asked(), TODAY)).toBe(20_000_000);
    expect(preservedBonus(asked(), TODAY)).toBe(2_000);
    const loss = { bond: 20_000_000, owed: 123_456, price: null };
    expect(lossOf(asked(), TODAY, { kind: 'trusteeship', ...loss })).toEqual({ amount: 123_456, deducted: 123_456 });
    const own = { kind: 'tender', bond: 5_000, owed: 123_456, price: 60_000 } as const;
    expect(lossOf(asked(), TODAY, own)).toEqual({ amount: 60_000, deducted: 5_000 });
  });

  it('adds up to what is payable and what is left of the bond', () => {
    const entry = (kind: 'turnover' | 'preserved' | 'lost' | 'payout', amount: number, interest = 0, deducted = 0) => ({
      kind,
      amount,
      interest,
      deducted,
    });
    const entries = [
      entry('turnover', 100_000, 183, 100_000),
      entry('preserved', 2_000),
      entry('lost', 50_000, 0, 50_000),
      entry('payout', 1_000),
    ];
    expect(contractAccount(120_000, 10_000, entries)).toEqual({
      earned: 10_000,
      preserved: 2_000,
      interest: 183,
      deducted: 120_000,
      compensation: 50_000,
      advanced: 0,
      paidOut: 1_000,
      payable: 10_817,
      bondLeft: 0,
    });
  });

  const signed = { kind: 'trusteeship', state: 'signed', signedOn: '2026-11-01' } as const;
  test.each([
    [{ kind: 'turnover', on: '2026-11-05', collectedOn: '2026-11-01' }, 'granted'],
    [{ kind: 'turnover', on: '2026-11-05', collectedOn: '2026-10-31' }, 'entry-day'],
    [{ kind: 'turnover', on: '2026-11-05', collectedOn: '2026-11-06' }, 'entry-day'],
    [{ kind: 'preserved', on: '2026-11-23', collectedOn: null }, 'entry-day'],
    [{ kind: 'advance', on: '2026-11-05', collectedOn: null }, 'entry-kind'],
  ] as const)('an entry %o: %s', (entry, said) => expect(code(decideEntry(signed, entry, TODAY))).toBe(said));

  it('takes entries once it is signed', () => {
    const entry = { kind: 'payout', on: TODAY, collectedOn: null } as const;
    expect(code(decideEntry({ ...signed, state: 'approved', signedOn: null }, entry, TODAY))).toBe(
      'contract-not-signed',
    );
  });
});

test.each([
  ['0.18', 100_000_000, 'granted'],
  ['0.180001', 100_000_000, 'fee-beyond-cap'],
  ['0.18', 200_000_000, 'fee-beyond-cap'],
  ['0.165', 200_000_000, 'granted'],
])('DSP-06 risk agency: %s of a claim of %i fen: %s', (share, claim, said) =>
  expect(code(decideAgencyFee(asked(), TODAY, rate(share), claim))).toBe(said),
);
