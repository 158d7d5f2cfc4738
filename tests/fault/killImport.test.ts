/** R1: an import killed at any moment is there as a whole or not at all, and one that was acknowledged is there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli } from '../support/buildCli';
import { printFigure } from '../support/figure';
import { SAMPLE, samplePath } from '../support/importFiles';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf, ROUNDS, reopened, runAndKill } from './killing';

const ALL = 4032;
let folder: TestFolder;
let script: string;
let done: () => void;

beforeAll(async () => {
  folder = await makeFolder();
  writeFileSync(join(folder.dir, '..', 'pw.txt'), TEST_PASSWORD);
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
});
afterAll(async () => {
  done();
  await folder.close();
});

const command = (dir: string) => [
  ...['import', samplePath(SAMPLE.history), '--data', dir],
  ...['--user', 'clerk', '--password-file', join(folder.dir, '..', 'pw.txt')],
];

it('R1 kill -9 during an import: all or nothing, the folder is sound, and the import can be repeated', async () => {
  const first = copyOf(folder, 0);
  const whole = await runAndKill(script, command(first.dir), null);
  first.remove();
  expect(whole.code).toBe(0);
  const seen = { nothing: 0, all: 0 };
  const rounds = ROUNDS || 4;
  for (let round = 1; round <= rounds; round += 1) {
    const copy = copyOf(folder, round);
    // Two kills in three fall while rows are being written; the others anywhere.
    const whenWriting = { delay: Math.random() * 150, when: (stderr: string) => stderr.includes('writing') };
    const plan = round % 3 === 0 ? { delay: Math.random() * whole.ms } : whenWriting;
    const ended = await runAndKill(script, command(copy.dir), plan);
    await reopened(folder, copy.dir, ({ store }, report) => {
      const rows = report.counts.month_end;
      expect([0, ALL]).toContain(rows);
      expect(report.counts.import_batch).toBe(rows === ALL ? 1 : 0);
      const audits = store.sqlite
        .prepare("SELECT count(*) FROM audit_entry WHERE action = 'imports.write'")
        .pluck()
        .get();
      expect(audits).toBe(rows === ALL ? 1 : 0);
      if (ended.code === 0) expect(rows).toBe(ALL);
      seen[rows === ALL ? 'all' : 'nothing'] += 1;
    });
    if (round === rounds) {
      const again = await runAndKill(script, [...command(copy.dir), '--json'], null);
      expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { refused: 0 }]);
    }
    copy.remove();
  }
  expect(seen.nothing + seen.all).toBe(rounds);
  const what = `kills of an import: ${seen.nothing} times nothing was there, ${seen.all} times all`;
  printFigure({ id: 'R1', done: rounds, what, bad: 0 });
}, 3_600_000);
