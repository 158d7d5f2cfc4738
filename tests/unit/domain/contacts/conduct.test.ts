/** Conduct just inside and outside each limit of law.md §15, with the article that speaks (S17). */
import { type ConductFacts, conductOf } from '@shared/domain/contacts/conduct';
import { CONTACT_KINDS, COUNTERPARTS, INITIATIVES, PURPOSES } from '@shared/domain/contacts/contact';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const CALL: ConductFacts = {
  at: '2026-11-20 10:15',
  kind: 'call',
  initiative: 'bank',
  counterpart: 'borrower',
  purpose: 'negotiate',
  basis: 'loan-contract',
  staff: 1,
  identified: false,
  recorded: false,
  agreed: false,
  reached: true,
  callsThatDay: 0,
  reachedThatDay: 0,
  minor: false,
  stopped: false,
  unreachable: false,
  estateRecord: false,
  binding: false,
};
const VISIT = { kind: 'visit', staff: 2, identified: true, recorded: true, agreed: true } as const;
const ASK = { counterpart: 'third-person', purpose: 'locate', unreachable: true } as const;

const conduct = (given: Partial<ConductFacts>) => conductOf(new Inquiry(shipped.book), { ...CALL, ...given });
const codes = (given: Partial<ConductFacts>) => conduct(given).map(({ code }) => code);

describe('law.md §15', () => {
  it.each<[string, Partial<ConductFacts>, readonly string[]]>([
    ['21:59', { at: '2026-11-20 21:59' }, []],
    ['22:00', { at: '2026-11-20 22:00' }, ['quiet-hours']],
    ['midnight', { at: '2026-11-20 00:00' }, ['quiet-hours']],
    ['7:59', { at: '2026-11-20 07:59' }, ['quiet-hours']],
    ['8:00', { at: '2026-11-20 08:00' }, []],
    ['a letter at night', { at: '2026-11-20 23:00', kind: 'letter' }, []],
    ['a message at night', { at: '2026-11-20 23:00', kind: 'message' }, ['quiet-hours']],
    ['he called at night', { at: '2026-11-20 23:00', initiative: 'debtor' }, []],
    ['before there was a rule', { at: '2025-02-27 23:00' }, []],
    ['on its first day', { at: '2025-02-28 23:00' }, ['quiet-hours']],
    ['the third talk', { reachedThatDay: 2, callsThatDay: 2 }, []],
    ['the fourth talk', { reachedThatDay: 3, callsThatDay: 3 }, ['voice-limit']],
    ['the fourth try after three talks', { reachedThatDay: 3, callsThatDay: 3, reached: false }, []],
    ['the sixth try', { callsThatDay: 5, reached: false }, []],
    ['the seventh try', { callsThatDay: 6, reached: false }, ['attempt-limit']],
    ['the seventh try before the guide of 2026', { at: '2026-01-29 10:00', callsThatDay: 6, reached: false }, []],
    ['a visit as it should be', VISIT, []],
    ['a visit alone', { ...VISIT, staff: 1 }, ['visit-staff']],
    ['a visit without badges', { ...VISIT, identified: false }, ['visit-not-identified']],
    ['a visit without record', { ...VISIT, recorded: false }, ['visit-not-recorded']],
    ['a visit unasked', { ...VISIT, agreed: false }, ['visit-not-agreed']],
    ['a minor', { minor: true }, ['minor']],
    ['a minor who called', { minor: true, initiative: 'debtor' }, ['minor']],
    ['an heir', { counterpart: 'heir' }, ['heir-without-estate']],
    ['an heir with the estate on record', { counterpart: 'heir', estateRecord: true }, []],
    ['asking a third person where he is', ASK, []],
    ['pressing a third person', { ...ASK, purpose: 'demand' }, ['third-person-not-to-locate']],
    ['a third person who said no', { ...ASK, stopped: true }, ['third-person-stopped']],
    ['a third person though he can be reached', { ...ASK, unreachable: false }, ['third-person-needless']],
    ['a promise of a third person', { ...ASK, binding: true }, ['third-person-bound']],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('names the article of each finding and only warns of what a reason can pass', () => {
    const found = conduct({ ...VISIT, at: '2026-11-20 22:30', recorded: false, minor: true });
    expect(found.map(({ code, level }) => [code, level])).toEqual([
      ['quiet-hours', 'block'],
      ['minor', 'block'],
      ['visit-not-recorded', 'warn'],
    ]);
    expect(found.map(({ article }) => article)).toEqual([
      expect.stringContaining('联系频次'),
      expect.stringContaining('第二十八条'),
      expect.stringContaining('上门'),
    ]);
  });

  const facts = fc.record({
    at: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `2026-11-20 ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
    kind: fc.constantFrom(...CONTACT_KINDS),
    initiative: fc.constantFrom(...INITIATIVES),
    counterpart: fc.constantFrom(...COUNTERPARTS),
    purpose: fc.constantFrom(...PURPOSES),
    staff: fc.integer({ min: 1, max: 4 }),
    reached: fc.boolean(),
    callsThatDay: fc.integer({ min: 0, max: 9 }),
    reachedThatDay: fc.integer({ min: 0, max: 9 }),
    unreachable: fc.boolean(),
    stopped: fc.boolean(),
    binding: fc.boolean(),
  });

  it('what was done before never makes the next contact freer', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const more = { ...given, callsThatDay: given.callsThatDay + 1, reachedThatDay: given.reachedThatDay + 1 };
        const [now, later] = [codes(given), codes(more)];
        expect(now.filter((code) => !later.includes(code))).toEqual([]);
      }),
    );
  });

  it('at night the bank reaches nobody but by letter', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const hour = Number(given.at.slice(11, 13));
        fc.pre(given.initiative === 'bank' && given.kind !== 'letter');
        expect(codes(given).includes('quiet-hours')).toBe(hour >= 22 || hour < 8);
      }),
    );
  });
});
