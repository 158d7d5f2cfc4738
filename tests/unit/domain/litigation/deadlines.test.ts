/** Deadlines of a case by rule and date (law.md §6), seizures, the enforcement period, alerts before working days. */
import { alertOf, workdaysLeft } from '@shared/domain/litigation/alerts';
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { deadlinesOf, isAlive } from '@shared/domain/litigation/deadlines';
import { enforcementClock } from '@shared/domain/litigation/effect';
import { judgeAct } from '@shared/domain/litigation/judgeAct';
import { seizuresOf } from '@shared/domain/litigation/seizures';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { actsOf, courtCase, type GivenAct } from '../../../support/courtCase';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;
const TODAY = '2026-11-22';

const found = (kind: string, acts: readonly GivenAct[], more: Partial<CaseFile> = {}, today = TODAY) =>
  deadlinesOf(book, courtCase({ acts: actsOf(...acts), ...more }), today).filter((each) => each.kind === kind);

const ACCEPTED: GivenAct = ['accepted', '2026-03-02', { procedure: 'ordinary' }];
const JUDGED: GivenAct = ['judged', '2026-10-10', { paper: 'judgment', result: 'part' }];

describe('LIT-07 periods of the law, moved off rest days', () => {
  // 2026-10-01 to 07 are holidays; 2026-11-07 is a Saturday.
  it.each<[string, GivenAct[], string]>([
    ['sue-after-preservation', [['preservation-ordered', '2026-10-20', { when: 'pre-suit' }]], '2026-11-19'],
    ['acceptance', [['sued', '2026-11-16']], '2026-11-23'],
    ['fee-payment', [ACCEPTED, ['fee-notified', '2026-09-25', { amount: 1 }]], '2026-10-08'],
    ['announcement', [ACCEPTED, ['announced', '2026-03-05', { party: 'p1' }]], '2026-04-04'],
    ['defence', [ACCEPTED, ['served', '2026-03-06', { party: 'p1', method: 'direct' }]], '2026-03-23'],
    ['trial', [ACCEPTED], '2026-09-02'],
    ['trial', [['accepted', '2026-03-02', { procedure: 'summary' }]], '2026-06-02'],
    ['trial', [['accepted', '2026-03-02', { procedure: 'small-claim' }]], '2026-05-06'],
    ['appeal', [ACCEPTED, JUDGED, ['judgment-served', '2026-10-23', { party: 'us' }]], '2026-11-09'],
    [
      'appeal',
      [ACCEPTED, ['judged', '2026-10-10', { paper: 'ruling' }], ['judgment-served', '2026-10-23', { party: 'us' }]],
      '2026-11-02',
    ],
    ['appeal-other', [ACCEPTED, JUDGED, ['judgment-served', '2026-10-26', { party: 'p1' }]], '2026-11-10'],
    ['second-instance', [ACCEPTED, JUDGED, ['appealed', '2026-10-20', { by: 'other' }]], '2027-01-20'],
    ['retrial', [ACCEPTED, JUDGED, ['effective', '2026-10-26']], '2027-04-26'],
    [
      'enforcement-notice',
      [
        ['certificate-issued', '2026-10-01'],
        ['enforcement-applied', '2026-11-10'],
      ],
      '2026-11-20',
    ],
    [
      'court-inactive',
      [
        ['certificate-issued', '2026-01-05'],
        ['enforcement-applied', '2026-02-10'],
      ],
      '2026-08-10',
    ],
    [
      'order-objection',
      [
        ['payment-order-applied', '2026-11-01'],
        ['payment-order-issued', '2026-11-05'],
        ['payment-order-served', '2026-11-09', { party: 'p1' }],
      ],
      '2026-11-24',
    ],
    [
      'realisation',
      [
        ['realisation-applied', '2026-11-01'],
        ['realisation-accepted', '2026-11-05'],
      ],
      '2026-12-07',
    ],
    ['claim-declaration', [['bankruptcy-accepted', '2026-10-01', { until: '2026-12-01' }]], '2026-12-01'],
    // 2026-12-16 is fifteen days after.
    ['creditors-meeting', [['bankruptcy-accepted', '2026-10-01', { until: '2026-12-01' }]], '2026-12-16'],
    [
      'claim-objection',
      [
        ['bankruptcy-accepted', '2026-08-01', { until: '2026-10-01' }],
        ['claim-listed', '2026-11-10', { amount: 5 }],
      ],
      '2026-11-25',
    ],
    ['committee-review', [['opinion-given', '2026-09-28']], '2026-10-08'],
  ])('%s of %j ends on %s', (kind, acts, day) => {
    const [deadline] = found(kind, acts);
    expect(deadline?.day).toBe(day);
  });

  it('names the rule and its article for each that a rule gives', () => {
    const [appeal] = found('appeal', [ACCEPTED, JUDGED, ['judgment-served', '2026-10-23', { party: 'us' }]]);
    expect(appeal?.trace.map(({ rule }) => rule)).toContain('procedure/appeal');
    expect(appeal?.trace[0]?.article).toContain('第一百七十一条');
  });

  it('served by public notice after judgment: the other side appeals from the day on which it counts as served', () => {
    const [deadline] = found('appeal-other', [ACCEPTED, JUDGED, ['announced', '2026-10-12', { party: 'p1' }]]);
    expect(deadline?.day).toBe('2026-11-26');
  });

  it('a public notice serves by itself once its days are over, also of a judgment (民诉法 95)', () => {
    const acts: GivenAct[] = [ACCEPTED, JUDGED, ['announced', '2026-10-12', { party: 'p1' }]];
    expect(found('announcement', acts, {}, '2026-11-11')[0]).toMatchObject({ day: '2026-11-11', state: 'open' });
    expect(found('announcement', acts, {}, '2026-11-12')[0]).toMatchObject({ state: 'met', metOn: null });
  });

  it('what resumes enforcement after a broken settlement is not late', () => {
    const settled: GivenAct[] = [
      ['certificate-issued', '2026-01-05'],
      ['enforcement-applied', '2026-02-10', { court: '奉节县人民法院' }],
      ['enforcement-settled', '2026-03-02', { amount: 1, performBy: '2026-09-30', text: '分期' }],
    ];
    expect(found('settlement-performance', settled)[0]).toMatchObject({ day: '2026-09-30', state: 'missed' });
    const resumed: GivenAct = ['enforcement-resumed', '2026-10-12', { text: '对方不履行' }];
    expect(found('settlement-performance', [...settled, resumed])[0]).toMatchObject({ state: 'void' });
    const file = courtCase({ acts: actsOf(...settled) });
    expect(
      judgeAct(book, file, { kind: 'enforcement-resumed', on: '2026-10-12', detail: { text: '对方不履行' } }, TODAY),
    ).toEqual([]);
  });

  it('an application for enforcement is no performance by the other side', () => {
    const acts: GivenAct[] = [
      ACCEPTED,
      ['judged', '2026-10-10', { paper: 'judgment', result: 'part', performBy: '2026-10-30' }],
      ['effective', '2026-11-05'],
      ['enforcement-applied', '2026-11-10', { court: '奉节县人民法院' }],
    ];
    expect(found('performance', acts.slice(0, 3))[0]).toMatchObject({ day: '2026-10-30', state: 'missed' });
    expect(found('performance', acts)[0]).toMatchObject({ state: 'void', metOn: null });
  });

  it('until our own service is recorded the day of the judgment counts, and says so', () => {
    const [appeal] = found('appeal', [ACCEPTED, JUDGED]);
    expect(appeal).toMatchObject({ day: '2026-10-26', warnings: ['service-day-unknown'], whose: 'ours' });
  });

  it('an imported appeal of which nobody says by whom leaves no appeal of ours to be missed', () => {
    const [appeal] = found('appeal', [ACCEPTED, JUDGED, ['appealed', '2026-10-20', {}]]);
    expect(appeal?.state).toBe('met');
    const [still] = found('appeal', [ACCEPTED, JUDGED, ['appealed', '2026-10-20', { by: 'other' }]]);
    expect(still?.state).toBe('missed');
  });

  it('a small claim is heard once: nobody has a period for appeal (民诉法 165)', () => {
    expect(found('appeal', [['accepted', '2026-03-02', { procedure: 'small-claim' }], JUDGED])).toEqual([]);
  });

  it.each([
    ['2026-11-10', ['effective-early']],
    ['2026-11-11', []],
  ])('taking effect on %s, when the last party may appeal until 2026-11-10', (on, codes) => {
    const served: GivenAct = ['judgment-served', '2026-10-26', { party: 'p1' }];
    const acts = actsOf(ACCEPTED, JUDGED, ['judgment-served', '2026-10-23', { party: 'us' }], served);
    const findings = judgeAct(book, courtCase({ acts }), { kind: 'effective', on, detail: {} }, TODAY);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    for (const { article } of findings) expect(article).toContain('第一百七十一条');
  });

  it('a payment order that takes effect while the debtor may still object is told as well (民诉法 227)', () => {
    const acts = actsOf(
      ['payment-order-applied', '2026-11-01'],
      ['payment-order-issued', '2026-11-05'],
      ['payment-order-served', '2026-11-06', { party: 'p1' }],
    );
    const act = { kind: 'payment-order-effective', on: '2026-11-20', detail: {} } as const;
    const findings = judgeAct(book, courtCase({ acts, route: 'payment-order' }), act, TODAY);
    expect(findings.map(({ code }) => code)).toContain('effective-early');
  });

  it('a year without published holidays makes a day provisional', () => {
    const [retrial] = found('retrial', [ACCEPTED, JUDGED, ['effective', '2026-10-26']]);
    expect(retrial?.provisional).toBe(true);
  });
});

describe('where a deadline stands', () => {
  const fee: GivenAct = ['fee-notified', '2026-11-10', { amount: 1 }];
  it.each<[string, GivenAct[], string]>([
    ['open', [ACCEPTED, ['fee-notified', '2026-11-20', { amount: 1 }]], TODAY],
    ['missed', [ACCEPTED, fee], TODAY],
    ['met', [ACCEPTED, fee, ['fee-paid', '2026-11-16']], TODAY],
    ['late', [ACCEPTED, fee, ['fee-paid', '2026-11-19']], TODAY],
    ['void', [ACCEPTED, fee, ['withdrawn', '2026-11-12', { text: '和解' }]], TODAY],
  ])('%s', (state, acts, today) => {
    expect(found('fee-payment', acts, {}, today)[0]?.state).toBe(state);
  });

  it('a defence meets the deadline of whoever gave it', () => {
    const served = (party: string): GivenAct => ['served', '2026-11-10', { party, method: 'direct' }];
    const acts = [
      ACCEPTED,
      served('p1'),
      served('p2'),
      ['defence-received', '2026-11-20', { party: 'p2' }],
    ] as GivenAct[];
    expect(found('defence', acts).map(({ party, state }) => [party, state])).toEqual([
      ['p1', 'open'],
      ['p2', 'met'],
    ]);
  });

  it('a right that was not used lapses; one that began lasts', () => {
    expect(found('retrial', [ACCEPTED, JUDGED, ['effective', '2026-01-05']])[0]?.state).toBe('void');
    expect(
      found('court-inactive', [
        ['certificate-issued', '2025-01-05'],
        ['enforcement-applied', '2025-02-10'],
      ])[0]?.state,
    ).toBe('open');
  });

  it('only what may be moved is moved', () => {
    const postponed = (deadline: string) => ({
      postponements: [{ deadline, until: '2027-03-01', reason: '法院延期', by: '王某', on: TODAY }],
    });
    const evidence: GivenAct = ['evidence-set', '2026-11-02', { until: '2026-11-30' }];
    expect(found('evidence', [ACCEPTED, evidence], postponed('evidence:a2'))[0]).toMatchObject({
      day: '2027-03-01',
      computed: '2026-11-30',
    });
    expect(found('fee-payment', [ACCEPTED, fee], postponed('fee-payment:a2'))[0]?.day).toBe('2026-11-17');
  });
});

describe('LIT-10 the period for enforcement', () => {
  const effective: GivenAct = ['effective', '2026-01-20', { paperNo: '（2026）渝0236民初1234号' }];
  const suit: GivenAct[] = [
    ['accepted', '2025-06-02'],
    ['judged', '2025-12-20', { performBy: '2026-01-30' }],
    effective,
  ];

  it('runs two years from the last day of performance, from effect where there is none', () => {
    expect(found('enforcement-period', suit)[0]).toMatchObject({ day: '2028-01-31', state: 'open', fixed: true });
    expect(found('enforcement-period', [['accepted', '2025-06-02'], ['judged', '2025-12-20'], effective])[0]?.day).toBe(
      '2028-01-20',
    );
  });

  it('a flat six months of the regulation never shortens it (B4 §17 as written)', () => {
    const [deadline] = found('enforcement-period', suit);
    expect(deadline?.trace.map(({ rule }) => rule)).not.toContain('litigation/enforcement-months-as-written');
  });

  it('is met by the application, runs anew after it is withdrawn, and from the settlement’s last day', () => {
    const applied: GivenAct = ['enforcement-applied', '2026-03-02', { court: '奉节县人民法院' }];
    expect(found('enforcement-period', [...suit, applied])[0]).toMatchObject({ state: 'met', metOn: '2026-03-02' });
    const withdrawn: GivenAct = ['enforcement-withdrawn', '2026-04-01', { text: '协商' }];
    expect(found('enforcement-period', [...suit, applied, withdrawn])[0]).toMatchObject({
      day: '2028-04-03',
      state: 'open',
    });
    const settled: GivenAct = [
      'enforcement-settled',
      '2026-05-06',
      { amount: 1, performBy: '2026-12-31', text: '分期' },
    ];
    expect(found('enforcement-period', [...suit, applied, settled])[0]).toMatchObject({
      // 2028-12-31 is a Sunday, and the holidays after it are not published.
      day: '2029-01-01',
      provisional: true,
    });
  });

  it('what was frozen before judgment asks for an application within five days after the term (解释 163)', () => {
    const seized: GivenAct = ['seized', '2025-07-01', { asset: 'deposit', item: '存款' }];
    expect(found('frozen-assets', [suit[0] as GivenAct, seized, ...suit.slice(1)])[0]?.day).toBe('2026-02-04');
    expect(found('frozen-assets', suit)).toEqual([]);
  });

  it('there is nothing to enforce before effect, and no clock while a retrial is ordered', () => {
    const file = (...acts: GivenAct[]) => ({ ...courtCase(), acts: actsOf(...acts) });
    expect(enforcementClock(book, file(...suit.slice(0, 2)), TODAY)).toBeNull();
    expect(
      enforcementClock(book, file(...suit, ['retrial-ordered', '2026-06-01', { paperNo: 'x' }]), TODAY),
    ).toBeNull();
  });
});

describe('LIT-07 the periods of a creditor in bankruptcy (企业破产法 45, 48, 56, 58)', () => {
  const accepted: GivenAct = ['bankruptcy-accepted', '2026-08-01', { court: '法院', until: '2026-10-01' }];
  const declared = (on: string): GivenAct => ['claim-declared', on, { amount: 100 }];
  const listed = (amount: number): GivenAct => ['claim-listed', '2026-11-10', { amount }];

  it('the declaration is met, late or missed, with its article', () => {
    const state = (...acts: GivenAct[]) => found('claim-declaration', acts)[0]?.state;
    expect(state(accepted, declared('2026-10-01'))).toBe('met');
    expect(state(accepted, declared('2026-10-02'))).toBe('late');
    expect(state(accepted)).toBe('missed');
    expect(found('claim-declaration', [accepted])[0]?.trace[0]?.article).toContain('第四十五条');
  });

  it('a claim that is listed lower must be objected to, one in full may be; a suit meets it', () => {
    const whose = (amount: number) =>
      found('claim-objection', [accepted, declared('2026-09-01'), listed(amount)])[0]?.whose;
    expect([whose(99), whose(100)]).toEqual(['ours', 'option']);
    const objected: GivenAct = ['claim-objected', '2026-11-20', { court: '法院', text: '少列利息' }];
    const met = found('claim-objection', [accepted, declared('2026-09-01'), listed(99), objected])[0];
    expect(met).toMatchObject({ state: 'met', metOn: '2026-11-20' });
  });

  it.each([
    ['bankruptcy-accepted', { court: '法院', until: '2026-09-29' }, '2026-08-31', 'claim-period-odd'],
    ['bankruptcy-accepted', { court: '法院', until: '2026-09-30' }, '2026-08-31', null],
    ['bankruptcy-accepted', { court: '法院', until: '2026-12-25' }, '2026-08-31', null],
    ['bankruptcy-accepted', { court: '法院', until: '2026-12-26' }, '2026-08-31', 'claim-period-odd'],
    ['claim-declared', { amount: 100 }, '2026-10-01', null],
    ['claim-declared', { amount: 100 }, '2026-10-02', 'claim-late'],
  ] as const)('%s %o on %s is warned with %s', (kind, detail, on, code) => {
    const file = courtCase({ route: 'bankruptcy', acts: actsOf(...(kind === 'claim-declared' ? [accepted] : [])) });
    const findings = judgeAct(book, file, { kind, on, detail }, TODAY);
    expect(findings.map((each) => each.code)).toEqual(code === null ? [] : [code]);
    expect(findings.every(({ article }) => article?.startsWith('中华人民共和国企业破产法'))).toBe(true);
  });
});

describe('seizures (解释 485)', () => {
  const seized = (asset: 'deposit' | 'movable' | 'real-estate', on: string): GivenAct => [
    'seized',
    on,
    { asset, item: '财产' },
  ];
  it.each([
    ['deposit', '2025-10-26', '2026-10-26'],
    ['movable', '2025-10-26', '2027-10-26'],
    ['real-estate', '2026-02-28', '2029-02-28'],
    ['real-estate', '2010-05-04', '2012-05-04'],
  ] as const)('%s seized on %s lasts until %s, never moved for rest days', (asset, on, expiry) => {
    expect(seizuresOf(book, actsOf(seized(asset, on)))[0]?.expiry).toBe(expiry);
  });

  it('a renewal sets a new end; a release ends it; what the order states goes before the rule', () => {
    const acts = actsOf(seized('deposit', '2025-10-26'), ['seizure-renewed', '2026-10-20', { act: 'a1' }]);
    expect(seizuresOf(book, acts)[0]).toMatchObject({ expiry: '2027-10-20', renewals: 1, setBy: 'a2' });
    const stated = actsOf(['seized', '2025-10-26', { asset: 'deposit', item: '存款', until: '2026-04-26' }]);
    expect(seizuresOf(book, stated)[0]?.expiry).toBe('2026-04-26');
    const released = [
      seized('deposit', '2025-12-26'),
      ['seizure-released', '2026-02-01', { act: 'a1', text: '已还' }],
    ] as GivenAct[];
    expect(found('seizure', released)[0]?.state).toBe('met');
  });
});

describe('alerts at ten, five, two and one working days', () => {
  const inquiry = () => new Inquiry(book);
  it('counts working days, make-up Saturdays as well', () => {
    // 2026-09-20 (Sunday) is a make-up workday; 25 to 27 are a holiday.
    expect(workdaysLeft(inquiry(), '2026-09-18', '2026-09-28')).toBe(6);
    expect(workdaysLeft(inquiry(), TODAY, '2027-06-01')).toBeNull();
  });

  it.each([
    ['2026-12-07', null],
    ['2026-12-04', 10],
    ['2026-11-27', 5],
    ['2026-11-24', 2],
    ['2026-11-23', 1],
    ['2026-11-22', 1],
    ['2026-11-02', 1],
  ] as const)('a deadline on %s is told with %s', (day, alert) => {
    expect(alertOf(inquiry(), TODAY, day)).toBe(alert);
  });

  it('alive is what nothing met yet', () => {
    const all = deadlinesOf(book, courtCase({ acts: actsOf(ACCEPTED) }), TODAY);
    expect(all.filter(isAlive).every(({ metBy }) => metBy === null)).toBe(true);
  });
});
