/** The chain of the log: sequence without gaps, one MAC over the next, whole or not at all with its transaction (APP-02). */
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { canonicalEntry, EMPTY_HEAD } from '@shared/domain/audit/chain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditLog, faultOf } from '../../../electron/database/auditLog';
import { addKeyEpoch, readKeyEpochs, subkey } from '../../../electron/database/keyEpochs';
import { migrate } from '../../../electron/database/migrate';
import type { AuditNote, Store } from '../../../electron/database/store';
import { ACTOR, databaseAt, KEY, newStore, scratchFolder } from '../../support/openDatabase';

const folder = scratchFolder();
const NOTE: AuditNote = { action: 'test.write', objectKind: 'setting', objectId: 'a', detail: { seen: true } };

let store: Store;
let count = 0;
beforeEach(() => {
  count += 1;
  store = newStore(folder.path(`audit-${count}.db`));
});
afterEach(() => store.close());

const write = (...notes: Partial<AuditNote>[]) =>
  store.write(ACTOR, async () => ({ result: null, audit: notes.map((note) => ({ ...NOTE, ...note })) }));

/** Every entry in its place: null where nothing is wrong. */
function faults() {
  const entries = store.auditLog.slice(0, 1000);
  return entries.map((entry, index) => faultOf(store.auditLog, entry, entries[index - 1] ?? EMPTY_HEAD));
}

describe('APP-02 the chain of the log', () => {
  it('numbers entries from 1 without gaps, each signed over the one before', async () => {
    await write({ objectId: '1' });
    await write({ objectId: '2' }, { objectId: '3' });
    const entries = store.auditLog.slice(0, 10);
    expect(entries.map(({ seq, objectId }) => [seq, objectId])).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ]);
    expect(entries.map(({ previousMac }) => previousMac)).toEqual([EMPTY_HEAD.mac, entries[0]?.mac, entries[1]?.mac]);
    expect(store.auditLog.head()).toEqual({ seq: 3, mac: entries[2]?.mac });
    expect(faults()).toEqual([null, null, null]);
  });

  it('signs with HMAC-SHA256 by the audit subkey of the epoch, as anybody with the key can compute', async () => {
    await write({});
    const [entry] = store.auditLog.slice(0, 1);
    const key = Buffer.from(hkdfSync('sha256', KEY, Buffer.alloc(0), 'qingshou audit', 32));
    expect(subkey(readKeyEpochs(store.sqlite)[0]!, 'audit')).toEqual(key);
    const form = JSON.stringify([
      ...[1, '2026-11-22T02:30:00.000Z', null, 'tester', 'clerk', 'test', 'test.write', 'setting', 'a', null],
      ...['{"seen":true}', null, null, null, 1, '0'.repeat(64)],
    ]);
    expect(canonicalEntry(entry!)).toBe(form);
    expect(entry?.mac).toBe(createHmac('sha256', key).update(form).digest('hex'));
  });

  it('goes on after a rolled back transaction as if it had not been', async () => {
    await write({});
    const head = store.auditLog.head();
    const failing = store.write(ACTOR, async (tx) => {
      await tx.q.insertInto('setting').values({ key: 'a', value: '1' }).execute();
      return { result: null, audit: [NOTE, { ...NOTE, detail: { no: 10n as never } }] };
    });
    await expect(failing).rejects.toThrow('BigInt');
    expect(store.auditLog.head()).toEqual(head);
    await write({});
    expect(faults()).toEqual([null, null]);
  });

  it('signs what is stored, also half characters and zeros', async () => {
    await write({ objectId: 'a\ud800b\u0000c', detail: { text: '\udfff𠮷' } });
    expect(faults()).toEqual([null]);
  });

  it('keeps the digests of what an act found and left, whatever the order of their keys', async () => {
    await write({ before: { b: 1, a: [{ d: 1, c: 2 }] }, after: null });
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(store.auditLog.slice(0, 1)[0]).toMatchObject({
      beforeDigest: sha('{"a":[{"c":2,"d":1}],"b":1}'),
      afterDigest: sha('null'),
    });
  });

  it('cannot be written out of sequence or beside the chain, changed or deleted by a statement', async () => {
    await write({}, {});
    const copy = (id: string, mac: string) =>
      store.sqlite.exec(
        `INSERT OR REPLACE INTO audit_entry SELECT ${id}, at, user_id, user_name, roles, workstation, action, object_kind, object_id,
         household_id, detail, request_id, before_digest, after_digest, epoch, ${mac}, mac FROM audit_entry WHERE id = 2`,
      );
    expect(() => copy('4', 'mac')).toThrow('follow one another');
    expect(() => copy('2', 'mac')).toThrow('follow one another');
    expect(() => copy('3', 'previous_mac')).toThrow('names the MAC before');
    expect(() => store.sqlite.exec("UPDATE audit_entry SET detail = '{}'")).toThrow('never change');
    expect(() => store.sqlite.exec('DELETE FROM audit_entry')).toThrow('never change');
    expect(() => store.sqlite.exec('DELETE FROM key_epoch')).toThrow('never change');
    expect(() => store.sqlite.exec('UPDATE key_epoch SET root = zeroblob(32)')).toThrow('never change');
  });

  it('goes on under a new key epoch; old entries stay provable, and the roots differ', async () => {
    await write({});
    store.sqlite.exec('BEGIN');
    const second = addKeyEpoch(store.sqlite, '2026-11-22T02:30:00.000Z');
    store.sqlite.exec('COMMIT');
    await write({});
    expect(store.auditLog.slice(0, 9).map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(faults()).toEqual([null, null]);
    const [first] = readKeyEpochs(store.sqlite);
    expect([first?.root.equals(KEY), second.epoch, second.root.equals(KEY)]).toEqual([true, 2, false]);
    expect(subkey(second, 'audit')).not.toEqual(subkey(second, 'attachments'));
  });
});

describe('migration 60', () => {
  it('chains the entries that an older program left, in their order', () => {
    const db = databaseAt(folder.path('older.db'), 50);
    const insert = db.prepare(
      `INSERT INTO audit_entry (at, user_id, user_name, roles, workstation, action, object_kind, object_id, household_id, detail, request_id)
       VALUES (?, ?, '张三', 'clerk', 'pc', 'imports.write', 'batch', ?, ?, '{"rows":1}', ?)`,
    );
    for (let index = 1; index <= 50; index += 1)
      insert.run(
        '2026-01-01T00:00:00.000Z',
        index % 2 ? 1 : null,
        `B${index}`,
        index % 3 ? null : index,
        index % 5 ? null : 'r',
      );
    migrate(db, KEY);
    const log = new AuditLog(db);
    const entries = log.slice(0, 100);
    expect(entries.map(({ seq, objectId }) => `${seq} ${objectId}`)).toEqual(
      Array.from({ length: 50 }, (_, index) => `${index + 1} B${index + 1}`),
    );
    expect(entries.filter((entry, index) => faultOf(log, entry, entries[index - 1] ?? EMPTY_HEAD) !== null)).toEqual(
      [],
    );
    expect(db.prepare('SELECT since FROM key_epoch').pluck().all()).toEqual([50]);
    db.close();
  });
});
