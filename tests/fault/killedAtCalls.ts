/**
 * Kills a command at one of its system calls that change files: strace counts them and sends SIGKILL at the chosen one.
 * Where strace cannot trace (no right, not installed), the moments are points in time instead.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from './killing';

const CALLS = ['pwrite64', 'write', 'fsync', 'rename', 'unlink', 'ftruncate'] as const;

/** The `count`-th call of its kind in one thread, as strace counts; `time`: that many milliseconds after the start. */
export interface Moment {
  readonly call: (typeof CALLS)[number] | 'time';
  readonly count: number;
}

const canTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
/** Without `--seccomp-bpf`, which is faster and injects nothing. */
const TRACE = ['-f', '-qq'];

/** Runs the command once to its end and lists every moment at which it can be killed. `own`: the program's own folder. */
export async function writingMoments(command: readonly string[], own: string): Promise<Moment[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qingshou-trace-'));
  const trace = join(folder, 'trace');
  try {
    const traced = ['strace', ...TRACE, '-o', trace, '-e', `trace=${CALLS.join()}`, ...command];
    const ended = await run(canTrace ? traced : command, own, null);
    if (ended.code !== 0) throw new Error(`the command does not work: ${ended.out}`);
    if (!canTrace) return Array.from({ length: Math.round(ended.ms) }, (_, count) => ({ call: 'time', count }));
    const lines = readFileSync(trace, 'utf8').split('\n');
    return CALLS.flatMap((call) => {
      const threads = new Map<string, number>();
      for (const line of lines) {
        const thread = new RegExp(`^(\\d+) +${call}\\(`).exec(line)?.[1];
        if (thread) threads.set(thread, (threads.get(thread) ?? 0) + 1);
      }
      return Array.from({ length: Math.max(0, ...threads.values()) }, (_, index) => ({ call, count: index + 1 }));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function killedAt(command: readonly string[], own: string, moment: Moment): Promise<Ended> {
  const { call, count } = moment;
  if (call === 'time') return run(command, own, count);
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${count}`];
  return run(['strace', ...TRACE, '-o', '/dev/null', ...inject, ...command], own, null);
}

function run([program, ...args]: readonly string[], own: string, killAfter: number | null): Promise<Ended> {
  const started = performance.now();
  const env = { ...process.env, XDG_CONFIG_HOME: own };
  const child = spawn(program as string, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, out, ms: performance.now() - started });
    });
  });
}
