/** One door to the data: whole or not at all, with its audit row, repeatable, readers apart from writers (R15). */
import { setTimeout } from 'node:timers/promises';
import { RefusalError } from '@shared/kernel/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditNote, RepeatableRequest, Store, WriteTx } from '../../../electron/database/store';
import { asStorageRefusal } from '../../../electron/database/uncertain';
import { PRODUCT } from '../../architecture/sourceTree';
import { dump } from '../../support/dump';
import { ACTOR, newStore, scratchFolder } from '../../support/openDatabase';

const folder = scratchFolder();
const NOTE: AuditNote = { action: 'test.write', objectKind: 'setting', objectId: 'a', detail: { seen: true } };
const REQUEST: RepeatableRequest = { id: 'r1', procedure: 'test.write', input: { value: 1 } };

let store: Store;
let count = 0;
beforeEach(() => {
  count += 1;
  store = newStore(folder.path(`store-${count}.db`));
});
afterEach(() => store.close());

const put = (tx: WriteTx, key: string, value = '1') => tx.q.insertInto('setting').values({ key, value }).execute();
const settings = () => store.sqlite.prepare('SELECT key FROM setting ORDER BY key').pluck().all();
const audits = () => store.sqlite.prepare('SELECT * FROM audit_entry').all();

const write = (key: string, request?: RepeatableRequest) =>
  store.write(
    ACTOR,
    async (tx) => {
      await put(tx, key);
      return { result: key, audit: NOTE };
    },
    request,
  );

describe('a write', () => {
  it('leaves its audit row in the same transaction, with who, when, where and what (R15, APP-02)', async () => {
    expect(await write('a')).toBe('a');
    expect(settings()).toEqual(['a']);
    const expected = {
      at: '2026-11-22T02:30:00.000Z',
      user_name: 'tester',
      roles: 'clerk',
      workstation: 'test',
      action: 'test.write',
      object_kind: 'setting',
      object_id: 'a',
      detail: '{"seen":true}',
    };
    expect(audits()).toEqual([expect.objectContaining(expected)]);
  });

  it('without an audit row is a bug and undone', async () => {
    const silent = store.write(ACTOR, async (tx) => {
      await put(tx, 'silent');
      return { result: null, audit: [] };
    });
    await expect(silent).rejects.toThrow('audit row');
    expect([settings(), audits()]).toEqual([[], []]);
  });

  it('that fails on the way leaves neither data nor audit row, and the next one works', async () => {
    const failing = store.write(ACTOR, async (tx) => {
      await put(tx, 'half');
      tx.hot("INSERT INTO setting VALUES ('prepared', '1')").run();
      throw new RefusalError({ code: 'some-rule' });
    });
    await expect(failing).rejects.toThrow('some-rule');
    expect([settings(), audits()]).toEqual([[], []]);
    await write('whole');
    expect(settings()).toEqual(['whole']);
  });

  it('that breaks a foreign key is undone', async () => {
    const lost = store.write(ACTOR, async (tx) => {
      await put(tx, 'before');
      await tx.q.insertInto('user_role').values({ user_id: 99, role: 'clerk' }).execute();
      return { result: null, audit: NOTE };
    });
    await expect(lost).rejects.toThrow('FOREIGN KEY');
    expect(settings()).toEqual([]);
  });

  it('cannot change or remove an audit row', async () => {
    await write('a');
    expect(() => store.sqlite.exec("UPDATE audit_entry SET user_name = 'x'")).toThrow('never change');
    expect(() => store.sqlite.exec('DELETE FROM audit_entry')).toThrow('never change');
  });
});

describe('a repeatable request', () => {
  it('gives its first result again and writes nothing more', async () => {
    expect(await write('a', REQUEST)).toBe('a');
    const before = dump(store.sqlite);
    expect(await write('b', REQUEST)).toBe('a');
    expect(dump(store.sqlite)).toEqual(before);
    expect(await store.resultOf(REQUEST)).toBe('a');
    expect(await store.resultOf({ ...REQUEST, id: 'r2' })).toBeNull();
  });

  it('with other content is refused (request-conflict)', async () => {
    await write('a', REQUEST);
    const other = { ...REQUEST, input: { value: 2 } };
    await expect(write('b', other)).rejects.toThrow('request-conflict');
    await expect(write('b', { ...REQUEST, procedure: 'test.other' })).rejects.toThrow('request-conflict');
    await expect(store.resultOf(other)).rejects.toThrow('request-conflict');
    expect(settings()).toEqual(['a']);
  });

  it('that failed may be sent again', async () => {
    const failing = store.write(ACTOR, () => Promise.reject(new RefusalError({ code: 'some-rule' })), REQUEST);
    await expect(failing).rejects.toThrow('some-rule');
    expect(await write('a', REQUEST)).toBe('a');
  });
});

describe('readers and writers', () => {
  const slowWrite = (steps: string[], name: string) =>
    store.write(ACTOR, async (tx) => {
      steps.push(`${name} begins`);
      await put(tx, `${name} 1`);
      await setTimeout(20);
      await put(tx, `${name} 2`);
      steps.push(`${name} ends`);
      return { result: null, audit: NOTE };
    });
  const read = (steps: string[], name: string) =>
    store.reading(async (db) => {
      steps.push(`${name} reads ${db.hot('SELECT count(*) AS n FROM setting').pluck().get()}`);
      await setTimeout(10);
      steps.push(`${name} has read ${db.hot('SELECT count(*) AS n FROM setting').pluck().get()}`);
    });

  it('never see a half-done write, and a write never begins while they read', async () => {
    const steps: string[] = [];
    await Promise.all([
      read(steps, 'A'),
      slowWrite(steps, 'W1'),
      read(steps, 'B'),
      slowWrite(steps, 'W2'),
      read(steps, 'C'),
    ]);
    expect(steps).toEqual([
      'A reads 0',
      'A has read 0',
      'W1 begins',
      'W1 ends',
      'B reads 2',
      'B has read 2',
      'W2 begins',
      'W2 ends',
      'C reads 4',
      'C has read 4',
    ]);
  });

  it('many at once end, in any order', async () => {
    const steps: string[] = [];
    const work = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? slowWrite(steps, `W${i}`) : read(steps, `R${i}`)));
    await Promise.all(work);
    const begun = steps.findIndex((step, i) => step.endsWith('begins') && !steps[i + 1]?.endsWith('ends'));
    expect(begun, 'somebody read while a write was on').toBe(-1);
    expect(settings()).toHaveLength(20);
  });

  it('closing waits for the write that is on', async () => {
    const steps: string[] = [];
    const writing = slowWrite(steps, 'W');
    await setTimeout(5);
    await Promise.all([store.close().then(() => steps.push('closed')), writing]);
    expect(steps).toEqual(['W begins', 'W ends', 'closed']);
  });
});

describe('storage errors', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY', 'SQLITE_CORRUPT'])(
    '%s is said as such',
    (code) => {
      const refusal = asStorageRefusal(Object.assign(new Error('disk'), { code }));
      expect(refusal).toMatchObject({ refusal: { code: 'storage-failed', facts: { cause: code } } });
    },
  );

  it('a bug stays a bug', () => {
    const bug = Object.assign(new Error('bug'), { code: 'SQLITE_CONSTRAINT' });
    expect(asStorageRefusal(bug)).toBe(bug);
  });
});

describe('R15 in the source', () => {
  const electron = PRODUCT.filter((file) => file.path.startsWith('electron/'));
  const found = (pattern: RegExp, allowed: readonly string[]) =>
    electron.filter((file) => !allowed.includes(file.path) && pattern.test(file.text)).map((file) => file.path);

  it('only Store.write and the migrations begin transactions', () => {
    const allowed = ['electron/database/store.ts', 'electron/database/migrate.ts', 'electron/database/open.ts'];
    expect(
      found(/\.transaction\(|\bBEGIN (IMMEDIATE|EXCLUSIVE|DEFERRED)|'BEGIN'|\.startTransaction\(/, allowed),
    ).toEqual([]);
  });

  it('nothing changes data through a reading handle', () => {
    const changing =
      /(?:read|db)\.hot\(\s*['"`]\s*(?:INSERT|UPDATE|DELETE|REPLACE|DROP|CREATE)|(?:read|db)\.q\s*\.\s*(?:insertInto|updateTable|deleteFrom)/;
    expect(found(changing, [])).toEqual([]);
  });

  it('only the storage layer and the integrity check use the bare connection', () => {
    const allowed = [
      'electron/database/store.ts',
      'electron/database/openStore.ts',
      'electron/features/audit/anchors.ts',
      'electron/features/backup/inspectBackup.ts',
      'electron/features/users/rotateKeys.ts',
      'electron/features/maintenance/checkFolder.ts',
    ];
    // Whether it is still open may be asked by anybody.
    expect(found(/\.sqlite\b(?!\.open\b)/, allowed)).toEqual([]);
  });
});
