/** An unlocked data folder, as every use case behind sign-in gets it. */
import type { Actor, Store } from './database/store';
import type { LogKeeper } from './features/audit/logKeeper';
import type { DataFolder } from './platform/dataFolder';
import type { FileStore } from './platform/fileStore';

/** An unlocked data folder with the person who unlocked it. */
export interface OpenFolder {
  readonly folder: DataFolder;
  readonly store: Store;
  readonly files: FileStore;
  /** The audit log's anchors and verification. */
  readonly log: LogKeeper;
  readonly actor: Actor;
  /** The database key; needed to make slots for further users. */
  readonly key: Buffer;
  /** Which database file the key opens (`DatabaseKey.database`). */
  readonly databaseMark: string;
  /** A temporary password: the door lets nothing through but changing it. */
  readonly mustChangePassword: boolean;
}
