/** Runs the benchmarks of performance.md and prints one table: `npm run bench -- --loans 100000 --only P1,P4 --json`. */
import { parseArgs } from 'node:util';
import { bundle } from './bundle';
import { caseFile } from './caseFile';
import { holds, type Line, printTable } from './measure';
import { p1 } from './p1Import';
import { p2 } from './p2File';
import { p4 } from './p4Ledger';
import { p5 } from './p5Search';
import { p7 } from './p7Portfolio';
import { p8 } from './p8Household';
import { p9 } from './p9Receipt';
import { p10 } from './p10Render';
import { p12 } from './p12Backup';

type Bench = (loans: number, rounds: number) => Promise<Line[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  P1: p1,
  P2: p2,
  P4: p4,
  P5: p5,
  P7: p7,
  P8: p8,
  P9: p9,
  P10: p10,
  P12: p12,
  BUNDLE: bundle,
  CASE: caseFile,
};

const { values } = parseArgs({
  options: {
    loans: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const loans = Number(values.loans);
const rounds = Number(values.rounds);
const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase()) ?? Object.keys(BENCHES);
const unknown = wanted.filter((id) => !(id in BENCHES));
if (unknown.length > 0 || !Number.isInteger(loans) || loans < 400 || !Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(`usage: bench [--loans N] [--rounds N] [--only ${Object.keys(BENCHES).join(',')}] [--json]\n`);
  process.exit(2);
}

const lines: Line[] = [];
for (const id of wanted) {
  process.stderr.write(`${id} with ${loans} loans ...\n`);
  lines.push(...(await (BENCHES[id] as Bench)(loans, rounds)));
}
if (values.json) {
  const found = lines.map((line) => ({ ...line, holds: holds(line) }));
  process.stdout.write(`${JSON.stringify({ loans, rounds, lines: found }, null, 2)}\n`);
} else {
  printTable(lines);
}
process.exit(0);
