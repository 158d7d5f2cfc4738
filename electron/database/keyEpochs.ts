/**
 * Key epochs: the secrets that attachments and the audit log are keyed by, kept inside the encrypted database.
 * The first epoch's root is the database key of that time; every later one is random, so that whoever was removed and
 * still knows an old database key learns nothing about what comes after (reliability: keys).
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { assert } from '@shared/kernel/assert';
import type Sqlite from 'better-sqlite3';

export interface KeyEpoch {
  readonly epoch: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

export type EpochPurpose = 'attachments' | 'audit';

/** Every epoch, oldest first; a data folder has at least the first. */
export function readKeyEpochs(sqlite: Sqlite.Database): KeyEpoch[] {
  return sqlite.prepare('SELECT epoch, root FROM key_epoch ORDER BY epoch').all() as KeyEpoch[];
}

/** Begins a new epoch from the next audit row on. Call it inside the transaction that rotates. `at`: ISO instant. */
export function addKeyEpoch(sqlite: Sqlite.Database, at: string): KeyEpoch {
  const last = sqlite.prepare('SELECT max(epoch) FROM key_epoch').pluck().get() as number | null;
  assert(last !== null, 'a data folder has its first key epoch');
  const next: KeyEpoch = { epoch: last + 1, root: randomBytes(32) };
  sqlite
    .prepare('INSERT INTO key_epoch (epoch, root, at, since) VALUES (?, ?, ?, (SELECT count(*) FROM audit_entry))')
    .run(next.epoch, next.root, at);
  return next;
}

/** The 32-byte key of one purpose in one epoch. */
export function subkey(epoch: KeyEpoch, purpose: EpochPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', epoch.root, Buffer.alloc(0), `qingshou ${purpose}`, 32));
}
