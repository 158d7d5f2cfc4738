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
  readonly hasTemporaryPassword: boolean;
}

/**
 * Whether the door lets nothing through but a new password. Under an alarm nothing is written, a password neither;
 * looking must be possible all the same, also when the alarm was raised after the sign-in.
 */
export const mustChangePassword = (open: OpenFolder): boolean => open.hasTemporaryPassword && !open.store.readOnly;
