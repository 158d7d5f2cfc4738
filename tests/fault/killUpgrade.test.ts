/**
 * R11: the upgrade from each schema that a branch may have, killed at the calls that write. What is left is the old database with
 * every row, or the new one whose verified copy of the old lies beside it; opening it again ends at the new one.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '@shared/domain/demo/random';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MIGRATIONS, migrate, NEWEST_VERSION } from '../../electron/database/migrate';
import { openSqlite } from '../../electron/database/open';
import { dataFolder } from '../../electron/platform/dataFolder';
import { buildProgram } from '../support/buildCli';
import { dump } from '../support/dump';
import { printFigure } from '../support/figure';
import { databaseAt, KEY, rawOpen, scratchFolder } from '../support/openDatabase';
import { killedAt, type Moment, writingMoments } from './killedAtCalls';
import { ROUNDS } from './killing';

/** The first schema that holds people; whatever came later is reached from it by its own steps. */
const FIRST = 20;
const PEOPLE = 300;

const scratch = scratchFolder();
let script: string;
let done: () => void;
beforeAll(async () => {
  ({ script, done } = await buildProgram('tests/fault/upgrader.ts'));
});
afterAll(() => done());

interface Old {
  readonly version: number;
  readonly dir: string;
  readonly rows: unknown;
  readonly schema: unknown;
  readonly moments: readonly Moment[];
}

const schemaOf = (db: Sqlite.Database) =>
  db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
const command = (dir: string) => [process.execPath, script, '--data', dir, '--key', KEY.toString('hex')];

function copyOf(dir: string, name: string): string {
  const copy = scratch.path(name);
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** A folder as a branch with that version left it, and every moment at which its upgrade can be killed. */
async function oldFolder(version: number): Promise<Old> {
  const dir = scratch.path(`old-${version}`);
  mkdirSync(dir);
  const db = databaseAt(dataFolder(dir).database, FIRST);
  db.exec("INSERT INTO unit (id, name, mark, level) VALUES (1, '奉节县某支行', '奉支', 'branch')");
  const insert = db.prepare("INSERT INTO party (kind, name, sort_name, search_text) VALUES ('person', ?, '', ?)");
  for (let index = 0; index < PEOPLE; index += 1) insert.run(`户${index}`, '永安镇某街'.repeat(20));
  const user =
    "INSERT INTO app_user (id, name, display, unit_id, created_at) VALUES (1, 'admin', '管理员', 1, '2026-01-01T00:00:00.000Z')";
  db.exec(user);
  migrate(db, KEY, version);
  const [rows, schema] = [dump(db), schemaOf(db)];
  db.close();
  const copy = copyOf(dir, 'first');
  const moments = await writingMoments(command(copy), scratch.path('own'));
  rmSync(copy, { recursive: true });
  return { version, dir, rows, schema, moments };
}

/** Which of the two it is; fails on anything between them. */
function examine(dir: string, old: Old, newest: unknown): 'old' | 'new' {
  const { database, backups } = dataFolder(dir);
  const db = rawOpen(database);
  const version = db.pragma('user_version', { simple: true });
  expect([old.version, NEWEST_VERSION]).toContain(version);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const isOld = version === old.version;
  expect(schemaOf(db)).toEqual(isOld ? old.schema : newest);
  if (isOld) expect(dump(db)).toEqual(old.rows);
  db.close();
  if (isOld) return 'old';
  const path = join(backups, `before-upgrade-${old.version}.db`);
  expect(existsSync(path)).toBe(true);
  const copy = rawOpen(path);
  expect([copy.pragma('user_version', { simple: true }), dump(copy)]).toEqual([old.version, old.rows]);
  copy.close();
  return 'new';
}

it('R11 an upgrade from every schema, killed: the old or the new one, never between, and it can be done again', async () => {
  const fresh = databaseAt(scratch.path('newest.db'), NEWEST_VERSION);
  const newest = schemaOf(fresh);
  fresh.close();
  const versions = MIGRATIONS.map(({ version }) => version).filter((each) => each >= FIRST && each < NEWEST_VERSION);
  const dice = new Dice(Math.floor(Math.random() * 1_000_000), 11);
  const rounds = ROUNDS || 3;
  const chosen = ROUNDS > 0 ? versions : [dice.pick(versions)];
  const seen = { old: 0, new: 0 };
  for (const [index, version] of chosen.entries()) {
    const old = await oldFolder(version);
    expect(old.moments.length).toBeGreaterThan(20);
    for (let round = index; round < rounds; round += chosen.length) {
      const dir = copyOf(old.dir, 'round');
      await killedAt(command(dir), scratch.path('own'), dice.pick(old.moments));
      seen[examine(dir, old, newest)] += 1;
      const again = openSqlite({ path: dataFolder(dir).database, key: KEY });
      expect(again.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
      expect(again.prepare('SELECT count(*) FROM party').pluck().get()).toBe(PEOPLE);
      again.close();
      rmSync(dir, { recursive: true });
    }
    rmSync(old.dir, { recursive: true });
  }
  const what = `kills of upgrades from ${chosen.length} schemas: ${seen.old} old, ${seen.new} new, none between`;
  printFigure({ id: 'R11', done: seen.old + seen.new, what, bad: 0 });
}, 3_600_000);
