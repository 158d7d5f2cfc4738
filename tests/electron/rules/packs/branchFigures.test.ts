/** Figures of the five regulations and the papers, each with the article it was read in. */
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';
import { figureAt, itemsAt, versionAt } from './packReading';

const { book } = new RuleShelf().current;
const NOW = '2026-11-22';

describe('RUL-01 figures of the regulations', () => {
  test.each([
    ['B1 第三条', 'team/captain', 'captains', 1],
    ['B1 第九条', 'team/off-balance-listing-share', 'share', '0.10'],
    ['B1 第十一条', 'team/group-bounds', 'groupsFrom', 3],
    ['B1 第十一条', 'team/group-bounds', 'groupsTo', 5],
    ['B1 第十一条', 'team/group-bounds', 'membersFrom', 3],
    ['B1 第十一条', 'team/group-bounds', 'membersTo', 4],
    ['B1 第十六条', 'team/badge-fine', 'fine', '100.00'],
    ['B1 第十八条', 'team/leave-approval', 'approver', 'deputy-head'],
    ['B2 第十三条', 'classification/departments', 'recognisedBy', 'credit'],
    ['B5 第八条', 'classification/single-department', 'recognisedBy', 'risk'],
    ['B3 第九条', 'transfer/periods', 'transferMonths', 1],
    ['B3 第九条', 'transfer/periods', 'reportMonths', 1],
    ['B3 第九条', 'classification/after-transfer', 'decidedBy', 'credit'],
    ['B5 第六条', 'classification/statistics-interval', 'months', 1],
    ['B5 第七条', 'provision/interval', 'months', 3],
    ['B5 第十条', 'survey/intervals', 'fullMonths', 6],
    ['B5 第十条', 'survey/intervals', 'newTransferWorkingDays', 10],
    ['B5 第三十九条', 'report/analysis-interval', 'months', 1],
    ['B4 第十条', 'litigation/refusal-copies', 'copies', 2],
    ['B4 第十条', 'litigation/committee-review-days', 'days', 3],
    ['B4 第二十六条', 'litigation/counsel-minimum-years', 'years', 4],
    ['B4 第三十条', 'litigation/open-case-review-months', 'months', 1],
  ])('%s: %s.%s', (source, id, name, figure) => {
    expect(figureAt(book, id, NOW, name)).toBe(figure);
    const { document, article } = versionAt(book, id, NOW);
    expect(`${document.slice(0, 2)} ${article}`).toBe(source);
  });

  test.each([
    ['A8 deposit of a bidder', 'recovery/tender-terms', 'deposit', '5000.00'],
    ['A8 bond of the winner', 'recovery/tender-terms', 'bondShare', '0.05'],
    ['A8 term of the contract', 'recovery/tender-terms', 'termYears', 2],
    ['A8 packages for full time', 'recovery/tender-terms', 'fullTimeFromPackages', 3],
    ['A8 bond of the trustee', 'recovery/trusteeship-terms', 'bond', '200000.00'],
    ['A8 days until interest', 'recovery/trusteeship-terms', 'interestAfterDays', 5],
    ['A8 days until deduction', 'recovery/trusteeship-terms', 'deductAfterDays', 10],
    ['A8 per preserved loan', 'recovery/trusteeship-terms', 'perPreservedLoan', '20.00'],
    ['A8 swapped assets', 'disposal/bill-swapped-target', 'minimumShare', '0.80'],
    ['A5 per household', 'reward/notice-and-plan', 'perHousehold', '1.00'],
    ['A4 two years', 'classification/doubtful-months-general-rules', 'months', 24],
    ['A14 share of NPL', 'recovery/central-unit-thresholds', 'nplRatio', '0.20'],
    ['A14 balance of NPL', 'recovery/central-unit-thresholds', 'balance', '30000000.00'],
    ['A18 reconciliation', 'limitation/reconciliation-interval', 'months', 12],
  ])('%s', (source, id, name, figure) => {
    expect(figureAt(book, id, NOW, name)).toBe(figure);
    expect(versionAt(book, id, NOW).document).toMatch(new RegExp(`^${source.split(' ')[0]} `));
  });
});

describe('tables of the regulations', () => {
  test.each([
    ['B1 第十五条 REC-11', 'recovery/off-balance-forms', { form: 'borrow-new-repay-old' }, 'allowed', false],
    ['B1 第十五条 REC-11', 'recovery/off-balance-forms', { form: 'money' }, 'allowed', true],
    ['B1 第九条 TEAM-02', 'team/target-sources', { source: 'on-balance' }, 'approval', 'deputy-head'],
    ['B1 第十二条', 'measures/team-measures', { measure: 'risk-agency' }, 'approval', 'branch'],
    ['B1 第十二条', 'measures/team-measures', { measure: 'police-agency' }, 'usable', false],
    ['B4 第二十三条 LIT-05', 'litigation/unfiled-fees', { filed: false }, 'bookable', false],
    ['B4 第十六条 LIT-09', 'litigation/secured-mediation', { secured: true }, 'mediation', 'exception-only'],
    ['B3 第三十三条 ORG-04', 'authority/disposal-plan', { lossAmount: 1, lossPercent: 1 }, 'level2', 'branch-head'],
    ['B1 第十九条 REC-12', 'authority/interest-relief', { measure: 'relief', amount: 1 }, 'level1', 'branch-head'],
    ['A5 RWD-03', 'liability/consequences', { unrecovered: 0 }, 'step', 'none'],
    ['A5 RWD-03', 'liability/consequences', { unrecovered: 1 }, 'step', 'shares'],
    ['A5 RWD-03', 'liability/consequences', { unrecovered: 2 }, 'step', 'suspended'],
    ['A5 RWD-03', 'liability/consequences', { unrecovered: 3 }, 'step', 'dismissal'],
    ['A8 CLS-06', 'recovery/formation-periods-a8', { formedOn: '1996-12-31' }, 'period', '-1996'],
    ['A8 CLS-06', 'recovery/formation-periods-a8', { formedOn: '1997-01-01' }, 'period', '1997-2002'],
    ['A8 CLS-06', 'recovery/formation-periods-a8', { formedOn: '2002-12-31' }, 'period', '1997-2002'],
    ['A8 CLS-06', 'recovery/formation-periods-a8', { formedOn: '2003-01-01' }, 'period', '2003-2004'],
    ['A8 CLS-06', 'recovery/formation-periods-a8', { formedOn: '2005-01-01' }, 'period', '2005-'],
    ['A8 托管', 'recovery/trusteeship-scope', { formedOn: '1999-12-31', inSuit: false }, 'eligible', true],
    ['A8 托管', 'recovery/trusteeship-scope', { formedOn: '2000-01-01', inSuit: false }, 'eligible', false],
    ['A10 第二十七招 REC-14', 'measures/thirty-methods-standing', { method: 'm27' }, 'standing', 'block'],
    ['A10 第二十九招 REC-01', 'measures/thirty-methods-standing', { method: 'm29' }, 'standing', 'allow'],
  ])('%s: %s %o', (_, id, facts, name, given) => {
    expect(figureAt(book, id, NOW, name, facts)).toBe(given);
  });
});

describe('lists of the regulations have every item', () => {
  test.each([
    ['B1 第八条 TEAM-03', 'team/work-flow', 8],
    ['B1 第十条 LOAN-05', 'team/ledger-fields', 8],
    ['B1 第十八条 TEAM-04', 'team/absence', 4],
    ['B2 第十八条 ARC-01', 'archive/npl-file-items', 7],
    ['B2 第二十一条 REC-08', 'loan/extension-conditions', 3],
    ['B2 第二十二条 REC-08', 'loan/relending-conditions', 4],
    ['B2 第二十七条 DSP-01', 'disposal/methods', 8],
    ['B3 第六条 CLS-02', 'classification/fine-levels', 5],
    ['B3 第九条 SUR-01', 'transfer/limitation-checks', 4],
    ['B3 第十条 SUR-02', 'survey/topics', 6],
    ['B3 第三十九条 RPT-02', 'report/analysis-topics', 8],
    ['B3 第四十条 CLS-05', 'report/assessment-indicators', 6],
    ['B4 第四条 ORG-03', 'committee/members', 6],
    ['B4 第九条 LIT-02', 'litigation/opinion-contents', 6],
    ['B4 第二十二条 LIT-05', 'litigation/filing-documents', 4],
    ['B4 第二十九条 LIT-14', 'litigation/case-file', 6],
    ['B4 第三十一条 LIT-15', 'litigation/breaches-disciplinary', 5],
    ['B4 第三十二条 LIT-15', 'litigation/breaches-compensation', 10],
    ['A2 LIT-01', 'litigation/assessment-points', 4],
    ['A2 DSP-02', 'disposal/plan-sections', 7],
    ['A3 SUR-03', 'liability/npl-causes', 8],
    ['A8 DOC', 'recovery/tender-sheet-fields', 8],
    ['A9 第六条', 'recovery/revived-standards', 5],
    ['A10 REC-01', 'measures/thirty-methods', 30],
    ['A10 第三十招', 'litigation/when-to-sue', 6],
  ])('%s: %s', (_, id, items) => {
    expect(itemsAt(book, id, NOW)).toHaveLength(items);
  });

  test('what the source leaves open is marked as unconfirmed, with the reason', () => {
    for (const id of ['committee/decision', 'authority/disposal-plan', 'authority/delegation']) {
      const { status, note } = versionAt(book, id, NOW);
      expect([id, status]).toEqual([id, 'unconfirmed']);
      expect(note).toMatch(/未定/);
    }
  });

  test('LIT-10 the six months of B4 第十七条 end with the law they quote', () => {
    const id = 'litigation/enforcement-months-as-written';
    expect(figureAt(book, id, '2008-03-31', 'months')).toBe(6);
    expect(() => versionAt(book, id, '2008-04-01')).toThrow();
  });
});
