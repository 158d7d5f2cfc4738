/** Suit, withdrawal and judgment as the limitation radar of the household shows them (law.md §1, §3; LIT-07, REC-05). */
import { randomUUID } from 'node:crypto';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { partyIdOf } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../../../electron/router';
import { importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let client: RouterClient<typeof router>;

beforeAll(async () => {
  folder = await makeFolder();
  client = createRouterClient(router, { context: { services: folder.services } });
  for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors, SAMPLE.collateral, '诉讼案件台账.xlsx'])
    await importFile(folder, samplePath(name));
}, 120_000);
afterAll(() => folder.close());

async function radarOf(stage: string) {
  const { items } = await client.litigation.list({ view: 'all' });
  const found = present(
    items.find((item) => item.stage === stage),
    stage,
  );
  const { lines } = await client.portfolio.radar({ household: present(partyIdOf(found.household), 'a household') });
  return { found, lines: lines.filter(({ contract }) => contract === found.contracts[0]) };
}

describe('REC-05 the radar hears the court', () => {
  it('a suit that is open halts the borrower’s clock', async () => {
    const { found, lines } = await radarOf('judged');
    const borrower = present(
      lines.find(({ role }) => role === 'borrower'),
      'the borrower',
    );
    expect(borrower).toMatchObject({ verdict: 'halted', expiry: null });
    expect(borrower.acts).toContainEqual(
      expect.objectContaining({
        kind: 'suit-filed',
        source: 'case',
        sourceNo: found.key,
        on: '2026-03-09',
        grade: 'strong',
      }),
    );
  });

  it('a judgment that took effect is no matter of limitation any more: two years to apply for enforcement', async () => {
    const { lines } = await radarOf('effective');
    const judgment = present(
      lines.find(({ role }) => role === 'borrower'),
      'the borrower',
    );
    expect(judgment).toMatchObject({ verdict: 'running', expiry: '2026-11-25', judgment: '（2024）渝0236民初90733号' });
    expect(judgment.trace.some(({ article }) => article.includes('第二百五十条'))).toBe(true);
  });

  it('an act that is recorded here is heard at once, and no longer once it is taken back', async () => {
    const { found, lines } = await radarOf('effective');
    const halted = (all: typeof lines) => all.find(({ role }) => role === 'borrower')?.verdict;
    expect(halted(lines)).toBe('running');
    const { act } = await client.litigation.recordAct({
      id: found.id,
      kind: 'enforcement-applied',
      on: '2026-11-20',
      detail: { court: '奉节县人民法院' },
      requestId: randomUUID(),
    });
    expect(halted((await radarOf('enforcing')).lines)).toBe('halted');
    await client.litigation.undoAct({ id: found.id, act, reason: '登记到了别的案件' });
    expect(halted((await radarOf('effective')).lines)).toBe('running');
  });

  it('enforcement after the period is a risk with its article, never silently refused (ENF-08)', async () => {
    const { found } = await radarOf('mediated');
    folder.open.store.sqlite.exec(
      `UPDATE case_record SET accepted_on = '2022-01-05', hearing_on = '2022-02-10', judged_on = '2022-02-20', effective_on = '2022-03-01' WHERE case_id = ${found.id}`,
    );
    const input = {
      id: found.id,
      kind: 'enforcement-applied' as const,
      on: '2026-11-20',
      detail: { court: '奉节县人民法院' },
    };
    const { findings } = await client.litigation.previewAct(input);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'enforcement-late',
        severity: 'warn',
        article: expect.stringContaining('第四百八十一条'),
      }),
    ]);
    await expect(client.litigation.recordAct({ ...input, requestId: randomUUID() })).rejects.toMatchObject({
      data: { code: 'act-warned' },
    });
    const accepted = { accepted: ['enforcement-late'], reason: '对方承诺自愿履行' };
    await client.litigation.recordAct({ ...input, ...accepted, requestId: randomUUID() });
    expect((await client.litigation.show({ key: found.key })).stage).toBe('enforcing');
  });
});

describe('S28 the portfolio run', () => {
  it('lists judged loans under enforcement, and no more under limitation; their case asks for the application once', async () => {
    for await (const _ of await client.portfolio.run()) if (_.type === 'result') break;
    const { found } = await radarOf('effective');
    const [contract] = found.contracts;
    const resultsIn = async (section: 'limitation' | 'enforcement') =>
      (await client.portfolio.results({ section, limit: 500 })).items.filter((row) => row.contract === contract);
    const [judged] = await resultsIn('enforcement');
    expect(judged).toMatchObject({ kind: 'enforcement', word: 'running', day: '2026-11-25', guarantor: null });
    expect((await resultsIn('limitation')).filter(({ kind }) => kind === 'action')).toEqual([]);
    const { trace } = await client.portfolio.why({
      loanId: present(judged, 'a row').loanId,
      kind: 'enforcement',
      subject: 0,
    });
    expect(trace.map(({ rule }) => rule)).toContain('limitation/enforcement');
    const { cells } = await client.portfolio.overview();
    expect(cells.filter(({ section }) => section === 'enforcement').map(({ bucket }) => bucket)).toContain('d30');
    const due = await client.portfolio.due({ until: '2026-11-30', limit: 500, offset: 0 });
    expect(due.items.filter((row) => row.contract === contract)).toEqual([]);
    const work = await client.workbench.list({ scope: 'all', until: '2026-11-30' });
    const own = work.items.filter(({ what, day }) => day === '2026-11-25' && what.startsWith(found.key));
    expect(own.map(({ kind, what }) => [kind, what])).toEqual([['case-deadline', expect.stringContaining('申请执行')]]);
  });
});

describe('LIT-13 the ledger and its views', () => {
  it('finds a case by its number in whatever brackets, and by a name', async () => {
    const one = await client.litigation.list({ text: '(2024)渝0236民初90733号', view: 'all' });
    expect(one.items.map(({ stage }) => stage)).toEqual(['effective']);
    expect((await client.litigation.show({ key: '（2024）渝0236民初90733号' })).key).toBe(one.items[0]?.key);
    expect((await client.litigation.list({ text: '恒隆', view: 'all' })).items).toHaveLength(1);
  });

  it('tells the cases in which nothing runs, and those that missed something', async () => {
    const idle = await client.litigation.list({ view: 'without-deadline' });
    expect(idle.items.every(({ next }) => next === null)).toBe(true);
    expect(idle.items.map(({ stage }) => stage)).toContain('cleared');
    const missed = await client.litigation.list({ view: 'missed' });
    expect(missed.items.map(({ stage }) => stage)).toContain('preserved');
  });

  it('lists the control sheet with what was missed before', async () => {
    const { lines } = await client.litigation.deadlines({ from: '2026-11-22', until: '2026-12-31' });
    expect(lines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sue-after-preservation', 'enforcement-period', 'hearing']),
    );
    expect(lines.find(({ day }) => day === '2026-11-25')).toMatchObject({ alert: 5 });
  });
});

describe('RPT-01 the work list', () => {
  it('LIT-13 has the next monthly review of each open case, where it is recorded; a case that was reviewed comes a month later', async () => {
    const reviews = async () => (await client.workbench.list({ scope: 'all', kinds: ['case-review'] })).items;
    const before = await reviews();
    const { items } = await client.caseReview.list();
    const due = items.filter(({ standing: { dueOn } }) => dueOn !== null && dueOn <= '2026-12-22');
    expect(before.map(({ what, day }) => [what, day]).toSorted()).toEqual(
      due.map(({ key, standing }) => [key, standing.dueOn]).toSorted(),
    );
    const first = present(due[0], 'a case');
    expect(before.find(({ what }) => what === first.key)).toMatchObject({
      link: `/case/${first.key}?tab=%22review%22`,
      may: { postpone: null, fixed: 'fixed', done: false },
    });
    const measures = { cause: '送达困难', difficulty: '被告外出', solution: '申请公告送达', until: '2026-12-20' };
    const said = { finding: '已与法院联系', ...measures };
    await client.caseReview.record({ id: first.id, ...said });
    expect((await reviews()).find(({ what }) => what === first.key)?.day).toBe('2026-12-22');
  });

  it('has what a case asks of us, told again when few working days are left, linked to the case', async () => {
    const { items } = await client.workbench.list({ scope: 'all', kinds: ['case-deadline'] });
    expect(items).toContainEqual(
      expect.objectContaining({
        day: '2026-11-26',
        span: 'later',
        what: expect.stringMatching(/^AJ\d{6} 开庭 （5个工作日内）$/),
      }),
    );
    expect(items.find(({ what }) => what.includes('诉前保全后起诉'))).toMatchObject({
      span: 'overdue',
      link: expect.stringContaining('/case/AJ'),
    });
  });
});
