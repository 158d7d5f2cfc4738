import { ROLES } from '@shared/domain/users/roles';
import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../electron/database/store';
import { undoImport } from '../../../../electron/features/imports/undoImport';
import { fillDemo } from '../../../../electron/features/maintenance/fillDemo';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder | null = null;

afterEach(async () => {
  await folder?.close();
  folder = null;
});

async function administered(): Promise<TestFolder> {
  folder = await makeFolder({ user: 'admin' });
  return folder;
}

const all = (store: Store, sql: string) => store.read.hot(sql).all() as Record<string, unknown>[];
const count = (store: Store, table: string) => all(store, `SELECT count(*) AS n FROM ${table}`)[0]?.n as number;
const indexes = (store: Store) =>
  all(store, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");

/** What a person sees of the books, without the numbers that the database gives. */
function books(store: Store): unknown {
  const loans = 'SELECT l.contract_no, p.name, p.id_no, l.balance, l.interest_off, l.due_date FROM loan l';
  return {
    loans: all(store, `${loans} JOIN party p ON p.id = l.party_id ORDER BY l.id`),
    guarantees: all(store, 'SELECT kind, amount, period_start, period_end FROM guarantee ORDER BY id'),
    receipts: all(store, 'SELECT receipt_no, received_on, principal, interest FROM receipt ORDER BY id'),
    month_ends: all(store, 'SELECT month, contract_no, balance, five_level FROM month_end ORDER BY id'),
  };
}

describe('the fictional branch in a data folder', () => {
  it('writes loans with all that hangs on them, one batch per kind, with audit rows', async () => {
    const { services, open } = await administered();
    const result = await fillDemo(services, open, { loans: 400, password: TEST_PASSWORD });
    expect(result).toEqual({ loans: 400, units: 6, users: ROLES.map((role) => `demo-${role}`) });
    expect(count(open.store, 'loan')).toBe(400);
    for (const table of ['loan', 'party']) expect(count(open.store, `${table}_gram`)).toBe(count(open.store, table));
    for (const table of ['guarantee', 'collateral', 'receipt', 'month_end'])
      expect(count(open.store, table)).toBeGreaterThan(30);
    const batches = all(open.store, 'SELECT kind, status FROM import_batch ORDER BY id');
    expect(batches.map((batch) => batch.kind)).toEqual([
      'loans',
      'guarantors',
      'collateral',
      'receipts',
      'classification-history',
    ]);
    expect(count(open.store, "audit_entry WHERE action IN ('system.demo', 'imports.write')")).toBe(6);
    expect(count(open.store, 'import_change')).toBe(0);
    expect(open.store.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('lets each role in with the given password', async () => {
    const { services, open } = await administered();
    await fillDemo(services, open, { loans: 400, password: 'Demo-2026-pw' });
    await services.session.signIn('demo-counsel', 'Demo-2026-pw');
    expect(services.session.open?.actor.roles).toEqual(['counsel']);
  });

  it('is the same in every folder', async () => {
    const first = await administered();
    await fillDemo(first.services, first.open, { loans: 500, password: TEST_PASSWORD });
    const there = books(first.open.store);
    await first.close();
    const second = await administered();
    await fillDemo(second.services, second.open, { loans: 500, password: TEST_PASSWORD });
    expect(books(second.open.store)).toEqual(there);
  });

  it('is taken back batch by batch, dependents first (IMP-03)', async () => {
    const { services, open } = await administered();
    await fillDemo(services, open, { loans: 400, password: TEST_PASSWORD });
    const batches = all(open.store, 'SELECT number FROM import_batch ORDER BY id DESC') as { number: string }[];
    await expect(undoImport(open, batches.at(-1)?.number ?? '')).rejects.toMatchObject({
      refusal: { code: 'undo-blocked' },
    });
    for (const { number } of batches) await undoImport(open, number);
    for (const table of [
      'party',
      'loan',
      'guarantee',
      'collateral',
      'appraisal',
      'receipt',
      'receipt_share',
      'month_end',
    ])
      expect(count(open.store, table), table).toBe(0);
    expect(count(open.store, "loan_gram WHERE loan_gram MATCH '500'")).toBe(0);
    await fillDemo(services, open, { loans: 400, password: TEST_PASSWORD });
    expect(count(open.store, 'loan')).toBe(400);
  });

  it('builds the indexes again after a large load, and after one that was broken off', async () => {
    const { services, open } = await administered();
    const before = indexes(open.store);
    const stop = new AbortController();
    const stopped = fillDemo(services, open, { loans: 20_000, password: TEST_PASSWORD, signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect([count(open.store, 'loan'), count(open.store, 'import_batch')]).toEqual([0, 0]);
    expect(indexes(open.store)).toEqual(before);
    await fillDemo(services, open, { loans: 20_000, password: TEST_PASSWORD });
    expect(indexes(open.store)).toEqual(before);
    expect(open.store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('refuses demo-count, demo-not-empty, password-weak, in this order', async () => {
    const { services, open } = await administered();
    const refused = (loans: number, password: string) =>
      fillDemo(services, open, { loans, password }).then(
        () => 'done',
        (error: { refusal: { code: string } }) => error.refusal.code,
      );
    for (const loans of [0, 399, 1_000_001, 400.5]) expect(await refused(loans, 'weak')).toBe('demo-count');
    expect(await refused(400, 'weak')).toBe('password-weak');
    expect(await refused(400, TEST_PASSWORD)).toBe('done');
    expect(await refused(400, 'weak')).toBe('demo-not-empty');
  });
});
