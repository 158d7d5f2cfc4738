/** Which measures fit which household, with the reasons (REC-01, A10): the sentences of the source as cases, edges of each number. */

import { refuseStep, STEP_ACTS, stepFinding } from '@shared/domain/measures/conductSteps';
import {
  borrowerState,
  type HouseholdState,
  limitationState,
  measureFacts,
} from '@shared/domain/measures/householdState';
import { type MeasureVerdict, suggestMeasures } from '@shared/domain/measures/suggest';
import { present } from '@shared/kernel/assert';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-22';
const HOUSEHOLD: HouseholdState = {
  owed: 30_000_00,
  overdueDays: 400,
  guaranteed: false,
  secured: false,
  borrowerKind: 'person',
  borrowerState: 'normal',
  limitationState: 'running',
  official: false,
  fraud: false,
  contacts: [],
};
const talk = (given: Partial<HouseholdState['contacts'][number]> = {}): HouseholdState['contacts'][number] => ({
  reached: true,
  counterpart: 'borrower',
  attitude: null,
  ability: null,
  observed: [],
  ...given,
});

const verdicts = (given: Partial<HouseholdState>): MeasureVerdict[] =>
  suggestMeasures(() => new Inquiry(shipped.book), measureFacts({ ...HOUSEHOLD, ...given }), TODAY);
const verdict = (measure: string, given: Partial<HouseholdState> = {}): MeasureVerdict =>
  present(
    verdicts(given).find((each) => each.measure === measure),
    measure,
  );
const suits = (measure: string, given: Partial<HouseholdState>) => verdict(measure, given).suits;

const refusing = (times: number) => Array.from({ length: times }, () => talk({ attitude: 'refusing' }));

describe('REC-01 when each measure fits', () => {
  it('the catalogue has the measures of B1 §12, A9 §14 and all thirty methods of A10', () => {
    const all = verdicts({}).map(({ measure }) => measure);
    expect(all).toHaveLength(5 + 8 + 30);
    expect(new Set(all).size).toBe(all.length);
    for (let n = 1; n <= 30; n++) expect(all).toContain(`m${String(n).padStart(2, '0')}`);
  });

  it.each<[string, string, Partial<HouseholdState>, boolean]>([
    ['a first visit to somebody unknown', 'm01', {}, true],
    ['not to a dead man', 'm01', { borrowerState: 'dead' }, false],
    ['negotiation comes first', 'negotiation', {}, true],
    ['a pre-suit notice only after two talks', 'pre-suit-notice', { contacts: refusing(1) }, false],
    ['a pre-suit notice after two talks', 'pre-suit-notice', { contacts: refusing(2) }, true],
    [
      'talks that reached nobody do not count',
      'pre-suit-notice',
      { contacts: refusing(2).map((each) => ({ ...each, reached: false })) },
      false,
    ],
    [
      'asking neighbours does not count',
      'pre-suit-notice',
      { contacts: refusing(2).map((each) => ({ ...each, counterpart: 'third-person' })) },
      false,
    ],
    ['risk agency for large debts', 'risk-agency', { owed: 499_999_99, contacts: refusing(2) }, false],
    ['risk agency from 500,000 yuan', 'risk-agency', { owed: 500_000_00, contacts: refusing(2) }, true],
    ['a payment order without guarantors', 'payment-order', {}, true],
    ['no payment order with one', 'payment-order', { guaranteed: true }, false],
    ['no suit over an expired claim', 'suit', { guaranteed: true, limitationState: 'over' }, false],
    ['help with receivables', 'm04', { contacts: [talk({ observed: ['receivables'] })] }, true],
    [
      'new money after a disaster for the cooperative',
      'm06',
      { contacts: [talk({ observed: ['disaster'], attitude: 'cooperative' })] },
      true,
    ],
    ['instalments for whoever cannot pay at once', 'm20', { contacts: [talk({ ability: 'instalments' })] }, true],
    ['the family shares a small debt of the frail', 'm17', { borrowerState: 'frail', owed: 50_000_00 }, true],
    ['not a large one', 'm17', { borrowerState: 'frail', owed: 50_000_01 }, false],
    ['guarantors are pursued once it is overdue', 'm23', { guaranteed: true, overdueDays: 1 }, true],
    ['not on the due day', 'm23', { guaranteed: true, overdueDays: 0 }, false],
    ['suit: limitation is near', 'm30', { limitationState: 'near' }, true],
    ['suit: mortgaged and long overdue', 'm30', { secured: true, overdueDays: 90 }, true],
    ['suit: mortgaged, not long', 'm30', { secured: true, overdueDays: 89 }, false],
    ['suit: the borrower is missing', 'm30', { borrowerState: 'missing' }, true],
    ['suit: the debt is out of time', 'm30', { secured: true, overdueDays: 900, limitationState: 'over' }, false],
    ['suit: he hides his assets', 'm30', { contacts: [talk({ observed: ['hidingAssets'] })] }, true],
  ])('%s', (_, measure, given, expected) => {
    expect(suits(measure, given)).toBe(expected);
  });

  it('the newest impression of the debtor counts, and what was seen once stays known', () => {
    const contacts = [talk({ attitude: 'refusing', observed: ['insured'] }), talk({ attitude: 'cooperative' }), talk()];
    expect(measureFacts({ ...HOUSEHOLD, contacts })).toMatchObject({
      attitude: 'cooperative',
      insured: true,
      negotiations: 3,
    });
  });

  it('says which condition fails', () => {
    const { situations } = verdict('m21', { contacts: [talk({ attitude: 'cooperative', ability: 'able' })] });
    expect(situations).toHaveLength(1);
    expect(situations[0]).toMatchObject({
      holds: false,
      article: expect.stringContaining('第二十一招'),
      conditions: [
        { fact: 'attitude', given: 'cooperative', holds: true },
        { fact: 'ability', given: 'able', written: 'instalments', holds: false },
      ],
    });
  });

  it('one situation is enough, and its row stands in the trace', () => {
    const { situations, trace, suits: fits } = verdict('m30', { limitationState: 'near' });
    expect([fits, situations.filter(({ holds }) => holds).map(({ label }) => label)]).toEqual([
      true,
      ['m30 limitation'],
    ]);
    expect(trace.map(({ rule, row }) => [rule, row])).toContainEqual(['measures/thirty-methods-fit', 'm30 limitation']);
  });
});

describe('REC-14 what law says of them', () => {
  it.each([
    ['m07', 'GB/T 45251-2025'],
    ['m10', '第一千零三十三条'],
    ['m16', '第一千一百七十七条'],
    ['m27', '第二十五条'],
    ['police-agency', '〔89〕'],
  ])('%s is blocked by %s', (measure, article) => {
    const { standing, limit } = verdict(measure);
    expect(standing).toBe('block');
    expect(limit?.article).toContain(article);
  });

  it('a fitting method that is blocked never stands among those that may be taken', () => {
    const order = verdicts({ contacts: refusing(3) }).map(({ suits: fits, standing }) =>
      fits ? (standing === 'block' ? 1 : 0) : 2,
    );
    expect(order).toEqual(order.toSorted());
    expect(order).toContain(1);
  });

  it.each([
    ['publish-list', 'act-blocked'],
    ['police-collection', 'act-blocked'],
    ['dock-pay', 'act-blocked'],
    ['shame-staff', 'act-blocked'],
    ['newspaper-notice', 'checks-missing'],
    ['criminal-report', 'granted'],
    ['internal-accountability', 'granted'],
  ] as const)('proposing %s: %s', (act, expected) => {
    const finding = stepFinding(new Inquiry(shipped.book), act, TODAY);
    const attempt = () => refuseStep(act, finding, []);
    if (expected === 'granted') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expected);
    expect(finding.limit.article).not.toBe('');
  });

  it('a newspaper notice goes on when every condition is ticked', () => {
    const finding = stepFinding(new Inquiry(shipped.book), 'newspaper-notice', TODAY);
    const ticked = finding.checks.map(({ id }) => id);
    expect(ticked.length).toBeGreaterThan(5);
    expect(() => refuseStep('newspaper-notice', finding, ticked)).not.toThrow();
    expect(() => refuseStep('newspaper-notice', finding, ticked.slice(1))).toThrow('checks-missing');
  });

  it('law has an answer to every act', () => {
    for (const act of STEP_ACTS) expect(() => stepFinding(new Inquiry(shipped.book), act, TODAY)).not.toThrow();
  });
});

describe('what the books say of a borrower', () => {
  it.each([
    [['死亡'], 'dead'],
    [['正常', '失踪'], 'missing'],
    [['死亡', '失踪'], 'dead'],
    [['企业已破产'], 'bankrupt'],
    [['停产'], 'stopped'],
    [['服刑'], 'imprisoned'],
    [['年老体弱'], 'frail'],
    [['正常', null], 'normal'],
    [[], 'normal'],
  ])('%j is %s', (written, state) => {
    expect(borrowerState(written)).toBe(state);
  });

  it('the limitation that is about to expire comes before one that has', () => {
    const line = (verdictOf: 'running' | 'defence-risk' | 'settled' | 'halted', expiry: string | null) => ({
      verdict: verdictOf,
      expiry,
    });
    expect(limitationState([], TODAY)).toBe('unknown');
    expect(limitationState([line('settled', null)], TODAY)).toBe('unknown');
    expect(limitationState([line('running', '2027-02-20')], TODAY)).toBe('near');
    expect(limitationState([line('running', '2027-02-21')], TODAY)).toBe('running');
    expect(limitationState([line('defence-risk', '2020-01-01'), line('running', '2026-12-01')], TODAY)).toBe('near');
    expect(limitationState([line('halted', null)], TODAY)).toBe('halted');
  });
});

it('a measure suits exactly when all conditions of one of its situations hold', () => {
  const state = fc.record({
    owed: fc.integer({ min: 0, max: 100_000_000 }),
    overdueDays: fc.integer({ min: 0, max: 4_000 }),
    guaranteed: fc.boolean(),
    secured: fc.boolean(),
    borrowerState: fc.constantFrom('normal', 'dead', 'missing', 'stopped', 'frail' as const),
    limitationState: fc.constantFrom('running', 'near', 'over', 'unknown' as const),
    contacts: fc.array(
      fc.record({
        reached: fc.boolean(),
        counterpart: fc.constantFrom('borrower', 'guarantor', 'third-person'),
        attitude: fc.constantFrom(null, 'cooperative', 'refusing' as const),
        ability: fc.constantFrom(null, 'instalments', 'unable' as const),
        observed: fc.subarray(['disaster', 'receivables', 'assetsFound', 'notarised'] as const),
      }),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(state, (given) => {
      for (const { suits: fits, situations, trace, measure } of verdicts(given as Partial<HouseholdState>)) {
        expect(fits).toBe(situations.some(({ conditions }) => conditions.every(({ holds }) => holds)));
        const rows = trace.filter(({ rule }) => rule.endsWith('-fit')).map(({ row }) => row);
        expect(rows).toEqual(situations.filter(({ holds }) => holds).map(({ label }) => label));
        expect(rows.length > 0, measure).toBe(fits);
      }
    }),
    { numRuns: 40 },
  );
});
