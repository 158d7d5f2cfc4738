/** Fees of a case by tariff and day, what may be booked, and costs against recovery (LIT-16; B4 §23; 诉讼费用交纳办法). */
import type { CaseAct } from '@shared/domain/litigation/acts';
import {
  costBenefit,
  decideFee,
  decideReversal,
  type FeeEntry,
  type FeeFacts,
  type NewFee,
  questionsOf,
  quoteFee,
  sumFees,
} from '@shared/domain/litigation/fees';
import { gateOf } from '@shared/domain/litigation/gate';
import type { Opinion } from '@shared/domain/litigation/gateDetail';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, book, caseFile, filed, passed, TODAY } from './caseFixture';

const open = caseFile({ ...passed, acts: [filed] });
const facts = (given: Partial<FeeFacts> = {}): FeeFacts => ({
  gate: gateOf(book, open, TODAY),
  entries: [],
  quote: null,
  reason: null,
  today: TODAY,
  ...given,
});
const fee = (given: Partial<NewFee> = {}): NewFee => ({
  kind: 'announcement',
  move: 'advanced',
  amount: 60_000,
  on: '2026-11-01',
  voucherNo: 'P1',
  ...given,
});
const entry = (id: number, given: Partial<FeeEntry> = {}): FeeEntry => ({ ...fee(), id, reverses: null, ...given });
const decided = (entered: NewFee, given: Partial<FeeFacts> = {}) => decideFee(book, entered, facts(given));

describe('LIT-16 tariffs', () => {
  it.each([
    // 诉讼费用交纳办法 13(1): 210,000 元 = 50 + 2,250 + 2,000 + 150
    ['acceptance', 21_000_000, false, 445_000, true],
    ['acceptance', 21_000_000, true, 222_500, true],
    ['appeal', 21_000_000, false, 445_000, true],
    // 14(2): 30 + 990 + 550
    ['preservation', 21_000_000, false, 157_000, true],
    ['payment-order', 21_000_000, false, 148_333, true],
    // 14(1): 50 + 3,000; taken from the debtor in the end (20)
    ['enforcement', 21_000_000, false, 305_000, false],
  ] as const)('%s on %i fen, halved %s: %i fen', (kind, base, halved, amount, prepaid) => {
    const quote = quoteFee(book, { kind, base, on: '2026-11-01', halved });
    expect(quote).toMatchObject({ amount, prepaid });
    expect(quote.trace[0]?.article).toContain('诉讼费用交纳办法');
  });

  it('the tariff of the day of acceptance: before 2007-04-01 the older one', () => {
    const on = (day: string) => quoteFee(book, { kind: 'acceptance', base: 5_000_000, on: day, halved: false });
    // 50 + 49,000 × 4 %; then 50 + 40,000 × 2.5 %
    expect([on('1989-09-01'), on('2007-03-31'), on('2007-04-01')].map(({ amount }) => amount)).toEqual([
      201_000, 201_000, 105_000,
    ]);
    expect(on('2007-03-31').prepaid).toBe(true);
    expect(() => on('1989-08-31')).toThrow();
  });

  it('what ends an instance early halves the fee of that instance alone (15)', () => {
    const began = [filed, act('accepted', '2026-09-02', { procedure: 'ordinary' })];
    const appeal = [...began, act('appealed', '2026-10-02', { by: 'us', amount: 100 })];
    const halved = (acts: readonly CaseAct[]) =>
      questionsOf({ ...open, acts }, TODAY).flatMap(({ kind, halved: is }) => (is ? [kind] : []));
    expect(halved([...began, act('mediated', '2026-09-20')])).toEqual(['acceptance']);
    expect(halved([...began, act('withdrawn', '2026-09-20')])).toEqual(['acceptance']);
    expect(halved(appeal)).toEqual([]);
    expect(halved([...appeal, act('mediated', '2026-10-20')])).toEqual(['appeal']);
    expect(halved([...appeal, act('appeal-withdrawn', '2026-10-20')])).toEqual(['appeal']);
    const remanded = [...appeal, act('second-remanded', '2026-10-20'), act('mediated', '2026-11-02')];
    expect(halved(remanded)).toEqual(['acceptance']);
  });

  it('asks for the fees that the case has as it stands', () => {
    const kinds = (file = open) => questionsOf(file, TODAY).map(({ kind, halved }) => [kind, halved]);
    expect(kinds()).toEqual([
      ['acceptance', false],
      ['enforcement', false],
    ]);
    // What a bankrupt owes is not enforced one creditor by one.
    expect(kinds({ ...open, route: 'bankruptcy' })).toEqual([]);
    const acts = [
      filed,
      act('preservation-applied', '2026-10-01', { amount: 100 }),
      act('accepted', '2026-10-02', { procedure: 'summary' }),
      act('appealed', '2026-11-02', { by: 'other' }),
    ];
    expect(kinds({ ...open, acts })).toEqual([
      ['acceptance', true],
      ['preservation', false],
      ['enforcement', false],
    ]);
  });
});

describe('B4 §23 what may be booked', () => {
  it('an unfiled case books no fee: the refusal names the article and the step', () => {
    const gate = gateOf(book, caseFile(), TODAY);
    expect(decided(fee(), { gate })).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'fee-unfiled',
        article: expect.stringContaining('第二十三条'),
        facts: { because: 'gate-evidence-missing' },
      },
    });
    expect(decided(fee())).toMatchObject({ kind: 'granted' });
  });

  it('an override lets it through; that of an urgent preservation only its own fee', () => {
    const with_ = (override: 'exception' | 'urgent-preservation') =>
      gateOf(book, caseFile({ acts: [act('gate-overridden', '2026-11-01', { override })] }), TODAY);
    expect(decided(fee(), { gate: with_('exception') }).kind).toBe('granted');
    expect(decided(fee(), { gate: with_('urgent-preservation') }).kind).toBe('refused');
    expect(decided(fee({ kind: 'preservation' }), { gate: with_('urgent-preservation') }).kind).toBe('granted');
  });

  it('a court fee other than the tariff needs a reason; one yuan is rounding', () => {
    const quote = quoteFee(book, { kind: 'acceptance', base: 21_000_000, on: '2026-11-01', halved: false });
    const paid = (amount: number, reason: string | null = null) =>
      decided(fee({ kind: 'acceptance', amount }), { quote, reason });
    expect(paid(445_100).kind).toBe('granted');
    expect(paid(445_101)).toMatchObject({ refusal: { code: 'fee-off-tariff', facts: { tariff: '4450.00' } } });
    expect(paid(500_000, '法院按扩大后的请求收取').kind).toBe('granted');
  });

  it('a day to come, the same voucher twice, more back than was paid', () => {
    expect(decided(fee({ on: '2026-11-23' }))).toMatchObject({ refusal: { code: 'act-in-future' } });
    expect(decided(fee(), { entries: [entry(1)] })).toMatchObject({ refusal: { code: 'fee-twice' } });
    const taken = [entry(1), entry(2, { amount: -60_000, reverses: 1 })];
    expect(decided(fee(), { entries: taken }).kind).toBe('granted');
    const back = fee({ move: 'recovered', amount: 60_001 });
    expect(decided(back, { entries: [entry(1)] })).toMatchObject({
      refusal: { code: 'fee-beyond-paid', facts: { left: '600.00' } },
    });
    expect(decided({ ...back, amount: 60_000 }, { entries: [entry(1)] }).kind).toBe('granted');
  });

  it('an entry is taken back once, and not under what came back', () => {
    const entries = [entry(1), entry(2, { move: 'refunded', amount: 10_000 })];
    expect(decideReversal(entries, 1)).toMatchObject({ refusal: { code: 'fee-needed' } });
    expect(decideReversal(entries, 2).kind).toBe('granted');
    expect(decideReversal(entries, 3)).toMatchObject({ refusal: { code: 'fee-unknown' } });
    const twice = [entry(1), entry(2, { amount: -60_000, reverses: 1 })];
    expect(decideReversal(twice, 1)).toMatchObject({ refusal: { code: 'fee-reversed' } });
    expect(decideReversal(twice, 2)).toMatchObject({ refusal: { code: 'fee-unknown' } });
  });

  it('an entry and its reversal come to nothing (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('paid', 'advanced'), (amount, move) => {
        const sums = sumFees([entry(1, { move, amount }), entry(2, { move, amount: -amount, reverses: 1 })]);
        return Object.values(sums).every((sum) => sum === 0);
      }),
    );
  });
});

describe('LIT-16 costs against what may come in', () => {
  const expecting = (expected: number) => ({
    ...open,
    acts: [filed, act('opinion-given', '2026-09-02', { opinion: { version: 0, expected } as unknown as Opinion })],
  });
  const quotes = questionsOf(open, TODAY).map((question) => quoteFee(book, question));

  it('warns where nothing would be left; the enforcement fee is the debtor’s', () => {
    expect(costBenefit(expecting(445_000), quotes, [])).toMatchObject({ toCome: 445_000, net: 0, isFlagged: true });
    expect(costBenefit(expecting(445_001), quotes, [])).toMatchObject({ net: 1, isFlagged: false });
    expect(costBenefit(open, quotes, [])).toMatchObject({ expected: null, net: null, isFlagged: false });
  });

  it('a fee of an act that an imported ledger tells is past, whatever it was', () => {
    const imported = { ...act('accepted', '2023-09-05', { procedure: 'ordinary' }), key: 'r:accepted' };
    const file = { ...open, acts: [filed, imported] };
    expect(costBenefit(file, quotes, [])).toMatchObject({ toCome: 0, spent: 0 });
  });

  it('a fee that was paid is no longer to come; what came back is no cost', () => {
    const entries = [
      entry(1, { kind: 'acceptance', move: 'paid', amount: 445_000 }),
      entry(2, { kind: 'acceptance', move: 'refunded', amount: 200_000 }),
    ];
    expect(costBenefit(expecting(1_000_000), quotes, entries)).toMatchObject({
      toCome: 0,
      spent: 245_000,
      net: 755_000,
    });
  });
});
