/** R8: wrong databases are refused or reported by name, and nothing in the folder changes by trying. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transactionsBehindDamage } from '../../electron/database/logProof';
import { APPLICATION_ID, NEWEST_VERSION } from '../../electron/database/migrate';
import type { Store } from '../../electron/database/store';
import type { DataFolder } from '../../electron/platform/dataFolder';
import { printFigure } from '../support/figure';
import { KEY, rawOpen } from '../support/openDatabase';
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

let workshop: Workshop;
let count = 0;
let tried = 0;
let told = 0;
beforeAll(async () => {
  workshop = await makeWorkshop();
});
afterAll(() => {
  workshop.remove();
  printFigure({ id: 'R8', done: tried, what: 'wrong databases refused or reported, none changed', bad: tried - told });
});

const fresh = (from?: DataFolder) => {
  count += 1;
  return workshop.copy(`folder-${count}`, from);
};

/** Opens it, works on it as far as it lets, closes it; the answer must be this one and every byte must stay. */
async function expectAnswer(folder: DataFolder, answer: string | readonly string[], key: Buffer = KEY): Promise<void> {
  tried += 1;
  const before = bytesOf(folder);
  const opened = await openFolderAt(folder, key);
  const answers = typeof answer === 'string' ? [answer] : answer;
  try {
    expect(answers).toContain(opened.answer);
    if (opened.store) await expect(writeSetting(opened.store, 'tried')).rejects.toThrow('folder-read-only');
  } finally {
    await closeFolder(opened);
  }
  expect(bytesOf(folder)).toEqual(before);
  told += 1;
}

describe('R8 parts missing', () => {
  it('no folder, no keys, no database: each is said, and no first set-up is offered over a part', async () => {
    const keys = fresh();
    rmSync(keys.keys);
    await expectAnswer(keys, 'folder-incomplete');
    const database = fresh();
    rmSync(database.database);
    await expectAnswer(database, 'folder-incomplete');
    const both = fresh();
    rmSync(both.keys);
    rmSync(both.database);
    await expectAnswer(both, 'folder-missing');
  });

  it('a folder copied without its attachments can only be looked at', async () => {
    const folder = fresh();
    const db = rawOpen(folder.database);
    db.exec("INSERT INTO attachment VALUES ('ab', 'application/pdf', 1, '2026-11-22')");
    db.close();
    rmSync(folder.files, { recursive: true });
    await expectAnswer(folder, 'attachments-missing');
  });

  it('an empty, a truncated and a half-copied database', async () => {
    const empty = fresh();
    truncateSync(empty.database, 0);
    await expectAnswer(empty, 'database-empty');
    const size = statSync(workshop.sound.database).size;
    for (const length of [1, 100, 4095]) {
      const folder = fresh();
      truncateSync(folder.database, length);
      await expectAnswer(folder, ['database-foreign', 'database-truncated']);
    }
    for (const length of [4096, 40_960, size / 2 - ((size / 2) % 4096), size - 4096, size - 1, size - 4095]) {
      const folder = fresh();
      truncateSync(folder.database, length);
      await expectAnswer(folder, 'database-truncated');
    }
  });
});

describe('R8 files of somebody else', () => {
  it('a plain database, another encryption, another program of the same key, a text, a folder of that name', async () => {
    const plain = fresh();
    rmSync(plain.database);
    rawOpen(plain.database, null)
      .exec(`CREATE TABLE t (x); PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${NEWEST_VERSION}`)
      .close();
    await expectAnswer(plain, 'database-foreign');
    const other = fresh();
    rmSync(other.database);
    const sqlcipher = rawOpen(other.database, null);
    sqlcipher.pragma("cipher = 'sqlcipher'");
    sqlcipher.pragma("key = 'another program'");
    sqlcipher.exec('CREATE TABLE t (x)').close();
    await expectAnswer(other, 'database-key-mismatch');
    const program = fresh();
    rmSync(program.database);
    rawOpen(program.database).exec('CREATE TABLE t (x); PRAGMA application_id = 7').close();
    await expectAnswer(program, 'database-foreign');
    const text = fresh();
    writeFileSync(text.database, '这不是数据库'.repeat(500));
    await expectAnswer(text, 'database-foreign');
    const folder = fresh();
    rmSync(folder.database);
    mkdirSync(folder.database);
    await expectAnswer(folder, 'database-foreign');
  });

  it('the keys of another folder', () => expectAnswer(fresh(), 'database-key-mismatch', randomBytes(32)));

  it('a newer version, at rest and as a crash left it', async () => {
    const folder = fresh();
    const db = rawOpen(folder.database);
    db.pragma(`user_version = ${NEWEST_VERSION + 10}`);
    db.close();
    await expectAnswer(folder, 'database-newer');
    const crashed = fresh();
    const writer = rawOpen(crashed.database);
    writer.pragma('journal_mode = WAL');
    writer.pragma(`user_version = ${NEWEST_VERSION + 10}`);
    const left = fresh(crashed);
    writer.close();
    rmSync(`${left.database}-shm`, { force: true });
    writeFileSync(left.holder, '{"program":"window"}');
    await expectAnswer(left, 'database-newer');
  });
});

describe('R8 damage', () => {
  it('of the first page is told from wrong keys', async () => {
    for (const at of [0, 17, 100, 2000, 4090]) {
      const folder = fresh();
      flip(folder.database, at);
      await expectAnswer(folder, 'database-damaged');
    }
  });

  it('of any other page opens to be read only, or not at all', async () => {
    const pages = statSync(workshop.sound.database).size / 4096;
    const step = Math.max(1, Math.floor(pages / (ROUNDS ? 60 : 12)));
    for (let page = 1; page < pages; page += step) {
      const folder = fresh();
      flip(folder.database, page * 4096 + 77);
      await expectAnswer(folder, 'database-damaged');
    }
  });
});

describe('R8 another time', () => {
  it('a lost write-ahead log is missed, and stays missed however often one looks', async () => {
    const folder = await workshop.crashed('log-lost', 'precious');
    rmSync(`${folder.database}-wal`);
    await expectAnswer(folder, 'log-lost');
    await expectAnswer(folder, 'log-lost');
    rmSync(folder.holder);
    await expectAnswer(folder, 'log-behind-anchor');
  });

  it('a write-ahead log of another time is not brought in', async () => {
    const older = await workshop.crashed('log-older', 'older');
    const folder = fresh();
    const opened = await openFolderAt(folder);
    await writeSignIn(opened.store as Store);
    for (const key of ['a', 'b', 'c', 'd']) await writeSetting(opened.store as Store, key);
    await closeFolder(opened);
    copyFileSync(`${older.database}-wal`, `${folder.database}-wal`);
    await expectAnswer(folder, 'log-foreign');
    // Even with the note of a crash beside it, the anchors know better.
    copyFileSync(older.holder, folder.holder);
    await expectAnswer(folder, ['log-behind-anchor', 'log-differs', 'database-damaged']);
  });

  it('a damaged write-ahead log is not taken for a shorter one', async () => {
    const folder = await workshop.crashed('log-damaged', 'kept');
    const log = `${folder.database}-wal`;
    expect(transactionsBehindDamage(log)).toBe(0);
    const { size } = statSync(log);
    // Anywhere in the header or in the first frames: behind them lie two whole transactions, the sign-in and a setting.
    for (const at of [0, 9, 17, 25, 32 + 1, 32 + 9, 32 + 17, 32 + 2000, 32 + 4119]) {
      const damaged = fresh(folder);
      flip(`${damaged.database}-wal`, at);
      await expectAnswer(damaged, 'log-damaged');
    }
    // What a power cut leaves of an unfinished write is no damage.
    for (const cut of [1, 2000, 4120, 4121]) {
      const torn = fresh(folder);
      truncateSync(`${torn.database}-wal`, size - cut);
      const opened = await openFolderAt(torn);
      expect(opened.answer).toBe('open');
      await closeFolder(opened);
    }
  });

  it('yesterday’s copy of the database is known by the anchors', async () => {
    const folder = fresh();
    const opened = await openFolderAt(folder);
    await writeSignIn(opened.store as Store);
    await closeFolder(opened);
    copyFileSync(workshop.sound.database, folder.database);
    await expectAnswer(folder, 'log-behind-anchor');
  });

  it('a crash as such is none of these: the log is brought in and work goes on', async () => {
    const folder = await workshop.crashed('crash', 'kept');
    const opened = await openFolderAt(folder);
    expect(opened.answer).toBe('open');
    expect(opened.store?.sqlite.prepare("SELECT value FROM setting WHERE key = 'kept'").pluck().get()).toBe('1');
    await writeSetting(opened.store as Store, 'more');
    await closeFolder(opened);
    const again = await openFolderAt(folder);
    expect(again.answer).toBe('open');
    await closeFolder(again);
  });
});

describe('R8 held by somebody else', () => {
  it('another process has it: said so, and that process goes on', async () => {
    const folder = fresh();
    const holding = `
      const db = new (require('better-sqlite3'))(${JSON.stringify(folder.database)});
      db.pragma("cipher = 'chacha20'"); db.pragma(\`key = "x'${KEY.toString('hex')}'"\`);
      db.pragma('locking_mode = EXCLUSIVE'); db.pragma('journal_mode = WAL');
      db.exec("INSERT INTO setting VALUES ('held', '1')"); console.log('held');
      process.stdin.once('data', () => { db.exec("INSERT INTO setting VALUES ('still', '1')"); db.close(); process.exit(0); });`;
    const child = spawn(process.execPath, ['-e', holding], { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expectAnswer(folder, 'in-use');
    child.stdin.end('go');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    const db = rawOpen(folder.database);
    expect(db.prepare("SELECT count(*) FROM setting WHERE key IN ('held', 'still')").pluck().get()).toBe(2);
    db.close();
  });
});

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(path, bytes);
}
