/** REC-01: all thirty methods of A10, each with a household that it fits, one that it does not, its article, and what law says of it. */
import { type HouseholdState, measureFacts } from '@shared/domain/measures/householdState';
import { suggestMeasures } from '@shared/domain/measures/suggest';
import { present } from '@shared/kernel/assert';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const HOUSEHOLD: HouseholdState = {
  ...{ owed: 3_000_000, overdueDays: 400, guaranteed: false, secured: false, borrowerKind: 'person' },
  ...{ borrowerState: 'normal', limitationState: 'running', official: false, fraud: false, contacts: [] },
};
type Contact = HouseholdState['contacts'][number];
type Given = Partial<HouseholdState>;
const met = (given: Partial<Contact>, times = 1): Given => ({
  contacts: Array.from({ length: times }, () => ({
    ...{ reached: true, counterpart: 'borrower', attitude: null, ability: null, observed: [] },
    ...given,
  })),
});
const KIND = { attitude: 'cooperative' } as const;
const HARD = { attitude: 'refusing' } as const;

function verdict(measure: string, given: Given) {
  const facts = measureFacts({ ...HOUSEHOLD, ...given });
  const all = suggestMeasures(() => new Inquiry(shipped.book), facts, '2026-11-22');
  return present(
    all.find((each) => each.measure === measure),
    measure,
  );
}

/** What A10 says of each: number in Chinese, a household that fits, one that does not, its standing under today's law. */
const METHODS: readonly (readonly [number: string, fits: Given, not: Given, standing: string])[] = [
  ['一', {}, { borrowerState: 'dead' }, 'allow'],
  ['二', met(KIND), met(HARD), 'allow'],
  ['三', met({ ...KIND, observed: ['businessWeak'] }), met(KIND), 'allow'],
  ['四', met({ observed: ['receivables'] }), {}, 'allow'],
  ['五', met({ observed: ['businessWeak'] }), {}, 'allow'],
  ['六', met({ ...KIND, observed: ['disaster'] }), met({ ...HARD, observed: ['disaster'] }), 'record'],
  ['七', met(HARD), met(KIND), 'block'],
  ['八', met(HARD, 2), met(HARD, 1), 'warn'],
  ['九', met(HARD, 3), met(HARD, 2), 'block'],
  ['十', met({ attitude: 'evading' }, 3), met({ attitude: 'evading' }, 2), 'block'],
  ['十一', met({ attitude: 'hesitant' }, 3), met(KIND, 3), 'allow'],
  ['十二', met(HARD, 3), met(HARD, 2), 'allow'],
  ['十三', { official: true }, {}, 'block'],
  ['十四', met({ observed: ['assetsFound'] }), {}, 'record'],
  ['十五', met({ attitude: 'hesitant' }), met(KIND), 'allow'],
  ['十六', met({ attitude: 'evading' }), met(KIND), 'block'],
  ['十七', { borrowerState: 'frail' }, { borrowerState: 'frail', borrowerKind: 'organisation' }, 'warn'],
  ['十八', met({ observed: ['projectStuck'] }), {}, 'record'],
  ['十九', met({ observed: ['receivables'], ability: 'unable' }), met({ observed: ['receivables'] }), 'record'],
  ['二十', met({ ability: 'instalments' }), met({ ability: 'able' }), 'record'],
  ['二十一', met({ ...KIND, ability: 'instalments' }), met({ ...HARD, ability: 'instalments' }), 'record'],
  ['二十二', met({ observed: ['insured'] }), {}, 'record'],
  ['二十三', { guaranteed: true }, {}, 'allow'],
  ['二十四', { secured: true }, { secured: true, overdueDays: 0 }, 'allow'],
  ['二十五', met({ ability: 'unable', observed: ['assetsFound'] }), met({ ability: 'unable' }), 'record'],
  ['二十六', met({ observed: ['creditorsRacing'] }), {}, 'warn'],
  ['二十七', met(HARD, 3), met(HARD, 2), 'block'],
  ['二十八', met(HARD, 3), { ...met(HARD, 3), overdueDays: 0 }, 'block'],
  ['二十九', met({ observed: ['notarised'] }), {}, 'allow'],
  ['三十', { borrowerState: 'missing' }, {}, 'allow'],
];

describe('A10 the thirty methods', () => {
  it('are thirty', () => {
    expect(METHODS).toHaveLength(30);
  });

  it.each(METHODS.map((method, index) => [`m${String(index + 1).padStart(2, '0')}`, ...method] as const))(
    '%s (第%s招) fits where the source says so and nowhere else, with its reasons',
    (measure, number, fits, not, standing) => {
      const yes = verdict(measure, fits);
      const no = verdict(measure, not);
      expect([yes.suits, no.suits]).toEqual([true, false]);
      for (const { article, conditions } of yes.situations) {
        expect(article).toBe(`A10 清收不良贷款三十招 第${number}招`);
        expect(conditions.length).toBeGreaterThan(0);
      }
      expect(yes.trace.map(({ rule }) => rule)).toContain('measures/thirty-methods-fit');
      expect(no.situations.every(({ conditions }) => conditions.some(({ holds }) => !holds))).toBe(true);
      expect(yes.standing).toBe(standing);
      // What is not simply allowed says why, and where it stands.
      if (standing !== 'allow') expect([yes.limit?.reason, yes.limit?.article]).not.toContain('');
    },
  );

  it('each is described in the catalogue with its article', () => {
    const rule = shipped.book.find('measures/thirty-methods');
    const items = rule?.kind === 'checklist' ? (rule.versions[0]?.items ?? []) : [];
    expect(items.map(({ id }) => id)).toEqual(METHODS.map((_, index) => `m${String(index + 1).padStart(2, '0')}`));
    expect(items.map(({ article }) => article)).toEqual(
      METHODS.map(([number]) => `A10 清收不良贷款三十招 第${number}招`),
    );
  });
});
