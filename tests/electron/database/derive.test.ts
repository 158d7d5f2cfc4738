/** What is computed from the books is written without an entry in the log, and nothing else is (reliability: every change is told). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, type TestFolder } from '../../support/openFolder';

let folder: TestFolder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.close());

const TRACE = 'INSERT INTO portfolio_trace VALUES (?, ?, ?)';
const count = (table: string) => folder.open.store.read.hot(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('Store.derive', () => {
  it('writes what was computed, and leaves no entry', async () => {
    const entries = count('audit_entry');
    await folder.open.store.derive((db) => db.hot(TRACE).run(1, 1, 'a'));
    expect([count('portfolio_trace'), count('audit_entry')]).toEqual([1, entries]);
  });

  it('takes everything back when the work fails', async () => {
    const failing = folder.open.store.derive((db) => {
      db.hot(TRACE).run(1, 2, 'b');
      throw new Error('broken off');
    });
    await expect(failing).rejects.toThrow('broken off');
    expect(count('portfolio_trace')).toBe(1);
  });

  it.each([
    "INSERT INTO setting VALUES ('a', 'b')",
    'DELETE FROM audit_entry',
    'UPDATE loan SET balance = 0',
    "WITH one AS (SELECT 1) INSERT INTO setting SELECT 'a', 'b' FROM one",
  ])('writes no books: %s', async (sql) => {
    const before = [count('setting'), count('audit_entry')];
    await expect(folder.open.store.derive((db) => db.hot(sql).run())).rejects.toThrow('only what was computed');
    expect([count('setting'), count('audit_entry')]).toEqual(before);
  });
});
