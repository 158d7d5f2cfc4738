/** Tampering with the log of a database by direct SQL, triggers dropped: each way of it, and the first row that is bad after it. */
import { createHmac, randomBytes } from 'node:crypto';
import { canonicalEntry, type Head } from '@shared/domain/audit/chain';
import type { StoredEntry } from '../../electron/database/auditLog';
import { readKeyEpochs, subkey } from '../../electron/database/keyEpochs';
import type { Store } from '../../electron/database/store';

export interface Tampering {
  readonly way: string;
  /** Number of the first entry that is not as it was. */
  readonly bad: number;
  /** The forger opened the database with a key of his own right: every MAC fits, only anchors outside can tell. */
  readonly hadTheKey?: boolean;
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const between = (from: number, to: number): number => from + Math.floor(Math.random() * (to - from + 1));

const TEXTS = ['at', 'user_name', 'roles', 'workstation', 'action', 'object_kind', 'object_id', 'request_id'] as const;
const DIGESTS = ['before_digest', 'after_digest'] as const;
const NUMBERS = ['user_id', 'household_id'] as const;
const MACS = ['previous_mac', 'mac'] as const;

export function dropTriggers(store: Store): void {
  const names = store.sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('audit_entry', 'key_epoch')")
    .pluck()
    .all() as string[];
  for (const name of names) store.sqlite.exec(`DROP TRIGGER ${name}`);
}

/** Something else than what stands there, of the column's own type. */
function otherValue(store: Store, column: string, seq: number): unknown {
  const old = store.sqlite.prepare(`SELECT ${column} FROM audit_entry WHERE id = ?`).pluck().get(seq);
  if ((MACS as readonly string[]).includes(column)) {
    const bytes = Buffer.from(old as Buffer);
    bytes[between(0, 31)]! ^= 1 << between(0, 7);
    return bytes;
  }
  if (column === 'detail') return JSON.stringify({ forged: Math.random() });
  if (column === 'epoch') return pick([2, 0, 77]);
  if ((NUMBERS as readonly string[]).includes(column))
    return pick([null, 0, -1, 4711].filter((value) => value !== old));
  return pick([`${old ?? ''}x`, `${old ?? ''} `, '', '别人'].filter((value) => value !== old));
}

function changeField(store: Store, last: number): Tampering {
  const seq = between(1, last);
  const column = pick([...TEXTS, ...DIGESTS, ...NUMBERS, ...MACS, 'detail', 'epoch']);
  store.sqlite.prepare(`UPDATE audit_entry SET ${column} = ? WHERE id = ?`).run(otherValue(store, column, seq), seq);
  return { way: `change ${column}`, bad: seq };
}

function deleteEntries(store: Store, last: number): Tampering {
  const from = between(1, last);
  const to = between(from, Math.min(last, from + 3));
  store.sqlite.prepare('DELETE FROM audit_entry WHERE id BETWEEN ? AND ?').run(from, to);
  return { way: 'delete', bad: from };
}

/** Leaves no gap: those behind move up. */
function deleteAndClose(store: Store, last: number): Tampering {
  const seq = between(1, last);
  store.sqlite.prepare('DELETE FROM audit_entry WHERE id = ?').run(seq);
  shift(store, seq + 1, last, -1);
  return { way: 'delete and renumber', bad: seq };
}

function shift(store: Store, from: number, to: number, by: number): void {
  const move = store.sqlite.prepare('UPDATE audit_entry SET id = ? WHERE id = ?');
  const order = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  for (const seq of by < 0 ? order : order.toReversed()) move.run(seq + by, seq);
}

function swap(store: Store, last: number): Tampering {
  const first = between(1, last - 1);
  const second = between(first + 1, last);
  const move = store.sqlite.prepare('UPDATE audit_entry SET id = ? WHERE id = ?');
  move.run(-1, first);
  move.run(first, second);
  move.run(second, -1);
  return { way: 'swap', bad: first };
}

const COLUMNS = `at, user_id, user_name, roles, workstation, action, object_kind, object_id, household_id, detail, request_id,
  before_digest, after_digest, epoch, previous_mac, mac`;

/** A copy of another entry, or one signed with a key of the forger's own; those behind move down. */
function insert(store: Store, last: number): Tampering {
  const seq = between(1, last + 1);
  const model = between(1, last);
  shift(store, seq, last, 1);
  const from = model >= seq ? model + 1 : model;
  store.sqlite.prepare(`INSERT INTO audit_entry SELECT ?, ${COLUMNS} FROM audit_entry WHERE id = ?`).run(seq, from);
  // A copy in front of its own original stands where that stood: the original behind it is what does not fit.
  if (Math.random() < 0.5) return { way: 'insert a copy', bad: model === seq ? seq + 1 : seq };
  rechain(store, seq, seq, randomBytes(32));
  return { way: 'insert with a wrong key', bad: seq };
}

function truncate(store: Store, last: number): Tampering {
  const from = between(1, last);
  store.sqlite.prepare('DELETE FROM audit_entry WHERE id >= ?').run(from);
  return { way: 'truncate', bad: from };
}

/** New MACs from `from` to `to`, each over the one before: what a forger with `key` would do. */
function rechain(store: Store, from: number, to: number, key: Buffer): void {
  const { auditLog, sqlite } = store;
  const update = sqlite.prepare('UPDATE audit_entry SET previous_mac = unhex(?), mac = unhex(?) WHERE id = ?');
  let previous = from === 1 ? '0'.repeat(64) : (auditLog.slice(from - 2, 1)[0] as StoredEntry).mac;
  for (let seq = from; seq <= to; seq += 1) {
    const entry = { ...(auditLog.slice(seq - 1, 1)[0] as StoredEntry), previousMac: previous };
    const mac = createHmac('sha256', key).update(canonicalEntry(entry)).digest('hex');
    update.run(previous, mac, seq);
    previous = mac;
  }
}

function rechainWithWrongKey(store: Store, last: number): Tampering {
  const seq = between(1, last);
  store.sqlite.prepare("UPDATE audit_entry SET detail = '{}', user_name = 'x' WHERE id = ?").run(seq);
  rechain(store, seq, last, randomBytes(32));
  return { way: 're-chain with a wrong key', bad: seq };
}

/** Somebody who can open the database has its keys: only anchors outside tell. */
function rechainWithTheKey(store: Store, last: number): Tampering {
  const seq = between(1, last);
  store.sqlite.prepare("UPDATE audit_entry SET detail = '{}', user_name = 'x' WHERE id = ?").run(seq);
  rechain(store, seq, last, theKey(store));
  return { way: 're-chain with the key', bad: seq, hadTheKey: true };
}

/** One entry rewritten and signed anew, those behind it left as they are. */
function resignOne(store: Store, last: number): Tampering {
  const seq = between(1, last);
  store.sqlite.prepare("UPDATE audit_entry SET detail = '{}', user_name = 'x' WHERE id = ?").run(seq);
  rechain(store, seq, seq, theKey(store));
  return { way: 're-sign one with the key', bad: seq, hadTheKey: true };
}

/** An older copy of the folder in which somebody worked on. */
function olderCopyWorkedOn(store: Store, last: number): Tampering {
  const from = between(1, last);
  store.sqlite
    .prepare("UPDATE audit_entry SET object_id = 'another day', at = '2026-11-23T00:00:00.000Z' WHERE id >= ?")
    .run(from);
  const until = between(from, last);
  store.sqlite.prepare('DELETE FROM audit_entry WHERE id > ?').run(until);
  rechain(store, from, until, theKey(store));
  return { way: 'an older copy, worked on', bad: from, hadTheKey: true };
}

function exchangeEpoch(store: Store): Tampering {
  store.sqlite.prepare('UPDATE key_epoch SET root = ? WHERE epoch = 1').run(randomBytes(32));
  return { way: 'exchange a key epoch', bad: 1 };
}

const theKey = (store: Store): Buffer => subkey(readKeyEpochs(store.sqlite)[0]!, 'audit');

const WAYS: readonly ((store: Store, last: number) => Tampering)[] = [
  changeField,
  changeField,
  changeField,
  deleteEntries,
  deleteAndClose,
  swap,
  insert,
  truncate,
  rechainWithWrongKey,
  rechainWithTheKey,
  resignOne,
  olderCopyWorkedOn,
  exchangeEpoch,
];

/** Tampers in one of the ways, at random; the triggers are gone already. */
export function tamper(store: Store, head: Head): Tampering {
  store.sqlite.pragma('defer_foreign_keys = ON');
  store.sqlite.pragma('ignore_check_constraints = ON');
  return pick(WAYS)(store, head.seq);
}
