/** P12: a backup of 1 GB while people work, against the raw copy of the same bytes; and what it makes others wait. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { present } from '@shared/kernel/assert';
import { runInThread } from '../../electron/features/backup/backupJobs';
import { Backups } from '../../electron/features/backup/backups';
import { createBackup } from '../../electron/features/backup/createBackup';
import type { Services } from '../../electron/services';
import { TEST_PASSWORD } from '../support/openFolder';
import { type BenchFolder, connect, filledFolder } from './folders';
import { interleaved, type Line, ratios, scaled, spreadOf, timed } from './measure';

const GIGABYTE = 1024 ** 3;
const ATTACHMENT = 2 * 1024 * 1024;
const SLICE = 1024 * 1024;

/** Fills the folder up to one gigabyte: what the database leaves is attachments, as scans are. */
function attachUpTo({ open }: BenchFolder, bytes: number): void {
  const columns = open.store.sqlite.pragma('table_info(attachment)') as { name: string; type: string }[];
  const insert = open.store.sqlite.prepare(`INSERT INTO attachment VALUES (${columns.map(() => '?').join(', ')})`);
  for (let left = bytes; left > 0; left -= ATTACHMENT) {
    const sha256 = open.files.put(randomBytes(ATTACHMENT));
    insert.run(...columns.map(({ name, type }) => (name === 'sha256' ? sha256 : type === 'INTEGER' ? 1 : 'x')));
  }
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Read, write, flush: the least that a copy costs. */
async function rawCopy(files: readonly string[], target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  const buffer = Buffer.allocUnsafe(SLICE);
  for (const [index, path] of files.entries()) {
    const [source, copy] = [await openFile(path, 'r'), await openFile(join(target, String(index)), 'w')];
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, SLICE, null);
      if (bytesRead === 0) break;
      await copy.write(buffer, 0, bytesRead);
    }
    await copy.sync();
    await Promise.all([source.close(), copy.close()]);
  }
}

/** The longest that a timer of the window's thread was late since it was last asked, in milliseconds. */
function windowStalls(): { longest(): Promise<number>; end(): Promise<number> } {
  const thread = new Worker(new URL('./windowThread.js', import.meta.url));
  return {
    longest: () =>
      new Promise((resolve) => {
        thread.once('message', resolve);
        thread.postMessage('ask');
      }),
    end: () => thread.terminate(),
  };
}

interface Waits {
  readonly stalls: number[];
  readonly requests: number[];
}

/** Asks for ledger pages and looks how late a timer comes, as long as `work` runs. */
async function whileWorking(folder: BenchFolder, waits: Waits, work: () => Promise<unknown>): Promise<void> {
  const client = connect(folder.services);
  let working = true;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    waits.stalls.push(now - last - 5);
    last = now;
  }, 5);
  const asking = (async () => {
    while (working) {
      const request = { filter: { conditions: [] }, sort: { column: 'balance', descending: true } } as const;
      const input = { ...request, cursor: null, limit: 50 };
      waits.requests.push(await timed(() => client.api.loans.page(input as never)));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await work().finally(() => {
    working = false;
  });
  await asking;
  clearInterval(timer);
  client.disconnect();
}

export async function p12(loans: number, rounds: number): Promise<Line[]> {
  const folder = await filledFolder(loans);
  const database = statSync(folder.open.folder.database).size;
  attachUpTo(folder, GIGABYTE - database);
  await folder.services.session.signIn('demo-clerk', TEST_PASSWORD);
  const open = present(folder.services.session.open, 'the demo clerk is signed in');
  const backups = new Backups(runInThread(new URL('./backupWorker.js', import.meta.url)));
  const services: Services = { ...folder.services, backups };
  const working: BenchFolder = { ...folder, open, services };
  const raw = join(open.folder.root, '..', 'raw');
  const files = [open.folder.database, ...filesBelow(open.folder.files)];
  const waits: Waits = { stalls: [], requests: [] };
  // What the first page needs is read once; and how late timers come on this machine without a backup.
  const idle: Waits = { stalls: [], requests: [] };
  await whileWorking(working, { stalls: [], requests: [] }, () => new Promise((resolve) => setTimeout(resolve, 2_000)));
  await whileWorking(working, idle, () => new Promise((resolve) => setTimeout(resolve, 5_000)));
  const window = windowStalls();
  const stalls: number[] = [];
  const times = await interleaved(rounds, {
    backup: async () => {
      rmSync(open.folder.backups, { recursive: true, force: true });
      await window.longest();
      const time = await timed(() =>
        whileWorking(working, waits, () => createBackup(services, open, 'manual', () => {})),
      );
      stalls.push(await window.longest());
      return time;
    },
    raw: async () => {
      rmSync(raw, { recursive: true, force: true });
      return timed(() => rawCopy(files, raw));
    },
  });
  await window.end();
  await folder.remove();
  const one = (value: number) => ({ min: value, median: value, max: value });
  const informative = { unit: 'ms', goal: null, judged: 'median' } as const;
  const seconds = { unit: 's', goal: null, judged: 'median' } as const;
  return [
    {
      id: 'P12',
      work: 'backup of 1 GB / raw copy',
      unit: 'x',
      spread: spreadOf(ratios(times.backup, times.raw)),
      goal: 1.5,
      judged: 'median',
    },
    {
      id: 'P12',
      work: "longest stall of the window's thread meanwhile",
      unit: 'ms',
      spread: spreadOf(stalls),
      goal: 50,
      judged: 'max',
    },
    {
      id: 'P12',
      work: 'longest ledger request meanwhile',
      unit: 'ms',
      spread: one(Math.max(...waits.requests)),
      goal: 300,
      judged: 'max',
    },
    { id: '', work: 'longest stall of the core meanwhile', ...informative, spread: one(Math.max(...waits.stalls)) },
    { id: '', work: 'longest stall of the core without', ...informative, spread: one(Math.max(...idle.stalls)) },
    { id: '', work: 'longest ledger request without', ...informative, spread: one(Math.max(...idle.requests)) },
    { id: '', work: 'backup of 1 GB', spread: spreadOf(scaled(times.backup, 0.001)), ...seconds },
    { id: '', work: 'raw copy of 1 GB', spread: spreadOf(scaled(times.raw, 0.001)), ...seconds },
  ];
}
