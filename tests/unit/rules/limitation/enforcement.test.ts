/** limitation/enforcement: lengths by date and party, instalments, what restarts it (law.md §3, LIT-10). */
import { describe, expect, test } from 'vitest';
import { refusalOf, result, warningsOf } from '../support/ask';

const clock = (facts: Readonly<Record<string, unknown>>) =>
  result('limitation/enforcement', { anyNaturalPerson: true, events: [], asOf: '2026-01-01', ...facts });
const event = (kind: string, on: string) => ({ kind, on, evidence: 'scan' });

describe('length', () => {
  test.each([
    ['2008-03-31', true, '2009-03-31', 'ENF-01 a year where one party is a natural person'],
    ['2008-03-31', false, '2008-10-06', 'ENF-01 six months between legal persons; 2008-09-30 is in the holiday'],
    ['2008-04-01', true, '2010-04-01', 'ENF-02 two years'],
    ['2008-04-01', false, '2010-04-01', 'ENF-02 two years'],
    ['2024-03-01', false, '2026-03-02', 'rolls to Monday'],
  ])('performance until %s, natural person %s → %s (%s)', (performanceDue, anyNaturalPerson, expiry) => {
    expect(clock({ performanceDue, anyNaturalPerson }).expiry).toBe(expiry);
  });

  test('B4 §17 says six months from effect: kept as superseded, never computed', () => {
    expect(clock({ effectiveOn: '2024-05-06', anyNaturalPerson: false }).expiry).toBe('2026-05-06');
  });

  test('ENF-03 without a performance period it starts on the effective date', () => {
    expect(clock({ effectiveOn: '2024-05-06' }).expiry).toBe('2026-05-06');
    expect(clock({ effectiveOn: '2024-05-06', performanceDue: '2024-06-06' }).expiry).toBe('2026-06-08');
    expect(
      refusalOf('limitation/enforcement', { anyNaturalPerson: true, events: [], asOf: '2026-01-01' }),
    ).toMatchObject({
      code: 'needs-facts',
    });
  });

  test('a right not yet lost on 2008-04-01 may be argued to have two years; a lost one may not', () => {
    expect(clock({ performanceDue: '2007-12-03' }).arguableExpiry).toBe('2009-12-03');
    expect(clock({ performanceDue: '2007-03-30' }).arguableExpiry).toBeUndefined();
  });
});

describe('instalments', () => {
  const dues = ['2020-05-06', '2021-05-06', '2022-05-06'];
  test('ENF-05 since 2022 from the last one', () => {
    const got = clock({ instalments: dues });
    expect(got.expiry).toBe('2024-05-06');
    expect(got.instalments).toBeUndefined();
  });
  test('ENF-04 before 2022 each has its own period', () => {
    const got = clock({ instalments: dues.slice(0, 2), asOf: '2022-06-01' });
    expect(got).toMatchObject({ expiry: '2023-05-06', status: 'running' });
    expect(got.instalments).toEqual([
      { due: '2020-05-06', expiry: '2022-05-06', status: 'expired' },
      { due: '2021-05-06', expiry: '2023-05-06', status: 'running' },
    ]);
  });
  test('ENF-05b a notarised deed: each, also today', () => {
    expect((clock({ instalments: dues, notarised: true }).instalments as unknown[]).length).toBe(3);
  });
});

describe('what restarts it', () => {
  test.each(['demand-received', 'consent-to-perform', 'part-payment', 'repayment-plan'])('ENF-06 %s', (kind) => {
    expect(clock({ performanceDue: '2023-03-01', events: [event(kind, '2024-05-06')] }).expiry).toBe('2026-05-06');
  });
  test('under the old law a demand changed nothing', () => {
    const old = { performanceDue: '2006-03-01', events: [event('demand-received', '2006-05-08')], asOf: '2008-01-01' };
    expect(clock(old).expiry).toBe('2007-03-01');
  });
  test('an application halts it; its end starts it anew', () => {
    const applied = event('enforcement-applied', '2024-05-06');
    expect(clock({ performanceDue: '2023-03-01', events: [applied] })).toMatchObject({
      expiry: null,
      status: 'running',
    });
    const events = [applied, event('enforcement-ended', '2025-05-06')];
    expect(clock({ performanceDue: '2023-03-01', events }).expiry).toBe('2027-05-06');
    const facts = { anyNaturalPerson: true, performanceDue: '2023-03-01', events, asOf: '2026-01-01' };
    expect(warningsOf('limitation/enforcement', facts)).toEqual(['no-limit-after-no-assets']);
  });
  test('ENF-07 a suspension lets only the remaining days run on', () => {
    const events = [event('suspension-began', '2025-01-01'), event('suspension-ended', '2025-04-11')];
    // 59 days were left on 2025-01-01.
    expect(clock({ performanceDue: '2023-03-01', events }).expiry).toBe('2025-06-09');
  });
  test('nothing revives it', () => {
    const events = [event('consent-to-perform', '2025-06-01')];
    expect(clock({ performanceDue: '2023-03-01', events }).status).toBe('expired');
  });
});
