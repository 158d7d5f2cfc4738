/**
 * P9: a receipt of money, from the contract's client to its reply over the port, against one durable commit of the rows that a
 * receipt leaves, written by prepared statements into tables of the same shape. A commit of a single row stands beside it.
 */
import { present } from '@shared/kernel/assert';
import type Sqlite from 'better-sqlite3';
import { connect, filledFolder } from './folders';
import { type Line, percentile, spreadOf, timed } from './measure';

const RECEIPTS = 400;
const WARM = 40;

interface Payer {
  readonly household: number;
  readonly asOf: string;
}

/** Whatever a receipt writes, with the order that puts its newest row last. */
const WRITTEN = [
  ['payment', 'id'],
  ['payment_line', 'payment_id'],
  ['receipt', 'id'],
  ['receipt_share', 'receipt_id'],
  ['audit_entry', 'id'],
  ['request', 'at, id'],
] as const;

/** Tables as large and as much indexed as the real ones; `commit` writes the rows of the receipt recorded last once more. */
function bareTables(sqlite: Sqlite.Database): { take(): void; commit(): void } {
  const tables = WRITTEN.map(([table, order]) => {
    const definitions = sqlite.prepare(
      'SELECT name, type, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL',
    );
    for (const { name, type, sql } of definitions.all(table) as { name: string; type: string; sql: string }[]) {
      if (type === 'trigger') continue;
      const renamed = sql.replace(name, `bare_${name}`).replace(`ON ${table} `, `ON bare_${table} `);
      sqlite.exec(renamed);
    }
    sqlite.exec(`INSERT INTO bare_${table} SELECT * FROM ${table}`);
    const newest = sqlite.prepare(`SELECT * FROM ${table} ORDER BY ${order} DESC LIMIT 1`).raw();
    const columns = (sqlite.pragma(`table_info(${table})`) as unknown[]).map(() => '?');
    return { newest, insert: sqlite.prepare(`INSERT INTO bare_${table} VALUES (${columns.join(', ')})`) };
  });
  let rows: unknown[][] = [];
  const write = sqlite.transaction(() => {
    for (const [index, { insert }] of tables.entries()) insert.run(...present(rows[index], 'a row of each table'));
  });
  return {
    take: () => {
      rows = tables.map(({ newest }) => newest.get() as unknown[]);
    },
    commit: () => write.immediate(),
  };
}

export async function p9(loans: number): Promise<Line[]> {
  const folder = await filledFolder(loans);
  const { store } = folder.open;
  const client = connect(folder.services);
  const today = folder.services.clock.today();
  const payers = store.sqlite
    .prepare(
      `SELECT party_id AS household, max(as_of) AS asOf FROM loan WHERE balance > 1000000 AND issue_date < ?
       GROUP BY party_id HAVING max(as_of) < ? LIMIT ?`,
    )
    .all(today, today, RECEIPTS + WARM) as Payer[];
  if (payers.length < RECEIPTS + WARM) throw new Error('the demo branch has too few debtors for P9');
  store.sqlite.exec('CREATE TABLE bench_commit (id INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
  const insert = store.sqlite.prepare('INSERT INTO bench_commit (at) VALUES (?)');
  const record = (index: number) =>
    client.api.receipts.record({
      household: present(payers[index], 'one debtor per receipt').household,
      receivedOn: today,
      bookedOn: today,
      amount: 100_000,
      costsOwed: 0,
      voucherNo: String(index),
      payer: '本人',
      channel: 'cash',
      form: 'money',
      designation: null,
      accrued: [],
      collectors: [{ name: '王某', ppm: 1_000_000 }],
      doubleReason: null,
      remark: null,
      requestId: `3f2b1c1e-6f0a-4b5e-9a54-${String(index).padStart(12, '0')}`,
    });
  const bare = bareTables(store.sqlite);
  const times: number[] = [];
  const limits: number[] = [];
  const commits: number[] = [];
  const queries: number[] = [];
  for (let index = 0; index < RECEIPTS + WARM; index += 1) {
    const commit = await timed(() => insert.run(today));
    const receipt = await timed(() => record(index));
    bare.take();
    const limit = await timed(() => bare.commit());
    const query = await timed(() => client.api.portfolio.status());
    if (index < WARM) continue;
    limits.push(limit);
    commits.push(commit);
    times.push(receipt);
    queries.push(query);
  }
  client.disconnect();
  await folder.remove();
  const median = (of: number[]) => percentile(times, 0.5) / percentile(of, 0.5);
  const one = (ratio: number) => ({ min: ratio, median: ratio, max: ratio });
  const info = { goal: null, judged: 'median' } as const;
  return [
    {
      ...info,
      id: 'P9',
      work: 'receipt / durable commit of its rows',
      unit: 'x',
      spread: one(median(limits)),
      goal: 3,
    },
    { ...info, id: '', work: 'receipt / durable commit of one row', unit: 'x', spread: one(median(commits)) },
    { ...info, id: '', work: 'receipt recorded', unit: 'ms', spread: spreadOf(times) },
    { ...info, id: '', work: 'durable commit of its rows', unit: 'ms', spread: spreadOf(limits) },
    { ...info, id: '', work: 'durable commit of one row', unit: 'ms', spread: spreadOf(commits) },
    { ...info, id: '', work: 'a small query through the port', unit: 'ms', spread: spreadOf(queries) },
  ];
}
