/** Starts a command on a copy of a data folder, kills it at a random moment, and looks at what is left (R1). */
import { spawn } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { CheckReport } from '@shared/contract/system.contract';
import { expect } from 'vitest';
import { Session } from '../../electron/features/users/session';
import type { OpenFolder } from '../../electron/openFolder';
import { option } from '../../electron/platform/host';
import { router } from '../../electron/router';
import type { Services } from '../../electron/services';
import { recordingEngine } from '../support/fillReport';
import { TEST_PASSWORD, type TestFolder } from '../support/openFolder';

/** Kills per test: a few in `npm test`, many in `npm run fault`. */
export const ROUNDS = Number(process.env.QINGSHOU_FAULT_ROUNDS ?? 0);

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  /** What reached stdout: a result there is an acknowledged one. */
  readonly out: string;
  readonly ms: number;
}

export interface KillPlan {
  /** Milliseconds from the start, or from the moment when `when` first holds; it is asked all the time. */
  readonly delay: number;
  readonly when?: (stderr: string) => boolean;
}

/** The write-ahead log has grown past what opening and signing in write. */
export function hasWritten(dir: string, bytes: number): boolean {
  return (statSync(join(dir, 'qingshou.db-wal'), { throwIfNoEntry: false })?.size ?? 0) >= bytes;
}

let runs = 0;

/** Runs the command to its end, or until the plan kills it. */
export function runAndKill(script: string, args: readonly string[], plan: KillPlan | null): Promise<Ended> {
  const started = performance.now();
  // Each round is a copy of the same folder: anchors of the round before would speak of another log.
  const env = { ...process.env, XDG_CONFIG_HOME: join(option(args, 'data') ?? tmpdir(), '..', `own-${++runs}`) };
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let out = '';
  let said = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    said += part;
  });
  const watch = setInterval(() => {
    if (!plan || (plan.when && !plan.when(said))) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), plan.delay);
  }, 1);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, out, ms: performance.now() - started });
    });
  });
}

/** A copy of a locked folder for one round. */
export function copyOf(folder: TestFolder, round: number): { dir: string; remove: () => void } {
  const dir = join(folder.dir, '..', `round-${round}`);
  cpSync(folder.dir, dir, { recursive: true });
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Signs in as after a crash; the folder must be sound. */
export async function reopened(
  folder: TestFolder,
  dir: string,
  look: (open: OpenFolder, report: CheckReport) => void | Promise<void>,
): Promise<void> {
  const session = new Session({ dataDir: dir, clock: folder.services.clock, program: 'command line' });
  const services: Services = { ...folder.services, session, engine: recordingEngine() };
  const client = createRouterClient(router, { context: { services } });
  await client.session.signIn({ name: 'clerk', password: TEST_PASSWORD });
  try {
    const report = await client.system.check();
    expect(report, JSON.stringify(report)).toMatchObject({ ok: true });
    await look(session.open as OpenFolder, report);
  } finally {
    await session.lock();
  }
}
