// `npm run fault -- [ROUNDS]`: the long form of tests/fault, 300 kills of each kind unless told otherwise.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const rounds = Number(process.argv[2] ?? 300);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run fault -- ROUNDS: a number of kills, at least 1');
  process.exit(2);
}
// R16 and R17 are counted by tests that are never long; they print their figure here as well.
const FIGURES = ['tests/electron/features/users/rights.test.ts', 'tests/electron/app/security/checklist.test.ts'];
const vitest = resolve(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const env = { ...process.env, QINGSHOU_FAULT_ROUNDS: String(rounds) };
const run = spawnSync(process.execPath, [vitest, 'run', 'tests/fault', ...FIGURES], { stdio: 'inherit', env });
process.exit(run.status ?? 1);
