/**
 * R19: mutated import files through the contract: damaged bytes, odd cells, changed XML, zip bombs, names that climb out or are
 * those of prototypes. Each ends in a list or in a refusal that the entry declares, soon; each refused row has its reason; a
 * dry run changes nothing, and neither does a file that could not be read.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { DOOR_REFUSALS } from '@shared/contract/entry';
import type { ImportResult } from '@shared/contract/imports.contract';
import { Dice } from '@shared/domain/demo/random';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { router } from '../../electron/router';
import { writeZip } from '../electron/platform/sheets/support';
import { ENTRIES } from '../support/contractEntries';
import { printFigure } from '../support/figure';
import { plainLoans, SAMPLE, samplePath, writeList } from '../support/importFiles';
import { type Mutant, mutant, type Sound, soundOf } from '../support/mutants';
import { makeFolder, type TestFolder } from '../support/openFolder';
import { ROUNDS } from './killing';

const FILES = ROUNDS > 0 ? 10_000 : 100;
/** Of the list that is mutated; an import of so few takes some ten milliseconds. */
const ROWS = 12;
/** Milliseconds after which a file counts as one that hangs. */
const PATIENCE = 20_000;

let folder: TestFolder;
let client: RouterClient<typeof router>;
let sound: Sound;
const logged: string[] = [];
const beside = (name: string) => join(folder.dir, '..', name);
const declared = [
  ...present(
    ENTRIES.find(({ path }) => path === 'imports.run'),
    'an entry',
  ).meta.refusals,
  ...DOOR_REFUSALS.filter((code) => code !== 'internal-error'),
];

beforeAll(async () => {
  folder = await makeFolder();
  client = createRouterClient(router, {
    context: { services: { ...folder.services, log: (line) => void logged.push(line) } },
  });
  const { titles, rows } = await plainLoans();
  const list = { titles, rows: rows.slice(0, ROWS) };
  await writeList(beside('sound.xlsx'), list);
  sound = await soundOf(list, beside('sound.xlsx'), samplePath(SAMPLE.subjects));
});
afterAll(() => folder.close());

async function written({ name, content }: Mutant): Promise<string> {
  if (!Buffer.isBuffer(content)) return writeZip(beside(name), content as Record<string, string>);
  writeFileSync(beside(name), content);
  return beside(name);
}

const content = () =>
  present(folder.services.session.open, 'signed in').store.sqlite.prepare('SELECT total_changes()').pluck().get();

/** The code of the refusal, or what the import says. */
async function imported(path: string, dryRun: boolean): Promise<string | ImportResult> {
  try {
    let result: ImportResult | null = null;
    const run = { path, dryRun, acceptWarnings: !dryRun, createUnits: true, asOf: '2026-10-31' };
    for await (const event of await client.imports.run(run)) if (event.type === 'result') result = event.result;
    return present(result, 'the last event is the result');
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { code?: string } };
    return code === 'REFUSED' ? String(data?.code) : `not a refusal: ${String(error)}`;
  }
}

/** Refused and held-back rows without a sentence that says why. */
function unexplained({ refusals, warnings, refused }: ImportResult): number {
  const silent = [...refusals, ...warnings].filter(
    ({ code, message }) => code === '' || message === '' || message === code,
  );
  return silent.length + (refused - new Set(refusals.map(({ row }) => row)).size);
}

it(`R19 ${FILES} mutated files: a list or a declared refusal, every refused row with its reason`, async () => {
  const dice = new Dice(Number(process.env.QINGSHOU_FAULT_SEED ?? 19), 19);
  const seen = { lists: 0, refusedFiles: 0, refusedRows: 0, slowest: 0 };
  let bad = 0;
  const around = readdirSync(beside('')).length;
  for (let index = 0; index < FILES; index += 1) {
    const made = mutant(dice, sound);
    const path = await written(made);
    const [before, started, isDry] = [content(), performance.now(), !dice.chance(0.02)];
    const answer = await imported(path, isDry);
    const ms = performance.now() - started;
    seen.slowest = Math.max(seen.slowest, ms);
    const isRefusal = typeof answer === 'string';
    const problems = [
      isRefusal && !declared.includes(answer) && `${answer}: ${logged.at(-1)}`,
      !isRefusal &&
        unexplained(answer) !== 0 &&
        `${unexplained(answer)} of ${answer.refused} refused rows without a reason`,
      (isDry || isRefusal) && content() !== before && 'the database was changed',
      ms > PATIENCE && `${ms} ms`,
    ].filter((problem) => problem !== false);
    if (problems.length > 0) {
      bad += 1;
      expect.soft(`file ${index}, ${made.how} of ${made.name}: ${problems.join('; ')}`).toBe('');
    }
    if (isRefusal) seen.refusedFiles += 1;
    else {
      seen.lists += 1;
      seen.refusedRows += answer.refused;
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(readdirSync(beside('')).length - around).toBeLessThanOrEqual(3);
  expect(Math.min(seen.lists, seen.refusedFiles, seen.refusedRows)).toBeGreaterThan(0);
  const what = `mutated files: ${seen.lists} lists with ${seen.refusedRows} refused rows, ${seen.refusedFiles} refused, slowest ${Math.round(seen.slowest)} ms`;
  printFigure({ id: 'R19', done: FILES, what, bad });
}, 7_200_000);
