/** The procedure as a state machine: every act leads where the law has it, and whatever is recorded can be told (LIT-07). */

import { ACT_FIELDS } from '@shared/domain/litigation/actFields';
import { COURT_ACTS } from '@shared/domain/litigation/actKinds';
import { inOrder } from '@shared/domain/litigation/acts';
import { ACT_WORD } from '@shared/domain/litigation/caseWords';
import { STATES, TRANSITIONS } from '@shared/domain/litigation/procedure';
import { replay } from '@shared/domain/litigation/replay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf, type GivenAct } from '../../../support/courtCase';

const day = (number: number) =>
  `2026-${String(1 + Math.floor(number / 28)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
const along = (...kinds: GivenAct[0][]) => actsOf(...kinds.map((kind, index): GivenAct => [kind, day(index)]));

const WAYS: readonly [string, GivenAct[0][], string][] = [
  [
    'a suit to the end',
    ['sued', 'accepted', 'served', 'hearing-held', 'judged', 'effective', 'enforcement-applied', 'performed'],
    'closed',
  ],
  ['an appeal', ['sued', 'accepted', 'judged', 'appealed', 'second-accepted', 'second-judged'], 'effective'],
  ['a remand begins the first instance anew', ['accepted', 'judged', 'appealed', 'second-remanded'], 'accepted'],
  [
    'an appeal that is withdrawn leaves the judgment',
    ['accepted', 'judged', 'appealed', 'appeal-withdrawn'],
    'effective',
  ],
  ['both sides appeal', ['accepted', 'judged', 'appealed', 'appealed', 'second-judged'], 'effective'],
  ['a party served after another appealed', ['accepted', 'judged', 'appealed', 'judgment-served'], 'appeal'],
  ['a rejected suit is brought anew', ['sued', 'suit-rejected', 'effective', 'sued', 'accepted'], 'accepted'],
  [
    'a rejected suit, appealed',
    ['sued', 'suit-rejected', 'judgment-served', 'appealed', 'second-remanded'],
    'accepted',
  ],
  ['another court takes it over', ['sued', 'accepted', 'transferred', 'accepted', 'hearing-held'], 'trial'],
  ['the court deems it withdrawn', ['sued', 'accepted', 'withdrawal-deemed', 'sued'], 'sued'],
  [
    'stayed and resumed, in another procedure, with another party',
    ['accepted', 'suit-stayed', 'party-changed', 'suit-resumed', 'procedure-changed', 'hearing-held'],
    'trial',
  ],
  ['fees beside a suit', ['payment-order-applied', 'fee-notified', 'fee-paid', 'payment-order-issued'], 'ordered'],
  ['mediation', ['accepted', 'mediated', 'enforcement-applied'], 'enforcing'],
  ['pre-suit preservation', ['preservation-applied', 'preservation-ordered', 'seized', 'sued'], 'sued'],
  ['withdrawn and sued again', ['sued', 'accepted', 'withdrawn', 'sued'], 'sued'],
  [
    'no assets, resumed, settled, resumed',
    [
      'accepted',
      'judged',
      'effective',
      'enforcement-applied',
      'no-assets',
      'enforcement-resumed',
      'enforcement-settled',
      'enforcement-resumed',
    ],
    'enforcing',
  ],
  [
    'what was seized is released once all is paid',
    ['accepted', 'mediated', 'seized', 'performed', 'seizure-released'],
    'closed',
  ],
  ['a stay', ['accepted', 'mediated', 'enforcement-applied', 'enforcement-stayed'], 'stayed'],
  [
    'an objected payment order leads to a suit',
    ['payment-order-applied', 'payment-order-issued', 'payment-order-served', 'payment-order-objected', 'sued'],
    'sued',
  ],
  [
    'a payment order that nobody objects to',
    ['payment-order-applied', 'payment-order-issued', 'payment-order-served', 'payment-order-effective'],
    'effective',
  ],
  ['security realised', ['realisation-applied', 'realisation-accepted', 'realisation-granted'], 'effective'],
  ['security realisation refused, then a suit', ['realisation-applied', 'realisation-refused', 'sued'], 'sued'],
  [
    'arbitration',
    ['arbitration-applied', 'arbitration-accepted', 'hearing-held', 'awarded', 'enforcement-applied'],
    'enforcing',
  ],
  ['a notarised instrument', ['certificate-issued', 'enforcement-applied'], 'enforcing'],
  [
    'retrial',
    ['accepted', 'judged', 'effective', 'enforcement-applied', 'retrial-applied', 'retrial-ordered', 'retrial-judged'],
    'effective',
  ],
  ['a retrial that begins anew', ['accepted', 'mediated', 'retrial-ordered', 'retrial-remanded', 'judged'], 'judged'],
  ['a retrial that can be appealed', ['accepted', 'mediated', 'retrial-ordered', 'judged', 'appealed'], 'appeal'],
  ['a party joined in the enforcement', ['certificate-issued', 'enforcement-applied', 'party-changed'], 'enforcing'],
  [
    'bankruptcy out of enforcement',
    ['accepted', 'mediated', 'enforcement-applied', 'bankruptcy-accepted', 'claim-declared', 'bankruptcy-ended'],
    'ended',
  ],
];

describe('LIT-07 the declared procedure', () => {
  it.each(WAYS)('%s', (_, kinds, state) => {
    expect(replay(along(...kinds))).toMatchObject({ state, findings: [] });
  });

  it.each([
    ['judgment before acceptance', ['judged']],
    ['appeal without a judgment', ['accepted', 'appealed']],
    ['enforcement before effect', ['accepted', 'judged', 'enforcement-applied']],
    ['acceptance after judgment', ['accepted', 'judged', 'accepted']],
    ['a hearing after the end', ['accepted', 'performed', 'hearing-held']],
    ['debt in kind before enforcement', ['accepted', 'debt-in-kind-ruled']],
  ] as [string, GivenAct[0][]][])('%s does not fit, and its article is named', (_, kinds) => {
    const { findings } = replay(along(...kinds));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'act-out-of-order', severity: 'refuse' });
    expect(findings[0]?.article).toBeTruthy();
  });

  it('every act has fields, words, an article and somewhere to be done; every state can be reached and told', () => {
    const reached = new Set<string>(['pre-suit']);
    for (const kind of COURT_ACTS) {
      const { moves, article } = TRANSITIONS[kind];
      expect(Object.keys(moves).length, kind).toBeGreaterThan(0);
      expect(article, kind).not.toBe('');
      expect(ACT_FIELDS[kind].length, kind).toBeGreaterThan(0);
      expect(ACT_WORD[kind], kind).toBeTruthy();
      for (const to of Object.values(moves)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...STATES].toSorted());
  });

  it('whatever is recorded, in whatever order: the same acts give the same state, and no misfit moves anything', () => {
    const act = fc.tuple(fc.constantFrom(...COURT_ACTS), fc.nat(300));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (given) => {
        const acts = actsOf(...given.map(([kind, at]): GivenAct => [kind, day(at % 330)]));
        const once = replay(acts);
        expect(replay(inOrder(acts))).toEqual(once);
        const misfits = new Set(once.findings.map(({ act: key }) => key));
        expect(replay(acts.filter(({ key }) => !misfits.has(key))).state).toBe(once.state);
      }),
    );
  });
});
