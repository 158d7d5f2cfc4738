/** Commands of money received, for the test that each command leaves its row in the log. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { Store } from '../../../electron/database/store';
import type { router } from '../../../electron/router';
import { receipt } from '../features/receipts/support';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];
type Database = Store['sqlite'];

interface Given {
  readonly client: () => Client;
  /** A household with a loan. */
  readonly party: () => number;
  readonly sqlite: () => Database;
}

/** A receipt of the report's household. */
const money = (client: Client, party: number, voucherNo = '1') =>
  client.receipts.record({
    ...receipt(party, { amount: 100, voucherNo, doubleReason: '另一笔收款' }),
    requestId: randomUUID(),
  });
const agreed = (household: number) => ({ household, agreedOn: '2026-11-01', evidence: '偿还协议书' });
async function askRelief(client: Client, party: number, sqlite: Database) {
  sqlite.exec(`UPDATE loan SET interest_off = 100000 WHERE party_id = ${party}`);
  const { loans } = await client.receipts.account({ household: party });
  return client.receipts.askMeasure({
    loanId: present(loans[0], 'a loan of the household').id,
    measure: 'relief',
    amount: 1,
    hardship: 'family',
    facts: '家庭困难',
    evidence: '证明',
    investigators: ['甲', '乙'],
    principles: ['一', '二', '三'],
    conditions: null,
    until: null,
  });
}

export const receiptActs = ({ client, party, sqlite }: Given): readonly Act[] => [
  ['receipts.record', () => money(client(), party())],
  [
    'receipts.reverse',
    async () =>
      client().receipts.reverse({
        id: (await money(client(), party(), '2')).id,
        reason: '凭证录错',
        requestId: randomUUID(),
      }),
  ],
  ['receipts.recordAgreement', () => client().receipts.recordAgreement(agreed(party()))],
  ['receipts.endAgreement', () => client().receipts.endAgreement({ id: 1, rev: 1, endedOn: '2026-11-20' })],
  ['receipts.askMeasure', () => askRelief(client(), party(), sqlite())],
];
