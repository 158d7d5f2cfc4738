/** What a second instance or a retrial makes of a judgment: upheld, changed, the claim dismissed, sent back (民诉法 177, 218). */
import { CASE_LEDGER_COLUMNS, type LedgerRow } from '@shared/domain/litigation/caseLedger';
import { deadlinesOf } from '@shared/domain/litigation/deadlines';
import { effectOf, isClaimLost, judgmentsOf } from '@shared/domain/litigation/effect';
import { gateOf } from '@shared/domain/litigation/gate';
import { judgeAct } from '@shared/domain/litigation/judgeAct';
import { limitationActs } from '@shared/domain/litigation/limitationActs';
import { replay } from '@shared/domain/litigation/replay';
import { stageOf } from '@shared/domain/litigation/stages';
import { describe, expect, it } from 'vitest';
import { actsOf, courtCase, type GivenAct } from '../../../support/courtCase';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;
const TODAY = '2026-11-22';

const ACCEPTED: GivenAct = ['accepted', '2025-09-01', { procedure: 'ordinary', caseNo: '（2025）渝0236民初1号' }];
const HEARD: GivenAct = ['hearing-held', '2025-11-01'];
const judged = (result: 'granted' | 'part' | 'dismissed'): GivenAct => [
  'judged',
  '2025-12-01',
  { paperNo: '（2025）渝0236民初1号', paper: 'judgment', result, performBy: '2026-01-30' },
];
const APPEALED: GivenAct = ['appealed', '2025-12-10', { by: 'other' }];
type Result = 'granted' | 'part' | 'dismissed' | 'reversed';
const second = (result: Result, more: object = {}): GivenAct => [
  'second-judged',
  '2026-03-01',
  { paperNo: '（2026）渝02民终9号', result, ...more },
];
const ORDERED: GivenAct = ['retrial-ordered', '2026-06-01', { paperNo: '民申1号' }];
const retrial = (result: Result, more: object = {}): GivenAct => [
  'retrial-judged',
  '2026-09-01',
  { paperNo: '（2026）渝民再3号', result, ...more },
];

function standing(...given: GivenAct[]) {
  const file = courtCase({ acts: actsOf(ACCEPTED, HEARD, ...given) });
  const { state } = replay(file.acts);
  const deadlines = deadlinesOf(book, file, TODAY);
  const facts = { ...file, acts: file.acts } as unknown as LedgerRow['facts'];
  const result = CASE_LEDGER_COLUMNS.find(({ title }) => title === '结果')?.cell({ facts } as LedgerRow, 0);
  return {
    file,
    stage: stageOf(file, gateOf(book, file, TODAY), state),
    effect: effectOf(file.acts),
    lost: isClaimLost(file.acts),
    bound: judgmentsOf(file).length,
    period: deadlines.find(({ kind }) => kind === 'enforcement-period')?.day ?? null,
    heard: limitationActs(file).at(-1)?.kind,
    result,
  };
}

const mayEnforce = (on: string, ...given: GivenAct[]) =>
  judgeAct(
    book,
    standing(...given).file,
    { kind: 'enforcement-applied', on, detail: { court: '奉节县人民法院' } },
    TODAY,
  );

describe('LIT-07 LIT-10 what a later instance decides', () => {
  it.each<[string, GivenAct[], string, string | null, string]>([
    ['upheld', [judged('part'), APPEALED, second('dismissed')], '维持原判（部分支持）', '2026-01-30', '2028-01-31'],
    [
      'changed, with days of its own',
      [judged('part'), APPEALED, second('granted', { performBy: '2026-03-20' })],
      '改判支持',
      '2026-03-20',
      '2028-03-20',
    ],
    [
      'changed, and the days of the first instance are gone',
      [judged('granted'), APPEALED, second('part')],
      '部分改判',
      null,
      '2028-03-01',
    ],
    [
      'a retrial that leaves the second instance as it was',
      [judged('part'), APPEALED, second('granted', { performBy: '2026-03-20' }), ORDERED, retrial('dismissed')],
      '维持原判（改判支持）',
      '2026-03-20',
      '2028-03-20',
    ],
    [
      'a retrial that gives what was refused',
      [judged('dismissed'), APPEALED, second('dismissed'), ORDERED, retrial('granted', { performBy: '2026-09-20' })],
      '改判支持',
      '2026-09-20',
      '2028-09-20',
    ],
  ])('%s: it is enforced', (_, acts, result, performBy, period) => {
    const found = standing(...acts);
    expect(found).toMatchObject({ stage: 'effective', lost: false, bound: 1, result, period });
    expect(found.effect?.performBy).toBe(performBy);
    expect(found.heard).toBe('judgment-effective');
    expect(mayEnforce('2026-10-12', ...acts)).toEqual([]);
  });

  it.each<[string, GivenAct[], string]>([
    ['our appeal against a dismissal fails', [judged('dismissed'), APPEALED, second('dismissed')], '维持原判（驳回）'],
    ['the second instance dismisses our claim', [judged('granted'), APPEALED, second('reversed')], '改判驳回'],
    [
      'the retrial dismisses our claim',
      [judged('granted'), APPEALED, second('dismissed'), ORDERED, retrial('reversed')],
      '改判驳回',
    ],
    [
      'the retrial leaves a dismissal',
      [judged('granted'), APPEALED, second('reversed'), ORDERED, retrial('dismissed')],
      '维持原判（改判驳回）',
    ],
  ])('%s: nothing is enforced, and the halt of the clock ends', (_, acts, result) => {
    const found = standing(...acts);
    expect(found).toMatchObject({ stage: 'lost', lost: true, effect: null, bound: 0, result, period: null });
    expect(found.heard).toBe('proceeding-ended');
    const [refusal] = mayEnforce('2026-10-12', ...acts);
    expect(refusal).toMatchObject({ code: 'nothing-to-enforce', severity: 'refuse' });
    expect(refusal?.article).toContain('第四百六十一条');
  });

  it.each<[string, GivenAct[]]>([
    ['by the second instance', [judged('granted'), APPEALED, ['second-remanded', '2026-03-01', { paperNo: '1' }]]],
    [
      'by the retrial',
      [judged('granted'), ['effective', '2026-01-05'], ORDERED, ['retrial-remanded', '2026-09-01', { paperNo: '1' }]],
    ],
  ])('sent back %s: nothing is in effect, and the days of the former judgment are not those of the next', (_, acts) => {
    expect(standing(...acts)).toMatchObject({ stage: 'accepted', effect: null, lost: false, period: null });
    const anew: GivenAct[] = [
      ['hearing-held', '2026-09-20'],
      ['judged', '2026-10-10', { paperNo: '新判决', paper: 'judgment', result: 'granted' }],
      ['effective', '2026-10-28'],
    ];
    expect(standing(...acts, ...anew).effect).toMatchObject({ paperNo: '新判决', performBy: null });
  });

  it('an appeal that is withdrawn leaves that of the other side; the last one makes the judgment effective', () => {
    const both: GivenAct[] = [judged('part'), APPEALED, ['appealed', '2025-12-12', { by: 'us' }]];
    const ours: GivenAct = ['appeal-withdrawn', '2026-02-01', { by: 'us' }];
    const theirs: GivenAct = ['appeal-withdrawn', '2026-02-20', { by: 'other' }];
    const half = standing(...both, ours);
    expect(half).toMatchObject({ stage: 'appeal', effect: null, heard: 'suit-filed' });
    expect(deadlinesOf(book, half.file, TODAY).some(({ kind }) => kind === 'retrial')).toBe(false);
    expect(standing(...both, ours, second('dismissed'))).toMatchObject({ stage: 'effective', bound: 1 });
    expect(standing(...both, ours, theirs)).toMatchObject({
      stage: 'effective',
      bound: 1,
      heard: 'judgment-effective',
    });
    // An imported ledger does not say whose appeal it was.
    expect(standing(judged('part'), ['appealed', '2025-12-12'], ours).stage).toBe('effective');
  });

  it('a retrial by the procedure of the first instance can be appealed against', () => {
    const anew: GivenAct[] = [ORDERED, ['judged', '2026-09-01', { paper: 'judgment', result: 'part' }]];
    const { file, stage } = standing(judged('granted'), ['effective', '2026-01-05'], ...anew);
    expect(stage).toBe('judged');
    expect(deadlinesOf(book, file, TODAY).some(({ kind, day }) => kind === 'appeal' && day > '2026-09-01')).toBe(true);
  });
});
