/** Commands of repayment, for the test that each command leaves its row in the log. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { router } from '../../../electron/router';
import { callTo } from '../../support/contactDrafts';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];

interface Given {
  readonly client: () => Client;
  /** A household with a loan. */
  readonly party: () => number;
  /** Its number. */
  readonly household: () => string;
  readonly today: () => string;
}

async function ask(client: Client, household: number) {
  const { loans, people } = await client.repayment.household({ household });
  const follower = present(people[0], 'a colleague').id;
  const { id, principal, interest } = present(loans[0], 'a debt');
  const terms = { household, loans: [id], order: 'statutory' as const, follower, graceDays: 30 };
  return client.repayment.askAgreement({ ...terms, instalments: [{ dueOn: '2027-01-29', principal, interest }] });
}

/** A paper that needs no approval. */
async function confirmed(client: Client, household: string, party: number) {
  await client.documents.issueTyped({
    ...{ form: 'DOC-REC-07', subject: household, fields: {}, requestId: randomUUID() },
  });
  const { papers } = await client.repayment.household({ household: party });
  return present(papers[0], 'the balance confirmation');
}

export const repaymentActs = ({ client, party, household, today }: Given): readonly Act[] => [
  ['repayment.askAgreement', () => ask(client(), party())],
  [
    'repayment.recordReturn',
    async () => {
      const { documentId, rev } = await confirmed(client(), household(), party());
      const signatures = [{ key: 'borrower', signedOn: today() }];
      return client().repayment.recordReturn({ documentId, rev, signatures, reply: 'agrees' });
    },
  ],
  [
    'repayment.askPreSuit',
    async () => {
      for (const day of ['10', '11', '12'])
        await client().contacts.record(callTo(party(), { at: `2026-11-${day} 10:15` }));
      return client().repayment.askPreSuit({ household: party(), reason: '多次协商未果' });
    },
  ],
];
