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
};

const VERSIONS = [0, ...MIGRATIONS.map((step) => step.version)];

/** Some rows for every table of each step, as a branch might have them. */
const ROWS: Readonly<Record<number, string>> = {
  10: `INSERT INTO setting VALUES ('bank', '{"name":"奉节县某支行"}');
    INSERT INTO unit (id, name, mark, level) VALUES (1, '奉节县某支行', '奉支', 'branch'), (2, '青石分理处', '青石', 'sub-branch');
    INSERT INTO app_user (id, name, display, unit_id, created_at) VALUES (1, 'admin', '管理员', 1, '2026-01-01T00:00:00.000Z');
    INSERT INTO user_role VALUES (1, 'administrator'), (1, 'clerk');
    INSERT INTO audit_entry (at, user_id, user_name, roles, workstation, action, object_kind, object_id, detail)
      VALUES ('2026-01-01T00:00:00.000Z', 1, 'admin', 'administrator', 'pc', 'session.setUp', 'folder', '1', '{}');
    INSERT INTO request VALUES ('r1', 'imports.run', 'digest', 'null', '2026-01-01T00:00:00.000Z');
    INSERT INTO number_series (id, unit_id, word, year, next) VALUES (1, 1, '论', 2026, 8);`,
  20: `INSERT INTO party (id, kind, name, id_no, sort_name, search_text)
      VALUES (1, 'person', '杨𠮷', '512226194403189114', 'yang', '杨𠮷'), (2, 'organisation', '某公司', NULL, 'mou', '某公司');
    INSERT INTO party_gram (rowid, grams) VALUES (1, '杨𠮷'), (2, '某公 公司');
    INSERT INTO loan (id, party_id, unit_id, contract_no, contract_key, loan_key, principal, balance, interest_on,
      interest_off, sheet, as_of, sort_name, search_text, record_hash) VALUES (1, 1, 2, '奉信（2008）第1号', 'k1', 'k1|', 29000000, 100, 7, 8, 'on', '2026-10-31', 'yang', 'k1', 'h1');
    INSERT INTO loan_gram (rowid, grams) VALUES (1, '奉信 信2');
    INSERT INTO guarantee (id, loan_id, party_id, kind, record_hash) VALUES (1, 1, 2, 'joint', 'h2');
    INSERT INTO collateral (id, loan_id, item_no, kind, record_hash) VALUES (1, 1, '1', '房产', 'h3');
    INSERT INTO appraisal VALUES (1, 1, '2020-01-01', 10000000);
    INSERT INTO receipt (id, receipt_no, received_on, loan_id, principal, interest, record_hash)
      VALUES (1, 'SH1', '2026-10-01', 1, 100, -5, 'h4');
    INSERT INTO receipt_share VALUES (1, 1, '张三', 10000);
    INSERT INTO subject_balance (as_of, unit_id, subject, opening_debit, opening_credit, period_debit, period_credit,
      closing_debit, closing_credit, record_hash) VALUES ('2026-10-31', 2, '1301', 1, 2, 3, 4, 5, 6, 'h5');
    INSERT INTO month_end (month, contract_key, contract_no, loan_id, balance, five_level, record_hash)
      VALUES ('2026-10', 'k1', '奉信（2008）第1号', 1, 100, '次级', 'h6');
    INSERT INTO saved_view (user_id, name, shared, definition) VALUES (1, '我的', 0, '{}');`,
  30: `INSERT INTO import_batch VALUES (1, 'B20261122-01', 'loans', 'a.xlsx', 'sha', '2026-10-31', '{}', '{}',
      '2026-11-22T00:00:00.000Z', 1, 'written');
    INSERT INTO import_change VALUES (1, 'loan', 1, '{"row":{},"children":[]}', 2);
    INSERT INTO import_mapping VALUES (1, '核心系统', 'loans', 'sig', '{}', '2026-11-22T00:00:00.000Z');`,
  40: `INSERT INTO attachment VALUES ('sha', 'application/pdf', 10, '2026-11-22T00:00:00.000Z');
    INSERT INTO document_draft (form, party_id, user_id, as_of, fields, facts_digest, saved_at)
      VALUES ('DOC-LIT-01', 1, 1, '2026-10-31', '{}', 'd', '2026-11-22T00:00:00.000Z');
    INSERT INTO document (id, form, template_version, title, number, series_id, sequence, party_id, category, as_of, issued_on,
      issued_at, user_id, status, data, request_id) VALUES (1, 'DOC-LIT-01', '1', '报告', '奉支论字〔2026〕第0007号', 1, 7, 1, '管理类',
      '2026-10-31', '2026-11-22', '2026-11-22T00:00:00.000Z', 1, 'issuing', '{}', 'r2');
    INSERT INTO document_print (document_id, kind, user_id, at) VALUES (1, 'print', 1, '2026-11-22T00:00:00.000Z');`,
  70: `INSERT INTO user_access VALUES (1, 'ab', 'window');
    INSERT INTO password_used (user_id, salt, memory, passes, verifier, at)
      VALUES (1, 'cd', 65536, 3, 'ef', '2026-11-22T00:00:00.000Z');`,
  80: `INSERT INTO rule_version (id, rule_id, effective_from, draft, state, saved_at)
      VALUES (1, 'litigation/filing-level', '2027-01-01', '{}', 'draft', '2026-11-22T00:00:00.000Z');
    INSERT INTO rule_version_preparer VALUES (1, 1);`,
  90: `INSERT INTO portfolio_run VALUES (1, '2026-11-22T00:00:00.000Z', 1, '2026-11-22', 'r', 0, 1, 1);
    INSERT INTO portfolio_trace VALUES (1, 'limitation/action@2017-10-01');
    INSERT INTO portfolio_result VALUES (1, 'action', 0, 'running', '2027-01-04', NULL, NULL, NULL, 1, 1);`,
};

/** Columns that a step takes away on purpose. */
const TAKEN_AWAY: Readonly<Record<number, readonly string[]>> = { 50: ['record_hash'] };

/** Columns that a step gives to rows that are there; what they hold is tested where they are used. */
const GIVEN: Readonly<Record<number, readonly string[]>> = {
  60: ['before_digest', 'after_digest', 'epoch', 'previous_mac', 'mac'],
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
  it('are numbered by tens, in order, one file each', () => {
    const files = readdirSync(join(DATABASE, 'migrations')).sort();
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(MIGRATIONS.map((step) => step.version));
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, index) => (index + 1) * 10));
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
