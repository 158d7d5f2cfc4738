/** Breaches that the books show, booked money, delayed interest, reviews and counsels (LIT-10, LIT-12, LIT-13, LIT-15; B4 §20, §25–27, §30–32). */

import { type BreachFacts, breachesOf } from '@shared/domain/litigation/breaches';
import { bookedMoney, type CaseReceipt, delayInterest } from '@shared/domain/litigation/caseMoney';
import { type Counsel, decideEngagement, decideFit, fitnessOf } from '@shared/domain/litigation/counsel';
import { decideReview, type Measures, reviewStanding } from '@shared/domain/litigation/openReview';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { describe, expect, it } from 'vitest';
import { act, book, caseFile, factsOf, filed, passed, TODAY } from './caseFixture';

const none: BreachFacts = { money: [], hasFees: false, unfitAgents: [] };
const found = (given: Parameters<typeof factsOf>[0], beside: Partial<BreachFacts> = {}) =>
  breachesOf(book, factsOf(given), { ...none, ...beside }).map(({ key, article }) => [
    key,
    article.replace(/^.* /, ''),
  ]);
const sued = act('sued', '2026-10-01', { court: '奉节县人民法院' });
const clean = { ...passed, acts: [filed, sued] };

describe('LIT-15 breaches (B4 §31–32)', () => {
  it('none in a case that went its way', () => expect(found(clean)).toEqual([]));

  it.each([
    ['a suit without its filing', { ...passed, acts: [sued] }, {}, ['unfiled-suit:case', '第三十一条第二项']],
    ['nobody responsible', { ...clean, people: [] }, {}, ['no-responsible:case', '第三十一条第一项']],
    ['an agent who is not filed', clean, { unfitAgents: ['赵'] }, ['agent-unfiled:赵', '第三十一条第四项']],
    [
      'a withdrawal that nobody approved',
      { ...passed, acts: [filed, sued, act('withdrawn', '2026-11-01', { text: '已还' }, 'r:withdrawn')] },
      {},
      ['unapproved-withdrawal:r:withdrawn', '第三十二条第六项'],
    ],
    [
      'a mediation that nobody approved',
      {
        ...passed,
        acts: [filed, sued, act('accepted', '2026-10-03'), act('mediated', '2026-11-01', { paperNo: '1', amount: 1 })],
      },
      {},
      ['unapproved-settlement:a-mediated', '第三十二条第八项'],
    ],
  ] as const)('%s', (_, file, beside, line) => expect(found(file, beside)).toContainEqual(line));

  it('fees of an unfiled case, and a suit that nobody examined; an override explains and takes nothing away', () => {
    const acts = [act('gate-overridden', '2026-09-30', { override: 'exception' }), sued];
    expect(found({ acts }, { hasFees: true }).map(([key]) => key)).toEqual([
      'unfiled-suit:case',
      'blind-suit:case',
      'unfiled-fee:case',
    ]);
  });

  it('an enforcement period and a hearing that were missed', () => {
    const acts = [
      filed,
      act('sued', '2023-01-01'),
      act('accepted', '2023-01-05'),
      act('hearing-set', '2023-02-01', { until: '2023-03-01' }),
      act('judged', '2023-05-01', { paperNo: '1', paper: 'judgment', result: 'granted', performBy: '2023-06-01' }),
      act('effective', '2023-05-20'),
    ];
    const keys = found({ ...passed, acts }).map(([key]) => String(key).split(':')[0]);
    expect(keys).toContain('enforcement-missed');
    const waiting = found({ ...passed, acts: acts.slice(0, 4) }).map(([key]) => String(key).split(':')[0]);
    expect(waiting).toEqual(['hearing-missed']);
    const gone = act('withdrawal-deemed', '2023-03-02', { paperNo: '1', text: '原告未到庭' });
    const absent = found({ ...passed, acts: [...acts.slice(0, 4), gone] });
    expect(absent).toEqual([['hearing-missed:a-withdrawal-deemed', '第三十二条第七项']]);
    // The fee was not paid, or we were there.
    expect(found({ ...passed, acts: [...acts.slice(0, 3), gone] })).toEqual([]);
    const there = act('hearing-held', '2023-03-01');
    expect(found({ ...passed, acts: [...acts.slice(0, 4), there, gone] })).toEqual([]);
  });

  it('an approved permit is no breach', () => {
    const acts = (permits: readonly number[]) => [
      filed,
      sued,
      act('withdrawn', '2026-11-01', { text: '已还', permits }),
    ];
    const permit = {
      id: 1,
      kind: 'release',
      terms: { item: '撤诉', amount: null },
      reason: '已还清',
      ...({ state: 'approved', decidedOn: '2026-10-30', filingNo: '1', filedOn: '2026-10-31' } as const),
    } as const;
    expect(found({ ...passed, acts: acts([1]), permits: [permit] })).toEqual([]);
    expect(found({ ...passed, acts: acts([]), permits: [permit] })).toHaveLength(1);
    expect(found({ ...passed, acts: acts([1]), permits: [{ ...permit, kind: 'settlement' }] })).toHaveLength(1);
  });
});

const money = act('money-received', '2026-11-13', { amount: 500 }, 'a9');
const receipt = (given: Partial<CaseReceipt> = {}): CaseReceipt => ({
  act: 'a9',
  paymentId: 1,
  number: 'SG1',
  receivedOn: '2026-11-13',
  bookedOn: '2026-11-13',
  amount: 500,
  principal: 500,
  ...given,
});

describe('B4 §20 money is booked in full at once', () => {
  const state = (receipts: readonly CaseReceipt[], today = TODAY) =>
    bookedMoney(book, { acts: [money] }, receipts, today)[0]?.state;

  it('in full, by the end of the next working day (a Friday: the Monday)', () => {
    expect(state([receipt()])).toBe('booked');
    expect(state([receipt({ bookedOn: '2026-11-16' })])).toBe('booked');
    expect(state([receipt({ bookedOn: '2026-11-17' })])).toBe('late');
    expect(state([receipt({ amount: 499 })])).toBe('missing');
    expect(state([receipt({ amount: 200 }), receipt({ paymentId: 2, amount: 300 })])).toBe('booked');
    expect(state([])).toBe('missing');
    expect(state([], '2026-11-16')).toBe('waiting');
  });

  it('what an imported ledger tells was booked before', () => {
    expect(bookedMoney(book, { acts: [act('money-received', null, {}, 'r:money')] }, [], TODAY)).toEqual([]);
  });

  it('unbooked money is a breach with its article', () => {
    const lines = bookedMoney(book, { acts: [money] }, [], TODAY);
    expect(found({ ...passed, acts: [filed, sued, money] }, { money: lines })).toEqual([
      ['unbooked:a9', '第三十二条第九项'],
    ]);
  });
});

describe('LIT-10 interest for delayed performance', () => {
  const judged = [
    act('judged', '2026-08-01', { paperNo: '1', paper: 'judgment', result: 'granted', performBy: '2026-11-12' }),
    act('effective', '2026-08-20'),
  ];

  it('0.0175 % a day on the principal adjudged; payments reduce it from the day after', () => {
    const answer = delayInterest(book, caseFile({ acts: judged }), [], TODAY);
    // 200,000 元 × 0.000175 × 10 days
    expect(answer).toMatchObject({ base: 20_000_000, since: '2026-11-12', amount: 35_000, missing: null });
    const paid = delayInterest(
      book,
      caseFile({ acts: judged }),
      [receipt({ receivedOn: '2026-11-17', principal: 10_000_000 })],
      TODAY,
    );
    expect(paid?.amount).toBe(26_250);
    expect(paid?.segments).toHaveLength(2);
  });

  it('nothing before the last day of performance, nothing without a document; too large payments stop at zero', () => {
    expect(delayInterest(book, caseFile({ acts: judged }), [], '2026-11-12')).toBeNull();
    expect(delayInterest(book, caseFile(), [], TODAY)).toBeNull();
    const all = [receipt({ receivedOn: '2026-11-13', principal: 99_000_000 })];
    expect(delayInterest(book, caseFile({ acts: judged }), all, TODAY)?.amount).toBe(3_500);
  });

  it('ends with the day on which all was performed; nothing where that was in time', () => {
    const on = (day: CalendarDate) => caseFile({ acts: [...judged, act('performed', day)] });
    expect(delayInterest(book, on('2026-11-17'), [], TODAY)).toMatchObject({ until: '2026-11-17', amount: 17_500 });
    const late = [receipt({ receivedOn: '2026-11-19', principal: 10_000_000 })];
    expect(delayInterest(book, on('2026-11-17'), late, TODAY)?.amount).toBe(17_500);
    expect(delayInterest(book, on('2026-11-12'), [], TODAY)).toBeNull();
  });

  it('before 2009 the court’s rate is not known here: it says so', () => {
    const acts = [
      act('judged', '2008-01-01', { paperNo: '1', performBy: '2008-02-01' }),
      act('effective', '2008-01-20'),
    ];
    expect(delayInterest(book, caseFile({ acts }), [], TODAY)).toMatchObject({
      amount: null,
      missing: expect.any(String),
    });
  });
});

describe('LIT-13 the monthly review (B4 §30)', () => {
  it('is due a month after the last one, or after the case began', () => {
    expect(reviewStanding(book, factsOf({ openedOn: '2026-10-22' }), [])).toMatchObject({
      dueOn: TODAY,
      isDue: true,
    });
    expect(reviewStanding(book, factsOf({ openedOn: '2026-10-23' }), []).isDue).toBe(false);
    expect(reviewStanding(book, factsOf(), [{ on: '2026-11-01' }])).toMatchObject({
      dueOn: '2026-12-01',
      isDue: false,
    });
    expect(
      reviewStanding(book, factsOf({ ...clean, acts: [...clean.acts, act('closed', TODAY)] }), []).dueOn,
    ).toBeNull();
  });

  it('asks for cause, difficulty, solution and its day once a period has passed; the day is not over', () => {
    const none = { cause: null, difficulty: null, solution: null, until: null };
    const all = { cause: '送达难', difficulty: '下落不明', solution: '公告送达', until: TODAY };
    const decide = (of: Parameters<typeof decideReview>[0], said: Measures) => decideReview(of, said, TODAY);
    const standing = { dueOn: TODAY, isDue: true, overdue: [], trace: [] };
    const late = { ...standing, overdue: [{ key: 'appeal:a1', kind: 'appeal', day: '2026-11-01' }] } as const;
    expect(decide(standing, none).kind).toBe('granted');
    for (const name of ['cause', 'difficulty', 'solution', 'until'] as const)
      expect(decide(standing, { ...all, [name]: null }), name).toMatchObject({
        refusal: { code: 'review-cause-missing' },
      });
    expect(decide(late, none)).toMatchObject({ refusal: { code: 'review-cause-missing' } });
    expect(decide(late, all).kind).toBe('granted');
    expect(decide(late, { ...all, until: '2026-11-21' })).toMatchObject({ refusal: { code: 'review-until-past' } });
    expect(decide({ ...standing, dueOn: null }, none)).toMatchObject({ refusal: { code: 'case-closed' } });
  });
});

describe('LIT-12 counsels and agents (B4 §25–27)', () => {
  const lawyer = (given: Partial<Counsel> = {}): Counsel => ({
    id: 1,
    name: '赵律师',
    kind: 'agent',
    firm: '某律所',
    licenceNo: '1500',
    licensedOn: '2022-11-22',
    experience: '金融借款案二十件',
    character: '良好',
    entries: [{ kind: 'filed', on: '2026-01-01', number: '备1号', cause: null, text: '已备案' }],
    ...given,
  });
  const missing = (given: Partial<Counsel>, on = TODAY) => {
    const decision = decideFit(fitnessOf(book, lawyer(given), on));
    return decision.kind === 'refused' ? [decision.refusal.facts?.missing, decision.refusal.article] : [];
  };

  it('four years to the day, experience, no penalty, character, filed, not dismissed', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ licensedOn: '2022-11-23' })).toEqual([['years'], expect.stringContaining('第二十六条')]);
    expect(missing({ experience: ' ' })[0]).toEqual(['experience']);
    expect(missing({ character: '' })[0]).toEqual(['character']);
    expect(missing({ entries: [] })).toEqual([['filed'], expect.stringContaining('第二十五条')]);
    const entry = { on: '2026-05-01', number: null, cause: null, text: '警告' } as const;
    expect(missing({ entries: [...lawyer().entries, { ...entry, kind: 'penalty' }] })[0]).toEqual(['no-penalty']);
    const dismissed = [...lawyer().entries, { ...entry, kind: 'dismissed', cause: 'neglect' } as const];
    expect(missing({ entries: dismissed })).toEqual([['engaged'], expect.stringContaining('第二十七条')]);
    expect(missing({ licensedOn: '2020-01-01', entries: dismissed }, '2026-04-30')).toEqual([]);
  });

  it('§25 a risk agency needs its approved contract about these loans, and the superior’s answer', () => {
    const contract = { kind: 'risk-agency', state: 'approved', party: '某律所', loanIds: [1] };
    const decide = (given: Partial<typeof contract> | null, permitNo: string | null = '批1号') =>
      decideEngagement(
        book,
        lawyer(),
        [1],
        'county',
        { mode: 'risk', contract: given && { ...contract, ...given }, permitNo },
        TODAY,
      );
    expect(decide({}).kind).toBe('granted');
    const unapproved = { refusal: { code: 'risk-agency-unapproved', article: expect.stringContaining('第二十五条') } };
    expect(decide(null)).toMatchObject(unapproved);
    expect(decide({ state: 'submitted' })).toMatchObject(unapproved);
    expect(decide({ kind: 'trusteeship' })).toMatchObject(unapproved);
    expect(decide({ party: '别家' })).toMatchObject({ refusal: { code: 'risk-agency-other' } });
    expect(decide({ loanIds: [2] })).toMatchObject({ refusal: { code: 'risk-agency-other' } });
    expect(decide({}, null)).toMatchObject({ refusal: { code: 'risk-agency-unfiled' } });
  });
});
