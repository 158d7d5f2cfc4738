// Bundles the benchmarks (tests/bench) and runs them with this Node; all arguments go to them. See tests/bench/main.ts.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
await build({ configFile: join(root, 'tests/bench/vite.config.ts') });
const program = join(root, 'out/bench/main.js');
// The semi-space is that of the core thread and of the command line.
const options = ['--expose-gc', '--max-old-space-size=8192', '--max-semi-space-size=64'];
const run = spawnSync(process.execPath, [...options, program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
