/** Schedules to the fen, their faults, and instalments against receipts (REC-09; B1 §14, A8). */
import {
  AGREED_ORDERS,
  type AgreedDebt,
  equalInstalments,
  placed,
  scheduleFault,
  sumOf,
  type TypedInstalment,
  totalOf,
} from '@shared/domain/repayment/agreement';
import { breach, followInstalments, type Paid } from '@shared/domain/repayment/followUp';
import { addMonths } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-22';
const inquiry = () => new Inquiry(shipped.book);
const line = (dueOn: string, principal: number, interest = 0): TypedInstalment => ({ dueOn, principal, interest });
const debts = fc.record({
  principal: fc.integer({ min: 0, max: 10 ** 12 }),
  interest: fc.integer({ min: 0, max: 10 ** 12 }),
});

describe('REC-09 schedule', () => {
  it('any debt in any rhythm and order comes to the fen and never below zero', () => {
    const rhythms = fc.record({ count: fc.integer({ min: 1, max: 60 }), months: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(debts, rhythms, fc.constantFrom(...AGREED_ORDERS), (debt, rhythm, order) => {
        const lines = equalInstalments(debt, { first: '2027-01-31', ...rhythm }, order);
        expect(lines).toHaveLength(rhythm.count);
        expect(totalOf(lines)).toEqual(debt);
        for (const { principal, interest } of lines) expect(Math.min(principal, interest)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('each instalment pays off what the order puts first', () => {
    const debt = { principal: 100, interest: 50 };
    const rhythm = { first: '2027-01-31', count: 3, months: 1 };
    const parts = (order: (typeof AGREED_ORDERS)[number]) =>
      equalInstalments(debt, rhythm, order).map(({ principal, interest }) => [principal, interest]);
    expect(parts('statutory')).toEqual([
      [0, 50],
      [50, 0],
      [50, 0],
    ]);
    expect(parts('principal-first')).toEqual([
      [50, 0],
      [50, 0],
      [0, 50],
    ]);
  });

  it('months without the day end on their last; rest days move to the next working day', () => {
    const lines = equalInstalments(
      { principal: 300, interest: 0 },
      { first: '2026-12-31', count: 3, months: 1 },
      'statutory',
    );
    expect(lines.map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28']);
    expect(
      placed(inquiry(), lines)
        .map(({ payBy }) => payBy)
        .slice(0, 2),
    ).toEqual(['2026-12-31', '2027-02-01']);
  });

  const DEBT: AgreedDebt = { principal: 100, interest: 20 };
  it.each<[string, TypedInstalment[], string | null]>([
    ['tomorrow', [line('2026-11-23', 100, 20)], null],
    ['today', [line(TODAY, 100, 20)], 'schedule-dates-wrong'],
    ['the same day twice', [line('2027-01-31', 50, 20), line('2027-01-31', 50)], 'schedule-dates-wrong'],
    ['backwards', [line('2027-02-28', 50, 20), line('2027-01-31', 50)], 'schedule-dates-wrong'],
    ['an instalment of nothing', [line('2027-01-31', 100, 20), line('2027-02-28', 0)], 'schedule-dates-wrong'],
    ['no day', [line('2027-02-30', 100, 20)], 'schedule-dates-wrong'],
    ['none', [], 'schedule-dates-wrong'],
    ['three years to the day', [line('2029-11-22', 100, 20)], null],
    ['a day more', [line('2029-11-23', 100, 20)], 'schedule-too-long'],
    ['a fen short', [line('2027-01-31', 99, 20)], 'schedule-sum-wrong'],
    ['interest for principal', [line('2027-01-31', 101, 19)], 'schedule-sum-wrong'],
  ])('%s', (_, lines, code) => {
    expect(scheduleFault(inquiry(), lines, DEBT, TODAY)?.code ?? null).toBe(code);
  });

  it('names the article of the longest term (A8)', () => {
    const fault = scheduleFault(inquiry(), [line('2030-01-31', 100, 20)], DEBT, TODAY);
    expect(fault?.article).toContain('A8');
  });
});

describe('REC-09 follow-up', () => {
  const plan = placed(inquiry(), [line('2027-01-29', 100), line('2027-02-26', 100), line('2027-03-31', 50, 50)]);
  const states = (receipts: Paid[], today: string) =>
    followInstalments(plan, receipts, today).map(({ state }) => state);
  it.each<[string, Paid[], string, string[]]>([
    ['nothing due', [], '2027-01-29', ['due', 'due', 'due']],
    ['a day after', [], '2027-01-30', ['missed', 'due', 'due']],
    ['in time', [{ on: '2027-01-29', amount: 100 }], '2027-01-30', ['paid', 'due', 'due']],
    ['a fen short', [{ on: '2027-01-29', amount: 99 }], '2027-01-30', ['missed', 'due', 'due']],
    ['late', [{ on: '2027-01-30', amount: 100 }], '2027-01-30', ['paid-late', 'due', 'due']],
    ['ahead', [{ on: '2027-01-10', amount: 250 }], '2027-03-01', ['paid', 'paid', 'due']],
    [
      'taken back',
      [
        { on: '2027-01-29', amount: 100 },
        { on: '2027-01-29', amount: -100 },
      ],
      '2027-01-30',
      ['missed', 'due', 'due'],
    ],
    ['all', [{ on: '2027-03-31', amount: 300 }], '2027-04-30', ['paid-late', 'paid-late', 'paid']],
  ])('%s', (_, receipts, today, expected) => {
    expect(states(receipts, today)).toEqual(expected);
  });

  it('what was received is spread to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (amount) => {
        const followed = followInstalments(plan, [{ on: '2027-01-10', amount }], '2027-06-30');
        expect(followed.reduce((sum, { paid }) => sum + paid, 0)).toBe(Math.min(amount, 300));
        for (const each of followed) expect(each.state.startsWith('paid')).toBe(each.paid === sumOf(each));
      }),
    );
  });

  it('the debt may be called in only after the days of grace', () => {
    const on = (today: string) => breach(followInstalments(plan, [], today), 30, today);
    expect(on('2027-02-28')).toBeNull();
    expect(on('2027-03-01')).toBe(1);
    expect(addMonths('2027-01-29', 1)).toBe('2027-02-28');
  });
});
