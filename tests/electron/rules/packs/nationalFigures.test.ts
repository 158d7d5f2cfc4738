/** Figures of national law on both sides of every change, each with its article; how sure they are is part of the figure. */
import { addDays } from '@shared/kernel/calendarDate';
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';
import { figureAt, itemsAt, versionAt } from './packReading';

const { book } = new RuleShelf().current;
const NOW = '2026-11-22';

describe('RUL-02 the version of the day', () => {
  /** Figure up to the day before the change, and from the day of the change on. */
  test.each([
    ['民事诉讼法 95', 'procedure/public-notice', 'days', 60, '2022-01-01', 30],
    ['民事诉讼法 283', 'procedure/public-notice', 'foreignMonths', 3, '2024-01-01', undefined],
    ['民事诉讼法 283', 'procedure/public-notice', 'foreignDays', undefined, '2024-01-01', 60],
    ['民事诉讼法 104', 'procedure/pre-suit-preservation', 'sueWithinDays', 15, '2013-01-01', 30],
    ['民事诉讼法 164', 'procedure/summary-trial', 'totalMost', 3, '2015-02-04', 6],
    ['民事诉讼法 164', 'procedure/summary-trial', 'totalMost', 6, '2022-01-01', 4],
    ['民事诉讼法 165', 'procedure/small-claim', 'shareOfAveragePay', '0.3', '2022-01-01', '0.5'],
    ['民事诉讼法 216', 'procedure/retrial', 'months', 24, '2013-01-01', 6],
    ['法释〔2004〕15号 29', 'seizure/renewal', 'shareOfTerm', '0.5', '2015-02-04', '1'],
    ['银监发〔2007〕54号 11', 'classification/restructured', 'observationMonths', 6, '2023-07-01', 12],
    ['财金〔2005〕49号', 'provision/general-reserve', 'base', 'loans', '2005-07-01', 'risk-assets'],
    ['财金〔2012〕20号', 'provision/general-reserve', 'share', '0.01', '2012-07-01', '0.015'],
    ['银监发〔2018〕7号', 'provision/requirements', 'coverageFrom', '1.50', '2018-02-28', '1.20'],
    ['历史罚息 1998', 'interest/historic-penalty', 'dailyRate', '0.0004', '1998-12-07', '0.0003'],
    ['历史罚息 1999', 'interest/historic-penalty', 'dailyRate', '0.0003', '1999-06-10', '0.00021'],
    ['财金〔2002〕5号', 'interest/non-accrual', 'daysAbove', 180, '2002-01-01', 90],
    ['放假办法 2024', 'calendar/statutory-holidays', 'days', 11, '2025-01-01', 13],
    ['催收指引 2026', 'conduct/contact-limits', 'attemptsPerNumberPerDay', undefined, '2026-01-30', 6],
  ])('%s: %s.%s', (_, id, name, before, change, after) => {
    expect(figureAt(book, id, addDays(change, -1), name)).toBe(before);
    expect(figureAt(book, id, change, name)).toBe(after);
  });

  test('a rule that ended without a successor gives nothing afterwards', () => {
    expect(figureAt(book, 'guarantee/debtor-bankruptcy', '2020-12-31', 'months')).toBe(6);
    expect(() => versionAt(book, 'guarantee/debtor-bankruptcy', '2021-01-01')).toThrow();
    expect(figureAt(book, 'interest/historic-penalty', '2003-12-31', 'dailyRate')).toBe('0.00021');
    expect(() => versionAt(book, 'interest/historic-penalty', '2004-01-01')).toThrow();
  });
});

describe('LIT-07 periods of procedure', () => {
  test.each([
    ['59', 'procedure/third-party-revocation', 'months', 6],
    ['86', 'procedure/reinstatement', 'days', 10],
    ['126', 'procedure/acceptance', 'days', 7],
    ['128', 'procedure/complaint-copy', 'days', 5],
    ['128', 'procedure/defence', 'defenceDays', 15],
    ['139', 'procedure/hearing-notice', 'days', 3],
    ['151', 'procedure/judgment-copy', 'days', 10],
    ['152', 'procedure/ordinary-trial', 'months', 6],
    ['171', 'procedure/appeal', 'judgmentDays', 15],
    ['171', 'procedure/appeal', 'rulingDays', 10],
    ['183', 'procedure/second-instance', 'judgmentMonths', 3],
    ['187', 'procedure/security-realisation', 'days', 30],
    ['205', 'procedure/mediation-confirmation', 'days', 30],
    ['214', 'procedure/retrial-review', 'answerDays', 15],
    ['225', 'procedure/payment-order', 'acceptDays', 5],
    ['227', 'procedure/payment-order', 'objectDays', 15],
    ['236', 'procedure/enforcement-objections', 'reconsiderDays', 10],
    ['237', 'procedure/court-inactive', 'months', 6],
    ['解释 99', 'procedure/evidence-period', 'ordinaryLeast', 15],
    ['解释 163', 'procedure/frozen-asset-application', 'days', 5],
    ['解释 171', 'procedure/preservation-review', 'applyDays', 5],
    ['解释 480', 'procedure/enforcement-notice', 'days', 10],
    ['解释 509', 'procedure/distribution-objection', 'suitDays', 15],
    ['财产保全规定 5', 'procedure/in-suit-preservation', 'securityMostShare', '0.30'],
  ])('%s: %s.%s', (_, id, name, figure) => {
    expect(figureAt(book, id, NOW, name)).toBe(figure);
    expect(versionAt(book, id, NOW).status).toBe('verified');
  });
});

describe('security, payment, disposal and write-off', () => {
  test.each([
    ['担保制度解释 31', 'guarantee/withdrawn-suit', { kind: 'general', servedOnGuarantor: true }, 'preserved', false],
    ['担保制度解释 31', 'guarantee/withdrawn-suit', { kind: 'joint', servedOnGuarantor: true }, 'preserved', true],
    ['担保制度解释 44', 'guarantee/security-after-judgment', { right: 'mortgage' }, 'protectedAfterLapse', false],
    ['担保制度解释 30', 'guarantee/maximum-amount-period', { agreed: false }, 'months', 6],
    ['时间效力规定 27', 'guarantee/transition-2021', { wording: 'until-cleared' }, 'months', 24],
    ['民法典 561 REC-10', 'payment/order-within-debt', { part: 'costs' }, 'rank', 1],
    ['民法典 561 REC-10', 'payment/order-within-debt', { part: 'principal' }, 'rank', 3],
    ['费用办法 20', 'court-fee/prepaid', { fee: 'enforcement' }, 'prepaid', false],
    ['费用办法 36', 'court-fee/bearer', { outcome: 'payment-order-opposed' }, 'bearer', 'applicant'],
    ['费用办法 38', 'court-fee/bearer', { outcome: 'enforcement' }, 'bearer', 'debtor'],
    ['费用办法 21', 'court-fee/changed-claim', { change: 'raised' }, 'effect', 'pay-difference'],
    ['法释〔2014〕8号 4', 'interest/delayed-performance-order', {}, 'order', 'document-debt-then-doubled-part'],
    ['财金〔2005〕53号 18 DSP-04', 'debt-in-kind/disposal-period', { asset: 'real-estate' }, 'months', 24],
    ['财金〔2005〕53号 18 DSP-04', 'debt-in-kind/disposal-period', { asset: 'movable' }, 'months', 12],
    ['2023年第1号令', 'classification/impairment', { allowancePercent: 49 }, 'class', '次级'],
    ['2023年第1号令', 'classification/impairment', { allowancePercent: 50 }, 'class', '可疑'],
    ['2023年第1号令', 'classification/impairment', { allowancePercent: 90 }, 'class', '损失'],
    [
      '财金〔2017〕90号 10',
      'write-off/ruling-carries',
      { rulingBank: 'other', securityNoBetter: true },
      'carries',
      true,
    ],
    ['会计档案 ARC-05', 'archive/accounting-retention', { record: 'voucher' }, 'years', 30],
    ['支付结算办法 附一', 'format/note-dates', { part: 'day-11-19' }, 'prefix', '壹'],
    ['个人信息保护法 25 REC-14', 'conduct/acts', { act: 'publish-list' }, 'limit', 'block'],
    ['诉讼时效规定 8', 'conduct/acts', { act: 'newspaper-notice' }, 'limit', 'allow'],
  ])('%s: %s', (_, id, facts, name, given) => {
    expect(figureAt(book, id, NOW, name, facts)).toBe(given);
  });

  test.each([
    ['财金〔2017〕90号 18 DSP-05', 'write-off/periods', 'liabilityYears', 2],
    ['财金〔2017〕90号 19 DSP-05', 'write-off/periods', 'auditMonths', 5],
    ['财金〔2017〕90号 20 DSP-05', 'write-off/periods', 'reportMonths', 6],
    ['银监发〔2005〕89号', 'ratio/npl-limit', 'most', '0.05'],
    ['工资支付暂行规定 16', 'conduct/wage-deduction', 'mostShare', '0.20'],
    ['征信业管理条例 16', 'archive/credit-record-retention', 'years', 5],
    ['个人信息保护法 56', 'archive/impact-assessment-retention', 'years', 3],
    ['GB/T 45251-2025', 'conduct/contact-limits', 'effectiveVoicePerDay', 3],
    ['GB/T 9704-2012', 'archive/document-format', 'charactersPerLine', 28],
  ])('%s: %s.%s', (_, id, name, figure) => {
    expect(figureAt(book, id, NOW, name)).toBe(figure);
  });

  test('REC-05 the catalogue of limitation evidence has the thirteen kinds of 第八条 to 第十七条', () => {
    expect(itemsAt(book, 'limitation/evidence-catalogue', NOW)).toHaveLength(13);
  });
});

describe('how sure a figure is', () => {
  test.each([
    'classification/impairment',
    'classification/contagion',
    'interest/historic-penalty',
    'interest/non-accrual',
    'write-off/grounds',
    'debt-in-kind/custody',
    'costs/risk-agency-cap',
  ])('%s is unconfirmed and says so', (id) => {
    const rule = book.find(id);
    expect(rule?.versions.every((version) => version.status === 'unconfirmed')).toBe(true);
  });

  test('a figure that was only carried back to older texts is unconfirmed there', () => {
    expect(versionAt(book, 'procedure/appeal', '2021-12-31').status).toBe('unconfirmed');
    expect(versionAt(book, 'procedure/appeal', '2022-01-01').status).toBe('verified');
  });
});
