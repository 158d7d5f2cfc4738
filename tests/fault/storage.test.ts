/** A failed write is not a rollback: the store opens the database again and says what became of it (R3, R6). */
import { cpSync, mkdirSync } from 'node:fs';
import { RefusalError } from '@shared/kernel/result';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../electron/database/open';
import { Store } from '../../electron/database/store';
import { REOPENING_PAUSES } from '../../electron/database/uncertain';
import { fixedClock } from '../../electron/platform/clock';
import { dataFolder } from '../../electron/platform/dataFolder';
import { printFigure } from '../support/figure';
import { ACTOR, KEY, scratchFolder } from '../support/openDatabase';
import {
  bytesOf,
  closeFolder,
  makeWorkshop,
  openFolderAt,
  type Workshop,
  writeSetting,
  writeSignIn,
} from './brokenFolder';
import { ROUNDS } from './killing';
import { smallDisk } from './mounts';

const scratch = scratchFolder();
const CLOCK = fixedClock('2026-11-22T02:30:00.000Z');
let count = 0;

interface Fault {
  /** Which statement fails, by its text. */
  readonly sql: RegExp;
  readonly code: string;
  /** `after`: it was carried out and reports a failure all the same, as a flush that fails does. */
  readonly when: 'before' | 'after';
  times: number;
}

/** A real connection that reports an I/O error for some statements. */
function failing(db: Sqlite.Database, fault: Fault): Sqlite.Database {
  const fail = () => {
    throw Object.assign(new Error('injected'), { code: fault.code });
  };
  const failingStatement = (statement: Sqlite.Statement) =>
    new Proxy(statement, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const isFailing = ['run', 'get', 'all'].includes(String(name)) && fault.times > 0;
          if (isFailing) fault.times -= 1;
          if (isFailing && fault.when === 'before') fail();
          const result = value.apply(target, args);
          if (isFailing) fail();
          return result === target ? failingStatement(target) : result;
        };
      },
    });
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === 'prepare')
        return (sql: string) => (fault.sql.test(sql) ? failingStatement(target.prepare(sql)) : target.prepare(sql));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

interface Disk {
  readonly store: Store;
  readonly fault: Fault;
  /** Openings from now on that fail. */
  refusing: number;
}

function storeOn(fault: Omit<Fault, 'times'>): Disk {
  count += 1;
  const path = scratch.path(`storage-${count}.db`);
  openSqlite({ path, key: KEY, create: true }).close();
  const disk = { fault: { ...fault, times: 0 }, refusing: 0 };
  const open = () => {
    if (disk.refusing > 0) {
      disk.refusing -= 1;
      throw new RefusalError({ code: 'storage-failed', facts: { cause: 'SQLITE_IOERR' } });
    }
    return failing(openSqlite({ path, key: KEY }), disk.fault);
  };
  const store = new Store(open(), CLOCK, { open, closing: () => {}, closed: () => {} });
  return Object.assign(disk, { store });
}

const settings = (store: Store) => store.sqlite.prepare('SELECT key FROM setting ORDER BY key').pluck().all();
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error.refusal : { code: String(error) }),
  );

const CODES = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY', 'SQLITE_CORRUPT'];

describe('a write that fails', () => {
  it('is answered within three seconds: the pauses before each look at the database leave two for the looks', () => {
    expect(REOPENING_PAUSES.reduce<number>((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(1000);
  });

  it.each(CODES)('before anything is on the disk (%s): said, nothing done, work goes on', async (code) => {
    for (const sql of [/^commit$/, /insert into "setting"/, /INSERT INTO audit_entry/]) {
      const disk = storeOn({ sql, code, when: 'before' });
      await writeSetting(disk.store, 'first');
      disk.fault.times = 1;
      const refusal = await refusalOf(writeSetting(disk.store, 'lost'));
      expect(refusal).toEqual({ code: 'storage-failed', facts: { cause: code, done: false } });
      expect(disk.store.alarm).toBeNull();
      await writeSetting(disk.store, 'next');
      expect(settings(disk.store)).toEqual(['first', 'next']);
      await disk.store.close();
    }
  });

  it.each(CODES)('after it reached the disk (%s): it counts, with its result', async (code) => {
    const disk = storeOn({ sql: /^commit$/, code, when: 'after' });
    disk.fault.times = 1;
    expect(await writeSetting(disk.store, 'there')).toBe('there');
    expect(settings(disk.store)).toEqual(['there']);
    expect(disk.store.auditLog.head().seq).toBe(1);
    await disk.store.close();
  });

  it('and cannot be looked at: state unknown for everything until it can, then what became of it', async () => {
    for (const when of ['before', 'after'] as const) {
      const disk = storeOn({ sql: /^commit$/, code: 'SQLITE_IOERR_FSYNC', when });
      disk.fault.times = 1;
      disk.refusing = 6;
      expect(await refusalOf(writeSetting(disk.store, 'doubtful'))).toMatchObject({ code: 'state-unknown' });
      expect(disk.store.alarm).toMatchObject({ code: 'state-unknown' });
      const read = () => disk.store.reading(async (db) => db.hot('SELECT count(*) FROM setting').pluck().get());
      expect(await refusalOf(read())).toMatchObject({ code: 'state-unknown' });
      expect(() => disk.store.read.hot('SELECT 1')).toThrow('state-unknown');
      expect(await refusalOf(writeSetting(disk.store, 'other'))).toMatchObject({ code: 'state-unknown' });
      expect(await read()).toBe(when === 'after' ? 1 : 0);
      expect(disk.store.alarm).toMatchObject({ code: when === 'after' ? 'write-done' : 'write-undone' });
      await writeSetting(disk.store, 'next');
      expect(disk.store.alarm).toBeNull();
      expect(settings(disk.store)).toEqual(when === 'after' ? ['doubtful', 'next'] : ['next']);
      await disk.store.close();
    }
  });

  it('and is sent again under its request id is done once', async () => {
    const disk = storeOn({ sql: /^commit$/, code: 'SQLITE_IOERR_FSYNC', when: 'after' });
    const request = { id: 'r1', procedure: 'test.write', input: 1 };
    const send = () =>
      disk.store.write(
        ACTOR,
        async () => ({
          result: disk.store.auditLog.head().seq,
          audit: { action: 'a.b', objectKind: 'c', objectId: 'd' },
        }),
        request,
      );
    disk.fault.times = 1;
    disk.refusing = 4;
    expect(await refusalOf(send())).toMatchObject({ code: 'state-unknown' });
    expect(await send()).toBe(0);
    expect(disk.store.auditLog.head().seq).toBe(1);
    await disk.store.close();
  });

  it('because of a rule or a bug opens nothing again', async () => {
    const disk = storeOn({ sql: /^$/, code: '', when: 'before' });
    const { sqlite } = disk.store;
    expect(
      await refusalOf(disk.store.write(ACTOR, async () => Promise.reject(new RefusalError({ code: 'rule' })))),
    ).toEqual({
      code: 'rule',
    });
    expect(disk.store.sqlite).toBe(sqlite);
    await disk.store.close();
  });
});

describe('a page that cannot be read', () => {
  const reading = (store: Store) => store.reading(async (db) => db.hot('SELECT count(*) FROM setting').pluck().get());

  it('for a moment is read again on another connection', async () => {
    for (const code of ['SQLITE_CORRUPT', 'SQLITE_IOERR_READ']) {
      const disk = storeOn({ sql: /count/, code, when: 'before' });
      disk.fault.times = 1;
      expect(await reading(disk.store)).toBe(0);
      expect(disk.store.alarm).toBeNull();
      await disk.store.close();
    }
  });

  it('for good is damage: the folder is only read from then on', async () => {
    const disk = storeOn({ sql: /count/, code: 'SQLITE_CORRUPT', when: 'before' });
    disk.fault.times = 1000;
    expect(await refusalOf(reading(disk.store))).toMatchObject({ code: 'database-damaged' });
    expect(disk.store.alarm).toMatchObject({ code: 'database-damaged' });
    expect(await refusalOf(writeSetting(disk.store, 'x'))).toMatchObject({
      code: 'folder-read-only',
      facts: { alarm: 'database-damaged' },
    });
    await disk.store.close();
  });

  it('while others read: they end what they began, then everybody goes on', async () => {
    const disk = storeOn({ sql: /count/, code: 'SQLITE_CORRUPT', when: 'before' });
    disk.fault.times = 3;
    const all = await Promise.allSettled([1, 2, 3, 4].map(() => reading(disk.store)));
    expect(all.filter((each) => each.status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await reading(disk.store)).toBe(0);
    await disk.store.close();
  });
});

describe('a disk that forgets', () => {
  it('what it had confirmed is an alarm, not a silence', async () => {
    const disk = storeOn({ sql: /^commit$/, code: 'SQLITE_IOERR_FSYNC', when: 'before' });
    await writeSetting(disk.store, 'first');
    // The disk gives back the file as it was before the first commit.
    disk.fault.times = 1;
    const empty = scratch.path('forgetful.db');
    openSqlite({ path: empty, key: KEY, create: true }).close();
    const forgetful = new Store(failing(disk.store.sqlite, disk.fault), CLOCK, {
      open: () => openSqlite({ path: empty, key: KEY }),
      closing: () => {},
      closed: () => {},
    });
    expect(await refusalOf(writeSetting(forgetful, 'second'))).toMatchObject({ code: 'storage-failed' });
    expect(forgetful.alarm).toMatchObject({ code: 'commits-lost', facts: { entries: 0, acknowledged: 1 } });
    await forgetful.close();
  });
});

describe('R6 a full disk', () => {
  let workshop: Workshop;
  const disk = smallDisk(24 * 1024 * 1024);
  beforeAll(async () => {
    workshop = await makeWorkshop();
  });
  afterAll(() => {
    disk?.remove();
    workshop.remove();
  });

  it.runIf(disk)('refuses each write, loses nothing, and goes on when there is room', async () => {
    if (!disk) return;
    const folder = dataFolder(`${disk.dir}/data`);
    mkdirSync(folder.root);
    cpSync(workshop.sound.root, folder.root, { recursive: true });
    const opened = await openFolderAt(folder);
    const store = opened.store as Store;
    await writeSignIn(store);
    const acknowledged: string[] = [];
    const refused: string[] = [];
    const rounds = ROUNDS || 20;
    for (let round = 0; round < rounds; round += 1) {
      disk.fill(round % 3 === 0 ? 0 : (round % 7) * 4096);
      for (let step = 0; step < 6; step += 1) {
        const key = `${round}-${step}`;
        const refusal = await refusalOf(writeSetting(store, key, 'x'.repeat(3000)));
        if (refusal === null) acknowledged.push(key);
        else {
          expect(refusal.code).toMatch(/^(storage-failed|state-unknown)$/);
          refused.push(key);
        }
      }
      disk.empty();
      await writeSetting(store, `room-${round}`);
      acknowledged.push(`room-${round}`);
    }
    expect(refused.length).toBeGreaterThan(0);
    const found = settings(store);
    expect(acknowledged.filter((key) => !found.includes(key))).toEqual([]);
    expect(refused.filter((key) => found.includes(key))).toEqual([]);
    await closeFolder(opened);
    const again = await openFolderAt(folder);
    expect(again.answer).toBe('open');
    expect(settings(again.store as Store)).toEqual(found);
    await closeFolder(again);
    const what = `rounds of single writes on a full disk: ${refused.length} refused, ${acknowledged.length} confirmed ones there`;
    printFigure({ id: 'R6', done: rounds, of: rounds, what, bad: 0 });
  });

  it.runIf(disk)('R8 a read-only medium is said, and stays as it is', async () => {
    if (!disk) return;
    const folder = dataFolder(`${disk.dir}/medium`);
    cpSync(workshop.sound.root, folder.root, { recursive: true });
    const crashed = dataFolder(`${disk.dir}/crashed`);
    cpSync((await workshop.crashed('medium', 'key')).root, crashed.root, { recursive: true });
    const before = [bytesOf(folder), bytesOf(crashed)];
    expect(disk.setReadOnly(true)).toBe(true);
    expect([(await openFolderAt(folder)).answer, (await openFolderAt(crashed)).answer]).toEqual([
      'folder-unwritable',
      'folder-unwritable',
    ]);
    expect([bytesOf(folder), bytesOf(crashed)]).toEqual(before);
    expect(disk.setReadOnly(false)).toBe(true);
    const opened = await openFolderAt(crashed);
    expect(opened.answer).toBe('open');
    await closeFolder(opened);
  });
});
