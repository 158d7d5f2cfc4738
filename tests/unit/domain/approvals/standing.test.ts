/** ORG-03: the states of a request, the count of the committee, its days, and what a change is. */
import { approvalTable, voteTable } from '@shared/domain/approvals/approvalBlocks';
import { reviewDeadline, tallyOf, VOTES, type Vote } from '@shared/domain/approvals/committee';
import { contentChanges } from '@shared/domain/approvals/content';
import { afterwards, mayDecide, OUTCOMES, STATES, type Standing } from '@shared/domain/approvals/standing';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';

const DAY = '2026-11-22';
const OPEN: Standing = {
  state: 'submitted',
  path: ['deputy-head', 'committee', 'branch-head'],
  at: 0,
  unitId: 1,
  deciders: [],
  conflicted: [],
};
const holds = (...levels: Standing['path'][number][]) => levels.map((level) => ({ level, unitId: 1, from: null }));
const code = (standing: Standing, userId: number, ...levels: Standing['path'][number][]) => {
  const decision = mayDecide(standing, { userId, held: holds(...levels) });
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
};

describe('who may decide now', () => {
  test.each([
    ['granted', {}, ['deputy-head']],
    ['level-other', {}, ['branch-head']],
    ['level-other', {}, []],
    ['decided-before', { deciders: [5] }, ['deputy-head']],
    ['conflict-recorded', { conflicted: [5] }, ['deputy-head']],
    // A member with a conflict comes to the vote to keep away; one who decided before may vote.
    ['granted', { at: 1, conflicted: [5], deciders: [5] }, ['committee']],
  ] as const)('%s: %j with %j', (expected, change, levels) => {
    expect(code({ ...OPEN, ...change }, 5, ...levels)).toBe(expected);
  });

  test.each(STATES.filter((state) => state !== 'submitted'))('nobody once it is %s', (state) => {
    expect(code({ ...OPEN, state }, 5, 'deputy-head')).toBe('request-closed');
  });
});

describe('what follows', () => {
  test('level by level to the end; a return or a rejection ends at once', () => {
    expect(afterwards(OPEN, 'consent')).toEqual({ state: 'submitted', at: 1 });
    expect(afterwards({ ...OPEN, at: 2 }, 'consent')).toEqual({ state: 'approved', at: 2 });
    expect(afterwards(OPEN, 'return')).toEqual({ state: 'returned', at: 0 });
    expect(afterwards({ ...OPEN, at: 1 }, 'reject')).toEqual({ state: 'rejected', at: 1 });
  });

  test('property: approved only when every level has consented', () => {
    const said = fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(said, (outcomes) => {
        let standing = OPEN;
        const heard: string[] = [];
        for (const outcome of outcomes) {
          if (standing.state !== 'submitted') break;
          heard.push(outcome);
          standing = { ...standing, ...afterwards(standing, outcome) };
        }
        const all = heard.length === OPEN.path.length && heard.every((outcome) => outcome === 'consent');
        expect(standing.state === 'approved').toBe(all);
      }),
    );
  });
});

describe('B2 §26, B3 §23, B4 §3 the committee', () => {
  const { book } = new RuleShelf().current;
  const count = (members: number, ...votes: Vote[]) => tallyOf(new Inquiry(book), members, votes, DAY);

  test.each([
    [5, ['consent', 'consent', 'refuse'], true, true],
    [5, ['consent', 'consent'], false, true],
    [4, ['consent', 'consent'], false, true],
    [4, ['consent', 'consent', 'refuse', 'refuse'], true, false],
    [3, ['consent', 'abstain', 'abstain'], false, true],
    [0, [], false, false],
  ] as const)('%i members, %j: quorum %s, majority %s', (members, votes, quorum, majority) => {
    expect(count(members, ...votes)).toMatchObject({ quorum, majority });
  });

  test('property: whoever keeps away never helps', () => {
    const cast = fc.array(fc.constantFrom(...VOTES), { maxLength: 12 });
    fc.assert(
      fc.property(cast, fc.integer({ min: 0, max: 5 }), (votes, absent) => {
        const members = votes.length + absent;
        const before = count(members, ...votes);
        const after = count(members + 1, ...votes, 'abstain');
        expect(after.present).toBe(before.present);
        expect(!before.quorum && after.quorum).toBe(false);
        expect(after.majority).toBe(before.majority);
      }),
    );
  });

  test.each([
    // Three calendar days; a rest day moves the last one to the next workday.
    ['2026-11-22', '2026-11-25'],
    ['2026-11-18', '2026-11-23'],
    ['2026-09-28', '2026-10-08'],
  ])('B4 §10 received on %s: review by %s', (received, deadline) => {
    const inquiry = new Inquiry(book);
    expect(reviewDeadline(inquiry, received)).toBe(deadline);
    expect(inquiry.trace[0]?.article).toBe('B4 不良贷款诉讼管理办法 第十条');
  });
});

test('a change is told by its field, whether altered, added or taken away', () => {
  const amount = (value: number) => ({ field: 'amount', type: 'amount' as const, value });
  const text = { field: 'method', type: 'text' as const, value: '现金' };
  expect(contentChanges([amount(1), text], [amount(1), text])).toEqual([]);
  expect(contentChanges([amount(1)], [amount(2), text])).toEqual([
    { field: 'amount', asked: amount(1), now: amount(2) },
    { field: 'method', asked: null, now: text },
  ]);
  expect(contentChanges([text], [])).toEqual([{ field: 'method', asked: text, now: null }]);
});

describe('K-APPR, K-VOTE on paper', () => {
  test('what was given is printed with its code; what was not is left for ink, never filled with 同意', () => {
    const said = { outcome: 'consent' as const, opinion: '', by: '王某（代李某）', on: DAY, code: '7KQ2-M9XA' };
    const [block] = approvalTable([
      { level: 'deputy-head', decision: said },
      { level: 'branch-head', decision: null },
    ]);
    const rows = (block?.kind === 'formTable' ? block.rows : []).map((row) => JSON.stringify(row));
    expect(rows[0]).toMatch(/分管领导意见.*同意.*王某（代李某）.*2026年11月22日.*7KQ2-M9XA/);
    expect(rows[1]).toMatch(/支行行长意见.*签字/);
    expect(rows[1]).not.toContain('同意');
  });

  test('the count below the votes, or room for it', () => {
    const tally = { members: 5, present: 3, consent: 2, refuse: 1, abstain: 1, quorum: true, majority: true };
    const [table, line] = voteTable([{ member: '张某', vote: 'abstain', opinion: '亲属' }], tally);
    expect(table).toMatchObject({ kind: 'dataTable', rows: [['张某', '回避', '亲属', '']] });
    expect(line).toMatchObject({
      text: expect.stringMatching(/应到5人，实到3人，同意2票.*达到规定的法定人数，达到规定的多数/),
    });
    expect(voteTable([], null)[1]).toMatchObject({ text: expect.stringMatching(/应到　　人/) });
  });
});
