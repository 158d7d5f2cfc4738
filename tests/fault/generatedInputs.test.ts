/**
 * R18: generated inputs for each entry of the contract, through the real door on a real folder, by somebody who may do
 * everything: no crash, only refusals that the entry declares, and nothing changed by a refusal or by a query.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { DOOR_REFUSALS } from '@shared/contract/entry';
import { ROLES } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../electron/platform/host';
import { router } from '../../electron/router';
import type { Services } from '../../electron/services';
import { inputsOf } from '../support/arbitrary';
import { type ContractEntry, callByPath, ENTRIES } from '../support/contractEntries';
import { dump } from '../support/dump';
import { printFigure } from '../support/figure';
import { recordingEngine, reportHousehold } from '../support/fillReport';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { ROUNDS } from './killing';

/** Inputs for each entry. */
const WANTED = 1_000;
const RUNS = ROUNDS > 0 ? WANTED : 30;
const FEATURES = [...new Set(ENTRIES.map(({ path }) => path.split('.')[0] as string))];

let folder: TestFolder;
let services: Services;
let client: unknown;
let files: string[];
let logged: string[];
/** Entries that stood all their inputs. */
let sound = 0;
let calls = 0;
let refusals = 0;
let crashes = 0;
let changed = 0;

function host(box: string): Partial<Host> {
  return {
    chooseFile: async () => null,
    chooseFolder: async () => null,
    chooseSavePath: async ({ defaultName }) => (defaultName.length % 2 === 0 ? null : join(box, 'chosen.out')),
    printPdf: async () => 'sent',
    showFile: async () => {},
    setLocale: async () => {},
    reloadWindows: async () => {},
  };
}

/** Paths that may be named: a list that can be read, others that cannot, a folder, places that can be written or not. */
function makeBox(parent: string): string[] {
  const box = join(parent, 'box');
  mkdirSync(box);
  const path = (name: string) => join(box, name);
  writeFileSync(path('empty.csv'), '');
  writeFileSync(path('noise.xlsx'), Buffer.from('PK\u0003\u0004 not a zip'));
  const loans = '单位,合同编号,借款户名,原借金额,结欠本金\n青石分理处,测试第1号,张三,100.00,100.00\n';
  writeFileSync(path('loans.csv'), loans);
  return [box, ...['empty.csv', 'noise.xlsx', 'loans.csv', 'new.out', 'no/such/place.out'].map(path)];
}

/** The folder in the hands of somebody who may do everything, whatever the call before did to the session. */
async function open(): Promise<void> {
  const { session } = folder.services;
  if (session.folder.root !== folder.dir) await session.changeDataDir(folder.dir);
  if (session.phase !== 'open') {
    // Generated sign-ins failed often enough to make the next one wait.
    rmSync(join(folder.dir, 'signin.json'), { force: true });
    await session.signIn('clerk', TEST_PASSWORD);
  }
  Object.assign(present(session.open, 'signed in').actor, { roles: ROLES });
}

beforeAll(async () => {
  logged = [];
  folder = await makeFolder({ engine: recordingEngine() });
  const parent = join(folder.dir, '..');
  files = makeBox(parent);
  services = { ...folder.services, host: host(join(parent, 'box')) as Host, log: (line) => void logged.push(line) };
  client = createRouterClient(router, { context: { services } });
  reportHousehold(folder);
  await folder.services.session.lock();
});
afterAll(async () => {
  await folder.close();
  const what = `entries with ${RUNS} inputs each: ${calls} calls, ${refusals} refusals`;
  printFigure({ id: 'R18', done: RUNS >= WANTED ? sound : 0, of: ENTRIES.length, what, bad: crashes + changed });
});

const sqlite = () => present(services.session.open, 'the folder is open').store.sqlite;
/** Of this connection since it was opened; a change that was taken back counts as well. */
const changes = (): unknown => sqlite().prepare('SELECT total_changes()').pluck().get();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let known: { store: unknown; changes: unknown; digest: string } | null = null;

/** What the database holds; read again only where something may have changed. */
function content(): string {
  const store = sqlite();
  if (known?.store !== store || known.changes !== changes())
    known = { store, changes: changes(), digest: sha256(JSON.stringify(dump(store))) };
  return known.digest;
}

/** Runs as long as its window: nothing to wait for. */
const ENDLESS = new Set(['window.notices']);

/** Takes everything that a stream says. */
async function finished(path: string, answer: unknown): Promise<void> {
  if (answer === null || typeof answer !== 'object' || !(Symbol.asyncIterator in answer)) return;
  const stream = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  if (ENDLESS.has(path)) await stream.return?.();
  else while (!(await stream.next()).done);
}

async function refusalCode(path: string, input: unknown): Promise<string | null> {
  try {
    await finished(path, await callByPath(client, path, input));
    return null;
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { code?: string } };
    return code === 'REFUSED' ? String(data?.code) : `not a refusal: ${String(error)}`;
  }
}

async function tryInput({ path, meta }: ContractEntry, input: unknown): Promise<void> {
  await open();
  const before = content();
  const code = await refusalCode(path, input);
  calls += 1;
  if (code !== null) {
    refusals += 1;
    if (code === 'internal-error' || code.startsWith('not a refusal')) crashes += 1;
    const declared = [...meta.refusals, ...DOOR_REFUSALS.filter((each) => each !== 'internal-error')];
    expect(declared, `${code} of ${path}: ${logged.at(-1)}`).toContain(code);
  }
  // A session that ended or changed its folder has no database to compare.
  if (services.session.phase !== 'open' || services.session.folder.root !== folder.dir) return;
  const mayChange = code === null && meta.kind === 'command';
  if (mayChange || content() === before) return;
  changed += 1;
  expect.fail(`${path} answered ${code} and changed the database`);
}

describe.each(FEATURES)('R18 generated inputs: %s', (feature) => {
  const entries = ENTRIES.filter(({ path }) => path.startsWith(`${feature}.`));

  it.each(entries)(
    '$path',
    async (entry) => {
      const property = fc.asyncProperty(inputsOf(entry.input, files), (input) => tryInput(entry, input));
      await fc.assert(property, { numRuns: entry.input ? RUNS : Math.min(RUNS, 5) });
      sound += 1;
    },
    3_600_000,
  );
});
