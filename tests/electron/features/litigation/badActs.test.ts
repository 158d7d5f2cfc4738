/** What a clerk may type wrongly about a case, through the contract: what is refused says why with its article, what is odd is asked about (issue 6). */
import { randomUUID } from 'node:crypto';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TODAY } from '../../../support/approvals';
import { Branch, refusalOf, STORY_COURT, Story } from '../../../support/caseStory';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let branch: Branch;
let story: Story;
beforeAll(async () => {
  folder = await makeFolder();
  branch = await Branch.of(folder);
});
afterAll(() => folder.close());

const court = { court: STORY_COURT };
const accepted = (caseNo: string) => ({ ...court, procedure: 'ordinary', caseNo });
const JUDGMENT = { paperNo: '判决书', paper: 'judgment', result: 'granted' };

describe('LIT-07 days', () => {
  beforeEach(async () => {
    story = await Story.open(branch);
    await story.did('sued', '2026-01-05', court);
  });

  it('a day that is none, or to come, is no day of an act', async () => {
    const number = accepted(`（2026）渝0236民初${story.id}号`);
    for (const day of ['2026-02-30', '2026-13-01', '2026-1-8', '20260108', '']) {
      expect(await story.refused('accepted', day, number), day).toBe('invalid-input');
    }
    expect(await story.refused('accepted', '2026-11-23', number)).toBe('act-in-future');
  });

  it('each act before the one that it follows is refused, and says which', async () => {
    const tried = (kind: string, on: string, detail: object) => refusalOf(story.did(kind, on, detail));
    const number = accepted(`（2026）渝0236民初${story.id}号`);
    const later = { code: 'act-breaks-later' };
    expect(await tried('accepted', '2026-01-04', number)).toMatchObject({
      ...later,
      facts: { kind: 'sued', on: '2026-01-05' },
      article: expect.stringContaining('第一百二十二条'),
    });
    await story.did('accepted', '2026-01-08', number);
    expect(await tried('hearing-held', '2026-01-07', {})).toMatchObject({ code: 'act-out-of-order' });
    await story.did('hearing-held', '2026-02-10');
    expect(await tried('judged', '2026-02-09', JUDGMENT)).toMatchObject({
      ...later,
      facts: { kind: 'hearing-held', on: '2026-02-10' },
    });
    await story.did('judged', '2026-03-02', JUDGMENT);
    expect(await tried('appealed', '2026-03-01', { by: 'us' })).toMatchObject({ code: 'act-out-of-order' });
    expect(await tried('effective', '2026-03-01', {})).toMatchObject({ code: 'act-out-of-order' });
    await story.did('effective', '2026-03-20', { performBy: '2026-03-30' });
    expect(await tried('enforcement-applied', '2026-03-19', court)).toMatchObject({ code: 'act-out-of-order' });
    expect(await story.refused('enforcement-applied', '2026-03-25', court)).toBe('act-warned enforcement-early');
    expect(await tried('judgment-served', '2026-04-01', { party: 'p1', method: 'direct' })).toMatchObject({
      code: 'act-out-of-order',
      article: expect.stringContaining('第一百七十一条'),
    });
  });

  it('a judgment before the suit was accepted is refused with its article; without a hearing it is asked about', async () => {
    const early = await refusalOf(story.did('judged', '2026-02-01', JUDGMENT));
    expect(early).toMatchObject({ code: 'act-out-of-order', article: expect.stringContaining('第一百五十五条') });
    await story.did('accepted', '2026-01-08', accepted(`（2026）渝0236民初${story.id}号`));
    expect(await story.refused('judged', '2026-03-02', JUDGMENT)).toBe('act-warned judged-unheard');
    await story.did('judged', '2026-03-02', JUDGMENT, ['judged-unheard']);
    const [told] = (await story.show()).acts.filter(({ kind }) => kind === 'judged');
    expect(told?.accepted).toEqual({ codes: ['judged-unheard'], reason: '已与法院核实' });
  });
});

describe('CASE-01 CASE-02 numbers of courts', () => {
  beforeEach(async () => {
    story = await Story.open(branch);
    await story.did('sued', '2026-01-05', court);
  });
  const canonical = () => `（2026）渝0236民初${story.id}号`;

  it.each([
    ['brackets and digits of full and half width', (id: number) => `(２０２６)渝０２３６民初${id}号`],
    ['square brackets, spaces, a year with its word', (id: number) => ` 〔2026年〕 渝0236 民初 ${id} 号 `],
    ['zeros before the number', (id: number) => `（2026）渝0236民初000${id}号`],
  ])('%s are read and kept in one form', async (_, typed) => {
    await story.did('accepted', '2026-01-08', accepted(typed(story.id)));
    expect((await story.show()).caseNo).toBe(canonical());
    const found = await (await branch.as('wu')).litigation.list({ text: typed(story.id).trim(), view: 'all' });
    expect(found.items.map(({ id }) => id)).toEqual([story.id]);
  });

  it.each([
    '2026民初1',
    '（2026）yu0236民初1号',
    '（2026）渝0236民初号',
    '（26）渝0236民初1号',
    '（2026）渝023民初1号',
    '无',
  ])('what is no number is refused: %s', async (typed) => {
    expect(await story.refused('accepted', '2026-01-08', accepted(typed))).toBe('case-number-form');
  });

  it('of another year, of another kind, of the old style: asked about, kept with the reason', async () => {
    const asked = (caseNo: string) => story.refused('accepted', '2026-01-08', accepted(caseNo));
    expect(await asked('（2025）渝0236民初1号')).toBe('act-warned case-filed-in-other-year');
    expect(await asked('（2026）渝0236执1号')).toBe('act-warned case-type-other');
    expect(await asked('（2026）奉民初字第1号')).toBe('act-warned case-style-of-other-year');
    await story.did('accepted', '2026-01-08', accepted('（2025）渝0236民初1号'), ['case-filed-in-other-year']);
    expect((await story.show()).caseNo).toBe('（2025）渝0236民初1号');
  });
});

describe('LIT-10 enforcement after its period', () => {
  it('is recorded with a reason: the court accepts it, the debtor may object (解释 481)', async () => {
    story = await Story.open(branch);
    await story.did('accepted', '2023-01-08', accepted(`（2023）渝0236民初${story.id}号`));
    await story.did('hearing-held', '2023-02-10');
    await story.did('judged', '2023-03-02', JUDGMENT);
    await story.did('effective', '2023-03-20', { performBy: '2023-03-30' });
    const late = await refusalOf(story.did('enforcement-applied', TODAY, court));
    expect(late).toMatchObject({ code: 'act-warned', article: expect.stringContaining('第四百八十一条') });
    await story.did('enforcement-applied', TODAY, court, ['enforcement-late']);
    expect(await story.state()).toBe('enforcing');
  });
});

describe('LIT-02 who and what has nothing to do with the debts of a case', () => {
  it('is neither sued nor realised, with the article; of two debts claimed together both are', async () => {
    const { build } = branch;
    const party = build.party({ name: '覃某' });
    const [own, other] = [build.loan({ party_id: party }), build.loan({ party_id: party })];
    const guarantor = build.party({ name: '谭某' });
    build.guarantee({ loan_id: other, party_id: guarantor });
    const collateral = build.collateral({ loan_id: other, location: '别处', owner_name: '覃某' });
    const clerk = await branch.as('wu');
    const of = await clerk.litigation.household({ household: householdNumber(party) });
    const open = (loans: readonly number[], withSecurity: boolean) =>
      clerk.litigation.open({
        ...{ route: 'suit', standing: 'plaintiff', requestId: randomUUID() },
        description: {
          ...{ title: of.title, cause: of.cause, court: STORY_COURT, courtLevel: 'basic', remark: null, people: [] },
          loans: loans.map((loanId) => ({ loanId, principal: 1, interest: 0 })),
          parties: of.parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', partyId, name, capacity })),
          claims: withSecurity
            ? [{ kind: 'security', amount: null, collateralId: collateral, party: null, text: '就抵押物优先受偿' }]
            : [],
        },
      });
    expect(await refusalOf(open([own], true))).toMatchObject({
      code: 'case-security-unlinked',
      article: expect.stringContaining('第三百八十六条'),
    });
    expect(await refusalOf(open([own], false))).toMatchObject({
      code: 'case-party-unlinked',
      article: expect.stringContaining('第六百八十一条'),
      facts: { name: '谭某' },
    });
    expect(await refusalOf(open([own, other], true))).toBeNull();
  });
});
