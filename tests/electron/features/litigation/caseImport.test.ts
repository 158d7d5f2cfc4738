/** The branch's litigation ledger comes in: twelve cases, each at its stage, with what a system should raise (LIT-13, IMP-01). */
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoImport } from '../../../../electron/features/imports/undoImport';
import { allCaseFacts } from '../../../../electron/features/litigation/readCase';
import { EXPECTED, importFile, SAMPLE, samplePath } from '../../../support/importFiles';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const LEDGER = '诉讼案件台账.xlsx';
const expected = EXPECTED.files[LEDGER];

let folder: TestFolder;
beforeAll(async () => {
  folder = await makeFolder();
  for (const name of [SAMPLE.on, SAMPLE.off, SAMPLE.guarantors, SAMPLE.collateral])
    await importFile(folder, samplePath(name));
}, 120_000);
afterAll(() => folder.close());

const cases = () => allCaseFacts(folder.open.store.read, folder.services.clock.today());
const at = (all: readonly CaseFacts[], stage: string) =>
  present(
    all.find((each) => each.statedStage === stage),
    stage,
  );

describe('IMP-01 LIT-13 the litigation ledger', () => {
  it('comes in whole; the same file twice changes nothing; a trial run and taking it back leave nothing', async () => {
    expect(await importFile(folder, samplePath(LEDGER), { dryRun: true })).toMatchObject({
      kind: 'cases',
      added: 12,
      refused: 0,
    });
    expect(await cases()).toEqual([]);
    const first = await importFile(folder, samplePath(LEDGER), { acceptWarnings: false });
    expect(first).toMatchObject({ kind: 'cases', added: expected.cases, refused: 0, warned: 0 });
    expect(await importFile(folder, samplePath(LEDGER))).toMatchObject({ added: 0, changed: 0, unchanged: 12 });
    await undoImport(folder.open, present(first.batch, 'a written import has a number'));
    expect(await cases()).toEqual([]);
    expect(await importFile(folder, samplePath(LEDGER))).toMatchObject({ added: 12 });
  });

  it('adds up to the sums of the file', async () => {
    const all = await cases();
    expect(all.reduce((sum, { claimed }) => sum + claimed.principal, 0)).toBe(expected.claim_principal_fen);
    expect(all.reduce((sum, { claimed }) => sum + claimed.interest, 0)).toBe(expected.claim_interest_fen);
    expect(all.reduce((sum, { parties }) => sum + parties.length, 0)).toBe(expected.defendants);
    const money = all.flatMap(({ acts }) =>
      acts.flatMap(({ kind, detail }) => (kind === 'money-received' ? [detail.amount ?? 0] : [])),
    );
    expect(money.reduce((sum, amount) => sum + amount, 0)).toBe(expected.enforced_fen);
  });

  it('stands each case where the ledger says, derived from its dates', async () => {
    const stages = Object.fromEntries((await cases()).map(({ statedStage, stage }) => [statedStage, stage]));
    expect(stages).toEqual({
      诉前论证: 'assessment',
      已备案待立案: 'cleared',
      诉前保全: 'preserved',
      已立案待开庭: 'accepted',
      一审中: 'trial',
      调解结案: 'mediated',
      一审判决上诉期内: 'judged',
      二审: 'appeal',
      判决生效未申请执行: 'effective',
      执行中: 'enforcing',
      终结本次执行: 'no-assets',
      结案: 'closed',
    });
    expect((await cases()).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('knows the borrower and the guarantors by the loan’s own parties', async () => {
    const all = await cases();
    for (const { parties } of all) expect(parties.filter(({ capacity }) => capacity === 'borrower')).toHaveLength(1);
    expect(
      all.flatMap(({ parties }) => parties).filter(({ capacity }) => capacity === 'guarantor').length,
    ).toBeGreaterThan(10);
  });

  it('reads the numbers of courts in one form, whatever brackets the ledger uses', async () => {
    const all = await cases();
    expect(at(all, '调解结案').caseNo).toBe('（2025）渝0236民初93011号');
    expect(at(all, '结案')).toMatchObject({
      caseNo: '（2006）奉民初字第9312号',
      enforcementNo: '（2007）奉执字第9096号',
    });
    // The appeal's number, and before it that of the first instance.
    const appealed = at(all, '二审');
    expect(appealed.caseNo).toBe('（2026）渝02民终90455号');
    expect(appealed.acts.find(({ kind }) => kind === 'accepted')?.detail.caseNo).toBe('（2025）渝0236民初91950号');
  });
});

describe('LIT-07 the findings that a system should raise', () => {
  const alive = ({ deadlines }: CaseFacts) =>
    deadlines
      .filter(({ state }) => state === 'open' || state === 'missed')
      .map(({ kind, day, state }) => ({ kind, day, state }));

  it('pre-suit preservation of 2026-10-20: the suit was due within 30 days', async () => {
    expect(alive(at(await cases(), '诉前保全'))).toContainEqual({
      kind: 'sue-after-preservation',
      day: '2026-11-19',
      state: 'missed',
    });
  });

  it('effective on 2024-11-25: enforcement must be applied for by 2026-11-25', async () => {
    const effective = at(await cases(), '判决生效未申请执行');
    expect(alive(effective)).toContainEqual({ kind: 'enforcement-period', day: '2026-11-25', state: 'open' });
    const [deadline] = effective.deadlines.filter(({ kind }) => kind === 'enforcement-period');
    expect(deadline?.trace.map(({ article }) => article).join()).toContain('第二百五十条');
  });

  it('a case that was sued for without a filing says so at its gate', async () => {
    const steps = at(await cases(), '终结本次执行').gate.steps;
    expect(steps.find(({ id }) => id === 'filing')).toMatchObject({
      state: 'missing',
      article: expect.stringContaining('第二十一条'),
    });
  });

  it('a hearing and a seizure to come, from the words of the ledger', async () => {
    const all = await cases();
    expect(alive(at(all, '已立案待开庭'))).toContainEqual({ kind: 'hearing', day: '2026-11-26', state: 'open' });
    expect(alive(at(all, '一审中'))).toContainEqual({ kind: 'seizure', day: '2029-04-20', state: 'open' });
  });
});
