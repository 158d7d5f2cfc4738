/**
 * The folder that the scanner writes to: while somebody who records deliveries is signed in, whole files in it are received
 * under his name and put into a folder beside them. A file that cannot be put away stays and is known by its content, so
 * that it is never received twice, also after a lock, a restart or a kill between receiving and putting away.
 */
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { may } from '@shared/domain/users/roles';
import { RefusalError } from '@shared/kernel/result';
import { asStorageRefusal } from '../../database/uncertain';
import { mustChangePassword, type OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import { isWhole } from '../../platform/render/wholeScan';
import type { Services } from '../../services';
import type { Session } from '../users/session';
import { MOST_SCAN_BYTES, receiveFile } from './receiveFile';
import { isScanName } from './receiveScans';
import { readScanFolder } from './scanFolder.repository';

/** Between two looks, in milliseconds. */
const PAUSE_MS = 5_000;
/** Looks without a change after which a file is taken though its end is not what it should be: ten minutes. */
const LONGEST_ARRIVAL = 120;

/** Where received files go, and those that cannot be. */
export const PUT_AWAY = { received: '已接收', failed: '未接收' } as const;

/** What a person is told about the watching. */
export interface WatchState {
  /** Null while nothing looks. `unreachable`: the folder is not there now (a share that is off); `stopped`: the data folder takes nothing. */
  readonly state: 'watching' | 'unreachable' | 'stopped' | null;
  /** The fault's code of the system or of the refusal. */
  readonly cause: string | null;
  /** Since sign-in: pages filed and waiting, files that were here before, files that could not be received. */
  readonly filed: number;
  readonly waiting: number;
  readonly known: number;
  readonly failed: number;
}

const IDLE: WatchState = { state: null, cause: null, filed: 0, waiting: 0, known: 0, failed: 0 };

/** What a file looked like: another size or time is another file, or one that is still written. Shares number files anew each time. */
const lookOf = async (path: string): Promise<{ size: number; trace: string }> => {
  const { size, mtimeMs } = await stat(path);
  return { size, trace: `${size}:${mtimeMs}` };
};

const causeOf = (error: unknown): string => {
  const refusal = asStorageRefusal(error);
  return refusal instanceof RefusalError ? refusal.refusal.code : ((error as { code?: string }).code ?? 'unknown');
};

export class ScanWatch {
  /** By path: how a file looked, and in how many looks it has looked so. */
  readonly #arriving = new Map<string, { trace: string; looks: number }>();
  /** Received, but it could not be put away: how it looked then. */
  readonly #left = new Map<string, string>();
  state = IDLE;

  /** Looks once. A folder that is not there and a failing store are told in `state`; the next look tries again. */
  async look(services: Services, open: OpenFolder): Promise<void> {
    const folder = await readScanFolder(open.store.read);
    if (folder === null || open.store.readOnly || mustChangePassword(open) || !may(open.actor.roles, 'notice.record')) {
      this.state = { ...this.state, state: null, cause: null };
      return;
    }
    let names: string[];
    try {
      names = (await readdir(folder)).filter(isScanName).sort();
    } catch (error) {
      this.state = { ...this.state, state: 'unreachable', cause: causeOf(error) };
      return;
    }
    this.state = { ...this.state, state: 'watching', cause: null };
    for (const name of names) {
      if (services.session.open?.store !== open.store) return;
      await this.#consider(services, open, join(folder, name));
    }
  }

  async #consider(services: Services, open: OpenFolder, path: string): Promise<void> {
    try {
      if (!(await this.#hasArrived(path))) return;
      await services.session.finishing(this.#take(services, open, path));
    } catch (error) {
      // Gone meanwhile, or still held by the program that writes it: the next look sees. The store's own trouble is told.
      if (asStorageRefusal(error) instanceof RefusalError)
        this.state = { ...this.state, state: 'stopped', cause: causeOf(error) };
      else if ((error as { code?: string }).code === undefined) services.log(`error scan folder ${faultText(error)}`);
    }
  }

  /** Unchanged since the last look, and whole as far as its end can tell: Windows gives a copy its full size at once. */
  async #hasArrived(path: string): Promise<boolean> {
    const { size, trace } = await lookOf(path);
    if (this.#left.get(path) === trace) return false;
    const before = this.#arriving.get(path);
    const looks = before?.trace === trace ? before.looks + 1 : 0;
    this.#arriving.set(path, { trace, looks });
    if (looks === 0) return false;
    // One that is too large is not taken however it ends, so that nobody reads all of it every time.
    return looks >= LONGEST_ARRIVAL || size > MOST_SCAN_BYTES || isWhole(await readFile(path));
  }

  async #take(services: Services, open: OpenFolder, path: string): Promise<void> {
    const { trace } = await lookOf(path);
    const received = await receiveFile(services, open, path, { watched: true });
    const { filed, waiting, known, failed } = this.state;
    if (received.kind === 'received')
      this.state = { ...this.state, filed: filed + received.filed, waiting: waiting + received.waiting };
    else if (received.kind === 'known') this.state = { ...this.state, known: known + 1 };
    else this.state = { ...this.state, failed: failed + 1 };
    this.#arriving.delete(path);
    // Written anew meanwhile: what lies there now was not received.
    if ((await lookOf(path)).trace !== trace) return;
    const into = received.kind === 'unreadable' ? PUT_AWAY.failed : PUT_AWAY.received;
    if (!(await putAway(path, into))) this.#left.set(path, trace);
  }
}

/** Into a folder beside it, under a name that is free there. False when it has to stay (a share without the right to move). */
async function putAway(path: string, into: string): Promise<boolean> {
  try {
    const folder = join(dirname(path), into);
    await mkdir(folder, { recursive: true });
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
    const [suffix, stem] = [extname(path), basename(path, extname(path))];
    let name = `${stem}${suffix}`;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem} (${copy})${suffix}`;
    await rename(path, join(folder, name));
    return true;
  } catch {
    return false;
  }
}

const watches = new WeakMap<Session, ScanWatch>();

export const watchState = (session: Session): WatchState => watches.get(session)?.state ?? IDLE;

/** In the window only, until the folder is locked or somebody else signs in. Nobody waits for it. */
export function watchScansAfterSignIn(services: Services): void {
  const { session, program, log } = services;
  if (program !== 'window') return;
  const watch = new ScanWatch();
  watches.set(session, watch);
  const isOn = () => session.open !== null && watches.get(session) === watch;
  const run = async (): Promise<void> => {
    while (isOn()) {
      const { open } = session;
      if (open)
        await watch.look(services, open).catch((error) => isOn() && log(`error scan folder ${faultText(error)}`));
      await wait(PAUSE_MS, undefined, { ref: false });
    }
  };
  void run();
}
