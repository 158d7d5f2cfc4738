/** What a judgment binds and until when it can be enforced: effect, dismissal, demands outside the court (law.md §3, LIT-10). */
import { delayInterest } from '@shared/domain/litigation/caseMoney';
import { effectOf, enforcementClock, judgmentsOf } from '@shared/domain/litigation/effect';
import { limitationActs } from '@shared/domain/litigation/limitationActs';
import type { LoanJudgment } from '@shared/domain/portfolio/judgment';
import { singleOutcome } from '@shared/domain/portfolio/portfolioRun';
import { questionsOf } from '@shared/domain/portfolio/questions';
import { limitationRadar } from '@shared/domain/portfolio/radar';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import { describe, expect, it } from 'vitest';
import { actsOf, courtCase, type GivenAct } from '../../../support/courtCase';
import { LOAN } from '../../../support/portfolioLoan';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;
const AS_OF = '2026-11-22';
const JUDGED: GivenAct = [
  'judged',
  '2025-12-01',
  { paperNo: '（2025）渝0236民初1号', paper: 'judgment', result: 'granted', performBy: '2026-01-30' },
];
const EFFECTIVE: GivenAct = ['effective', '2026-01-05', { paperNo: '（2025）渝0236民初1号' }];

const borrower = courtCase().parties[0];
const guarantor = {
  ...({ key: 'p2', role: 'defendant', capacity: 'guarantor', name: '李四', kind: 'person', partyId: 8 } as const),
  guarantees: [{ id: 5, loanId: 1, kind: 'joint' }],
} as const;
const file = (demands: RecordedAct[], ...acts: GivenAct[]) =>
  courtCase({ parties: [borrower as never, guarantor], acts: actsOf(...acts), demands });
const demand = (on: string, guaranteeId: number | null, grade: RecordedAct['grade'] = 'strong'): RecordedAct => ({
  ...{ kind: 'demand-received', on, evidence: '1', content: null, grade, reason: 'signed' },
  ...{ source: 'notice', sourceNo: '1', loanId: 1, guaranteeId },
});
const expiry = (...given: Parameters<typeof file>) => enforcementClock(book, file(...given), AS_OF)?.answer.expiry;

describe('LIT-10 what took effect', () => {
  it.each([
    ['dismissed by the judgment', [['judged', '2025-12-01', { result: 'dismissed' }], EFFECTIVE]],
    [
      'dismissed, and the appeal as well',
      [
        ['judged', '2025-12-01', { result: 'dismissed' }],
        ['appealed', '2025-12-10', { by: 'us' }],
        ['second-judged', '2026-03-01', { paperNo: '2', result: 'dismissed' }],
      ],
    ],
    ['a rejected suit', [['suit-rejected', '2025-12-01', { paperNo: '3' }], EFFECTIVE]],
    ['a dismissing award', [['awarded', '2025-12-01', { paperNo: '4', result: 'dismissed' }]]],
  ] as [string, GivenAct[]][])('nothing can be enforced: %s', (_, acts) => {
    expect(effectOf(actsOf(...acts))).toBeNull();
  });

  it('a dismissed or withdrawn appeal leaves the first judgment with its day of performance', () => {
    const appealed: GivenAct = ['appealed', '2025-12-10', { by: 'other' }];
    for (const end of [
      ['second-judged', '2026-03-01', { paperNo: '（2026）渝02民终9号', result: 'dismissed' }],
      ['appeal-withdrawn', '2026-03-01', { by: 'other', paperNo: '（2026）渝02民终9号' }],
    ] as GivenAct[])
      expect(effectOf(actsOf(JUDGED, appealed, end))?.performBy).toBe('2026-01-30');
  });

  it('binds the borrower and the guarantors who were sued; of a realisation only the security; nobody once performed', () => {
    expect(judgmentsOf(file([], JUDGED, EFFECTIVE)).map(({ guaranteeId }) => guaranteeId)).toEqual([null, 5]);
    const realised: GivenAct = ['realisation-granted', '2026-01-05', { paperNo: '特1' }];
    expect(judgmentsOf(file([], realised))).toMatchObject([{ guaranteeId: null, securityOnly: true }]);
    expect(judgmentsOf(file([], JUDGED, EFFECTIVE, ['performed', '2026-02-01']))).toEqual([]);
  });
});

describe('LIT-10 ENF-06 the period for enforcement', () => {
  it('runs two years from the day of performance; a demand restarts it for whom it reached, the earliest end alarms', () => {
    expect(expiry([], JUDGED, EFFECTIVE)).toBe('2028-01-31');
    expect(expiry([demand('2026-10-12', null)], JUDGED, EFFECTIVE)).toBe('2028-01-31');
    expect(expiry([demand('2026-10-12', null), demand('2026-10-13', 5)], JUDGED, EFFECTIVE)).toBe('2028-10-12');
  });

  it('hears no demand before the day of performance, none that is weakly proved, none after the day of the question', () => {
    const early = [demand('2026-01-20', null), demand('2026-01-20', 5)];
    const weak = [demand('2026-10-12', null, 'weak'), demand('2026-10-12', 5, 'weak')];
    const ahead = [demand('2026-12-01', null), demand('2026-12-01', 5)];
    for (const demands of [early, weak, ahead]) expect(expiry(demands, JUDGED, EFFECTIVE)).toBe('2028-01-31');
  });

  it('a declared claim in bankruptcy halts it', () => {
    const bankrupt: GivenAct[] = [
      ['bankruptcy-accepted', '2026-05-01', { court: '法院', until: '2026-07-01' }],
      ['claim-declared', '2026-05-20', { amount: 1 }],
    ];
    expect(judgmentsOf(file([], JUDGED, EFFECTIVE, ...bankrupt))[0]?.facts.events).toMatchObject([
      { kind: 'enforcement-applied', on: '2026-05-20' },
    ]);
  });
});

const judged = (given: Partial<LoanJudgment> = {}): LoanJudgment => ({
  ...{ loanId: 1, guaranteeId: null, securityOnly: false, name: '（2025）渝0236民初1号' },
  facts: {
    ...{ effectiveOn: '2026-01-05', performanceDue: '2026-01-30', instalments: [] },
    ...{ anyNaturalPerson: true, notarised: false, events: [] },
  },
  ...given,
});

describe('REC-05 a judged loan is no limitation matter any more', () => {
  const guarantees = [{ id: 5, kind: 'joint', periodEnd: null, periodWording: '未约定' }] as const;
  const kinds = (judgments: LoanJudgment[]) =>
    questionsOf({ ...LOAN, guarantees, judgments }, AS_OF).map(({ kind, subject }) => `${kind} ${subject}`);

  it('asks for the enforcement of those whom the judgment binds, for the clocks of all others', () => {
    expect(kinds([])).toContain('action 0');
    expect(kinds([judged()])).toEqual(expect.arrayContaining(['enforcement 0', 'guarantee 5']));
    expect(kinds([judged()])).not.toContain('action 0');
    expect(kinds([judged(), judged({ guaranteeId: 5 })])).toContain('enforcement 5');
    expect(kinds([judged({ securityOnly: true })])).toContain('action 0');
  });

  it('says the same as `rule eval`, instalments each in their own period under the old law', () => {
    const facts = { ...judged().facts, instalments: ['2019-06-30', '2020-06-30'], performanceDue: null };
    const question = questionsOf({ ...LOAN, judgments: [judged({ facts })] }, '2021-07-15').find(
      ({ kind }) => kind === 'enforcement',
    );
    expect(question && singleOutcome(book, question)).toMatchObject({
      day: '2022-06-30',
      outcome: { word: 'running' },
    });
  });

  it('has a line in the radar with the document, the acts since, and the ways to keep it', () => {
    const lines = (given: Partial<LoanJudgment>, asOf: string) =>
      limitationRadar(
        book,
        {
          borrower: '张三',
          loans: [{ ...LOAN, guarantees, judgments: [judged(given)] }],
          guarantors: [{ id: 5, loanId: 1, name: '李四' }],
          securities: [{ id: 7, loanId: 1, name: '房产', security: '抵押' }],
        },
        asOf,
      );
    const [main, other, security] = lines({}, AS_OF);
    expect(main).toMatchObject({ verdict: 'running', expiry: '2028-01-31', judgment: '（2025）渝0236民初1号' });
    expect(main?.keep.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['enforcement-applied', 'demand-received', 'consent-to-perform']),
    );
    expect(other?.judgment).toBeNull();
    expect(security).toMatchObject({ expiry: '2028-01-31', judgment: '（2025）渝0236民初1号' });
    expect(lines({}, '2028-02-01')[0]).toMatchObject({ verdict: 'defence-risk', keep: [] });
    const [own, , pledged] = lines({ securityOnly: true }, AS_OF);
    expect(own?.judgment).toBeNull();
    expect(pledged?.judgment).toBe('（2025）渝0236民初1号');
  });
});

describe('REC-05 what a rejected suit says to the clock', () => {
  it('ends the halt on the day of the ruling, and an appeal halts again', () => {
    const heard = (...acts: GivenAct[]) =>
      limitationActs(courtCase({ acts: actsOf(...acts) })).map(({ kind, on }) => [kind, on]);
    const rejected: GivenAct[] = [
      ['sued', '2026-01-05', { court: '法院' }],
      ['suit-rejected', '2026-02-01', { paperNo: '1' }],
    ];
    expect(heard(...rejected)).toEqual([
      ['suit-filed', '2026-01-05'],
      ['proceeding-ended', '2026-02-01'],
    ]);
    expect(heard(...rejected, ['appealed', '2026-02-08', { by: 'us' }]).at(-1)).toEqual(['suit-filed', '2026-02-08']);
    expect(heard(rejected[0] as GivenAct, ['appealed', '2026-02-08', { by: 'us' }])).toHaveLength(1);
  });
});

describe('LIT-16 interest for delayed performance', () => {
  const base = (...acts: GivenAct[]) => delayInterest(book, file([], ...acts), [], AS_OF)?.base;
  it('is counted on the principal, or on less where the document gives less; a dismissed appeal changes nothing', () => {
    const performBy = '2026-01-30';
    expect(base(JUDGED, EFFECTIVE)).toBe(10_000_000);
    expect(base(['mediated', '2026-01-05', { paperNo: '1', amount: 6_000_000, performBy }])).toBe(6_000_000);
    const part: GivenAct = ['judged', '2025-12-01', { paperNo: '1', result: 'part', amount: 7_000_000, performBy }];
    const upheld: GivenAct = ['second-judged', '2026-03-01', { paperNo: '2', result: 'dismissed' }];
    expect(base(part, ['appealed', '2025-12-10', { by: 'other' }], upheld)).toBe(7_000_000);
  });
});
