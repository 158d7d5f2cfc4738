/** The listed conditions of extension and re-lending, and what the books must show for each (REC-08; B2 §21, §22; GUA-17). */
import { conditionsOf, type TermDraft, type TermLoan, termProblem } from '@shared/domain/repayment/loanTerm';
import { checkTerm, composeTerm, type TermPaperFacts } from '@shared/domain/repayment/loanTermPaper';
import { signatureAct } from '@shared/domain/repayment/signatories';
import { addDays } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';
import { qingheNotice } from '../dunning/qingheNotice';

const TODAY = '2026-11-22';
const inquiry = () => new Inquiry(shipped.book);
const LOAN: TermLoan = { sheet: 'on', dueOn: '2026-12-10', debt: { principal: 100, interest: 5 }, paid: 0 };
const DUE: TermLoan = { ...LOAN, dueOn: '2026-11-21' };
const extension: TermDraft = {
  ...{ kind: 'extension', condition: 'disaster', security: null, facts: '灾情证明', files: 0, newDueOn: '2027-12-10' },
  instalments: [{ dueOn: '2027-12-10', principal: 100, interest: 5 }],
};
const relending: TermDraft = { ...extension, kind: 'relending', condition: 'cleared' };
const problem = (draft: TermDraft, loan: TermLoan) => termProblem(inquiry(), draft, loan, TODAY);

describe('REC-08 listed conditions', () => {
  it('three for an extension, four for re-lending, each with its own article and what belongs to it', () => {
    const told = (kind: 'extension' | 'relending') =>
      conditionsOf(inquiry(), kind, TODAY).conditions.map(({ article, needsSecurity, needsPayment }) => [
        article.replace('B2 农村信用社不良贷款管理办法 ', ''),
        needsSecurity,
        needsPayment,
      ]);
    expect(told('extension')).toEqual([
      ['第二十一条第一项', false, false],
      ['第二十一条第二项', true, false],
      ['第二十一条第三项', true, false],
    ]);
    expect(told('relending')).toEqual([
      ['第二十二条第一项', false, true],
      ['第二十二条第二项', false, false],
      ['第二十二条第三项', true, false],
      ['第二十二条第四项', true, false],
    ]);
  });

  it.each([
    ['the last day before it is due', extension, { ...LOAN, dueOn: TODAY }, null],
    ['the day after', extension, DUE, 'extension-after-due'],
    ['re-lending on the due date', relending, { ...LOAN, dueOn: TODAY }, 'relending-before-due'],
    ['re-lending on the day after', relending, DUE, null],
    ['a file alone as evidence', { ...extension, facts: null, files: 1 }, LOAN, null],
    ['no evidence', { ...extension, facts: null }, LOAN, 'condition-evidence-missing'],
    ['security named', { ...extension, condition: 'market', security: '存货' }, LOAN, null],
    ['security not named', { ...extension, condition: 'market' }, LOAN, 'condition-needs-security'],
    ['part paid', { ...relending, condition: 'disaster' }, { ...DUE, paid: 1 }, null],
    ['nothing paid', { ...relending, condition: 'disaster' }, DUE, 'condition-needs-payment'],
    ['none of them', { ...extension, condition: null }, LOAN, 'condition-unmet'],
    ['off the balance sheet', relending, { ...DUE, sheet: 'off' as const }, 'off-balance-money-only'],
    ['no due date', extension, { ...LOAN, dueOn: null }, 'term-due-unknown'],
    ['nothing owed', extension, { ...LOAN, debt: { principal: 0, interest: 0 } }, 'nothing-owed'],
  ])('%s', (_, draft, loan, code) => {
    expect(problem(draft, loan)?.code ?? null).toBe(code);
  });

  it('every refusal for a condition names an article', () => {
    for (const draft of [
      { ...extension, condition: null },
      { ...extension, facts: null },
      { ...extension, condition: 'term' },
    ])
      expect(problem(draft, LOAN)?.article).toContain('第二十一条');
  });

  it('a plan is taken exactly when it rises, ends by the new day and comes to the debt', () => {
    const plans = fc.array(
      fc.record({ after: fc.integer({ min: -5, max: 400 }), principal: fc.integer({ min: 0, max: 60 }) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(plans, (typed) => {
        const instalments = typed.map(({ after, principal }, at) => ({
          ...{ dueOn: addDays(TODAY, after), principal, interest: at === 0 ? 5 : 0 },
        }));
        const fits =
          instalments.every(
            ({ dueOn, principal, interest }, at) =>
              dueOn > (instalments[at - 1]?.dueOn ?? TODAY) && dueOn <= extension.newDueOn && principal + interest > 0,
          ) && typed.reduce((sum, { principal }) => sum + principal, 0) === 100;
        expect(problem({ ...extension, instalments }, LOAN) === null).toBe(fits);
      }),
    );
  });
});

describe('DOC-REC-12 DOC-REC-13', () => {
  const guarantor = { partyId: 2, name: '王五', kind: 'person', loanId: 1, guaranteeId: 1, contractNo: null } as const;
  const facts: TermPaperFacts = {
    ...{
      asOf: TODAY,
      today: TODAY,
      unit: '某支行',
      partyId: 1,
      loanId: 1,
      termId: 1,
      kind: 'extension',
      state: 'asked',
    },
    debtor: { name: '李四', kind: 'person', idNo: '51122219700101001X', address: '青石村一组' },
    ...{ contract: '奉信（2025）第1号', dueOn: '2026-12-10', newDueOn: '2027-12-10', principal: 100, interest: 5 },
    ...{
      fiveLevel: '次级',
      isOffBalance: false,
      reason: '水稻绝收',
      evidence: ['灾情证明'],
      security: null,
      secured: [],
    },
    condition: { text: '受自然灾害的影响', article: '第二十一条第一项' },
    instalments: extension.instalments,
    ...{ guarantors: [guarantor], loans: [] },
    restructured: { months: 12, leastClass: '关注', article: '重组资产' },
    levels: [{ level: 'credit-director', decision: null }],
  };
  const codes = (more: Partial<TermPaperFacts>) => checkTerm({ ...facts, ...more }).map(({ code }) => code);

  it('gates: refused, off the balance sheet, after the due date, an incomplete party; a guarantor is warned of', () => {
    expect(codes({})).toEqual(['guarantor-consent-needed']);
    expect(codes({ kind: 'relending', guarantors: [] })).toEqual([]);
    const far = { on: TODAY, computed: 500, ledger: 5 };
    const loans = qingheNotice().loans.map((loan) => ({ ...loan, interestGap: far }));
    expect(codes({ guarantors: [], loans })).toEqual(['interest-far-from-ledger']);
    expect(codes({ guarantors: [], state: 'refused', isOffBalance: true, today: '2026-12-11' })).toEqual([
      'term-refused',
      'off-balance-money-only',
      'extension-after-due',
    ]);
    expect(codes({ guarantors: [], today: '2026-12-11', state: 'in-force' })).toEqual([]);
    expect(codes({ guarantors: [], debtor: { ...facts.debtor, idNo: null } })).toEqual(['party-incomplete']);
  });

  it('prints the condition with its article, the plan, every guarantor, and the effect on the class', () => {
    const text = JSON.stringify(composeTerm(facts, TODAY));
    for (const part of [
      '第二十一条第一项：受自然灾害的影响',
      '灾情证明',
      '2027-12-10',
      '保证人　王五',
      '观察期至少12个月',
      '第六百九十五条',
    ])
      expect(text).toContain(part);
    expect(JSON.stringify(composeTerm({ ...facts, guarantors: [] }, TODAY))).toContain('无在期的保证人');
  });

  it('the borrower acknowledges by signing; a guarantor who agrees to another term is asked for nothing', () => {
    const signed = { form: 'DOC-REC-12', loanId: 1, guaranteeId: null, on: TODAY, number: '展1' } as const;
    expect(signatureAct({ ...signed, role: 'borrower' })?.kind).toBe('consent-to-perform');
    expect(signatureAct({ ...signed, role: 'guarantor', guaranteeId: 1 })).toBeNull();
  });
});
