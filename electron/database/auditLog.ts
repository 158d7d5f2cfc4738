/**
 * The tamper-evident log (reliability: log): entries without gaps, each with a MAC over itself and the MAC before it.
 * Appending happens in the transaction of the change; verifying goes in slices so that nobody waits for it.
 */
import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import {
  type ChainedEntry,
  canonicalEntry,
  canonicalJson,
  EMPTY_HEAD,
  entryValues,
  type Fault,
  type Head,
} from '@shared/domain/audit/chain';
import { present } from '@shared/kernel/assert';
import type Sqlite from 'better-sqlite3';
import { readKeyEpochs, subkey } from './keyEpochs';

/** An entry with its own MAC, as the table holds it. */
export interface StoredEntry extends ChainedEntry {
  readonly mac: string;
}

/** What an entry says, before it has its place in the chain. */
export type NewEntry = Omit<ChainedEntry, 'seq' | 'epoch' | 'previousMac'>;

const FIELDS = `id AS seq, at, user_id AS userId, user_name AS user, roles, workstation, action, object_kind AS objectKind,
  object_id AS objectId, household_id AS householdId, detail, request_id AS requestId, before_digest AS beforeDigest,
  after_digest AS afterDigest, epoch, lower(hex(previous_mac)) AS previousMac, lower(hex(mac)) AS mac`;

/** Stored texts cannot hold half of a character; without this the stored row would differ from the signed one. */
const sound = <T extends string | null>(text: T): T => (text === null ? text : (text.toWellFormed() as T));

export const digestOfValue = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

export class AuditLog {
  readonly #sqlite: Sqlite.Database;
  /** Made once: an HMAC that is given bytes makes such a key each time, which takes longer than the MAC itself. */
  readonly #keys = new Map<number, KeyObject>();
  readonly #newestEpoch: Sqlite.Statement;
  readonly #head: Sqlite.Statement;
  readonly #insert: Sqlite.Statement;
  readonly #slice: Sqlite.Statement;

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
    this.#newestEpoch = sqlite.prepare('SELECT max(epoch) FROM key_epoch').pluck();
    this.#head = sqlite.prepare('SELECT id AS seq, lower(hex(mac)) AS mac FROM audit_entry ORDER BY id DESC LIMIT 1');
    this.#insert = sqlite.prepare(
      'INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unhex(?), unhex(?))',
    );
    this.#slice = sqlite.prepare(`SELECT ${FIELDS} FROM audit_entry WHERE id > ? ORDER BY id LIMIT ?`);
  }

  /** Read each time: a rolled back transaction takes its entries back, and nothing here remembers them. */
  head(): Head {
    return (this.#head.get() as Head | undefined) ?? EMPTY_HEAD;
  }

  /** Inside the transaction of the change. The newest key epoch signs. */
  append(entries: readonly NewEntry[]): void {
    const epoch = this.#newestEpoch.get() as number;
    const key = present(this.#keyOf(epoch), 'the newest key epoch is known');
    let { seq, mac } = this.head();
    for (const entry of entries) {
      const next: ChainedEntry = { ...wellFormed(entry), seq: seq + 1, epoch, previousMac: mac };
      seq = next.seq;
      mac = macOf(next, key);
      this.#insert.run(...entryValues(next), mac);
    }
  }

  /** At most `limit` entries after `seq`, oldest first. */
  slice(after: number, limit: number): StoredEntry[] {
    return this.#slice.all(after, limit) as StoredEntry[];
  }

  /** The MAC that an entry with these fields must have; null for an epoch that this folder never had. */
  expectedMac(entry: ChainedEntry): string | null {
    const key = this.#keyOf(entry.epoch);
    return key && macOf(entry, key);
  }

  /** Before the connection is closed: the keys are let go, and their memory is cleared with them. */
  wipe(): void {
    this.#keys.clear();
  }

  #keyOf(epoch: number): KeyObject | null {
    const known = this.#keys.get(epoch);
    if (known) return known;
    for (const each of readKeyEpochs(this.#sqlite)) {
      const bytes = subkey(each, 'audit');
      this.#keys.set(each.epoch, createSecretKey(bytes));
      bytes.fill(0);
      each.root.fill(0);
    }
    return this.#keys.get(epoch) ?? null;
  }
}

const macOf = (entry: ChainedEntry, key: KeyObject): string =>
  createHmac('sha256', key).update(canonicalEntry(entry)).digest('hex');

const wellFormed = (entry: NewEntry): NewEntry => ({
  ...entry,
  user: sound(entry.user),
  workstation: sound(entry.workstation),
  objectId: sound(entry.objectId),
  requestId: sound(entry.requestId),
});

/** How far around its place a moved entry is looked for: enough to tell swapped, removed and added neighbours. */
const NEAR = 200;

/** Whether the MAC fits the entry under another number: it is genuine, but stood somewhere else. */
function stoodElsewhere(log: AuditLog, entry: StoredEntry): boolean {
  for (let seq = Math.max(1, entry.seq - NEAR); seq <= entry.seq + NEAR; seq += 1)
    if (seq !== entry.seq && log.expectedMac({ ...entry, seq }) === entry.mac) return true;
  return false;
}

/**
 * What is wrong with an entry that follows `before`, or null. In order: gap (numbers are missing in front of it),
 * unknown-epoch, order (it is genuine, but stood elsewhere), changed (its MAC does not fit its fields), wrong-previous
 * (it names another MAC before it). `tellMoved` false: order counts as changed, which takes a few hundred MACs less.
 */
export function faultOf(log: AuditLog, entry: StoredEntry, before: Head, tellMoved = true): Fault | null {
  if (entry.seq !== before.seq + 1) return 'gap';
  const mac = log.expectedMac(entry);
  if (mac === null) return 'unknown-epoch';
  if (mac !== entry.mac) return tellMoved && stoodElsewhere(log, entry) ? 'order' : 'changed';
  return entry.previousMac === before.mac ? null : 'wrong-previous';
}
