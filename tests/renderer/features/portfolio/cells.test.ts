/** The tables of the overview are sums of its cells (S28). */
import type { OverviewCell } from '@shared/contract/portfolio.contract';
import { describe, expect, it } from 'vitest';
import { pairRows, sumOf, unitRows } from '../../../../renderer/features/portfolio/cells';

const cell = (given: Partial<OverviewCell>): OverviewCell => ({
  section: 'limitation',
  unitId: 1,
  bucket: '',
  booked: '',
  suggested: '',
  results: 1,
  loans: 1,
  balance: 100,
  amount: 0,
  ...given,
});

const UNITS = [{ id: 2 }, { id: 1 }, { id: 3 }];

describe('S28 the table of units', () => {
  it('has all units first, then those that have something, in their order', () => {
    const cells = [
      cell({ bucket: 'past', balance: 100, results: 2 }),
      cell({ unitId: 2, bucket: 'past', balance: 50 }),
      cell({ unitId: 2, bucket: 'd30', balance: 7 }),
      cell({ section: 'notices', unitId: 3, bucket: 'd30' }),
    ];
    const rows = unitRows(cells, 'limitation', UNITS);
    expect(rows.map(({ unitId }) => unitId)).toEqual([null, 2, 1]);
    expect(rows[0]?.buckets.past).toEqual({ results: 3, loans: 2, balance: 150, amount: 0 });
    expect(rows[0]?.buckets.d30?.balance).toBe(7);
    expect(rows[2]?.buckets.d30).toBeUndefined();
  });

  it('is empty when nothing is due', () => {
    expect(unitRows([], 'limitation', UNITS)).toEqual([]);
  });
});

describe('CLS-02 CLS-04 the table of classes', () => {
  it('puts the units together, the largest balance first', () => {
    const cells = [
      cell({ section: 'classes', booked: '关注', suggested: '次级', balance: 10 }),
      cell({ section: 'classes', booked: '可疑', suggested: '损失', balance: 15 }),
      cell({ section: 'classes', unitId: 2, booked: '关注', suggested: '次级', balance: 20, loans: 2 }),
    ];
    const rows = pairRows(cells, 'classes');
    expect(rows.map(({ booked, balance, loans }) => [booked, balance, loans])).toEqual([
      ['关注', 30, 3],
      ['可疑', 15, 1],
    ]);
    expect(sumOf(rows)).toMatchObject({ balance: 45, loans: 4 });
  });
});
