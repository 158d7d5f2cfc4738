/** R1: a print job killed at any moment is whole after the next sign-in: every number once, every paper with its file and its notice, or nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli } from '../support/buildCli';
import { Builder } from '../support/builders';
import { printFigure } from '../support/figure';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf, hasWritten, ROUNDS, reopened, runAndKill } from './killing';

const PEOPLE = 40;
/** Bytes of the write-ahead log: the frozen papers of a job write many times what signing in does. */
const NUMBERS_TAKEN = 200_000;

let folder: TestFolder;
let script: string;
let done: () => void;
const beside = (name: string) => join(folder.dir, '..', name);

beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  build.batch(() => {
    for (let n = 0; n < PEOPLE; n++) {
      const address = `奉节县永安镇某街${n}号`;
      const party = build.party({ name: `借款人${n}`, id_no: `51222619700101${9000 + n}`, address });
      build.loan({
        party_id: party,
        issue_date: '2024-06-01',
        due_date: '2026-06-01',
        interest_on: 9_000,
        receipt_no: String(n),
      });
    }
  });
  writeFileSync(beside('pw.txt'), TEST_PASSWORD);
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
});
afterAll(async () => {
  done();
  await folder.close();
});

const command = (dir: string, out: string) => [
  ...['dunning', 'pack', '--area', '永安镇', '--issue', '--reason', '台账利息已核对', '--out', out],
  ...['--data', dir, '--user', 'clerk', '--password-file', beside('pw.txt'), '--json'],
];

it('R1 kill -9 while a job is printed: finished at the next sign-in with its numbers, or never begun', async () => {
  const first = copyOf(folder, 0);
  const whole = await runAndKill(script, command(first.dir, beside('0.pdf')), null);
  expect([whole.code, JSON.parse(whole.out)]).toMatchObject([0, { papers: PEOPLE }]);
  first.remove();
  const seen = { never: 0, printed: 0 };
  const rounds = ROUNDS || 2;
  for (let round = 1; round <= rounds; round += 1) {
    const copy = copyOf(folder, round);
    const afterNumbers = { delay: Math.random() * 0.4 * whole.ms, when: () => hasWritten(copy.dir, NUMBERS_TAKEN) };
    const plan = round % 3 === 0 ? { delay: Math.random() * whole.ms } : afterNumbers;
    const ended = await runAndKill(script, command(copy.dir, beside(`${round}.pdf`)), plan);
    await reopened(folder, copy.dir, ({ store }, report) => {
      const count = (sql: string) => store.sqlite.prepare(sql).pluck().get() as number;
      const next = count("SELECT next FROM number_series WHERE word = '催' ORDER BY year DESC");
      expect(report.documents).toMatchObject({ issued: next - 1, unfinished: 0, withoutFile: 0 });
      expect([1, PEOPLE + 1]).toContain(next);
      expect(count('SELECT count(DISTINCT sequence) FROM document')).toBe(next - 1);
      expect(count('SELECT count(*) FROM notice')).toBe(next - 1);
      expect(count("SELECT count(*) FROM print_job WHERE status = 'issued'")).toBe(next === 1 ? 0 : 1);
      if (ended.code === 0) expect(next).toBe(PEOPLE + 1);
      seen[next === 1 ? 'never' : 'printed'] += 1;
    });
    copy.remove();
  }
  expect(seen.never + seen.printed).toBe(rounds);
  const what = `kills of a print job: ${seen.never} never begun, ${seen.printed} printed`;
  printFigure({ id: 'R1', done: rounds, what, bad: 0 });
}, 3_600_000);
