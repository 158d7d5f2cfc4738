/** R1: a paper whose issuing was killed at any moment has its number and its file, or neither; no number is lost. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli } from '../support/buildCli';
import { printFigure } from '../support/figure';
import { REPORT, reportHousehold, typedFor } from '../support/fillReport';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf, hasWritten, ROUNDS, reopened, runAndKill } from './killing';

/** Bytes of the write-ahead log: signing in alone leaves about half, the frozen paper several times as much. */
const NUMBER_TAKEN = 40_000;

let folder: TestFolder;
let household: string;
let script: string;
let done: () => void;
const beside = (name: string) => join(folder.dir, '..', name);

beforeAll(async () => {
  folder = await makeFolder();
  const made = reportHousehold(folder);
  household = made.household;
  writeFileSync(beside('fields.json'), JSON.stringify(await typedFor(folder, made.party)));
  writeFileSync(beside('pw.txt'), TEST_PASSWORD);
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
});
afterAll(async () => {
  done();
  await folder.close();
});

const command = (dir: string, out: string) => [
  ...['document', 'render', REPORT, '--for', household, '--fields', beside('fields.json'), '--issue', '--out', out],
  ...['--data', dir, '--user', 'clerk', '--password-file', beside('pw.txt'), '--json'],
];

it('R1 kill -9 while a paper is issued: finished at the next sign-in with its number, or never begun', async () => {
  const first = copyOf(folder, 0);
  const whole = await runAndKill(script, command(first.dir, beside('0.pdf')), null);
  expect([whole.code, JSON.parse(whole.out)]).toMatchObject([0, { number: expect.stringMatching(/第0001号$/) }]);
  first.remove();
  const seen = { never: 0, issued: 0 };
  const rounds = ROUNDS || 2;
  for (let round = 1; round <= rounds; round += 1) {
    const copy = copyOf(folder, round);
    const out = beside(`${round}.pdf`);
    // Most of the time goes by before the number is taken; two kills in three fall behind that.
    const afterNumber = { delay: Math.random() * 0.5 * whole.ms, when: () => hasWritten(copy.dir, NUMBER_TAKEN) };
    const plan = round % 3 === 0 ? { delay: Math.random() * whole.ms } : afterNumber;
    const ended = await runAndKill(script, command(copy.dir, out), plan);
    await reopened(folder, copy.dir, ({ store }, report) => {
      const next = store.sqlite
        .prepare("SELECT next FROM number_series WHERE word = '论' ORDER BY year DESC")
        .pluck()
        .get() as number;
      expect(report.documents).toMatchObject({ issued: next - 1, unfinished: 0, withoutFile: 0 });
      expect(report.counts.document).toBe(next - 1);
      if (ended.code === 0 || existsSync(out)) expect(next).toBe(2);
      seen[next === 2 ? 'issued' : 'never'] += 1;
    });
    copy.remove();
  }
  expect(seen.never + seen.issued).toBe(rounds);
  const what = `kills of an issue: ${seen.never} papers never begun, ${seen.issued} issued`;
  printFigure({ id: 'R1', done: rounds, what, bad: 0 });
}, 3_600_000);
