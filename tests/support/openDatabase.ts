/** Bare encrypted databases for tests of the storage layer: a folder of their own, a key, every step of the schema. */
/// <reference path="../../electron/database/better-sqlite3.d.ts" />
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll } from 'vitest';
import { migrate } from '../../electron/database/migrate';
import { openSqlite } from '../../electron/database/open';
import { type Actor, Store } from '../../electron/database/store';
import { fixedClock } from '../../electron/platform/clock';

export const KEY = randomBytes(32);

export const ACTOR: Actor = {
  userId: null,
  name: 'tester',
  display: '测试',
  unitId: 0,
  unit: '奉节县某支行',
  roles: ['clerk'],
  workstation: 'test',
};

/** A folder that is gone after the file's tests; `path` names a file in it. */
export function scratchFolder(): { path(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'qingshou-database-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { path: (name) => join(folder, name) };
}

/** A connection without the program's checks, to look at files from outside; without a key they are plain. */
export function rawOpen(path: string, key: Buffer | null = KEY): Sqlite.Database {
  const db = new Sqlite(path);
  if (key) {
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = "x'${key.toString('hex')}'"`);
  }
  return db;
}

/** A database with the steps up to `version`, as an older program left it. */
export function databaseAt(path: string, version: number): Sqlite.Database {
  const db = rawOpen(path);
  migrate(db, KEY, version);
  return db;
}

/** A new database of today's schema behind a store with the time 2026-11-22 10:30. */
export function newStore(path: string): Store {
  return new Store(openSqlite({ path, key: KEY, create: true }), fixedClock('2026-11-22T02:30:00.000Z'));
}
