/** P9: a receipt of money, from the contract's client to its reply over the port, against one durable commit of one row. */
import { present } from '@shared/kernel/assert';
import { connect, filledFolder } from './folders';
import { type Line, percentile, ratios, spreadOf, timed } from './measure';

const RECEIPTS = 400;
const WARM = 40;

interface Payer {
  readonly household: number;
  readonly asOf: string;
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
  const times: number[] = [];
  const commits: number[] = [];
  const queries: number[] = [];
  for (let index = 0; index < RECEIPTS + WARM; index += 1) {
    const commit = await timed(() => insert.run(today));
    const receipt = await timed(() => record(index));
    const query = await timed(() => client.api.portfolio.status());
    if (index < WARM) continue;
    commits.push(commit);
    times.push(receipt);
    queries.push(query);
  }
  client.disconnect();
  await folder.remove();
  const ratio = percentile(times, 0.5) / percentile(commits, 0.5);
  const one = { min: ratio, median: ratio, max: ratio };
  const info = { goal: null, judged: 'median' } as const;
  return [
    { id: 'P9', work: 'receipt recorded, median / commit median', unit: 'x', spread: one, goal: 3, judged: 'median' },
    { id: '', work: 'receipt recorded', unit: 'ms', spread: spreadOf(times), ...info },
    { id: '', work: 'durable commit', unit: 'ms', spread: spreadOf(commits), ...info },
    { id: '', work: 'a small query through the port', unit: 'ms', spread: spreadOf(queries), ...info },
    { id: '', work: 'receipt by receipt / commit', unit: 'x', spread: spreadOf(ratios(times, commits)), ...info },
  ];
}
