/** R3: single system calls on the data folder fail, once or from then on, while a command writes; needs strace. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '@shared/kernel/result';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printFigure } from '../support/figure';
import { type ActCopy, type ActsFolder, actsFolder } from './keyActs';
import { ROUNDS, reopened } from './killing';

const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.log('no strace here: failing system calls are not tried');

/** Writing, flushing, shortening, naming and opening. */
const CALLS = ['pwrite64', 'write', 'fsync', 'ftruncate', 'rename', 'openat'] as const;
const ERRORS = ['EIO', 'ENOSPC'] as const;
const EXPECTED =
  /^(storage-failed|state-unknown|folder-read-only|folder-unwritable|key-slot-missing|path-unwritable|backup-no-space|backup-unverified|paper-unfinished)$/;
/** Random places of a fault that are tried until one of them is met: threads count their calls apart. */
const ATTEMPTS = 4;

let at: ActsFolder;
beforeAll(async () => {
  at = await actsFolder();
});
afterAll(() => at.close());

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
function run({ dir, own }: ActCopy, name: string, strace: readonly string[]): Promise<Ended> {
  const trace = `${dir}-trace`;
  const child = spawn('strace', ['-f', '-qq', '-o', trace, ...strace, ...at.command(name, dir)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 120_000,
    env: { ...process.env, XDG_CONFIG_HOME: own },
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

type Made = ReadonlyMap<(typeof CALLS)[number], readonly { readonly file: string; readonly times: number }[]>;

/** Which calls the act makes on which files, when nothing fails. */
async function callsOf(name: string): Promise<Made> {
  const copy = at.copy();
  const { code, trace } = await run(copy, name, ['-y', '-e', `trace=${CALLS.join()}`]);
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
  copy.remove();
  return made;
}

/** What happened to the act: null when the fault was not met. */
async function tryFault({ act, call, file, error, when }: Fault): Promise<'done' | 'refused' | null> {
  const copy = at.copy();
  const what = JSON.stringify({ act, call, file, error, when });
  const inject = [
    '-P',
    join(copy.dir, file),
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:when=${when}`,
  ];
  const ended = await run(copy, act, inject);
  const isMet = ended.trace.includes('(INJECTED)');
  if (isMet) {
    expect(ended.signal, what).toBeNull();
    // Reported by its own code, or overcome.
    if (ended.code !== 0) expect(ended.refusal?.code, what).toMatch(EXPECTED);
    await reopened(at.folder, copy.dir, ({ store }) => {
      const rows = store.sqlite.prepare('SELECT count(*) FROM audit_entry WHERE action = ?').pluck();
      const there = rows.get(at.acts[act]?.action);
      if (ended.code === 0) expect(there, what).toBe(1);
      // A paper that has its number is finished at the next sign-in, which was just now.
      else if (/^(storage-failed|folder-read-only)$/.test(ended.refusal?.code ?? '') && act !== 'issue')
        expect(there, what).toBe(0);
    });
  }
  copy.remove();
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
    if (ROUNDS > 0) for (const act of Object.keys(at.acts)) await everyKind(act, seen);
    for (const fault of SURE) {
      const outcome = await tryFault(fault);
      expect(outcome, JSON.stringify(fault)).not.toBeNull();
      seen[outcome ?? 'done'] += 1;
    }
    const what = `failing calls in ${ROUNDS > 0 ? Object.keys(at.acts).length : 1} key actions: ${seen.refused} refused, ${seen.done} overcome, nothing lost`;
    printFigure({ id: 'R3', done: seen.refused + seen.done, of: seen.wanted + SURE.length, what, bad: 0 });
  },
  7_200_000,
);
