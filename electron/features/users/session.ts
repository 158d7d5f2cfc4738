/** Who sits at this program: the data folder in use, locked or open, and the person who opened it. */
import { hostname } from 'node:os';
import { RefusalError, refuse } from '@shared/kernel/result';
import { openSqlite } from '../../database/open';
import { safetyCopy } from '../../database/safetyCopy';
import { type Actor, Store } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Clock } from '../../platform/clock';
import {
  announceHolder,
  type DataFolder,
  dataFolder,
  forgetHolder,
  isDataFolder,
  readHolder,
  refuseNetworkPath,
} from '../../platform/dataFolder';
import { FileStore } from '../../platform/fileStore';
import { openWithPassword, readKeyFile } from '../../platform/keySlots';
import { findUser } from './users.repository';

export interface SessionOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly program: 'window' | 'command line';
  /** Told when another folder is chosen, so that the next start finds it. */
  readonly onDataDir?: (dir: string) => void;
}

export class Session {
  readonly #options: SessionOptions;
  readonly workstation = hostname();
  #folder: DataFolder;
  #open: OpenFolder | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#folder = dataFolder(options.dataDir);
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
    this.#options.onDataDir?.(this.#folder.root);
  }

  /**
   * Unlocks the folder with the person's own key slot.
   * Refusals in order: folder-missing, key-slot-missing, bad-credentials, in-use, database-newer, database-damaged.
   */
  async signIn(name: string, password: string): Promise<void> {
    if (!isDataFolder(this.#folder)) refuse('folder-missing', { folder: this.#folder.root });
    await this.lock();
    const key = await openWithPassword(readKeyFile(this.#folder.keys), name, password);
    if (!key) refuse('bad-credentials');
    const store = this.#openStore(key);
    try {
      this.#open = await this.#admit(store, key, name);
    } catch (error) {
      // A folder left half open would answer `in-use` to the next attempt.
      await store.close();
      key.fill(0);
      throw error;
    }
  }

  /** The person behind the slot, signed in and logged; refuses `bad-credentials` for one who is no longer active. */
  async #admit(store: Store, key: Buffer, name: string): Promise<OpenFolder> {
    const user = await findUser(store.read, name);
    if (!user?.active) refuse('bad-credentials');
    const actor: Actor = {
      userId: user.id,
      name: user.name,
      display: user.display,
      unitId: user.unitId,
      unit: user.unit,
      roles: user.roles,
      workstation: this.workstation,
    };
    await store.write(actor, async () => ({
      result: null,
      audit: { action: 'session.signIn', objectKind: 'user', objectId: String(user.id) },
    }));
    announceHolder(this.#folder, {
      program: this.#options.program,
      pid: process.pid,
      since: this.#options.clock.now().toISOString(),
      workstation: this.workstation,
    });
    return { folder: this.#folder, store, files: new FileStore(this.#folder.files, key), actor, key };
  }

  #openStore(key: Buffer): Store {
    try {
      const sqlite = openSqlite({ path: this.#folder.database, key, beforeUpgrade: safetyCopy(this.#folder, key) });
      return new Store(sqlite, this.#options.clock);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'in-use')
        refuse('in-use', { holder: readHolder(this.#folder) });
      throw error;
    }
  }

  /** Closes the database and wipes the key. */
  async lock(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    await open.store.close();
    open.key.fill(0);
    forgetHolder(open.folder);
  }
}
