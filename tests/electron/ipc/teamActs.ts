/** Commands of targets and of the team for the test of the log's rows, in an order in which each finds what it needs. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { router } from '../../../electron/router';

type Client = RouterClient<typeof router>;

interface Given {
  readonly client: () => Client;
  /** A household with a loan. */
  readonly household: () => string;
  readonly today: () => string;
  /** A path outside the data folder. */
  readonly beside: (name: string) => string;
}

const idOfAll = async (client: Client): Promise<number> =>
  present(
    (await client.users.list()).find(({ name }) => name === 'all'),
    'the user of all roles',
  ).id;

/** The user of all roles leads the first group; another one has whoever is left. */
async function saveGroup(client: Client, name = '一组'): Promise<{ id: number }> {
  const taken = (await client.team.groups()).groups.flatMap(({ members }) => members.map(({ id }) => id));
  const all = await idOfAll(client);
  const users = await client.users.list();
  const free = users.filter(({ id, active }) => active && id !== all && !taken.includes(id)).map(({ id }) => id);
  const memberIds = taken.includes(all) ? free.slice(0, 3) : [all, ...free.slice(0, 2)];
  const leaderId = present(memberIds[0], 'somebody is free');
  return client.team.saveGroup({ id: null, rev: null, name, leaderId, memberIds, unitIds: [] });
}

export const teamActs = ({
  client,
  household,
  today,
  beside,
}: Given): readonly (readonly [string, () => Promise<unknown>])[] => [
  [
    'targets.propose',
    () => {
      const filter = { conditions: [{ column: 'household' as const, operator: '=' as const, values: [household()] }] };
      return client().targets.propose({ source: 'large', filter, reason: '大额不良', requestId: randomUUID() });
    },
  ],
  [
    'targets.step',
    async () => {
      const { id, rev } = present((await client().targets.list({})).targets[0], 'a target');
      const on = today();
      return client().targets.step({ id, rev, to: 'in-ledger', on, reason: '', documentId: null });
    },
  ],
  ['team.saveGroup', () => saveGroup(client())],
  [
    'targets.assign',
    async () => {
      const { id, rev } = present((await client().targets.list({})).targets[0], 'a target');
      const group = present((await client().team.groups()).groups[0], 'a group');
      const goal = { principal: 100_00, interest: 0, dueOn: '2026-12-31' };
      return client().targets.assign({ id, rev, groupId: group.id, managerId: group.leader.id, way: 'area', ...goal });
    },
  ],
  [
    'targets.nameResponsible',
    async () => {
      const { id } = present((await client().targets.list({})).targets[0], 'a target');
      const loan = present((await client().targets.show({ id })).loanRows[0], 'a loan');
      const named = { person: '某员工', deadline: '2026-12-31', reason: '限期收回' };
      return client().targets.nameResponsible({ loanId: loan.id, ...named });
    },
  ],
  [
    'targets.exportListing',
    () =>
      client().targets.exportListing({ unit: null, format: 'xlsx', reason: '报清收队', path: beside('listing.xlsx') }),
  ],
  [
    'targets.exportRegister',
    () =>
      client().targets.exportRegister({
        wanted: { what: 'targets' },
        format: 'xlsx',
        reason: '报清收队',
        path: beside('targets.xlsx'),
      }),
  ],
  [
    'team.exportRegister',
    () =>
      client().team.exportRegister({
        wanted: { what: 'groups' },
        format: 'xlsx',
        reason: '报清收队',
        path: beside('groups.xlsx'),
      }),
  ],
  [
    'documents.exportNumbers',
    () => client().documents.exportNumbers({ format: 'xlsx', reason: '年度检查', path: beside('numbers.xlsx') }),
  ],
  [
    'workbench.exportSheet',
    () => client().workbench.exportSheet({ format: 'xlsx', reason: '当日外勤', path: beside('sheet.xlsx') }),
  ],
  [
    'team.endGroup',
    async () => {
      const { id } = await saveGroup(client(), '另一组');
      return client().team.endGroup({ id, rev: 1, reason: '任务完成' });
    },
  ],
  [
    'team.keepMarks',
    async () => {
      const userIdOfAll = await idOfAll(client());
      return client().team.keepMarks({ marks: [{ userId: userIdOfAll, day: '2026-11-20', mark: 'present' }] });
    },
  ],
  [
    'team.askLeave',
    () => {
      const days = { firstDay: '2026-12-01', lastDay: '2026-12-02' };
      return client().team.askLeave({
        kind: 'rest',
        reason: '补休',
        substituteId: null,
        requestId: randomUUID(),
        ...days,
      });
    },
  ],
  [
    'team.savePlan',
    () => {
      const line = { scope: 'branch' as const, subjectId: null, month: null, principal: 1, interest: 0, households: 1 };
      const days = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
      return client().team.savePlan({ id: null, rev: null, kind: 'year', title: '年度计划', lines: [line], ...days });
    },
  ],
];
