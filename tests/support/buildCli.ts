/** Builds the command line once per test file, so that tests can start it as a process of its own and kill it. */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
/** Inside node_modules, where the packages that stay outside the bundle are found; of its own for every test file. */
const OUT = join(ROOT, 'node_modules/.cache/qingshou-cli', `${process.pid}-${threadId}`);

/** The script to run with this Node; `done` removes it again. */
export async function buildCli(): Promise<{ script: string; done: () => void }> {
  const script = join(OUT, 'cli.js');
  if (!existsSync(script)) {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      resolve: { alias: { '@shared': join(ROOT, 'shared') } },
      build: { ssr: 'electron/cli.ts', outDir: OUT, minify: false, target: 'node24', copyPublicDir: false },
    });
  }
  return { script, done: () => rmSync(OUT, { recursive: true, force: true }) };
}
