/** P8: the file of a household with 50 loans and 2,000 events, opened through the contract; its receipts' account beside it. */
import { Builder } from '../support/builders';
import { connect, filledFolder } from './folders';
import { type Line, percentile, spreadOf, timed } from './measure';

const LOANS = 50;
const EVENTS = 2_000;
const OPENINGS = 200;

export async function p8(loans: number): Promise<Line[]> {
  const folder = await filledFolder(loans);
  const client = connect(folder.services);
  const build = new Builder(folder.open);
  const household = build.batch(() => {
    const party = build.party({ name: '多笔借款户' });
    const theirs = Array.from({ length: LOANS }, () => build.loan({ party_id: party, as_of: '2026-10-31' }));
    for (let event = 0; event < EVENTS; event += 1) {
      const receipt = build.receipt({ loan_id: theirs[event % LOANS] as number, receipt_no: `BENCH${event}` });
      build.share({ receipt_id: receipt, seq: 1, name: '王某', ppm: 1_000_000 });
    }
    return party;
  });
  const key = `H${String(household).padStart(6, '0')}`;
  const file: number[] = [];
  const account: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) {
    file.push(await timed(() => client.api.parties.household({ key })));
    account.push(await timed(() => client.api.receipts.account({ household })));
  }
  client.disconnect();
  await folder.remove();
  const p99 = percentile(file, 0.99);
  const info = { goal: null, judged: 'median' } as const;
  return [
    {
      id: 'P8',
      work: `household with ${LOANS} loans and ${EVENTS} events, 99th percentile`,
      unit: 'ms',
      spread: { min: p99, median: p99, max: p99 },
      goal: 50,
      judged: 'max',
    },
    { id: '', work: 'household opened', unit: 'ms', spread: spreadOf(file), ...info },
    { id: '', work: 'account of its receipts opened', unit: 'ms', spread: spreadOf(account), ...info },
  ];
}
