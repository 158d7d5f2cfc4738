/**
 * Limitation, guarantee periods, enforcement and seizure on the days that the texts themselves name. Each row says its source
 * and how sure it is: V read in the text, S in a secondary source (law.md). The days were counted by hand from the wording.
 */
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

const asOf = '2026-11-22';

describe('REC-05 limitation/action: how long', () => {
  test.each([
    ['2015-09-30', '2017-09-30', '民法通则 135: two years, over on the day before 民法总则 began', 'S'],
    ['2015-10-08', '2018-10-08', '法释〔2018〕12号 2: two years not over on 2017-10-01, so three', 'V'],
    ['2017-10-10', '2020-10-10', '法释〔2018〕12号 1: began under 民法总则 188', 'V'],
    ['2021-01-04', '2024-01-04', '民法典 188(1): three years', 'V'],
    ['2023-05-08', '2026-05-08', '民法典 188(1): three years', 'V'],
    ['2020-10-02', '2023-10-07', '民法典 203(2): the last day is a holiday, so the day after it', 'V'],
  ])('due %s: until %s — %s (%s)', (dueDate, expiry) => {
    expect(result('limitation/action', { dueDate, events: [], asOf })).toMatchObject({ expiry });
  });
});

describe('REC-05 limitation/action: what interrupts', () => {
  const on = '2024-03-11';
  test.each([
    ['demand-received', '2027-03-11', '民法典 195(1): the creditor demands performance', 'V'],
    ['consent-to-perform', '2027-03-11', '民法典 195(2): the debtor agrees to perform', 'V'],
    ['part-payment', '2027-03-11', '诉讼时效规定 14: performing in part is agreeing', 'V'],
    ['repayment-plan', '2027-03-11', '诉讼时效规定 14: a plan is agreeing', 'V'],
    ['security-given', '2027-03-11', '诉讼时效规定 14: giving security is agreeing', 'V'],
    ['account-deduction', '2027-03-11', '诉讼时效规定 8(3): a bank deducts from the account', 'V'],
  ])('%s on 2024-03-11: until %s — %s (%s)', (kind, expiry) => {
    const events = [{ kind, on, against: 'all', evidence: '签收回执' }];
    expect(result('limitation/action', { dueDate: '2023-05-08', events, asOf })).toMatchObject({ expiry });
  });

  test('民法典 188(1), 192(1): an act after the end revives nothing by itself (V)', () => {
    const events = [{ kind: 'demand-received', on: '2026-05-11', against: 'all', evidence: '签收回执' }];
    const answer = result('limitation/action', { dueDate: '2023-05-08', events, asOf });
    expect(answer).toMatchObject({ expiry: '2026-05-08', status: 'expired' });
  });
});

describe('REC-05 limitation/guarantee: the period', () => {
  const period = (contractDate: string, dueDate: string, periodWording: string) =>
    result('limitation/guarantee', { contractDate, dueDate, kind: 'joint', periodWording, events: [], asOf }).periodEnd;
  test.each([
    ['2022-01-10', '2023-01-10', 'none', '2023-07-10', '民法典 692(2): not agreed, six months', 'V'],
    ['2022-01-10', '2023-01-10', 'until-cleared', '2023-07-10', '担保制度解释 32: unclear, six months', 'V'],
    [
      '2012-01-10',
      '2013-01-10',
      'until-cleared',
      '2015-01-12',
      '法释〔2000〕44号 32(2): unclear, two years; a Saturday, so Monday (民法通则 154)',
      'V',
    ],
    ['2012-01-10', '2013-01-10', 'none', '2013-07-10', '担保法 26: not agreed, six months', 'S'],
    ['2022-01-10', '2023-01-10', 'months:24', '2025-01-10', '民法典 692(2): as agreed', 'V'],
  ])('contract %s, due %s, %s: until %s — %s (%s)', (contractDate, dueDate, wording, end) => {
    expect(period(contractDate, dueDate, wording)).toBe(end);
  });
});

describe('LIT-05 limitation/enforcement and seizure/expiry', () => {
  test.each([
    ['2023-01-09', true, '2025-01-09', '民事诉讼法 250: two years', 'V'],
    ['2023-01-09', false, '2025-01-09', '民事诉讼法 250: whoever the parties are', 'V'],
    ['2006-03-01', true, '2007-03-01', '民事诉讼法（1991年）219: one year where a natural person is a party', 'S'],
    ['2006-03-01', false, '2006-09-01', '民事诉讼法（1991年）219: six months between organisations', 'S'],
  ])('effective %s, natural person %s: until %s — %s (%s)', (effectiveOn, anyNaturalPerson, expiry) => {
    expect(result('limitation/enforcement', { effectiveOn, anyNaturalPerson, events: [], asOf })).toMatchObject({
      expiry,
    });
  });

  test.each([
    ['deposit', '2025-03-03', '民诉法解释 485: bank deposits one year', 'V'],
    ['movable', '2026-03-03', '民诉法解释 485: movables two years', 'V'],
    ['real-estate', '2027-03-03', '民诉法解释 485: real estate three years', 'V'],
    ['other-right', '2027-03-03', '民诉法解释 485: other rights three years', 'V'],
  ])('%s ordered on 2024-03-03: until %s — %s (%s)', (asset, expiry) => {
    expect(result('seizure/expiry', { orderedOn: '2024-03-03', asset })).toEqual({ expiry });
  });
});
