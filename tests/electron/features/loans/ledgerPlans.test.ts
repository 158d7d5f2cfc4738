/** The ledger's statements use the indexes they are meant to: none reads the whole table for one page (P4, P5, P15). */
import { SORT_COLUMNS } from '@shared/domain/loans/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../electron/database/store';
import { filledLedger } from '../../../../electron/features/loans/ledgerMemory.repository';
import { pageOfIds } from '../../../../electron/features/loans/ledgerPage.repository';
import { ledgerRows } from '../../../../electron/features/loans/ledgerRows.repository';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
beforeAll(async () => {
  folder = await makeFolder();
  const build = new Builder(folder.open);
  build.batch(() => {
    for (let index = 0; index < 9; index += 1)
      build.loan({ balance: index, due_date: '2020-01-01', five_level: '次级' });
  });
});
afterAll(() => folder.close());

/** The planner's lines for every statement that a read asks for, behind what it did before. */
async function plansOf(read: (db: ReadDb) => Promise<unknown>, before?: (db: ReadDb) => Promise<unknown>) {
  const statements = new Set<string>();
  const { read: db, sqlite } = folder.open.store;
  const watched: ReadDb = {
    ...db,
    hot: (sql) => {
      statements.add(sql);
      return db.hot(sql);
    },
  };
  await before?.(watched);
  statements.clear();
  await read(watched);
  return [...statements].flatMap((sql) => {
    const marks = (sql.match(/\?/g) ?? []).map(() => null);
    const lines = sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
    return lines.map((line) => line.detail);
  });
}

describe('P4 pages', () => {
  for (const column of SORT_COLUMNS) {
    it(`begin at once, sorted by ${column}, before the ledger is read`, async () => {
      for (const descending of [false, true]) {
        const request = { filter: { conditions: [] }, sort: { column, descending }, cursor: null, limit: 5 };
        const plan = (await plansOf((db) => pageOfIds(db, request))).join('\n');
        expect(plan).not.toMatch(/TEMP B-TREE/);
        expect(plan.replaceAll(/(SCAN|SEARCH) loan USING (COVERING )?INDEX/g, '')).not.toMatch(/SCAN loan/);
      }
    });

    it(`look up a few places, sorted by ${column}, once it is read`, async () => {
      const request = { filter: { conditions: [] }, sort: { column, descending: true }, limit: 2 };
      const { next } = await pageOfIds(folder.open.store.read, { ...request, cursor: null });
      const plan = await plansOf((db) => pageOfIds(db, { ...request, cursor: next }), filledLedger);
      const isByKey = (line: string) => line === 'SEARCH loan USING INTEGER PRIMARY KEY (rowid=?)';
      const byKey = plan.filter(isByKey);
      const order = plan.filter((line) => !isByKey(line));
      expect(byKey).toHaveLength(1);
      // The order itself, once.
      for (const line of order) expect(line).toMatch(/loan USING COVERING INDEX loan_(name|contract) /);
    });
  }
});

describe('P5 search', () => {
  it('reads the gram index and the rows it names, by their ids', async () => {
    const request = { sort: { column: 'balance', descending: false }, cursor: null, limit: 50 } as const;
    const filter = { text: '测试（2020', conditions: [] };
    const lines = await plansOf((db) => pageOfIds(db, { ...request, filter }), filledLedger);
    expect(lines.filter((line) => /SCAN (loan|party)\b(?!_gram)/.test(line))).toEqual([]);
    expect(lines.some((line) => /loan_gram VIRTUAL TABLE INDEX/.test(line))).toBe(true);
  });
});

describe('LOAN-05 rows', () => {
  it('join and look up by key only', async () => {
    const lines = (await plansOf(async (db) => ledgerRows(db, [1, 2, 3]))).filter((line) => /SCAN/.test(line));
    expect(lines.filter((line) => !/wanted|VIRTUAL TABLE|\(subquery/.test(line))).toEqual([]);
  });
});
