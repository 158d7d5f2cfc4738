/** Buckets of the overview: their edges, and that every day has one place at most (S28, REC-05). */
import { BUCKETS, bucketOf, daysOf, horizonOf, Tally } from '@shared/domain/portfolio/overview';
import type { LoanResult } from '@shared/domain/portfolio/portfolioRun';
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOAN } from '../../../support/portfolioLoan';

const AS_OF = '2026-11-22';
const horizon = horizonOf(AS_OF);

describe('S28 buckets', () => {
  it.each([
    [-1, 'past'],
    [0, 'd30'],
    [30, 'd30'],
    [31, 'd60'],
    [60, 'd60'],
    [61, 'd90'],
    [90, 'd90'],
    [91, null],
  ])('a day %i days away is %s', (days, bucket) => {
    expect(bucketOf(addDays(AS_OF, days), null, horizon)).toBe(bucket);
  });

  it('what was refused or lacks facts is unknown, what is halted is nowhere', () => {
    expect(bucketOf(null, 'needs-facts', horizon)).toBe('unknown');
    expect(bucketOf(null, null, horizon)).toBeNull();
  });

  it('its days are those that fall into it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 4_000 }), (days) => {
        const day = addDays(AS_OF, days);
        const holding = BUCKETS.filter((bucket) => {
          const { from, to } = daysOf(bucket, horizon);
          return from !== null && to !== null && from <= day && day <= to;
        });
        expect(holding).toEqual([bucketOf(day, null, horizon) ?? []].flat());
      }),
    );
  });
});

const result = (given: Partial<LoanResult>): LoanResult => ({
  kind: 'action',
  subject: 0,
  day: '2020-01-01',
  arguableDay: null,
  amount: null,
  outcome: { number: 1, word: 'expired', refusal: null, provisional: false, trace: '' },
  ...given,
});

describe('S28 sums', () => {
  it('count signatories each, their loan and its balance once', () => {
    const tally = new Tally(AS_OF);
    tally.add({ ...LOAN, id: 1, unitId: 7, balance: 500 }, [result({}), result({ kind: 'guarantee', subject: 3 })]);
    tally.add({ ...LOAN, id: 2, unitId: 7, balance: 300 }, [result({})]);
    expect(tally.cells).toEqual([
      {
        section: 'limitation',
        unitId: 7,
        bucket: 'past',
        booked: '',
        suggested: '',
        results: 3,
        loans: 2,
        balance: 800,
        amount: 0,
      },
    ]);
  });

  it('CLS-02 leave out a class that is the one in the books, and a first notice that is past', () => {
    const tally = new Tally(AS_OF);
    const five = (word: string) => result({ kind: 'five-level', day: null, outcome: { ...result({}).outcome, word } });
    tally.add({ ...LOAN, fiveLevel: '损失' }, [five('损失'), result({ kind: 'notice' })]);
    expect(tally.cells).toEqual([]);
    tally.add({ ...LOAN, fiveLevel: null }, [five('损失')]);
    expect(tally.cells).toMatchObject([{ section: 'classes', booked: '?', suggested: '损失', loans: 1 }]);
  });
});
