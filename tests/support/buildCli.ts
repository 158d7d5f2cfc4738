/** Builds a program once per test file, so that tests can start it as a process of its own and kill it. */
import { existsSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
/** Inside node_modules, where the packages that stay outside the bundle are found; of its own for every test file. */
const OUT = join(ROOT, 'node_modules/.cache/qingshou-cli', `${process.pid}-${threadId}`);

interface Built {
  /** To be run with this Node. */
  readonly script: string;
  /** Removes it again. */
  readonly done: () => void;
}

/** `entry`: a source file of the project. */
export async function buildProgram(entry: string): Promise<Built> {
  const name = basename(entry, '.ts');
  const outDir = join(OUT, name);
  const script = join(outDir, `${name}.js`);
  if (!existsSync(script)) {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      resolve: { alias: { '@shared': join(ROOT, 'shared') } },
      build: { ssr: entry, outDir, minify: false, target: 'node24', copyPublicDir: false },
    });
  }
  return { script, done: () => rmSync(OUT, { recursive: true, force: true }) };
}

export const buildCli = (): Promise<Built> => buildProgram('electron/cli.ts');
