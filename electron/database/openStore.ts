/**
 * Opens a data folder's database for a session: looked at from outside, opened, compared with the anchors, and only
 * then written to. What looks wrong but can be read is opened to be read only, with an alarm (reliability: promise 4).
 */
import { existsSync, rmSync, statSync } from 'node:fs';
import { RefusalError, refuse } from '@shared/kernel/result';
import type Sqlite from 'better-sqlite3';
import type { Clock } from '../platform/clock';
import { announceHolder, type DataFolder, type Holder, readHolder, refuseNetworkPath } from '../platform/dataFolder';
import type { Alarm } from './alarm';
import type { ConnectionSource } from './connection';
import { examineFiles, examineTraces, logSize } from './examine';
import { NEWEST_VERSION } from './migrate';
import { openSqlite, openToLook, quickCheck } from './open';
import { PAGE_SIZE } from './pageProof';
import { safetyCopy } from './safetyCopy';
import { Store } from './store';
import { asDamage, storageCause } from './uncertain';

export interface OpenStoreOptions {
  readonly folder: DataFolder;
  /** The caller's own buffer; needed for as long as the store is open. */
  readonly key: Buffer;
  readonly clock: Clock;
  /** Who will hold the folder. */
  readonly holder: Omit<Holder, 'closing'>;
  /** Compares the log's head with its anchors outside the database. */
  readonly examine: (store: Store) => Alarm | null;
}

/** Up to this size (bytes) every page is looked at before anybody works: 0.07 s. Larger ones are looked at afterwards. */
export const CHECKED_AT_ONCE = 64 * 1024 * 1024;

/**
 * A store that may be written, or one with an `alarm` that may only be read.
 * Refusals in order: folder-network, folder-missing, folder-incomplete, database-foreign, database-empty,
 * folder-unwritable, in-use, database-truncated, database-key-mismatch, database-damaged, database-newer, storage-failed.
 */
export function openStore(options: OpenStoreOptions): Store {
  const { folder, clock } = options;
  refuseNetworkPath(folder.root);
  examineFiles(folder);
  const connections = new FolderConnections(options);
  const connect = (mode: 'write' | 'read') => new Store(connections.open(mode), clock, connections);
  const examined = (store: Store, examine: () => Alarm | null) => {
    try {
      const alarm = examine();
      if (alarm) store.raise(alarm);
      return store;
    } catch (error) {
      store.sqlite.close();
      connections.closed();
      throw asDamage(error);
    }
  };
  const write = () => {
    const store = connect('write');
    return examined(store, () => alarmOf(store, options));
  };
  const traces = examineTraces(folder);
  if (!traces && !logSize(folder.database)) return write();
  // After a crash the log holds what the database lacks; it is brought in only when together they are what they were.
  const looking = connect('read');
  examined(looking, () => traces ?? alarmOf(looking, options));
  if (looking.readOnly) return looking;
  looking.sqlite.close();
  return write();
}

/** What speaks against writing to it; a database that is still to be upgraded has no anchored log. */
function alarmOf(store: Store, { folder, examine }: OpenStoreOptions): Alarm | null {
  const { size } = statSync(folder.database);
  const isCut = size % PAGE_SIZE > 0 && !logSize(folder.database);
  if (isCut) return { code: 'database-truncated', facts: { file: folder.database } };
  const found = size <= CHECKED_AT_ONCE ? quickCheck(store.sqlite) : null;
  if (found !== null) return { code: 'database-damaged', facts: { found } };
  const version = store.sqlite.pragma('user_version', { simple: true });
  return version === NEWEST_VERSION ? (examine(store) ?? missingFiles(store, folder)) : null;
}

/** A folder copied without its attachments. */
function missingFiles(store: Store, folder: DataFolder): Alarm | null {
  if (existsSync(folder.files)) return null;
  const { n } = store.sqlite.prepare('SELECT count(*) AS n FROM attachment').get() as { n: number };
  return n === 0 ? null : { code: 'attachments-missing', facts: { count: n } };
}

/** The folder's connections, and the note that says who holds it while one of them may write. */
class FolderConnections implements ConnectionSource {
  readonly #options: OpenStoreOptions;
  #note: 'none' | 'held' | 'closing' = 'none';

  constructor(options: OpenStoreOptions) {
    this.#options = options;
  }

  open(mode: 'write' | 'read'): Sqlite.Database {
    const { folder, key } = this.#options;
    const index = `${folder.database}-shm`;
    const wasThere = existsSync(index);
    const note = this.#note;
    try {
      if (mode === 'read') return openToLook(folder.database, key);
      const onHeld = () => {
        // Left by a handle that only looked; whoever holds the lock keeps this index in memory.
        rmSync(index, { force: true });
        this.#announce();
      };
      return openSqlite({ path: folder.database, key, onHeld, beforeUpgrade: safetyCopy(folder, key) });
    } catch (error) {
      if (note === 'none' && this.#note !== 'none') this.closed();
      if (mode === 'read' && !wasThere) rmSync(index, { force: true });
      if (error instanceof RefusalError && error.refusal.code === 'in-use')
        refuse('in-use', { holder: readHolder(folder) });
      throw error;
    }
  }

  /** Not again after a failure of the disk: the note is there already, and there may be no room for another. */
  #announce(): void {
    if (this.#note === 'held') return;
    announceHolder(this.#options.folder, this.#options.holder);
    this.#note = 'held';
  }

  closing(): void {
    const { folder, holder } = this.#options;
    if (this.#note === 'none') return;
    try {
      announceHolder(folder, { ...holder, closing: true });
      this.#note = 'closing';
    } catch (error) {
      // Without room even for this note the folder is let go all the same; the note itself goes next.
      if (storageCause(error) === null) throw error;
    }
  }

  /** A disk that is gone must not keep the session from ending: its keys are wiped next. */
  closed(): void {
    const { folder } = this.#options;
    const note = this.#note !== 'none' ? folder.holder : `${folder.database}-shm`;
    // A disk that failed on closing leaves the log behind: the note stays with it, or the log would look like a stranger's.
    const isLeft = this.#note !== 'none' && Boolean(logSize(folder.database));
    this.#note = 'none';
    if (isLeft) return;
    try {
      rmSync(note, { force: true });
    } catch (error) {
      if (storageCause(error) === null) throw error;
    }
  }
}
