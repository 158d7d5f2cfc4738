/** Acts before something that should have come first: warned of with the article, never refused in silence (LIT-07, law.md §6). */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { judgeAct } from '@shared/domain/litigation/judgeAct';
import type { NewAct } from '@shared/domain/litigation/newAct';
import { describe, expect, it } from 'vitest';
import { actsOf, courtCase, type GivenAct } from '../../../support/courtCase';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;
const TODAY = '2026-11-22';

function findings(given: readonly GivenAct[], act: NewAct, more: Partial<CaseFile> = {}) {
  return judgeAct(book, courtCase({ acts: actsOf(...given), ...more }), act, TODAY).map(
    ({ code, severity, article, facts }) => ({ code, severity, article, facts }),
  );
}

const ACCEPTED: GivenAct = ['accepted', '2026-03-02', { procedure: 'ordinary' }];
const SERVED: GivenAct = ['served', '2026-03-06', { party: 'p1', method: 'direct' }];
const ANNOUNCED: GivenAct = ['announced', '2026-03-05', { party: 'p1' }];
const HEARD: GivenAct = ['hearing-held', '2026-05-11'];
const hearing = (on: string): NewAct => ({ kind: 'hearing-held', on, detail: {} });

describe('an act that does not fit', () => {
  it('is told before its facts are typed in', () => {
    const act: NewAct = { kind: 'judged', on: '2026-05-20', detail: {} };
    const codes = findings([['sued', '2026-05-06']], act).map(({ code }) => code);
    expect(codes).toEqual(['act-fact-missing', 'act-fact-missing', 'act-fact-missing', 'act-out-of-order']);
  });
});

describe('a hearing before what has to be over first', () => {
  it.each<[string, GivenAct[], string, string, string]>([
    // Served on Friday 2026-03-06: fifteen days end on a Saturday and go on to Monday.
    ['the time for defence (民诉法 128)', [SERVED], '2026-03-23', 'defence', '第一百二十八条'],
    ['a public notice and the defence after it', [ANNOUNCED], '2026-04-20', 'defence', '第九十五条'],
    [
      'a public notice to somebody who had answered (民诉法 95)',
      [ANNOUNCED, ['defence-received', '2026-03-10', { party: 'p1' }]],
      '2026-04-04',
      'announcement',
      '第九十五条',
    ],
    [
      'the time for evidence (解释 99)',
      [['evidence-set', '2026-03-06', { until: '2026-04-10' }]],
      '2026-04-10',
      'evidence',
      '第九十九条',
    ],
    [
      'the time for evidence, whose ours is handed in',
      [
        ['evidence-set', '2026-03-06', { until: '2026-04-10' }],
        ['evidence-submitted', '2026-03-12'],
      ],
      '2026-04-10',
      'evidence',
      '第九十九条',
    ],
  ])('%s', (_, given, until, deadline, article) => {
    const next = `${until.slice(0, 8)}${String(Number(until.slice(8)) + 1).padStart(2, '0')}`;
    const [found, ...rest] = findings([ACCEPTED, ...given], hearing(until));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: 'hearing-early', severity: 'warn', facts: { deadline, until } });
    expect(found?.article).toContain(article);
    expect(findings([ACCEPTED, ...given], hearing(next))).toEqual([]);
    const set: NewAct = { kind: 'hearing-set', on: '2026-03-16', detail: { until } };
    expect(findings([ACCEPTED, ...given], set).map(({ code }) => code)).toEqual(['hearing-early']);
  });

  it('counts sixty days of a public notice before 2022, thirty since (law.md §6)', () => {
    const old: GivenAct[] = [
      ['accepted', '2021-03-02', { procedure: 'ordinary' }],
      ['announced', '2021-03-05', { party: 'p1' }],
      ['defence-received', '2021-03-10', { party: 'p1' }],
    ];
    expect(findings(old, hearing('2021-05-04'))).toMatchObject([{ facts: { until: '2021-05-04' } }]);
    expect(findings(old, hearing('2021-05-05'))).toEqual([]);
  });

  it('asks nothing of a second hearing after the first', () => {
    expect(findings([ACCEPTED, SERVED, ['hearing-held', '2026-04-01']], hearing('2026-04-20'))).toEqual([]);
  });
});

describe('a judgment that nobody was heard for (民诉法 137, 145)', () => {
  const judged = (paper: 'judgment' | 'ruling', on = '2026-05-20'): NewAct => ({
    ...{ kind: 'judged', on },
    detail: { paperNo: '1', paper, result: 'granted' },
  });

  it('is told, a ruling is not', () => {
    expect(findings([ACCEPTED], judged('judgment'))).toMatchObject([
      { code: 'judged-unheard', severity: 'warn', article: expect.stringContaining('第一百三十七条') },
    ]);
    expect(findings([ACCEPTED], judged('ruling'))).toEqual([]);
    expect(findings([ACCEPTED, HEARD], judged('judgment'))).toEqual([]);
    expect(findings([ACCEPTED, HEARD], judged('judgment', '2026-05-10')).map(({ code }) => code)).toContain(
      'act-breaks-later',
    );
  });

  it('what was sent back is heard anew', () => {
    const back: GivenAct[] = [
      ACCEPTED,
      HEARD,
      ['judged', '2026-05-20', { result: 'granted' }],
      ['appealed', '2026-05-25', { by: 'other' }],
      ['second-remanded', '2026-08-10', { paperNo: '2' }],
    ];
    expect(findings(back, judged('judgment', '2026-10-12')).map(({ code }) => code)).toEqual(['judged-unheard']);
    const heard: GivenAct[] = [...back, ['hearing-held', '2026-09-15']];
    expect(findings(heard, judged('judgment', '2026-10-12'))).toEqual([]);
  });
});

describe('enforcement before the last day for performance (民诉法 247, 执行规定 16)', () => {
  const apply = (on: string): NewAct => ({ kind: 'enforcement-applied', on, detail: { court: '法院' } });
  const effective = (more: object): GivenAct[] => [
    ACCEPTED,
    HEARD,
    ['judged', '2026-05-20', { result: 'granted' }],
    ['effective', '2026-06-10', more],
  ];

  it.each<[object, string]>([
    [{ performBy: '2026-06-20' }, '2026-06-20'],
    [{ instalments: ['2026-06-25', '2026-07-25'] }, '2026-06-25'],
  ])('%j', (more, until) => {
    const [found, ...rest] = findings(effective(more), apply(until));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: 'enforcement-early', severity: 'warn', facts: { until } });
    expect(found?.article).toContain('第二百四十七条');
    expect(findings(effective(more), apply('2026-06-26'))).toEqual([]);
    expect(findings(effective({}), apply('2026-06-11'))).toEqual([]);
  });

  it('before it took effect it does not fit the procedure at all', () => {
    expect(findings(effective({}), apply('2026-06-09')).map(({ code }) => code)).toContain('act-out-of-order');
  });
});

describe('the least time for evidence (解释 99, 266)', () => {
  const set = (until: string, on = '2026-10-12'): NewAct => ({ kind: 'evidence-set', on, detail: { until } });
  const codes = (given: readonly GivenAct[], act: NewAct) => findings(given, act).map(({ code }) => code);

  it('fifteen days in the ordinary procedure, ten in the second instance, none in the summary one', () => {
    expect(codes([ACCEPTED], set('2026-10-26'))).toEqual(['evidence-period-short']);
    expect(codes([ACCEPTED], set('2026-10-27'))).toEqual([]);
    expect(codes([['accepted', '2026-03-02', { procedure: 'summary' }]], set('2026-10-19'))).toEqual([]);
    const second: GivenAct[] = [
      ACCEPTED,
      HEARD,
      ['judged', '2026-08-20', { result: 'part' }],
      ['appealed', '2026-08-25', { by: 'us' }],
    ];
    expect(codes(second, set('2026-10-21'))).toEqual(['evidence-period-short']);
    expect(codes(second, set('2026-10-22'))).toEqual([]);
  });
});
