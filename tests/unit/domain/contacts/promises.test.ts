/** Promises kept and broken by the money that came in: stories and what holds for any of them. */
import { type GivenPromise, type PaidAmount, promiseOutcomes } from '@shared/domain/contacts/promises';
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const promise = (id: number, given: string, on: string, amount = 100_00): GivenPromise => ({ id, given, on, amount });
const paid = (on: string, amount: number): PaidAmount => ({ on, amount });
const states = (promises: readonly GivenPromise[], receipts: readonly PaidAmount[], asOf: string) =>
  promiseOutcomes(promises, receipts, asOf).map(({ id, state, paid: sum }) => [id, state, sum]);

describe('REC-02 promises', () => {
  it.each([
    ['on the day itself', '2026-11-10', [], 'open'],
    ['the day after', '2026-11-11', [], 'broken'],
    ['paid on the day', '2026-11-11', [paid('2026-11-10', 100_00)], 'kept'],
    ['paid a day late', '2026-11-12', [paid('2026-11-11', 100_00)], 'broken'],
    ['a fen short', '2026-11-11', [paid('2026-11-10', 99_99)], 'broken'],
    ['paid before it was promised', '2026-11-11', [paid('2026-10-31', 100_00)], 'broken'],
    ['paid and taken back', '2026-11-12', [paid('2026-11-09', 100_00), paid('2026-11-11', -100_00)], 'broken'],
    ['money that is still to come', '2026-11-08', [paid('2026-11-09', 100_00)], 'open'],
  ] as const)('%s', (_, asOf, receipts, state) => {
    expect(promiseOutcomes([promise(1, '2026-11-01', '2026-11-10')], receipts, asOf)[0]?.state).toBe(state);
  });

  it('each yuan keeps one promise, the one that is due first', () => {
    const two = [promise(1, '2026-11-01', '2026-11-20'), promise(2, '2026-11-01', '2026-11-10')];
    expect(states(two, [paid('2026-11-05', 150_00)], '2026-11-21')).toEqual([
      [2, 'kept', 100_00],
      [1, 'broken', 50_00],
    ]);
  });

  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-10-01', days));
  const anyPromise = fc
    .record({ given: day, length: fc.integer({ min: 0, max: 30 }), amount: fc.integer({ min: 1, max: 50_000 }) })
    .map(({ given, length, amount }) => ({ given, on: addDays(given, length), amount }));
  const promises = fc.array(anyPromise, { maxLength: 6 }).map((list) => list.map((each, id) => ({ id, ...each })));
  const receipts = fc.array(fc.record({ on: day, amount: fc.integer({ min: 1, max: 50_000 }) }), { maxLength: 8 });

  it('never counts more than came in, and never more than was promised', () => {
    fc.assert(
      fc.property(promises, receipts, day, (given, money, asOf) => {
        const outcomes = promiseOutcomes(given, money, asOf);
        const counted = outcomes.reduce((sum, each) => sum + each.paid, 0);
        const came = money.filter(({ on }) => on <= asOf).reduce((sum, each) => sum + each.amount, 0);
        expect(counted).toBeLessThanOrEqual(came);
        for (const { id, paid: sum } of outcomes) expect(sum).toBeLessThanOrEqual(given[id]?.amount ?? 0);
        expect(outcomes.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
      }),
    );
  });

  it('more money breaks no promise', () => {
    fc.assert(
      fc.property(
        promises,
        receipts,
        day,
        fc.record({ on: day, amount: fc.integer({ min: 1, max: 50_000 }) }),
        (given, money, asOf, one) => {
          const kept = (list: readonly PaidAmount[]) =>
            promiseOutcomes(given, list, asOf).filter(({ state }) => state === 'kept').length;
          expect(kept([...money, one])).toBeGreaterThanOrEqual(kept(money));
        },
      ),
    );
  });

  it('a reversal of everything leaves nothing kept', () => {
    fc.assert(
      fc.property(promises, receipts, (given, money) => {
        const back = money.map(({ on, amount }) => ({ on, amount: -amount }));
        const outcomes = promiseOutcomes(given, [...money, ...back], '2027-12-31');
        expect(outcomes.every(({ paid: sum }) => sum === 0)).toBe(true);
      }),
    );
  });
});
