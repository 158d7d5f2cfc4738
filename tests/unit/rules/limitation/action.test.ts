/** limitation/action: lengths, the change of 2017, interruption, suspension, maximum, restoring (law.md §1, REC-05). */
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, refusalOf, result, warningsOf } from '../support/ask';

type Given = Readonly<{ kind: string; on: string; content?: string; level?: string; evidence?: string | null }>;

const events = (...given: readonly Given[]) => given.map((event) => ({ evidence: 'scan', ...event }));
const clock = (dueDate: string, asOf: string, ...given: readonly Given[]) =>
  result('limitation/action', { dueDate, asOf, events: events(...given) });

describe('length of the period', () => {
  test.each([
    ['2020-03-16', '2023-03-16', 'LIM-03 three years'],
    ['2020-02-29', '2023-02-28', 'no such day: the last of the month'],
    ['2019-10-01', '2022-10-08', 'a last day in a holiday rolls'],
    ['2021-04-23', '2024-04-23', 'an ordinary day'],
    ['2021-04-28', '2024-04-28', 'CAL-04 a make-up workday (Sunday) does not roll'],
    ['2017-10-01', '2020-10-09', 'starts with the new law'],
    ['2015-10-01', '2018-10-08', 'LIM-04 not yet expired on 2017-10-01'],
    ['2015-09-30', '2017-09-30', 'LIM-04 expired on the day before'],
    ['1999-06-01', '2001-06-01', 'LIM-01 two years'],
    ['1980-05-01', '1989-01-02', 'LIM-02 counted from 1987-01-01; a Sunday rolls'],
  ])('due %s → %s (%s)', (due, expiry) => {
    expect(clock(due, '2026-11-22').expiry).toBe(expiry);
  });

  test.each([
    ['2023-03-16', 'running'],
    ['2023-03-17', 'expired'],
  ])('status on %s', (asOf, status) => {
    expect(clock('2020-03-16', asOf).status).toBe(status);
  });

  test('CAL-08 an end beyond the published years is provisional', () => {
    const facts = { dueDate: '2025-06-01', asOf: '2026-11-22', events: [] };
    expect(answer('limitation/action', facts)).toMatchObject({ result: { expiry: '2028-06-01' }, provisional: true });
  });
});

describe('interruption', () => {
  test.each([
    ['demand-received', {}],
    ['letter-arrived', {}],
    ['account-deduction', {}],
    ['part-payment', {}],
    ['interest-payment', {}],
    ['consent-to-perform', {}],
    ['repayment-plan', {}],
    ['security-given', {}],
    ['assignment-notified', {}],
    ['newspaper-notice', { level: 'national' }],
    ['newspaper-notice', { level: 'province' }],
  ])('%s %j starts it anew on its day', (kind, more) => {
    expect(clock('2020-03-16', '2023-01-01', { kind, on: '2022-05-10', ...more }).expiry).toBe('2025-05-12');
  });

  test.each([
    ['newspaper-notice', { level: 'lower' }],
    ['newspaper-notice', {}],
    ['guarantor-requested', {}],
  ])('%s %j changes nothing', (kind, more) => {
    expect(clock('2020-03-16', '2023-01-01', { kind, on: '2022-05-10', ...more }).expiry).toBe('2023-03-16');
  });

  test('a refused letter counts in the arguable reading only', () => {
    expect(clock('2020-03-16', '2023-01-01', { kind: 'demand-refused', on: '2022-05-10' })).toMatchObject({
      expiry: '2023-03-16',
      arguableExpiry: '2025-05-12',
    });
  });

  test.each([
    ['2023-03-16', '2026-03-16'],
    ['2023-03-17', '2023-03-16'],
  ])('a demand on %s is in time or too late', (on, expiry) => {
    expect(clock('2020-03-16', '2023-04-01', { kind: 'demand-received', on }).expiry).toBe(expiry);
  });

  test('a notice before the due date interrupts nothing (law.md §17)', () => {
    const given = events({ kind: 'demand-received', on: '2020-03-09' });
    const facts = { dueDate: '2020-03-16', asOf: '2022-01-01', events: given };
    expect(result('limitation/action', facts).expiry).toBe('2023-03-16');
    expect(warningsOf('limitation/action', facts)).toEqual(['event-before-due']);
  });

  test('missing evidence only warns, later events are left out', () => {
    const given = [
      { kind: 'demand-received', on: '2022-05-10' },
      { kind: 'demand-received', on: '2022-09-10' },
    ];
    const facts = { dueDate: '2020-03-16', asOf: '2022-06-01', events: given };
    expect(result('limitation/action', facts).expiry).toBe('2025-05-12');
    expect(warningsOf('limitation/action', facts)).toEqual(['event-after-as-of', 'evidence-missing']);
  });

  test('a suit halts the clock until the proceeding ends', () => {
    const filed = { kind: 'suit-filed', on: '2022-01-10' };
    expect(clock('2020-03-16', '2026-01-01', filed)).toMatchObject({ expiry: null, status: 'running' });
    const ended = clock('2020-03-16', '2024-01-01', filed, { kind: 'proceeding-ended', on: '2023-02-01' });
    expect(ended).toMatchObject({ expiry: '2026-02-02', status: 'running' });
    expect(
      (ended.steps as { from: string; to: string; reason: string }[]).map((s) => [s.from, s.to, s.reason]),
    ).toEqual([
      ['2020-03-16', '2022-01-10', 'due-date'],
      ['2022-01-10', '2023-02-01', 'suit-filed'],
      ['2023-02-01', '2026-02-02', 'proceeding-ended'],
    ]);
  });

  test('a withdrawn suit counts in the arguable reading only', () => {
    const suit = [
      { kind: 'suit-filed', on: '2022-01-10' },
      { kind: 'suit-withdrawn', on: '2022-03-10' },
    ];
    expect(clock('2020-03-16', '2023-01-01', ...suit)).toMatchObject({
      expiry: '2023-03-16',
      arguableExpiry: '2025-03-10',
    });
  });
});

describe('suspension', () => {
  const obstacle = (began: string, ended?: string) => [
    { kind: 'suspension-began', on: began },
    ...(ended ? [{ kind: 'suspension-ended', on: ended }] : []),
  ];
  test.each([
    ['2022-12-01', '2023-06-01', '2023-12-01', 'LIM-10 six months after the obstacle'],
    ['2022-01-01', '2022-09-16', '2023-03-16', 'gone before the last six months'],
    ['2022-01-01', '2022-09-17', '2023-03-17', 'gone one day into them'],
    ['2023-03-17', '2023-06-01', '2023-03-16', 'came too late'],
  ])('%s to %s → %s (%s)', (began, ended, expiry) => {
    expect(clock('2020-03-16', '2024-01-01', ...obstacle(began, ended)).expiry).toBe(expiry);
  });

  test('while it lasts there is no end', () => {
    expect(clock('2020-03-16', '2024-01-01', ...obstacle('2023-01-01'))).toMatchObject({
      expiry: null,
      status: 'running',
    });
  });

  test('LIM-11 before 2017-10-01 only the remaining days ran on', () => {
    // Two years end on 2012-06-01; 92 days were left on 2012-03-01.
    expect(clock('2010-06-01', '2013-01-01', ...obstacle('2012-03-01', '2012-09-03')).expiry).toBe('2012-12-04');
  });
});

describe('after expiry', () => {
  const late = (kind: string, on: string, content?: string) =>
    clock('2010-05-10', '2023-02-01', { kind, on, ...(content ? { content } : {}) });

  test.each([
    ['signed-notice-after-expiry', '2020-12-31', 'notice', '2024-01-02', 'restored'],
    ['signed-notice-after-expiry', '2021-01-01', 'notice', '2012-05-10', 'expired'],
    ['signed-notice-after-expiry', '2022-03-01', 'consent-to-perform', '2025-03-03', 'restored'],
    ['consent-to-perform', '2022-03-01', undefined, '2025-03-03', 'restored'],
    ['repayment-plan', '2022-03-01', undefined, '2025-03-03', 'restored'],
    ['new-agreement', '2022-03-01', undefined, '2025-03-03', 'restored'],
    ['demand-received', '2022-03-01', undefined, '2012-05-10', 'expired'],
    ['suit-filed', '2022-03-01', undefined, '2012-05-10', 'expired'],
  ])('%s on %s (%s) → %s, %s', (kind, on, content, expiry, status) => {
    expect(late(kind, on, content)).toMatchObject({ expiry, status });
  });

  test('a part payment revives the rest in the arguable reading only', () => {
    expect(late('part-payment', '2022-03-01')).toMatchObject({ status: 'expired', arguableExpiry: '2025-03-03' });
  });

  test('a receipt without consent is flagged', () => {
    const given = events({ kind: 'signed-notice-after-expiry', on: '2022-03-01', content: 'notice' });
    const facts = { dueDate: '2010-05-10', asOf: '2023-02-01', events: given };
    expect(warningsOf('limitation/action', facts)).toContain('post-expiry-receipt-only');
  });

  test('lost again after it was restored', () => {
    expect(clock('2000-05-10', '2010-01-01', { kind: 'new-agreement', on: '2004-06-01' })).toMatchObject({
      expiry: '2006-06-01',
      status: 'expired',
    });
  });
});

describe('the maximum of twenty years', () => {
  const demands = (from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / 2) + 1 }, (_, i) => ({
      kind: 'demand-received',
      on: `${from + 2 * i}-04-01`,
    }));

  test('LIM-07 no bar for a creditor who never let the ordinary period run out', () => {
    expect(clock('1998-05-11', '2026-01-01', ...demands(2000, 2024))).toMatchObject({
      expiry: '2027-04-01',
      status: 'running',
    });
  });

  test('before that was settled the safe end is the maximum', () => {
    expect(clock('1998-05-11', '2024-12-01', ...demands(2000, 2024))).toMatchObject({
      expiry: '2018-05-11',
      arguableExpiry: '2027-04-01',
      status: 'barred-by-maximum',
    });
  });

  test('a chain that broke once and was revived by a signature is barred in the safe reading', () => {
    const revived = [{ kind: 'signed-notice-after-expiry', on: '2005-04-01' }, ...demands(2007, 2025)];
    expect(clock('2000-05-11', '2026-01-01', ...revived)).toMatchObject({
      expiry: '2020-05-11',
      status: 'barred-by-maximum',
      arguableExpiry: '2028-04-03',
    });
  });

  test('a suspension cannot carry a claim beyond it', () => {
    const long = [
      { kind: 'suspension-began', on: '2001-01-01' },
      { kind: 'suspension-ended', on: '2021-06-01' },
    ];
    expect(clock('2000-05-11', '2026-01-01', ...long)).toMatchObject({
      expiry: '2020-05-11',
      status: 'barred-by-maximum',
    });
  });
});

describe('facts', () => {
  test('missing and impossible ones', () => {
    expect(refusalOf('limitation/action', {})).toEqual({ code: 'needs-facts', facts: ['dueDate', 'events', 'asOf'] });
    const bad = { dueDate: '2020-03-16', asOf: '2022-01-01', events: [{ kind: 'threat', on: '2021-01-01' }] };
    expect(refusalOf('limitation/action', bad)).toMatchObject({ code: 'fact-invalid', facts: { fact: 'events' } });
  });
});

describe('properties', () => {
  const day = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays('2004-01-01', days));
  test('a demand never shortens the time left, and an arguable end never lies before the safe one', () => {
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 6 }), day, (due, ons, extra) => {
        const given = (days: string[]) => days.map((on) => ({ kind: 'demand-received', on }));
        const asOf = '2026-11-22';
        const without = clock(due, asOf, ...given(ons));
        const withOne = clock(due, asOf, ...given([...ons, extra]));
        expect(String(withOne.expiry) >= String(without.expiry)).toBe(true);
        const refused = clock(due, asOf, ...given(ons), { kind: 'demand-refused', on: extra });
        if (refused.arguableExpiry) expect(String(refused.arguableExpiry) >= String(refused.expiry)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('the order in which events are given does not matter', () => {
    fc.assert(
      fc.property(day, fc.uniqueArray(day, { maxLength: 5 }), (due, ons) => {
        const given = ons.map((on) => ({ kind: 'demand-received', on }));
        expect(clock(due, '2026-11-22', ...given)).toEqual(clock(due, '2026-11-22', ...given.toReversed()));
      }),
      { numRuns: 40 },
    );
  });
});

describe('LIM-09 a loan called in before its due date', () => {
  const facts = { dueDate: '2026-06-30', calledInOn: '2023-05-08', events: [], asOf: '2024-01-02' };

  test('counts from that day; the contract’s own due date is the arguable one', () => {
    const { result: got, trace } = answer('limitation/action', facts);
    expect(got).toMatchObject({ expiry: '2026-05-08', arguableExpiry: '2029-07-02', status: 'running' });
    expect(got.steps).toMatchObject([{ from: '2023-05-08', reason: 'called-in' }]);
    expect(trace.map(({ rule }) => rule)).toContain('limitation/called-in');
  });

  test('hears what was done after it, not before', () => {
    const demand = (on: string) => events({ kind: 'demand-received', on });
    expect(result('limitation/action', { ...facts, events: demand('2023-09-01') }).expiry).toBe('2026-09-01');
    expect(warningsOf('limitation/action', { ...facts, events: demand('2023-05-01') })).toContain('event-before-due');
  });

  test('changes nothing on or after the due date', () => {
    for (const calledInOn of ['2026-06-30', '2027-01-01']) {
      const { result: got, trace } = answer('limitation/action', { ...facts, calledInOn, asOf: '2027-02-01' });
      expect(got).toMatchObject({ expiry: '2029-07-02' });
      expect(got.arguableExpiry).toBeUndefined();
      expect(trace.map(({ rule }) => rule)).not.toContain('limitation/called-in');
    }
  });
});
