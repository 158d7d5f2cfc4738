/** Commands of approvals, for the test that each command leaves its row in the log. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { router } from '../../../electron/router';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];
interface Given {
  readonly client: () => Client;
  readonly today: () => string;
}

const userId = async (client: Client, wanted: string): Promise<number> =>
  present(
    (await client.users.list()).find(({ name }) => name === wanted),
    wanted,
  ).id;

/** Asks to hand the head's authority to another. */
async function handOver(client: Client, today: string) {
  const [fromUserId, toUserId] = [await userId(client, 'all'), await userId(client, 'new')];
  const days = { firstDay: today, lastDay: '2026-12-31' };
  const asked = { fromUserId, toUserId, level: 'branch-head' as const, ...days, basis: '外出学习期间' };
  return client.approvals.delegate({ ...asked, requestId: randomUUID() });
}
async function newestApproval(client: Client) {
  const { items } = await client.approvals.list({ list: 'submitted' });
  return client.approvals.show({ id: present(items[0], 'a request').id });
}

export const approvalActs = ({ client, today }: Given): readonly Act[] => [
  ['approvals.delegate', () => handOver(client(), today())],
  [
    'approvals.withdraw',
    async () =>
      client().approvals.withdraw({
        ...(await newestApproval(client())),
        reason: '授权不再需要',
        requestId: randomUUID(),
      }),
  ],
  [
    'approvals.endDelegation',
    async () => {
      await handOver(client(), today());
      const { items } = await client().approvals.delegations();
      return client().approvals.endDelegation({ id: present(items[0], 'a delegation').id, reason: '提前返岗上班' });
    },
  ],
  [
    'approvals.recordConflict',
    async () => {
      await handOver(client(), today());
      const { id } = await newestApproval(client());
      return client().approvals.recordConflict({ id, userId: await userId(client(), 'new'), reason: '系借款人亲属' });
    },
  ],
];
