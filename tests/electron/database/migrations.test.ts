/** Frozen steps, each tried on rows of the step before; the schema as it was last agreed (R11). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID, MIGRATIONS, migrate, NEWEST_VERSION } from '../../../electron/database/migrate';
import { openSqlite } from '../../../electron/database/open';
import { safetyCopy } from '../../../electron/database/safetyCopy';
import { dataFolder } from '../../../electron/platform/dataFolder';
import { dump, tablesOf } from '../../support/dump';
import { databaseAt, KEY, rawOpen, scratchFolder } from '../../support/openDatabase';
import { ROWS } from './migrationRows';

const DATABASE = resolve(import.meta.dirname, '../../../electron/database');
const SNAPSHOT = join(DATABASE, 'schema.snapshot.sql');
const folder = scratchFolder();

/** SHA-256 of each step's SQL. A step that branches have run never changes: add a new one instead. */
const FROZEN: Readonly<Record<number, string>> = {
  10: 'c178e86bf6a68660ef704b67d667f2bdf0bb6cbe3ae0cfd1d4d217b2c9146a52',
  20: '4f65f2840719c2d125fd99bd0646b41c29f29e7951b0036beb953f6ca5f4eb4d',
  30: '779cc682db8e92bd3b5389d865895ea9c012c50b3a446a9a2e7dff0ef8991a04',
  40: 'bedb877ecf7fb427dd9329df3f1bfc032351132bcd953757f3865c16f345bb19',
  50: '90997cfe607b7582b1a9ed157ce326b4599c81ccec33ef36efd467920d319696',
  60: '685fd859f9e1c74d1e810651cd651aac2ab9620478b3b4e5d64c23518ead7324',
  70: 'c99969ccca86e145af40011f93f0cbaea498d313d7a4209d052a001f840f7d51',
  80: 'dcd91ced67d4a06f56cae42f46dd0ea11a3265047a7d9fcab6eaa92abb192154',
  90: 'da4562f02ad2e514ce6e489c12f54ebb40a5d3e065f3c5b4aead47f6a6201acb',
  100: '16364c0064b57909048cf9a202bb3c71c31071381fcb8fa02cbd3bafcd77817c',
  110: '27a9d3679556c0fb97e840de3cbb63dc81009565d84ff8a2997fa155838128c4',
  120: '8b160f64b84406c3e95912dd92d9dcbc9dd9408d8f928f60726017451f7451aa',
  130: '6013590e85d8cb65cf7508c8a82c39fe1c04ecdc6c066bef3e5a3d337cb2b9f2',
  140: 'bb4b67abbee288b967fbcee247948592a5616ec81198064d92a593c7dd68a5b9',
  150: '2c1c64ebb51aa3407520ae5cf81c8b621b440246f5a178451420aa467bdfc1af',
  160: '0ee41e05c57fcdc6bcb3bdb737d1712d2d89358371e73c52f49fa21e8fa71d6d',
  170: '50006d10952e929fbcff42faabd2fc1163c2116a2cc036ef8e268edfa70bfd2e',
  180: '7d0e52ea1a9dc08f946ef40ff526ab1f729802cab04a7a32885c91c1b8757b50',
  190: 'f5de2149dfdcf847c49ce5db87155368eec5a98c00d1c1d8d3c82b5cb068d7b3',
  200: 'e5ad6ff10adabd3e92acee87e0560891e7020256f1c6612f61abaec856d1a6f8',
  210: 'c143d1a54fc82dbb7c536fc53e004cfb36438137c050c141c3901e5e81009603',
  220: '1c8f562528c3be721e0af28b4d9d575ab922dfe9f02fc6593de5ba7b2607a33a',
  235: '97961266ff24a7598b8fa26762950aa55a5017fb673870035b13e56e76d7a12d',
  240: '2adb72b7b39f661edd61bda391d95a25c42dcbf795f19d8de6adcd49652027de',
  270: '97854b121b920442dff8807dfe49a74aae13c7df69eb71f0195cd71729f41997',
  290: 'b130e75df2ab2646806e8128dd0c722e8888e5c0025d0307773c7212fcf52575',
  295: '5491bd5aa720b19fcacb244d244ce78be9dbf17324f3a72901c485581bc3f18b',
  300: 'ad0ca7a0b2f7c6a583346b760aceab7227c5debdc93b4ecbfdbfd26a4e6792c0',
  310: '1629f5673fb3109ce288c3e673d4e3afc3ba380d433fa875f6accbf458c5773d',
  315: 'e5b6a1c2343d615147b113fb19436a3d9e2788a0e24bf5471bd2b6a842349d2c',
};

const VERSIONS = [0, ...MIGRATIONS.map((step) => step.version)];

/** Tables of what is computed from the books: a step may throw them away, to be computed again. */
const COMPUTED: Readonly<Record<number, readonly string[]>> = {
  110: ['number_series'],
  180: ['portfolio_run', 'portfolio_trace', 'portfolio_result'],
  290: [
    'portfolio_run',
    'portfolio_trace',
    'portfolio_loan',
    'portfolio_guarantee',
    'portfolio_outcome',
    'portfolio_cell',
  ],
};

/** Columns that a step takes away on purpose. */
const TAKEN_AWAY: Readonly<Record<number, readonly string[]>> = {
  50: ['record_hash'],
  120: ['basis_points'],
};

/** Columns that a step gives to rows that are there; what they hold is tested where they are used. */
const GIVEN: Readonly<Record<number, readonly string[]>> = {
  60: ['before_digest', 'after_digest', 'epoch', 'previous_mac', 'mac'],
  110: ['subject_kind', 'subject_id', 'subject_label', 'paper_key', 'job_id', 'job_position'],
  120: ['costs', 'payment_id', 'hand_no', 'ppm'],
  170: ['returned'],
  190: ['agreed_due_date', 'extended_to', 'term_request_id', 'taken_back'],
  200: ['paper_no', 'turn', 'legacy_notice_id'],
  210: ['irregular_kind', 'post', 'appointed_by'],
  220: ['owed_then', 'advance', 'planned', 'done'],
  295: ['chased_on'],
  310: ['difficulty', 'solution_due'],
  315: ['call_penalty'],
};

const without = (row: string, columns: readonly string[]): string =>
  JSON.stringify(JSON.parse(row), (key, value) => (columns.includes(key) ? undefined : value));

/** Dumped rows as they must read after a step. */
function expectedAfter(step: number, rows: readonly string[]): string[] {
  return rows.map((row) => without(row, TAKEN_AWAY[step] ?? []));
}

/** A database that ran up to `version` and was used on the way. */
function usedAt(name: string, version: number): Sqlite.Database {
  const db = databaseAt(folder.path(name), 0);
  for (const step of MIGRATIONS.filter((each) => each.version <= version)) {
    migrate(db, KEY, step.version);
    db.exec(ROWS[step.version] ?? '');
  }
  return db;
}

const schemaOf = (db: Sqlite.Database): string => {
  const sql =
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%\\_gram\\__%' ESCAPE '\\' ORDER BY type, name";
  const objects = db.prepare(sql).pluck().all() as string[];
  return `${objects.map((object) => `${object};`).join('\n\n')}\n`;
};

describe('migrations', () => {
  it('are numbered by fives, in order, one file each', () => {
    const files = readdirSync(join(DATABASE, 'migrations')).sort();
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(MIGRATIONS.map((step) => step.version));
    const versions = MIGRATIONS.map((step) => step.version);
    expect(versions.filter((version, index) => version % 5 !== 0 || version <= (versions[index - 1] ?? 0))).toEqual([]);
  });

  it('are frozen: what a branch has run never changes, and imports nothing of ours', () => {
    const hashes = MIGRATIONS.map(({ version, sql }) => [version, createHash('sha256').update(sql).digest('hex')]);
    expect(Object.fromEntries(hashes), 'a frozen step changed: undo that and add a new step').toEqual(FROZEN);
    for (const file of readdirSync(join(DATABASE, 'migrations')))
      expect(readFileSync(join(DATABASE, 'migrations', file), 'utf8')).not.toMatch(/^import .* from '(?!node:)/m);
  });

  it.each(MIGRATIONS.map((step, index) => [VERSIONS[index] as number, step.version]))(
    'from %i to %i keeps every row of every table',
    (from, to) => {
      const db = usedAt(`step-${to}.db`, from);
      const before = dump(db);
      migrate(db, KEY, to);
      const after = dump(db);
      expect(db.pragma('user_version', { simple: true })).toBe(to);
      for (const table of COMPUTED[to] ?? []) delete before[table];
      for (const [table, rows] of Object.entries(before))
        expect(after[table]?.map((row) => without(row, GIVEN[to] ?? []))).toEqual(expectedAfter(to, rows));
      db.exec(ROWS[to] ?? '');
      const filled = dump(db);
      const added = tablesOf(db).filter((table) => !(table in before));
      for (const table of added)
        expect(
          filled[table]?.length,
          `${table}: a step without rows in ROWS proves nothing to the next one`,
        ).toBeGreaterThan(0);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
    },
  );

  it('0315 tells of contracts signed before that they took the deposit into the bond, once for each bidder', () => {
    const db = usedAt('deposits.db', 310);
    db.exec(`INSERT INTO tender_package VALUES (2, 1, '二号包');
      UPDATE recovery_contract SET state = 'signed', signed_on = '2026-12-02', until = '2028-12-02' WHERE id = 1;
      INSERT INTO recovery_contract (kind, party, basis, package_id, amount, bond, term_years, trace, state, signed_on, until, user_id, at)
        VALUES ('tender', '甲', '竞标', 2, 60, 9, 2, '[]', 'signed', '2026-12-03', '2028-12-03', 1, '2026-12-01T00:00:00.000Z');
      INSERT INTO tender_bidder VALUES (1, '乙', 'staff', 500000, '2', 1, '2026-11-01T00:00:00.000Z');`);
    migrate(db, KEY, 315);
    const uses = db.prepare('SELECT name, kind, amount, on_date, contract_id FROM tender_deposit_use').raw().all();
    expect(uses).toEqual([['甲', 'bond', 3, '2026-12-02', 1]]);
    db.close();
  });

  it('ends at the schema of schema.snapshot.sql', () => {
    const db = databaseAt(folder.path('snapshot.db'), NEWEST_VERSION);
    const schema = schemaOf(db);
    db.close();
    if (process.env.UPDATE_SCHEMA_SNAPSHOT) writeFileSync(SNAPSHOT, schema);
    const hint = 'the schema changed: run this test with UPDATE_SCHEMA_SNAPSHOT=1 and read the difference';
    expect(schema, hint).toBe(readFileSync(SNAPSHOT, 'utf8'));
  });

  it('happen in one transaction: a failing step leaves the database as it was', () => {
    const db = usedAt('half.db', 20);
    // A table in the way of step 40: step 30 has run by then.
    db.exec('CREATE TABLE document (id INTEGER)');
    const before = dump(db);
    expect(() => migrate(db, KEY)).toThrow(/already exists/);
    expect(db.pragma('user_version', { simple: true })).toBe(20);
    expect(dump(db)).toEqual(before);
    db.close();
  });

  it('open an older folder after a verified copy of it, which opens with the same key', () => {
    const data = dataFolder(folder.path('old'));
    const old = rawOpen(folder.path('old-source.db'));
    for (const version of [10, 20, 30]) {
      migrate(old, KEY, version);
      old.exec(ROWS[version] ?? '');
    }
    const before = dump(old);
    old.close();
    const path = folder.path('old-source.db');
    const db = openSqlite({ path, key: KEY, beforeUpgrade: safetyCopy(data, KEY) });
    expect(db.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    db.close();
    expect(readdirSync(data.backups)).toEqual(['before-upgrade-30.db']);
    const copy = rawOpen(join(data.backups, 'before-upgrade-30.db'));
    expect(dump(copy)).toEqual(before);
    copy.close();
  });

  it('do not begin when the copy cannot be made', () => {
    const path = folder.path('no-copy.db');
    usedAt('no-copy.db', 30).close();
    const beforeUpgrade = () => {
      throw new Error('disk full');
    };
    expect(() => openSqlite({ path, key: KEY, beforeUpgrade })).toThrow('disk full');
    const db = rawOpen(path);
    expect(db.pragma('user_version', { simple: true })).toBe(30);
    db.close();
  });
});
