/** limitation/guarantee: kind, period, the act that stops it, the limitation that follows (law.md §2, REC-05). */
import { describe, expect, test } from 'vitest';
import { refusalOf, result } from '../support/ask';

const base = {
  contractDate: '2021-03-01',
  dueDate: '2022-03-01',
  kind: 'joint',
  periodWording: 'none',
  events: [],
  asOf: '2022-06-01',
};
const clock = (change: Readonly<Record<string, unknown>>) => result('limitation/guarantee', { ...base, ...change });
const event = (kind: string, on: string, against?: string) => ({
  kind,
  on,
  evidence: 'scan',
  ...(against ? { against } : {}),
});

describe('kind when nothing is said', () => {
  test.each([
    ['1995-10-01', 'joint'],
    ['2020-12-31', 'joint'],
    ['2021-01-01', 'general'],
  ])('GUA-01, GUA-02 contract of %s: %s', (contractDate, kind) => {
    expect(clock({ contractDate, kind: 'unstated' }).kind).toBe(kind);
  });
  test('GUA-19 before 1995-10-01 the law is not loaded', () => {
    expect(refusalOf('limitation/guarantee', { ...base, contractDate: '1995-09-30' })?.code).toBe('rule-not-in-force');
  });
});

describe('guarantee period', () => {
  test.each([
    ['2020-06-01', 'none', '2022-09-01', 'GUA-03'],
    ['2020-06-01', 'until-cleared', '2024-03-01', 'GUA-05 two years'],
    ['2021-03-01', 'until-cleared', '2022-09-01', 'GUA-06 six months'],
    ['2021-03-01', 'months:24', '2024-03-01', 'agreed'],
    ['2021-03-01', 'months:0', '2022-09-01', 'GUA-04 not after the due date'],
    ['2021-03-01', 'date:2022-03-01', '2022-09-01', 'GUA-04 on the due date'],
    ['2021-03-01', 'date:2022-03-02', '2022-03-02', 'one day later it stands'],
    ['2021-03-01', 'date:2022-10-01', '2022-10-01', 'a date of the contract does not roll'],
    ['2021-03-01', 'months:7', '2022-10-08', 'a computed end does'],
  ])('contract %s, wording %s → %s (%s)', (contractDate, periodWording, periodEnd) => {
    expect(clock({ contractDate, periodWording }).periodEnd).toBe(periodEnd);
  });
  test.each([
    ['2022-09-01', 'running'],
    ['2022-09-02', 'expired'],
  ])('GUA-08 status on %s', (asOf, status) => {
    expect(clock({ asOf }).status).toBe(status);
  });
});

describe('GUA-09 the act that stops it', () => {
  test.each([
    ['joint', 'guarantor-requested', '2022-09-01', 'running'],
    ['joint', 'guarantor-requested', '2022-09-02', 'expired'],
    ['joint', 'debtor-sued', '2022-08-01', 'expired'],
    ['general', 'debtor-sued', '2022-09-01', 'running'],
    ['general', 'debtor-sued', '2022-09-02', 'expired'],
    ['general', 'guarantor-requested', '2022-08-01', 'expired'],
    ['general', 'enforcement-applied', '2022-08-01', 'running'],
  ])('%s: %s on %s → %s', (kind, act, on, status) => {
    expect(clock({ kind, events: [event(act, on)], asOf: '2023-01-10' }).status).toBe(status);
  });

  test('GUA-10 a demand on another guarantor does not reach this one', () => {
    const events = [event('guarantor-requested', '2022-08-01', '李四')];
    expect(clock({ events, guarantor: '张三', asOf: '2023-01-10' }).status).toBe('expired');
    expect(clock({ events, guarantor: '李四', asOf: '2023-01-10' }).status).toBe('running');
  });

  test('a letter to all reaches a joint guarantor', () => {
    expect(clock({ events: [event('letter-arrived', '2022-08-01', 'all')], asOf: '2023-01-10' }).status).toBe(
      'running',
    );
  });

  test('GUA-11 a withdrawn suit leaves a general guarantee lost', () => {
    const suit = [event('debtor-sued', '2022-08-01'), event('suit-withdrawn', '2022-08-20')];
    expect(clock({ kind: 'general', events: suit, asOf: '2023-01-10' }).status).toBe('expired');
    const again = [...suit, event('debtor-sued', '2022-08-31')];
    expect(clock({ kind: 'general', events: again, asOf: '2023-01-10' }).status).toBe('running');
  });
});

describe('limitation of the guarantee debt', () => {
  const requested = event('guarantor-requested', '2022-08-01');
  test.each([
    ['2025-08-01', 'running'],
    ['2025-08-02', 'expired'],
  ])('GUA-13 joint: three years from the request, on %s', (asOf, status) => {
    expect(clock({ events: [requested], asOf })).toMatchObject({ limitationExpiry: '2025-08-01', status });
  });
  test('a further request starts it anew', () => {
    const events = [requested, event('guarantor-requested', '2025-07-01')];
    expect(clock({ events, asOf: '2026-01-01' }).limitationExpiry).toBe('2028-07-03');
  });
  test('GUA-12 general: from the end of enforcement, or a year after the application', () => {
    const sued = [event('debtor-sued', '2022-08-01'), event('enforcement-applied', '2023-02-01')];
    const general = { kind: 'general', events: sued };
    expect(clock({ ...general, asOf: '2024-01-31' })).toMatchObject({ limitationExpiry: null, status: 'running' });
    expect(clock({ ...general, asOf: '2024-02-01' }).limitationExpiry).toBe('2027-02-01');
    const ended = { kind: 'general', events: [...sued, event('enforcement-ended', '2023-06-01')] };
    expect(clock({ ...ended, asOf: '2024-02-01' }).limitationExpiry).toBe('2026-06-01');
  });
  test('GUA-14 general, contract before 2021: from the judgment', () => {
    const events = [event('debtor-sued', '2022-08-01'), event('judgment-effective', '2023-03-01')];
    const facts = { contractDate: '2020-03-02', kind: 'general', events, asOf: '2024-01-01' };
    expect(clock(facts).limitationExpiry).toBe('2026-03-02');
  });
});

describe('after the period', () => {
  test('only a new contract of guarantee binds', () => {
    const late = { asOf: '2023-03-01' };
    expect(clock({ ...late, events: [event('consent-to-perform', '2022-12-01', 'all')] }).status).toBe('expired');
    expect(clock({ ...late, events: [event('new-agreement', '2022-12-01')] }).status).toBe('restored');
  });
  test('impossible facts are refused', () => {
    expect(refusalOf('limitation/guarantee', { ...base, dueDate: '2021-02-01' })?.code).toBe('due-before-contract');
    expect(refusalOf('limitation/guarantee', { ...base, periodWording: 'forever' })?.code).toBe('fact-invalid');
  });
});

describe('LIM-09 the loan was called in before its due date', () => {
  const calledIn = (events: readonly unknown[]) => clock({ calledInOn: '2021-06-01', asOf: '2021-07-01', events });

  test('the period that ends first is safe', () => {
    expect(calledIn([])).toMatchObject({ periodEnd: '2021-12-01', arguableEnd: '2022-09-01', status: 'running' });
  });
  test('a request between the two days counts in one reading only: the period of the contract ends first', () => {
    const got = calledIn([event('guarantor-requested', '2021-06-10')]);
    expect(got).toMatchObject({ periodEnd: '2022-09-01', arguableEnd: '2024-06-11' });
    expect(got.limitationExpiry).toBeUndefined();
  });
  test('a request within both periods leaves nothing open', () => {
    const events = [event('guarantor-requested', '2021-06-10'), event('guarantor-requested', '2022-03-10')];
    const got = clock({ calledInOn: '2021-06-01', asOf: '2022-04-01', events });
    expect(got).toMatchObject({ limitationExpiry: '2025-03-10' });
    expect(got.arguableEnd).toBeUndefined();
  });
});
