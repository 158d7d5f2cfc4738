/** R3: single system calls on the data folder fail, once or from then on, while a command writes; needs strace. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '@shared/kernel/result';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli } from '../support/buildCli';
import { printFigure } from '../support/figure';
import { REPORT, reportHousehold, typedFor } from '../support/fillReport';
import { SAMPLE, samplePath } from '../support/importFiles';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf, ROUNDS, reopened } from './killing';

const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.log('no strace here: failing system calls are not tried');

/** Writing, flushing, shortening, naming and opening. */
const CALLS = ['pwrite64', 'write', 'fsync', 'ftruncate', 'rename', 'openat'] as const;
const ERRORS = ['EIO', 'ENOSPC'] as const;
const EXPECTED =
  /^(storage-failed|state-unknown|folder-read-only|folder-unwritable|key-slot-missing|path-unwritable|backup-no-space|backup-unverified|paper-unfinished)$/;
/** Random places of a fault that are tried until one of them is met: threads count their calls apart. */
const ATTEMPTS = 4;

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
  writeFileSync(beside('new.txt'), 'Xin-Mima-2026');
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
});
afterAll(async () => {
  done();
  await folder.close();
});

interface Act {
  readonly user: string;
  /** `out`: a file that is not there yet. */
  readonly args: (out: string) => string[];
  /** The entry of the log that stands for it: in one transaction with what was changed. */
  readonly action: string;
}

/** Ten key actions. */
const ACTS: Readonly<Record<string, Act>> = {
  'add user': {
    user: 'admin',
    args: () => [...'user add new --display x --roles clerk --new-password-file'.split(' '), beside('new.txt')],
    action: 'users.add',
  },
  'edit user': { user: 'admin', args: () => 'user edit counsel --display y'.split(' '), action: 'users.edit' },
  'change password': {
    user: 'counsel',
    args: () => ['user', 'password', '--new-password-file', beside('new.txt')],
    action: 'session.changePassword',
  },
  'reset password': {
    user: 'admin',
    args: () => ['user', 'reset-password', 'head', '--new-password-file', beside('new.txt')],
    action: 'users.resetPassword',
  },
  'remove user': {
    user: 'admin',
    args: () => ['user', 'remove', 'counsel', '--reason', '调离本行'],
    action: 'users.deactivate',
  },
  'recovery code': {
    user: 'admin',
    args: (out) => ['user', 'recovery-code', '--recovery-out', out],
    action: 'users.newRecoveryCode',
  },
  import: { user: 'clerk', args: () => ['import', samplePath(SAMPLE.history)], action: 'imports.write' },
  issue: {
    user: 'clerk',
    args: (out) => [
      ...['document', 'render', REPORT, '--for', household, '--fields', beside('fields.json')],
      ...['--issue', '--out', `${out}.pdf`],
    ],
    action: 'documents.issue',
  },
  backup: { user: 'admin', args: (out) => ['backup', 'create', '--out', `${out}.zip`], action: 'backup.create' },
  'export log': {
    user: 'auditor',
    args: (out) => ['audit', 'export', '--out', `${out}.jsonl`],
    action: 'audit.export',
  },
};

interface Fault {
  readonly act: string;
  readonly call: (typeof CALLS)[number];
  /** Below the data folder. */
  readonly file: string;
  readonly error: (typeof ERRORS)[number];
  /** `3`: the third one, `3+`: from the third on. */
  readonly when: string;
}

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly refusal: Refusal | null;
  /** What strace wrote. */
  readonly trace: string;
}

/** The act on this folder under strace. */
function run(dir: string, name: string, strace: readonly string[]): Promise<Ended> {
  const { user, args } = ACTS[name] as Act;
  const trace = `${dir}-trace`;
  const signedIn = ['--data', dir, '--user', user, '--password-file', beside('pw.txt'), '--json'];
  const command = [process.execPath, script, ...args(`${dir}-out`), ...signedIn];
  const child = spawn('strace', ['-f', '-qq', '-o', trace, ...strace, ...command], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 120_000,
    // Of its own for each copy: the anchors there would know the copies apart.
    env: { ...process.env, XDG_CONFIG_HOME: `${dir}-own` },
  });
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      const answer = out.trim() === '' ? {} : (JSON.parse(out) as { refusal?: Refusal });
      resolve({ code, signal, refusal: answer.refusal ?? null, trace: readFileSync(trace, 'utf8') });
    }),
  );
}

function tidy(copy: { dir: string; remove: () => void }): void {
  copy.remove();
  for (const left of ['-own', '-trace', '-out', '-out.pdf', '-out.zip', '-out.jsonl'])
    if (existsSync(`${copy.dir}${left}`)) rmSync(`${copy.dir}${left}`, { recursive: true });
}

let copies = 0;
const copied = () => {
  copies += 1;
  return copyOf(folder, copies);
};

type Made = ReadonlyMap<(typeof CALLS)[number], readonly { readonly file: string; readonly times: number }[]>;

/** Which calls the act makes on which files, when nothing fails. */
async function callsOf(name: string): Promise<Made> {
  const copy = copied();
  const { code, trace } = await run(copy.dir, name, ['-y', '-e', `trace=${CALLS.join()}`]);
  expect([name, code]).toEqual([name, 0]);
  const made = new Map<(typeof CALLS)[number], { file: string; times: number }[]>();
  for (const line of trace.split('\n')) {
    const call = CALLS.find((each) => line.includes(` ${each}(`));
    const path = line.split(`${copy.dir}/`)[1]?.split(/[">]/)[0];
    if (!call || !path) continue;
    const files = made.get(call) ?? [];
    const known = files.find(({ file }) => file === path);
    if (known) known.times += 1;
    else files.push({ file: path, times: 1 });
    made.set(call, files);
  }
  tidy(copy);
  return made;
}

/** What happened to the act: null when the fault was not met. */
async function tryFault({ act, call, file, error, when }: Fault): Promise<'done' | 'refused' | null> {
  const copy = copied();
  const what = JSON.stringify({ act, call, file, error, when });
  const inject = [
    '-P',
    join(copy.dir, file),
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:when=${when}`,
  ];
  const ended = await run(copy.dir, act, inject);
  const isMet = ended.trace.includes('(INJECTED)');
  if (isMet) {
    expect(ended.signal, what).toBeNull();
    // Reported by its own code, or overcome.
    if (ended.code !== 0) expect(ended.refusal?.code, what).toMatch(EXPECTED);
    await reopened(folder, copy.dir, ({ store }) => {
      const rows = store.sqlite.prepare('SELECT count(*) FROM audit_entry WHERE action = ?').pluck();
      const there = rows.get(ACTS[act]?.action);
      if (ended.code === 0) expect(there, what).toBe(1);
      // A paper that has its number is finished at the next sign-in, which was just now.
      else if (/^(storage-failed|folder-read-only)$/.test(ended.refusal?.code ?? '') && act !== 'issue')
        expect(there, what).toBe(0);
    });
  }
  tidy(copy);
  if (!isMet) return null;
  return ended.code === 0 ? 'done' : 'refused';
}

/** Failures that certainly fall into the command's own write. */
const SURE: readonly Fault[] = [
  { act: 'add user', call: 'pwrite64', file: 'qingshou.db-wal', error: 'EIO', when: '1+' },
  { act: 'add user', call: 'fsync', file: 'qingshou.db-wal', error: 'EIO', when: '2' },
];

const within = (count: number) => Math.floor(Math.random() * count);

/** Each kind of call that the act makes fails with each error, once and from then on, at random places. */
async function everyKind(act: string, seen: { done: number; refused: number; wanted: number }): Promise<void> {
  for (const [call, files] of await callsOf(act))
    for (const error of ERRORS)
      for (const on of ['', '+']) {
        seen.wanted += 1;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
          const { file, times } = files[within(files.length)] as (typeof files)[number];
          const outcome = await tryFault({ act, call, file, error, when: `${1 + within(times)}${on}` });
          if (outcome === null) continue;
          seen[outcome] += 1;
          break;
        }
      }
}

it.runIf(hasStrace)(
  'R3 a failing system call is reported, and what was confirmed is there',
  async () => {
    const seen = { done: 0, refused: 0, wanted: 0 };
    if (ROUNDS > 0) for (const act of Object.keys(ACTS)) await everyKind(act, seen);
    for (const fault of SURE) {
      const outcome = await tryFault(fault);
      expect(outcome, JSON.stringify(fault)).not.toBeNull();
      seen[outcome ?? 'done'] += 1;
    }
    const what = `failing calls in ${ROUNDS > 0 ? Object.keys(ACTS).length : 1} key actions: ${seen.refused} refused, ${seen.done} overcome, nothing lost`;
    printFigure({ id: 'R3', done: seen.refused + seen.done, of: seen.wanted + SURE.length, what, bad: 0 });
  },
  7_200_000,
);
