/** A settlement beside the plan of the opinion, and whose decision it is (LIT-09; B4 §16, §19). */
import { levelOfWord } from '@shared/domain/approvals/levels';
import { type PermitTerms, permitRefusal } from '@shared/domain/litigation/permits';
import { comparedWithPlan, isException, planText, termsRefusal } from '@shared/domain/litigation/planTerms';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';

const PLAN = { floor: 900, firstPayment: 300, months: 12, waiver: 50, keepsSecurity: true, onDefault: '恢复' };
const TERMS: PermitTerms = {
  item: '分期',
  amount: 900,
  firstPayment: 300,
  months: 12,
  waiver: 50,
  keepsSecurity: true,
};

const off = (terms: Partial<PermitTerms>, plan: typeof PLAN | null = PLAN) =>
  comparedWithPlan(plan, { ...TERMS, ...terms }).flatMap(({ term, keeps }) => (keeps ? [] : [term]));

describe('LIT-09 the settlement and the plan', () => {
  it('at its bounds each term keeps to the plan; a fen, a month less or more leaves it', () => {
    expect(off({})).toEqual([]);
    expect(off({ amount: 899 })).toEqual(['amount']);
    expect(off({ firstPayment: 299 })).toEqual(['firstPayment']);
    expect(off({ months: 13 })).toEqual(['months']);
    expect(off({ waiver: 51 })).toEqual(['waiver']);
    expect(off({ keepsSecurity: false })).toEqual(['keepsSecurity']);
    expect(comparedWithPlan({ ...PLAN, keepsSecurity: false }, { ...TERMS, keepsSecurity: false })[4]?.keeps).toBe(
      true,
    );
  });

  it('without a plan nothing keeps to it', () => {
    expect(off({}, null)).toHaveLength(5);
    expect(planText(null)).toBe('');
  });

  it('§16 a secured debt is an exception though the plan is kept; a security that is gone is none', () => {
    expect(isException([{ isLive: true }], PLAN, TERMS)).toBe(true);
    expect(isException([{ isLive: false }], PLAN, TERMS)).toBe(false);
    expect(isException([], PLAN, { ...TERMS, amount: 1 })).toBe(true);
  });

  it('§14, §16, §20 the committee decides, but a settlement within the plan the responsible person', () => {
    const { book } = new RuleShelf().current;
    const level = (permit: string, exception: boolean, responsible: string) =>
      levelOfWord(
        String(
          new Inquiry(book).row('authority/case-permit', '2026-11-22', { permit, isException: exception, responsible })
            .gives.level1,
        ),
      );
    expect(level('release', false, 'head')).toBe('committee');
    expect(level('in-kind', false, 'head')).toBe('committee');
    expect(level('settlement', true, 'credit-director')).toBe('committee');
    const people = ['credit-director', 'director', 'deputy-head', 'head'].map((who) => level('settlement', false, who));
    expect(people).toEqual(['credit-director', 'sub-branch-director', 'deputy-head', 'branch-head']);
  });
});

describe('LIT-09 a plan that does not hold together', () => {
  const code = (terms: object, isFixed = false) =>
    termsRefusal(
      { total: 1_100, interest: 100 },
      { amount: 900, firstPayment: 300, months: 12, waiver: 0, ...terms },
      isFixed,
    )?.code ?? null;

  it('is refused with what contradicts what; edges pass', () => {
    expect(code({})).toBeNull();
    expect([code({ amount: 1_100 }), code({ amount: 1_101 })]).toEqual([null, 'plan-above-claim']);
    expect(code({ amount: 1_101 }, true)).toBeNull();
    expect([code({ firstPayment: 899 }), code({ firstPayment: 901 })]).toEqual([null, 'plan-first-above']);
    expect([code({ waiver: 100 }), code({ waiver: 101 })]).toEqual([null, 'plan-waiver-above']);
    expect([code({ firstPayment: 900, months: 0 }), code({ firstPayment: 900 })]).toEqual([null, 'plan-months-idle']);
  });
});

describe('§14, §20 what a permit allows', () => {
  const permit = (
    kind: 'release' | 'settlement' | 'in-kind',
    terms: Partial<PermitTerms>,
    filingNo: string | null,
  ) => ({
    ...{ id: kind === 'in-kind' ? 2 : 1, kind, terms: { ...TERMS, ...terms }, reason: '已还清' },
    ...{ state: 'approved' as const, decidedOn: '2026-11-02', filingNo, filedOn: filingNo && '2026-11-03' },
  });
  const code = (permits: readonly ReturnType<typeof permit>[], needsFiling: boolean, act: 'withdrawn' | 'mediated') =>
    permitRefusal({ permits, acts: [], needsFiling }, act === 'withdrawn' ? 'release' : 'settlement', {
      ...{ kind: act, detail: {} },
    })?.code ?? null;

  it('a seizure that may be released is no withdrawal', () => {
    expect(code([permit('release', { release: 'seizure' }, '备1号')], true, 'withdrawn')).toBe(
      'permit-release-missing',
    );
    expect(code([permit('release', { release: 'withdrawal' }, '备1号')], true, 'withdrawn')).toBeNull();
  });

  it('§21 a case that nobody files needs no filing', () => {
    const unfiled = [permit('release', { release: 'withdrawal' }, null)];
    expect(code(unfiled, true, 'withdrawn')).toBe('permit-release-unfiled');
    expect(code(unfiled, false, 'withdrawn')).toBeNull();
  });

  it('§20 a settlement that takes things needs the permit for them too', () => {
    const settlement = permit('settlement', { takesThings: true }, null);
    expect(code([settlement], true, 'mediated')).toBe('permit-in-kind-missing');
    const thing = permit('in-kind', { inspection: '已考察' }, '备2号');
    expect(code([settlement, thing], true, 'mediated')).toBeNull();
  });
});
