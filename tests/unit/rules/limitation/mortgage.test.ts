/** Mortgages beside their main debt, and the ways to keep or restore a claim (REC-05, law.md SEC-01 to SEC-03). */
import { mortgageEnd } from '@shared/domain/limitation/mortgage';
import { waysToKeep, waysToRestore } from '@shared/domain/limitation/ways';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, test } from 'vitest';
import { shipped } from '../support/ask';

const end = (expiry: string | null, on: string, enforcementExpiry?: string | null) =>
  mortgageEnd(
    new Inquiry(shipped.book),
    { expiry, ...(enforcementExpiry === undefined ? {} : { enforcementExpiry }) },
    on,
  );

describe('mortgageEnd', () => {
  const ROWS: readonly (readonly [string | null, string, string | null, string])[] = [
    ['2004-06-01', '2007-09-30', '2006-06-01', 'SEC-01 two years beyond'],
    ['2004-06-01', '2007-10-01', '2004-06-01', 'SEC-02 with the main debt'],
    ['2024-06-03', '2024-01-01', '2024-06-03', 'SEC-02 today'],
    [null, '2024-01-01', null, 'nothing runs'],
  ];
  test.each(ROWS)('main debt to %s, exercised on %s → %s (%s)', (expiry, on, expected) => {
    expect(end(expiry, on)).toBe(expected);
  });
  test('SEC-03 after a judgment the period for enforcement decides', () => {
    expect(end('2024-06-03', '2024-01-01', '2026-06-01')).toBe('2026-06-01');
  });
  test('before 2000-12-13 no rule is loaded', () => {
    expect(() => end('2000-06-01', '2000-12-12')).toThrow('rule-not-in-force');
  });
});

describe('ways', () => {
  const kinds = (ways: ReturnType<typeof waysToKeep>) => ways.filter((way) => !way.disputed).map((way) => way.kind);
  test('to keep: demands, payments, suits, but no bare request to a guarantor', () => {
    const ways = waysToKeep(shipped.book, '2026-11-22');
    expect(kinds(ways)).toEqual(expect.arrayContaining(['demand-received', 'part-payment', 'suit-filed']));
    expect(kinds(ways)).not.toContain('guarantor-requested');
    expect(ways.find((way) => way.kind === 'demand-refused')?.disputed).toBe(true);
  });
  test('to restore, today: only what shows consent to perform', () => {
    const ways = waysToRestore(shipped.book, '2026-11-22');
    expect(kinds(ways).toSorted()).toEqual([
      'consent-to-perform',
      'new-agreement',
      'repayment-plan',
      'signed-notice-after-expiry',
    ]);
    expect(ways.find((way) => way.kind === 'signed-notice-after-expiry')?.content).toBe('consent-to-perform');
  });
});
