/** The database is copied while it is written to; the copy is the state of one moment (APP-03, R9, P12). */
/// <reference path="../../../../electron/database/better-sqlite3.d.ts" />
import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examineCopy, isHeldElsewhere, snapshotFacts } from '../../../../electron/database/backupCopy';
import { hashFile, SLICE, writeSlices } from '../../../../electron/platform/backup/copyFile';
import { copyDatabase, LOCK_BYTE } from '../../../../electron/platform/backup/databaseCopy';
import { dump } from '../../../support/dump';
import { ACTOR, KEY, newStore, rawOpen, scratchFolder } from '../../../support/openDatabase';

const scratch = scratchFolder();
const silent = () => {};

function filled(name: string, rows: number) {
  const path = scratch.path(name);
  const store = newStore(path);
  const insert = store.sqlite.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
  store.sqlite.exec('BEGIN');
  for (let n = 0; n < rows; n += 1) insert.run(`k${n}`, JSON.stringify('x'.repeat(2000)));
  store.sqlite.exec('COMMIT');
  return { path, store };
}

const writeRow = (store: ReturnType<typeof newStore>, n: number) =>
  store.write(ACTOR, async (tx) => {
    tx.hot('INSERT INTO setting (key, value) VALUES (?, ?)').run(`during-${n}`, JSON.stringify('y'.repeat(600_000)));
    return { result: null, audit: { action: 'test.write', objectKind: 'setting', objectId: String(n) } };
  });

describe('a copy while people work', () => {
  it('equals the logical dump of its moment, although rows are written all the time', async () => {
    const { path, store } = filled('busy.db', 4000);
    const target = scratch.path('busy-copy.db');
    let before: ReturnType<typeof dump> | null = null;
    let written = 0;
    const copied = await store.frozen(
      path,
      (sqlite) => {
        before = dump(sqlite);
        return snapshotFacts(sqlite);
      },
      async (source, facts) => {
        let copying = true;
        const writer = (async () => {
          // More than SQLite's own limit of 1,000 pages, at which it would bring them into the file.
          while (copying || written < 10) {
            await writeRow(store, ++written);
            await new Promise(setImmediate);
          }
        })();
        const result = await copyDatabase(source, target, silent).finally(() => {
          copying = false;
        });
        await writer;
        return { facts, result };
      },
    );
    expect(written).toBeGreaterThan(0);
    expect(copied.result).toEqual(await hashFile(target));
    const facts = examineCopy(target, KEY, copied.facts);
    expect(facts.counts.setting).toBe(4000);
    const copy = rawOpen(target);
    expect(dump(copy)).toEqual(before);
    copy.close();
    expect(store.sqlite.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
    await store.close();
    const again = rawOpen(path);
    expect(again.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(4000 + written);
    again.close();
  });

  it('refuses a copy whose file changed meanwhile (backup-unverified)', async () => {
    const { path, store } = filled('changed.db', 50);
    const copying = store.frozen(path, snapshotFacts, async () => {
      await writeRow(store, 1);
      store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    });
    await expect(copying).rejects.toMatchObject({ refusal: { code: 'backup-unverified' } });
    await store.close();
  });

  it('ends when the folder is closed, and the folder closes', async () => {
    const { path, store } = filled('closed.db', 50);
    const copying = store.frozen(
      path,
      snapshotFacts,
      (_source, _facts, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    copying.catch(silent);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await store.close();
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('keeps the lock of the database: nobody else gets in during or after the copy', async () => {
    const { path, store } = filled('locked.db', 50);
    const outside = () =>
      execFileSync(process.execPath, [
        '--input-type=module',
        '-e',
        `import Sqlite from 'better-sqlite3';
         const db = new Sqlite(${JSON.stringify(path)}, { timeout: 50 });
         db.pragma("cipher = 'chacha20'"); db.pragma(\`key = "x'${KEY.toString('hex')}'"\`);
         try { db.exec('BEGIN IMMEDIATE; ROLLBACK'); console.log('open'); } catch (error) { console.log(error.code); }`,
      ])
        .toString()
        .trim();
    await store.frozen(path, snapshotFacts, async (source) => {
      await copyDatabase(source, scratch.path('locked-copy.db'), silent);
      expect(outside()).toBe('SQLITE_BUSY');
    });
    expect(outside()).toBe('SQLITE_BUSY');
    await store.frozen(path, snapshotFacts, async () => {});
    expect(outside()).toBe('SQLITE_BUSY');
    await store.close();
    expect(outside()).toBe('open');
    expect(isHeldElsewhere(path)).toBe(false);
  });
});

describe('the page that SQLite locks', () => {
  it('is written as zeros, whatever stands there', async () => {
    const path = scratch.path('large');
    const lockAt = 3 * SLICE;
    writeFileSync(path, Buffer.alloc(lockAt + 8192, 0x55));
    const file = openSync(path, 'r');
    const target = scratch.path('large-copy');
    await copyDatabase({ fd: file, size: lockAt + 8192, pageSize: 4096 }, target, silent, lockAt);
    closeSync(file);
    const copy = readFileSync(target);
    expect(copy.subarray(0, lockAt).equals(Buffer.alloc(lockAt, 0x55))).toBe(true);
    expect(copy.subarray(lockAt, lockAt + 4096).equals(Buffer.alloc(4096))).toBe(true);
    expect(copy.subarray(lockAt + 4096).equals(Buffer.alloc(4096, 0x55))).toBe(true);
    expect(LOCK_BYTE % SLICE).toBe(0);
  });
});

describe('examineCopy refuses what is not the snapshot (R9)', () => {
  const examined = (path: string, facts: Parameters<typeof examineCopy>[2]) => {
    try {
      examineCopy(path, KEY, facts);
      return 'accepted';
    } catch (error) {
      return (error as { refusal?: { facts?: { what: string } } }).refusal?.facts?.what ?? String(error);
    }
  };

  it('names what is wrong: cut off, flipped, empty, another moment', async () => {
    const { path, store } = filled('facts.db', 300);
    const target = scratch.path('facts-copy.db');
    const facts = await store.frozen(path, snapshotFacts, async (source, seen) => {
      await copyDatabase(source, target, silent);
      return seen;
    });
    expect(examined(target, facts)).toBe('accepted');
    expect(examined(target, { ...facts, head: { seq: 99, mac: '00' } })).toBe('log-head');
    expect(examined(target, { ...facts, pages: facts.pages + 1 })).toBe('pages');
    expect(examined(target, { ...facts, schema: 10 })).toBe('schema');
    const whole = readFileSync(target);
    const variant = (name: string, bytes: Buffer) => {
      writeFileSync(scratch.path(name), bytes);
      return examined(scratch.path(name), facts);
    };
    expect(['unreadable', 'damaged']).toContain(variant('cut.db', whole.subarray(0, whole.length - 4096 * 3)));
    expect(variant('empty.db', Buffer.alloc(0))).not.toBe('accepted');
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)]! ^= 1;
    expect(['unreadable', 'damaged']).toContain(variant('flipped.db', flipped));
    await store.close();
  });
});

it('slices arrive whole and in order, whatever their number', async () => {
  mkdirSync(scratch.path('slices'), { recursive: true });
  const path = scratch.path('slices/source');
  writeFileSync(path, Buffer.alloc(SLICE * 2 + 17, 7));
  appendFileSync(path, 'end');
  async function* parts() {
    yield readFileSync(path).subarray(0, 5);
    yield readFileSync(path).subarray(5);
  }
  const copied = await writeSlices(scratch.path('slices/target'), parts());
  expect(copied).toEqual(await hashFile(path));
  expect(statSync(scratch.path('slices/target')).size).toBe(SLICE * 2 + 20);
});
