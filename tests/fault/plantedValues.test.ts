/**
 * R12: fifty planted names, ID numbers and phones go through everything a branch does, in the program and on the command
 * line; then they are searched in every file of the data folder, the user's own folder, the temporary folder and the logs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReportFacts } from '../../electron/features/litigation/reportFacts.repository';
import type { Host } from '../../electron/platform/host';
import { directEngine, type RenderEngine } from '../../electron/platform/render/renderEngine';
import { router } from '../../electron/router';
import type { Services } from '../../electron/services';
import { buildCli } from '../support/buildCli';
import { callByPath, ENTRIES } from '../support/contractEntries';
import { printFigure } from '../support/figure';
import { fillReport, REPORT } from '../support/fillReport';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { PLANTED, plantedBelow, plantedIn, plantedLoans } from '../support/planted';

const root = mkdtempSync(join(tmpdir(), 'qingshou-planted-'));
const temp = join(root, 'temp');
const user = join(root, 'user');
/** What somebody took out on purpose, for a reason. */
const out = join(root, 'out');
const outside = (name: string) => join(out, name);
const formerTemp = process.env.TMPDIR;

let folder: TestFolder;
let client: RouterClient<typeof router>;
let script: string;
let done: () => void;
const logged: string[] = [];
const titles: string[] = [];
const first = present(PLANTED[0], 'fifty people');

let choking = false;

/** Makes papers as ever, until it chokes and says on what. */
function engine(): RenderEngine {
  const real = directEngine();
  const quoting = async () => Promise.reject(new Error(`cannot draw ${first.name} ${first.idNumber} ${first.phone}`));
  return { ...real, renderPdf: (paper, marks) => (choking ? quoting() : real.renderPdf(paper, marks)) };
}

beforeAll(async () => {
  for (const dir of [temp, user, out]) mkdirSync(dir);
  process.env.TMPDIR = temp;
  ({ script, done } = await buildCli());
  folder = await makeFolder({ engine: engine() });
  const host: Partial<Host> = {
    printPdf: async ({ title }) => {
      titles.push(title);
      return 'sent';
    },
    chooseSavePath: async ({ title, defaultName }) => {
      titles.push(title, defaultName);
      return outside(defaultName);
    },
    reloadWindows: async () => {},
  };
  const services: Services = { ...folder.services, host: host as Host, log: (line) => void logged.push(line) };
  client = createRouterClient(router, { context: { services } });
  writeFileSync(outside('loans.csv'), `\ufeff${plantedLoans()}`);
  writeFileSync(outside('pw.txt'), TEST_PASSWORD);
});
afterAll(async () => {
  done();
  await folder.close();
  if (formerTemp === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = formerTemp;
  rmSync(root, { recursive: true, force: true });
});

async function finished(stream: AsyncIterable<unknown>): Promise<unknown> {
  let last: unknown;
  for await (const event of stream) last = event;
  return last;
}

/** Import, search, list, export, reveal. */
async function workOnTheLedger(): Promise<string> {
  const input = { path: outside('loans.csv'), kind: 'loans', dryRun: false, acceptWarnings: true } as const;
  expect(await finished(await client.imports.run(input))).toMatchObject({ result: { added: PLANTED.length } });
  const [hit] = await client.parties.search({ text: first.name });
  const household = present(hit?.household, 'the first planted person is found');
  const filter = { text: first.name, conditions: [] };
  const sort = { column: 'borrower', descending: false } as const;
  expect((await client.loans.page({ filter, sort })).rows).toHaveLength(1);
  const all = { filter: { conditions: [] }, sort, columns: ['borrower', 'idNumber', 'phone'], titles: [] } as const;
  const reason = `安排催收 ${first.name} ${first.phone}`;
  await client.loans.export({ ...all, columns: [...all.columns], titles: [], filter, reason });
  const { borrower } = await client.parties.household({ key: household });
  for (const field of ['idNumber', 'phone'] as const) {
    const { value } = await client.parties.reveal({ partyId: borrower.id, field, purpose: '电话催收' });
    expect([first.idNumber, first.phone]).toContain(value);
  }
  return household;
}

/** Draft, preview, issue, print, copy; a bug whose error quotes what it choked on. */
async function makePapers(household: string): Promise<void> {
  const draft = await client.documents.openDraft({ form: REPORT, subject: household });
  await client.documents.saveDraft({ draftId: draft.id, rev: draft.rev, fields: { court: `${first.name}住所地法院` } });
  const open = present(folder.services.session.open, 'signed in');
  const { borrower } = await client.parties.household({ key: household });
  const facts = await readReportFacts(open.store.read, borrower.id, '2026-11-22');
  const fields = { ...fillReport(facts), warningsReason: '材料正在调取，先行论证。' } as Record<string, unknown>;
  const requestId = '3f2b1c1e-6f0a-4b5e-9a54-0d2f5b6a7c8d';
  const { id } = await client.documents.issueTyped({ form: REPORT, subject: household, fields, requestId });
  const reason = '送领导审签';
  await client.documents.print({ id, reason });
  await client.documents.saveCopy({ id, reason, format: 'docx' });
  await client.documents.saveCopy({ id, reason, format: 'pdf' });
  choking = true;
  await expect(client.documents.preview({ draftId: draft.id, rev: draft.rev })).rejects.toThrow();
}

/** The same folder on the command line; what it said beside its results. */
function commandLine(): string {
  const env = { ...process.env, XDG_CONFIG_HOME: user, HOME: user };
  const signedIn = ['--data', folder.dir, '--user', 'clerk', '--password-file', outside('pw.txt')];
  const runs = [
    ['import', outside('loans.csv'), '--accept-warnings'],
    ['ledger', '--filter', `borrower~${first.name}`],
    ['ledger', '--out', outside('ledger.xlsx')],
    ['household', 'show', first.idNumber],
    ['document', 'render', REPORT, '--for', first.idNumber, '--out', outside('draft.docx')],
  ];
  return runs
    .map((args) => {
      const { status, stderr } = spawnSync(process.execPath, [script, ...args, ...signedIn], { env, encoding: 'utf8' });
      expect([args[0], status]).toEqual([args[0], 0]);
      return stderr;
    })
    .join('\n');
}

it('R12 nothing of fifty planted people in any file, log or title', async () => {
  await makePapers(await workOnTheLedger());
  if (ENTRIES.some(({ path }) => path === 'backup.create')) {
    await client.session.signIn({ name: 'admin', password: TEST_PASSWORD });
    await finished((await callByPath(client, 'backup.create', {})) as AsyncIterable<unknown>);
  }
  await client.session.lock();
  const said = commandLine();
  expect(logged.some((line) => line.startsWith('error documents.preview'))).toBe(true);
  expect(plantedIn(Buffer.from([...logged, ...titles, said].join('\n')))).toEqual([]);
  const found = plantedBelow(temp, user);
  expect(found).toEqual([]);
  const what = 'people with name, ID number and phone, searched in every file';
  printFigure({ id: 'R12', done: PLANTED.length, what, bad: found.length });
}, 300_000);

it('the search finds what stands there, in each encoding', () => {
  expect(plantedIn(readFileSync(outside('loans.csv')))).toHaveLength(PLANTED.length * 3);
  const utf16 = Buffer.from(`x${first.name}`, 'utf16le');
  expect(plantedIn(utf16)).toEqual([first.name]);
  expect(plantedIn(Buffer.from(utf16).swap16())).toEqual([first.name]);
  expect([first.name, plantedIn(Buffer.from('eed7f1bff1bf', 'hex'))]).toEqual(['钭窨窨', ['钭窨窨']]);
});
