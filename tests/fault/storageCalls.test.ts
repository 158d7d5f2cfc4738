/** R3: single system calls on the data folder fail, once or from then on, while a command writes; needs strace. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '@shared/kernel/result';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli } from '../support/buildCli';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf, ROUNDS, reopened } from './killing';

const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.log('no strace here: failing system calls are not tried');

const CALLS = ['pwrite64', 'fsync', 'ftruncate', 'rename', 'openat', 'write'];
const FILES = [
  'qingshou.db',
  'qingshou.db-wal',
  'keys.json',
  'keys.json.part',
  'anchors.json.part',
  'holder.json.part',
];

let folder: TestFolder;
let script: string;
let done: () => void;
const beside = (name: string) => join(folder.dir, '..', name);

beforeAll(async () => {
  folder = await makeFolder();
  writeFileSync(beside('pw.txt'), TEST_PASSWORD);
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
});
afterAll(async () => {
  done();
  await folder.close();
});

interface Fault {
  readonly call: string;
  readonly file: string;
  readonly error: 'EIO' | 'ENOSPC';
  readonly when: string;
}

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly refusal: Refusal | null;
  readonly injected: number;
}

/** `user add new` on this folder, with the fault. */
function addUser(dir: string, { call, file, error, when }: Fault): Promise<Ended> {
  const trace = beside('trace.txt');
  rmSync(trace, { force: true });
  const strace = ['-f', '-qq', '-o', trace, '-P', join(dir, file), '-e', `trace=${call}`];
  const command = [
    'user',
    'add',
    'new',
    '--display',
    '新人',
    '--roles',
    'clerk',
    '--new-password-file',
    beside('pw.txt'),
  ];
  const common = ['--data', dir, '--user', 'admin', '--password-file', beside('pw.txt'), '--json'];
  const inject = ['-e', `inject=${call}:error=${error}:when=${when}`];
  const child = spawn('strace', [...strace, ...inject, process.execPath, script, ...command, ...common], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Of its own for each copy: the anchors there would know the copies apart.
    env: { ...process.env, XDG_CONFIG_HOME: `${dir}-own` },
  });
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      const injected = readFileSync(trace, 'utf8').split('(INJECTED)').length - 1;
      const answer = out.trim() === '' ? {} : (JSON.parse(out) as { refusal?: Refusal });
      resolve({ code, signal, refusal: answer.refusal ?? null, injected });
    }),
  );
}

function* faults(): Generator<Fault> {
  for (let round = 0; ; round += 1) {
    const call = CALLS[round % CALLS.length] as string;
    const file = FILES[Math.floor(Math.random() * FILES.length)] as string;
    const nth = 1 + Math.floor(Math.random() * 6);
    yield { call, file, error: round % 2 ? 'EIO' : 'ENOSPC', when: Math.random() < 0.5 ? `${nth}` : `${nth}+` };
  }
}

/** Failures that certainly fall into the command's own write. */
const SURE: readonly Fault[] = [
  { call: 'pwrite64', file: 'qingshou.db-wal', error: 'EIO', when: '1+' },
  { call: 'fsync', file: 'qingshou.db-wal', error: 'EIO', when: '2' },
];

it.runIf(hasStrace)(
  'R3 a failing system call is reported, and what was confirmed is there',
  async () => {
    const rounds = ROUNDS || SURE.length;
    const random = faults();
    const seen = { injected: 0, refused: 0, done: 0 };
    for (let round = 0; seen.injected < rounds && round < 6 * rounds; round += 1) {
      const fault = SURE[round] ?? (random.next().value as Fault);
      const copy = copyOf(folder, round);
      const ended = await addUser(copy.dir, fault);
      const what = JSON.stringify(fault);
      if (ended.injected > 0) {
        seen.injected += 1;
        expect(ended.signal, what).toBeNull();
        // Reported by its own code, or overcome.
        if (ended.code !== 0)
          expect(ended.refusal?.code, what).toMatch(
            /^(storage-failed|state-unknown|folder-unwritable|key-slot-missing|path-unwritable)$/,
          );
        seen[ended.code === 0 ? 'done' : 'refused'] += 1;
        await reopened(folder, copy.dir, ({ store }) => {
          const there = store.sqlite.prepare("SELECT count(*) FROM app_user WHERE name = 'new'").pluck().get();
          if (ended.code === 0) expect(there, what).toBe(1);
          else if (ended.refusal?.code === 'storage-failed') expect(there, what).toBe(0);
        });
      }
      copy.remove();
      rmSync(`${copy.dir}-own`, { recursive: true, force: true });
    }
    expect(seen.injected).toBeGreaterThanOrEqual(Math.min(rounds, SURE.length));
    console.log(`R3  ${seen.injected} commands with failing calls: ${seen.refused} refused, ${seen.done} done, 0 lost`);
  },
  3_600_000,
);
