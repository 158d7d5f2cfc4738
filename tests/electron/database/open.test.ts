/** Opening never destroys: right settings, wrong keys and wrong files (R5, R7, R8; promises 4 and 6). */
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { RefusalError } from '@shared/kernel/result';
import { beforeAll, describe, expect, it } from 'vitest';
import { APPLICATION_ID, NEWEST_VERSION } from '../../../electron/database/migrate';
import { openSqlite, openToLook, quickCheck, readPragmas } from '../../../electron/database/open';
import { printFigure } from '../../support/figure';
import { KEY, newStore, rawOpen, scratchFolder } from '../../support/openDatabase';

const folder = scratchFolder();
const sound = folder.path('sound.db');
const PLANTED = '杨𠮷奉节县永安镇';

beforeAll(async () => {
  const store = newStore(sound);
  const insert = store.sqlite.prepare(
    "INSERT INTO party (kind, name, sort_name, search_text) VALUES ('person', ?, '', '')",
  );
  for (let i = 0; i < 300; i += 1) insert.run(`${PLANTED}${i}`.repeat(10));
  await store.close();
});

/** Every file that belongs to the database, by name and content. */
function stateOf(path: string): Record<string, string> {
  const files = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(folder.path(name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, digest(name)]));
}

/** What opening answers: a refusal with its code, or `opened`. */
function opening(path: string, key: Buffer = KEY): { code: string; facts: unknown } {
  try {
    const db = openSqlite({ path, key });
    const found = quickCheck(db);
    db.close();
    return { code: found === null ? 'opened' : 'damage-found', facts: found };
  } catch (error) {
    if (error instanceof RefusalError) return { code: error.refusal.code, facts: error.refusal.facts };
    throw error;
  }
}

function copyOf(name: string): string {
  copyFileSync(sound, folder.path(name));
  return folder.path(name);
}

/** Opens the wrong database; it must answer so and every byte must stay. */
function expectRefused(path: string, code: string, key?: Buffer): void {
  const before = stateOf(path);
  expect(opening(path, key).code).toBe(code);
  expect(stateOf(path)).toEqual(before);
}

describe('R5 settings', () => {
  it('are read back as specified', () => {
    const db = openSqlite({ path: copyOf('settings.db'), key: KEY });
    const expected = {
      locking_mode: 'exclusive',
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      temp_store: 2,
      secure_delete: 1,
      trusted_schema: 0,
      cell_size_check: 1,
    };
    expect(readPragmas(db)).toMatchObject({ ok: true, values: expected });
    for (const [name, value] of Object.entries(expected))
      expect([name, db.pragma(name, { simple: true })]).toEqual([name, value]);
    db.pragma('foreign_keys = OFF');
    expect(readPragmas(db).ok).toBe(false);
    db.close();
    const all = Object.keys(expected).length;
    printFigure({ id: 'R5', done: all, of: all, what: 'settings read back as specified', bad: 0 });
  });

  it('leave no shared memory file and no plain text beside the database', () => {
    const db = openSqlite({ path: copyOf('beside.db'), key: KEY });
    db.exec("UPDATE party SET address = '永安镇某街'");
    const files = Object.keys(stateOf(folder.path('beside.db')));
    expect(files).toEqual(['beside.db', 'beside.db-wal']);
    for (const name of files) {
      const bytes = readFileSync(folder.path(name));
      expect(bytes.includes('永安镇')).toBe(false);
      expect(bytes.includes('SQLite format')).toBe(false);
    }
    db.close();
  });
});

describe('R8 wrong databases', () => {
  it('a wrong key is refused and nothing changes', () => {
    expectRefused(copyOf('key.db'), 'database-key-mismatch', randomBytes(32));
  });

  it('a newer database is refused by name and stays as it is, byte for byte', () => {
    const path = copyOf('newer.db');
    const db = rawOpen(path);
    db.pragma(`user_version = ${NEWEST_VERSION + 10}`);
    db.close();
    expectRefused(path, 'database-newer');
    expect(opening(path).facts).toEqual({ found: NEWEST_VERSION + 10, known: NEWEST_VERSION });
  });

  it('a foreign database with the same key stays as it is, journal mode included', () => {
    const path = folder.path('foreign.db');
    const db = rawOpen(path);
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    expectRefused(path, 'database-foreign');
  });

  it('a damaged beginning is told from a wrong key', () => {
    const path = copyOf('beginning.db');
    const bytes = readFileSync(path);
    bytes.fill(7, 0, 4096);
    writeFileSync(path, bytes);
    expectRefused(path, 'database-damaged');
    expectRefused(path, 'database-key-mismatch', randomBytes(32));
  });

  it('a plain database, a text file and an empty file stay as they are', () => {
    const plain = folder.path('plain.db');
    const db = rawOpen(plain, null);
    db.exec(
      `CREATE TABLE loan (id INTEGER); PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${NEWEST_VERSION}`,
    );
    db.close();
    expectRefused(plain, 'database-foreign');
    writeFileSync(folder.path('text.db'), '这不是数据库'.repeat(500));
    expectRefused(folder.path('text.db'), 'database-foreign');
    writeFileSync(folder.path('empty.db'), '');
    expectRefused(folder.path('empty.db'), 'database-foreign');
  });

  it.each([0.1, 0.5, 0.9, 0.999])('a database cut to %f of its length stays as it is', (part) => {
    const path = copyOf(`cut-${part}.db`);
    const length = Math.floor(readFileSync(path).length * part);
    truncateSync(path, length);
    // Without its last bytes only it still opens, and the check finds it.
    expectRefused(path, part < 0.99 ? 'database-truncated' : 'damage-found');
    truncateSync(path, length - (length % 4096));
    expectRefused(path, 'database-truncated');
  });

  it('a log that waits beside it stays where it is when the database is only looked at, whatever comes of it', () => {
    const path = copyOf('crashed.db');
    const writer = rawOpen(path);
    writer.pragma('journal_mode = WAL');
    writer.exec("INSERT INTO setting VALUES ('in', 'log')");
    copyFileSync(path, folder.path('left.db'));
    copyFileSync(`${path}-wal`, folder.path('left.db-wal'));
    writer.close();
    const left = folder.path('left.db');
    const before = stateOf(left);
    const db = openToLook(left, KEY);
    expect(db.prepare("SELECT value FROM setting WHERE key = 'in'").pluck().get()).toBe('log');
    expect(() => db.exec("INSERT INTO setting VALUES ('x', 'y')")).toThrow();
    db.close();
    const { 'left.db-shm': _, ...after } = stateOf(left);
    expect(after).toEqual(before);
  });

  it('a database whose pages were swapped is found out', () => {
    const path = copyOf('swapped.db');
    const bytes = readFileSync(path);
    const third = Buffer.from(bytes.subarray(2 * 4096, 3 * 4096));
    bytes.copy(bytes, 2 * 4096, 3 * 4096, 4 * 4096);
    third.copy(bytes, 3 * 4096);
    writeFileSync(path, bytes);
    expectRefused(path, 'damage-found');
  });

  it('a missing one is not made; an existing one is not made anew', () => {
    expect(opening(folder.path('nowhere.db')).code).toBe('folder-missing');
    expect(existsSync(folder.path('nowhere.db'))).toBe(false);
    const path = copyOf('exists.db');
    const before = stateOf(path);
    expect(() => openSqlite({ path, key: KEY, create: true })).toThrow('setup-exists');
    expect(stateOf(path)).toEqual(before);
  });
});

describe('R7 one bit flipped', () => {
  it('is found on opening or reading, wherever it is, and never gives wrong data', () => {
    const bytes = readFileSync(sound);
    const path = folder.path('flipped.db');
    const unfound: number[] = [];
    for (let i = 0; i < 120; i += 1) {
      const at = Math.floor(((i + 0.5) / 120) * bytes.length);
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] as number) ^ (1 << (i % 8));
      writeFileSync(path, flipped);
      if (opening(path).code === 'opened') unfound.push(at);
      expect(readFileSync(path).equals(flipped)).toBe(true);
    }
    expect(unfound).toEqual([]);
  });
});

describe('a second opener', () => {
  it('is told that the database is in use, and the first works on', () => {
    const path = copyOf('shared.db');
    const first = openSqlite({ path, key: KEY });
    expect(opening(path).code).toBe('in-use');
    first.exec("INSERT INTO setting VALUES ('still', 'here')");
    first.close();
    expect(opening(path).code).toBe('opened');
  });
});
