/** Commands of contacts and measures, for the test that each command leaves its row in the log. */
import { writeFileSync } from 'node:fs';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import { addDays } from '@shared/kernel/calendarDate';
import type { router } from '../../../electron/router';
import { callTo } from '../../support/contactDrafts';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];
const REASON = '提交诉委会审阅';

interface Given {
  readonly client: () => Client;
  /** A household with a loan. */
  readonly party: () => number;
  readonly today: () => string;
  /** A path outside the data folder. */
  readonly beside: (name: string) => string;
}

/** A call to the borrower with a paper among its files. */
async function contact(client: Client, party: number, beside: Given['beside']) {
  const path = beside('note-in.txt');
  writeFileSync(path, 'a note');
  return client.contacts.record({ ...callTo(party), files: [path] });
}
async function measurePlan(client: Client, party: number, today: string) {
  const { people, versions } = await client.measures.household({ household: party });
  const responsible = present(people[0], 'somebody plans').id;
  const due = { what: '面谈', responsible, dueOn: today };
  const texts = { reason: '首次制定', risk: '先核对债务', loss: '尽早分期', recovery: '每月还款' };
  const add = [{ measure: 'negotiation', ...due }];
  return client.measures.savePlan({ household: party, version: versions.length, ...texts, drop: [], add });
}

export const contactActs = ({ client, party, today, beside }: Given): readonly Act[] => [
  ['contacts.record', () => contact(client(), party(), beside)],
  [
    'contacts.saveFile',
    async () =>
      client().contacts.saveFile({
        id: (await contact(client(), party(), beside)).id,
        seq: 1,
        reason: REASON,
        path: beside('note.txt'),
      }),
  ],
  [
    'contacts.withdraw',
    async () => client().contacts.withdraw({ id: (await contact(client(), party(), beside)).id, reason: '登记错户' }),
  ],
  ['measures.savePlan', () => measurePlan(client(), party(), today())],
  [
    'measures.moveItem',
    async () => {
      const { items } = await client().measures.household({ household: party() });
      return client().measures.moveItem({ item: present(items[0], 'a measure').id, state: 'done', result: '已面谈' });
    },
  ],
  [
    'measures.proposeStep',
    () =>
      client().measures.proposeStep({
        household: party(),
        act: 'criminal-report',
        basis: '刑法第一百九十三条',
        purpose: '报案',
        channel: '公安机关',
        content: '涉嫌贷款诈骗的事实',
        checks: [],
        plannedOn: today(),
      }),
  ],
  [
    'workbench.postpone',
    async () => {
      const next = { on: today(), what: '签还款协议' };
      const { id } = await client().contacts.record({ ...callTo(party()), next });
      const until = addDays(today(), 3);
      return client().workbench.postpone({ kind: 'next-contact', key: String(id), until, reason: '债务人外出' });
    },
  ],
  [
    'workbench.markDone',
    async () => {
      const { items } = await client().workbench.list({ scope: 'all' });
      const { kind, key } = present(
        items.find(({ postponed }) => postponed !== null),
        'an appointment was put off',
      );
      return client().workbench.markDone({ kind, key, result: '协议已签' });
    },
  ],
];
