/** What moves or ends a deadline on the way: another procedure, a stay, a transfer, an adjournment, the other side's appeal (LIT-07). */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { deadlinesOf } from '@shared/domain/litigation/deadlines';
import { describe, expect, it } from 'vitest';
import { actsOf, courtCase, type GivenAct } from '../../../support/courtCase';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-22';

const found = (kind: string, acts: readonly GivenAct[], more: Partial<CaseFile> = {}) =>
  deadlinesOf(shipped.book, courtCase({ acts: actsOf(...acts), ...more }), TODAY).filter((each) => each.kind === kind);

const ACCEPTED: GivenAct = ['accepted', '2026-03-02', { procedure: 'ordinary' }];
const JUDGED: GivenAct = ['judged', '2026-10-10', { paper: 'judgment', result: 'part' }];

describe('LIT-07 deadlines that something on the way moved or ended', () => {
  it('the court’s own period follows what it goes over to, without the days of a stay (民诉法 170, 解释 258)', () => {
    const changed: GivenAct[] = [
      ['accepted', '2026-03-02', { procedure: 'summary' }],
      ['procedure-changed', '2026-05-11', { procedure: 'ordinary' }],
    ];
    const days = (acts: GivenAct[]) => found('trial', acts).map(({ day, state }) => [day, state]);
    expect(days(changed)).toEqual([
      ['2026-06-02', 'void'],
      ['2026-09-02', 'missed'],
    ]);
    const stayed: GivenAct[] = [...changed, ['suit-stayed', '2026-06-01', { paperNo: '1' }]];
    expect(days(stayed).at(-1)).toEqual(['2026-09-02', 'void']);
    expect(days([...stayed, ['suit-resumed', '2026-10-01']]).at(-1)).toEqual(['2027-01-04', 'open']);
    const transferred: GivenAct[] = [...changed, ['transferred', '2026-06-01', { court: '云阳县人民法院' }]];
    expect(days([...transferred, ['accepted', '2026-07-01', { procedure: 'ordinary' }]])).toEqual([
      ['2026-06-02', 'void'],
      ['2026-09-02', 'void'],
      ['2027-01-01', 'open'],
    ]);
  });

  it('a hearing that was put off is not met late by the next; their appeal leaves us our own', () => {
    const hearings: GivenAct[] = [
      ['hearing-set', '2026-05-06', { until: '2026-05-20' }],
      ['hearing-adjourned', '2026-05-18', { text: '对方申请' }],
      ['hearing-set', '2026-06-01', { until: '2026-06-15' }],
      ['hearing-held', '2026-06-15'],
    ];
    expect(found('hearing', [ACCEPTED, ...hearings]).map(({ state }) => state)).toEqual(['void', 'met']);
    const appealed: GivenAct[] = [
      JUDGED,
      ['judgment-served', '2026-11-16', { party: 'us' }],
      ['appealed', '2026-11-18', { by: 'other' }],
    ];
    expect(found('appeal', [ACCEPTED, ...appealed])).toMatchObject([{ day: '2026-12-01', state: 'open' }]);
  });

  it('a case in which we are sued is nothing for us to enforce', () => {
    const acts: GivenAct[] = [ACCEPTED, JUDGED, ['effective', '2026-10-26', { performBy: '2026-11-05' }]];
    expect(found('enforcement-period', acts)).toHaveLength(1);
    expect(found('enforcement-period', acts, { standing: 'defendant' })).toEqual([]);
  });
});
