/** Commands of repayment, for the test that each command leaves its row in the log. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import { addMonths } from '@shared/kernel/calendarDate';
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
  /** A file on this computer. */
  readonly evidence: () => string;
}

async function ask(client: Client, household: number) {
  const { loans, people } = await client.repayment.household({ household });
  const follower = present(people[0], 'a colleague').id;
  const { id, principal, interest } = present(loans[0], 'a debt');
  const terms = { household, loans: [id], order: 'statutory' as const, follower, graceDays: 30 };
  return client.repayment.askAgreement({ ...terms, instalments: [{ dueOn: '2027-01-29', principal, interest }] });
}

/** An extension, or re-lending once the loan is due, with a file that shows the condition. */
async function askTerm(client: Client, household: number, evidence: string) {
  const { loans, today } = await client.repayment.household({ household });
  const { id, principal, interest, dueOn } = present(loans[0], 'a debt');
  const isDue = dueOn !== null && dueOn < today;
  const newDueOn = addMonths(dueOn === null || isDue ? today : dueOn, 12);
  return client.repayment.askTerm({
    ...(isDue ? { kind: 'relending', condition: 'cleared' } : { kind: 'extension', condition: 'disaster' }),
    ...{ household, loan: id, newDueOn, reason: '受灾绝收，重新落实债权', facts: null, files: [evidence] },
    ...{ security: null, instalments: [{ dueOn: newDueOn, principal, interest }] },
  });
}

/** A paper that needs no approval. */
async function confirmed(client: Client, household: string, party: number) {
  await client.documents.issueTyped({
    ...{ form: 'DOC-REC-07', subject: household, fields: {}, requestId: randomUUID() },
  });
  const { papers } = await client.repayment.household({ household: party });
  return present(papers[0], 'the balance confirmation');
}

export const repaymentActs = ({ client, party, household, today, evidence }: Given): readonly Act[] => [
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
    'repayment.correctSignature',
    async () => {
      const [paper] = (await client().repayment.household({ household: party() })).papers;
      const { documentId, rev } = present(paper, 'the signed confirmation');
      const correction = { documentId, rev, key: 'borrower', signedOn: null, reason: '看错签署人' };
      return client().repayment.correctSignature(correction);
    },
  ],
  ['repayment.askTerm', () => askTerm(client(), party(), evidence())],
  [
    'repayment.saveTermFile',
    async () => {
      const [term] = (await client().repayment.household({ household: party() })).terms;
      const { id } = present(term, 'the application');
      return client().repayment.saveTermFile({ id, seq: 1, reason: '提交诉委会审阅' });
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
