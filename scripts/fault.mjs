// `npm run fault -- [ROUNDS]`: the long form of tests/fault, 300 kills of each kind unless told otherwise (R13 wants 500, R2 700), and
// at its end the table of the figures that were reached. One that was not says so; only failed tests fail the run.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { figureTable } from './figures.mjs';

const rounds = Number(process.argv[2] ?? 300);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run fault -- ROUNDS: a number of kills, at least 1');
  process.exit(2);
}
// These are never long; their figures belong to the table all the same.
const SHORT = [
  'tests/electron/database/open.test.ts',
  'tests/electron/ipc/auditRows.test.ts',
  'tests/electron/features/users/rights.test.ts',
  'tests/electron/app/security/checklist.test.ts',
  'tests/architecture/electronBuilder.test.ts',
];
const vitest = resolve(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const env = { ...process.env, QINGSHOU_FAULT_ROUNDS: String(rounds) };
const run = spawn(process.execPath, [vitest, 'run', 'tests/fault', ...SHORT], {
  stdio: ['inherit', 'pipe', 'inherit'],
  env,
});
const said = [];
createInterface({ input: run.stdout }).on('line', (line) => {
  console.log(line);
  said.push(line);
});
run.on('close', (code) => {
  console.log(`\n${figureTable(said)}`);
  process.exit(code ?? 1);
});
