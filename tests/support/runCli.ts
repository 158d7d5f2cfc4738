/** Runs commands of the command line in this process and keeps what they printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { run } from '../../electron/cli/program';
import { TEST_PASSWORD, TEST_UNITS } from './openFolder';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The one JSON document on stdout; fails the test when there is anything else. */
  readonly json: () => Record<string, unknown> & {
    refusal?: { code: string; message: string; facts?: Record<string, unknown> };
  };
}

function captured(stream: NodeJS.WriteStream): { text: () => string; release: () => void } {
  const parts: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((part) => {
    parts.push(String(part));
    return true;
  });
  return { text: () => parts.join(''), release: () => spy.mockRestore() };
}

export async function cli(...args: string[]): Promise<Outcome> {
  const [stdout, stderr] = [captured(process.stdout), captured(process.stderr)];
  try {
    const code = await run(args);
    const out = stdout.text();
    return { code, out, err: stderr.text(), json: () => JSON.parse(out) };
  } finally {
    stdout.release();
    stderr.release();
  }
}

/** A folder for the files of a command-line test. */
export function cliFolder() {
  const root = mkdtempSync(join(tmpdir(), 'qingshou-cli-'));
  // The program's own folder: anchors of earlier runs are none of these folders' business.
  vi.stubEnv('XDG_CONFIG_HOME', join(root, 'own'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string) => join(root, name);
  const write = (name: string, content: unknown) => {
    writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
    return path(name);
  };
  const password = write('pw.txt', `${TEST_PASSWORD}\n`);
  /** Options of a command signed in to a data folder, with JSON output. */
  const signedIn = (data: string, name: string) => [
    '--data',
    data,
    '--user',
    name,
    '--password-file',
    password,
    '--json',
  ];
  return { path, write, signedIn };
}

/** The setup file of the samples' branch; the passwords lie beside it. */
export function setupFile() {
  const user = (name: string, role: string, unit = '') => ({
    name,
    display: name,
    unit,
    roles: [role],
    passwordFile: 'pw.txt',
  });
  return {
    bank: { name: '奉节县某支行', creditCode: '', address: '', phone: '' },
    mark: '奉支',
    units: TEST_UNITS.map((name) => ({ name, mark: name.slice(0, 2), level: 'sub-branch' })),
    users: [user('clerk', 'clerk', '青石分理处'), user('auditor', 'auditor')],
  };
}
