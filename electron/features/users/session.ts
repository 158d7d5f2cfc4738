/** Who sits at this program: the data folder in use, locked or open, and the person who opened it. */
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { RotationPart } from '@shared/domain/users/rotation';
import { refuse } from '@shared/kernel/result';
import { examineFiles } from '../../database/examine';
import { openStore } from '../../database/openStore';
import type { Actor, Store } from '../../database/store';
import { asDamage } from '../../database/uncertain';
import type { OpenFolder } from '../../openFolder';
import { finishSwap } from '../../platform/backup/swapFolder';
import type { Clock } from '../../platform/clock';
import { cryptoSelfTest } from '../../platform/cryptoSelfTest';
import { type DataFolder, dataFolder, isDataFolder, refuseNetworkPath } from '../../platform/dataFolder';
import { databaseMark, readKeyFile } from '../../platform/keyFile';
import { type DatabaseKey, hasUserSlot, type OpenedSlot, openWithPassword, wipeOpened } from '../../platform/keySlots';
import { SignInGuard } from '../../platform/signInGuard';
import { LogKeeper } from '../audit/logKeeper';
import { adoptPublicKey, publicKeys } from './access.repository';
import { failedSignIns } from './failedSignIns';
import { fileStoreOf } from './folderFiles';
import { rotateKeys } from './rotateKeys';
import { findUser, type UserRow } from './users.repository';
import { Windows } from './windows';

export interface SessionOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly program: 'window' | 'command line';
  /** The program's own folder of this user: a second copy of the log's anchors lies there. */
  readonly ownDir?: string;
  /** Seconds since the computer started; a test's own. */
  readonly uptime?: () => number;
  /** Told when another folder is chosen, so that the next start finds it. */
  readonly onDataDir?: (dir: string) => void;
}

/** Milliseconds for a notice to reach the windows. */
const NOTICE_TIME = 20;

/** Milliseconds that a lock waits for work at most. */
const LONGEST_WORK = 120_000;

export class Session {
  readonly #options: SessionOptions;
  readonly workstation = hostname();
  readonly windows = new Windows();
  #folder: DataFolder;
  #open: OpenFolder | null = null;
  /** What a lock waits for. */
  readonly #unfinished = new Set<Promise<unknown>>();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#folder = dataFolder(options.dataDir);
    finishSwap(this.#folder.root);
  }

  get ownDir(): string | null {
    return this.#options.ownDir ?? null;
  }

  get folder(): DataFolder {
    return this.#folder;
  }

  get open(): OpenFolder | null {
    return this.#open;
  }

  get phase(): 'setup' | 'locked' | 'open' {
    if (this.#open) return 'open';
    return isDataFolder(this.#folder) ? 'locked' : 'setup';
  }

  async changeDataDir(dir: string): Promise<void> {
    refuseNetworkPath(dir);
    await this.lock();
    this.#folder = dataFolder(dir);
    finishSwap(this.#folder.root);
    this.#options.onDataDir?.(this.#folder.root);
  }

  /** Counts failed sign-ins of the present folder. */
  get guard(): SignInGuard {
    return this.guardIn(this.#folder.root);
  }

  /** Counts them in `root` where there is no data folder yet. */
  guardIn(root: string): SignInGuard {
    const { clock, uptime } = this.#options;
    return new SignInGuard({ root, now: () => clock.now(), ...(uptime && { uptime }) });
  }

  /** Before a secret is tried: nobody is signed in. Refusals in order: those of `examineFiles`, crypto-self-test. */
  async prepare(): Promise<void> {
    refuseNetworkPath(this.#folder.root);
    examineFiles(this.#folder);
    await cryptoSelfTest();
    await this.lock();
  }

  /**
   * Unlocks the folder with the person's own key slot.
   * Refusals in order: folder-missing, crypto-self-test, key-slot-missing, signin-delayed, bad-credentials, those of
   * `openStore`.
   */
  async signIn(name: string, password: string): Promise<void> {
    await this.prepare();
    const file = readKeyFile(this.#folder.keys);
    const act = () => openWithPassword(file, name, password);
    const shown = hasUserSlot(file, name) ? name : '***';
    const opened = await this.guard.attempt({ subject: name, shown, act });
    if (!opened) refuse('bad-credentials');
    const open = await this.#opened(opened, name, 'bad-credentials');
    try {
      if (!open.store.readOnly) await this.#record(open, opened);
      this.#open = open;
    } catch (error) {
      // A folder left half open would answer `in-use` to the next attempt.
      await close(open);
      throw error;
    }
  }

  /** Opens the folder for one act of a user who is not signed in, e.g. with the recovery code. Refuses as `signIn`, and user-unknown. */
  async during<T>(opened: OpenedSlot, name: string, act: (open: OpenFolder) => Promise<T>): Promise<T> {
    const open = await this.#opened(opened, name, 'user-unknown');
    try {
      return await act(open);
    } finally {
      await close(open);
    }
  }

  /** The signed-in person has set a password of his own. */
  passwordChanged(): void {
    if (this.#open) this.#open = { ...this.#open, hasTemporaryPassword: false };
  }

  /** A new key for the folder; the signed-in person works on, and his window shows how far it is. */
  async rotate(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const begin = async (part: RotationPart) => {
      this.windows.tell({ kind: 'rotating', part });
      // The notice leaves this thread before the part begins.
      await wait(NOTICE_TIME);
    };
    const over = () => this.windows.tell({ kind: 'rotating', part: null });
    const rotated = await rotateKeys(open, this.#options.clock, begin).finally(over);
    if (this.#open === open) this.#open = rotated;
    else rotated.files.wipe();
  }

  /** The folder as the named user; `refusal` for one who is no longer active. Of the slot's keys only the right one stays. */
  async #opened(opened: OpenedSlot, name: string, refusal: string): Promise<OpenFolder> {
    const mark = databaseMark(this.#folder.database);
    const right = opened.keys.find((each) => each.database === mark) ?? opened.keys[0];
    const own: DatabaseKey = { database: mark, key: Buffer.from(right?.key ?? Buffer.alloc(32)) };
    wipeOpened(opened);
    let store: Store | null = null;
    try {
      store = this.#openStore(own.key);
      const user = await findUser(store.read, name);
      if (!user?.active) refuse(refusal);
      return this.#folderOf(store, own, user);
    } catch (error) {
      await store?.close();
      own.key.fill(0);
      throw asDamage(error);
    }
  }

  #folderOf(store: Store, { database, key }: DatabaseKey, user: UserRow): OpenFolder {
    const { clock, program } = this.#options;
    const actor: Actor = {
      userId: user.id,
      name: user.name,
      display: user.display,
      unitId: user.unitId,
      unit: user.unit,
      roles: user.roles,
      workstation: this.workstation,
    };
    const log = new LogKeeper(store, this.#folder, this.ownDir, clock);
    if (!store.readOnly) log.keep();
    const hasTemporaryPassword = user.mustChange === 'always' || (user.mustChange === 'window' && program === 'window');
    const files = fileStoreOf(this.#folder, store);
    return { folder: this.#folder, store, files, log, actor, key, databaseMark: database, hasTemporaryPassword };
  }

  /** The sign-in, the failed ones before it, and a slot whose writing was cut off before its transaction ended. */
  async #record(open: OpenFolder, { slot }: OpenedSlot): Promise<void> {
    const { guard } = this;
    const user = { objectKind: 'user', objectId: String(open.actor.userId) };
    await open.store.write(open.actor, async (tx) => {
      const audit = [...failedSignIns(guard), { action: 'session.signIn', ...user }];
      const known = (await publicKeys(tx)).get(open.actor.name);
      if (open.actor.userId !== null && known !== slot.publicKey) {
        await adoptPublicKey(tx, open.actor.userId, slot.publicKey);
        audit.push({ action: 'session.adoptSlot', ...user });
      }
      return { result: null, audit };
    });
    guard.reported();
    open.log.seal();
  }

  /** The database, to be written, or with an alarm to be read only; refusals as `openStore`. */
  #openStore(key: Buffer): Store {
    const { clock, program } = this.#options;
    const since = clock.now().toISOString();
    return openStore({
      folder: this.#folder,
      key,
      clock,
      holder: { program, pid: process.pid, since, workstation: this.workstation },
      examine: (store) => new LogKeeper(store, this.#folder, this.ownDir, clock).examine(),
    });
  }

  /** Work that a lock lets end: it holds no transaction yet, and would find its database closed when it comes to write. */
  async finishing<T>(work: Promise<T>): Promise<T> {
    this.#unfinished.add(work);
    try {
      return await work;
    } finally {
      this.#unfinished.delete(work);
    }
  }

  /** Waits for what `finishing` holds, however it ends; a file that hangs keeps nobody from locking. */
  async settled(): Promise<void> {
    if (this.#unfinished.size === 0) return;
    const over = new AbortController();
    const patience = wait(LONGEST_WORK, undefined, { signal: over.signal, ref: false }).catch(() => {});
    await Promise.race([Promise.allSettled(this.#unfinished), patience]);
    over.abort();
  }

  /** Closes the database and wipes every copy of its key. */
  async lock(): Promise<void> {
    await this.settled();
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    await close(open);
  }
}

async function close(open: OpenFolder): Promise<void> {
  open.log.stop();
  await open.store.close();
  open.log.seal();
  open.files.wipe();
  open.key.fill(0);
}
