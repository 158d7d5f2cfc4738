/** The ledger's statements use the indexes they are meant to: no page reads the whole table or sorts it (P4, P15). */
import type { LedgerCondition, SortColumn } from '@shared/domain/loans/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../../../electron/database/store';
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

/** The statements that a read prepares, with the planner's lines for each. */
async function plansOf(read: (db: ReadDb) => Promise<unknown>): Promise<{ sql: string; plan: string[] }[]> {
  const statements = new Set<string>();
  const { read: db, sqlite } = folder.open.store;
  await read({
    q: db.q,
    hot: (sql) => {
      statements.add(sql);
      return db.hot(sql);
    },
  });
  return [...statements].map((sql) => {
    const marks = (sql.match(/\?/g) ?? []).map(() => null);
    const lines = sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
    return { sql, plan: lines.map((line) => line.detail) };
  });
}

/** Plan of the statement that finds the second page by walking. */
async function walkPlan(column: SortColumn, descending: boolean, conditions: LedgerCondition[]): Promise<string[]> {
  const limits = { shortList: -1, walkRows: 1000, walkRowsPerHit: 1 };
  const request = { filter: { conditions }, sort: { column, descending }, limit: 2 };
  const first = await pageOfIds(folder.open.store.read, { ...request, cursor: null }, limits);
  const plans = await plansOf((db) => pageOfIds(db, { ...request, cursor: first.next }, limits));
  return plans
    .filter(({ sql }) => sql.includes('FROM loan INDEXED BY') && sql.includes('ORDER BY'))
    .flatMap(({ plan }) => plan);
}

describe('P4 pages at any depth', () => {
  const sorts: [SortColumn, string, string][] = [
    ['household', 'loan_party', 'party_id'],
    ['borrower', 'loan_name', 'sort_name'],
    ['unit', 'loan_unit', 'unit_id'],
    ['contract', 'loan_contract', 'contract_key'],
    ['dueDate', 'loan_due', 'due_date'],
    ['balance', 'loan_balance', 'balance'],
    ['principal', 'loan_principal', 'principal'],
    ['nplDate', 'loan_npl', 'npl_date'],
    ['fiveLevel', 'loan_five', 'five_level'],
  ];
  for (const [column, index, key] of sorts) {
    it(`begin where the cursor points, sorted by ${column}`, async () => {
      for (const descending of [false, true]) {
        const plan = (await walkPlan(column, descending, [])).join('\n');
        expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
        expect(plan).toMatch(new RegExp(`${index} \\(${key}=\\? AND (id|rowid)[<>]\\?\\)`));
      }
    });
  }

  it('end where a range on the sorted column ends', async () => {
    const plan = await walkPlan('balance', false, [
      { column: 'balance', operator: '>=', values: [1] },
      { column: 'balance', operator: '<=', values: [7] },
    ]);
    expect(plan.at(-1)).toBe('SEARCH loan USING COVERING INDEX loan_balance (balance>? AND balance<?)');
  });
});

describe('P5 search', () => {
  it('reads the gram index and the rows it names, by their ids', async () => {
    const request = { sort: { column: 'balance', descending: false }, cursor: null, limit: 50 } as const;
    const plans = await plansOf((db) => pageOfIds(db, { ...request, filter: { text: '测试（2020', conditions: [] } }));
    const lines = plans.flatMap(({ plan }) => plan);
    expect(lines.filter((line) => /SCAN (loan|party)\b(?!_gram)/.test(line))).toEqual([]);
    expect(lines.some((line) => /loan_gram VIRTUAL TABLE INDEX/.test(line))).toBe(true);
  });
});

describe('LOAN-05 rows', () => {
  it('join and look up by key only', async () => {
    const plans = await plansOf(async (db) => ledgerRows(db, [1, 2, 3]));
    const lines = plans.flatMap(({ plan }) => plan).filter((line) => /SCAN/.test(line));
    expect(lines.filter((line) => !/wanted|VIRTUAL TABLE|\(subquery/.test(line))).toEqual([]);
  });
});
