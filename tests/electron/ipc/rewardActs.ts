/** Commands of rewards, liabilities, tenders and contracts for the test of the log's rows, in an order in which each finds what it needs. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type Sqlite from 'better-sqlite3';
import type { router } from '../../../electron/router';

type Client = RouterClient<typeof router>;

interface Given {
  readonly client: () => Client;
  readonly sqlite: () => Sqlite.Database;
  /** Of a household with a loan and receipts of this month, whose collectors are 王某 and 李某. */
  readonly party: () => number;
  readonly today: () => string;
  /** A path outside the data folder. */
  readonly beside: (name: string) => string;
}

type Acts = readonly (readonly [string, () => Promise<unknown>])[];

const BASIS = '支行会议纪要';

const newestSheet = async (client: Client) => present((await client.rewards.list()).sheets[0], 'a reward sheet');
const newestContract = async (client: Client) => present((await client.contracts.list()).contracts[0], 'a contract');

/** The loan as the rules reward it, off the balance sheet as a tender wants it. */
function contractOf({ sqlite, party }: Given): string {
  const sql = `UPDATE loan SET npl_date = '1996-01-01', four_level = '呆账', sheet = 'off' WHERE party_id = ?`;
  sqlite().prepare(sql).run(party());
  const first = sqlite().prepare('SELECT contract_no FROM loan WHERE party_id = ? ORDER BY id').pluck().get(party());
  return String(first);
}

const sheetActs = (given: Given): Acts => {
  const { client, today, beside } = given;
  const period = () => ({ from: `${today().slice(0, 8)}01`, to: today() });
  const compute = () => client().rewards.compute({ ...period(), requestId: randomUUID() });
  const ofNewest = async () => {
    const { id, rev } = await newestSheet(client());
    return { id, rev };
  };
  const costs = async () => {
    const { lineRows } = await client().rewards.show({ id: (await newestSheet(client())).id });
    const { key, name } = present(
      lineRows.find((line) => line.name === '王某'),
      'a line of 王某',
    );
    return { key, name, amount: 5, basis: BASIS };
  };
  return [
    [
      'rewards.compute',
      () => {
        contractOf(given);
        return compute();
      },
    ],
    ['rewards.nameOutsider', () => client().rewards.nameOutsider({ name: '王某', basis: BASIS })],
    ['rewards.setCosts', async () => client().rewards.setCosts(await costs())],
    ['rewards.recompute', async () => client().rewards.recompute({ ...(await ofNewest()), ...period() })],
    ['rewards.removeOutsider', () => client().rewards.removeOutsider({ name: '王某', basis: BASIS })],
    ['rewards.discard', async () => client().rewards.discard(await ofNewest())],
    [
      'rewards.submit',
      async () => {
        await compute();
        return client().rewards.submit(await ofNewest());
      },
    ],
    [
      'rewards.exportRegister',
      () =>
        client().rewards.exportRegister({
          what: 'rewards',
          id: null,
          format: 'xlsx',
          reason: BASIS,
          path: beside('rewards.xlsx'),
        }),
    ],
  ];
};

const liabilityActs = (given: Given): Acts => {
  const { client, today } = given;
  const newest = async () => {
    const { id, rev } = present((await client().rewards.liabilities()).liabilities[0], 'a liability');
    return { id, rev };
  };
  return [
    [
      'rewards.recordLiability',
      () =>
        client().rewards.recordLiability({
          contract: contractOf(given),
          person: '赵某',
          kind: 'new-npl',
          amount: 100,
          appoint: true,
          decision: BASIS,
          decidedOn: '2026-01-02',
          deadline: '2026-02-01',
          requestId: randomUUID(),
        }),
    ],
    [
      'rewards.performLiability',
      async () => client().rewards.performLiability({ ...(await newest()), on: today(), amount: 1, evidence: BASIS }),
    ],
    [
      'rewards.handleLiability',
      async () => client().rewards.handleLiability({ ...(await newest()), on: today(), decision: '给予警告处分' }),
    ],
    [
      'rewards.withdrawLiability',
      async () => client().rewards.withdrawLiability({ ...(await newest()), why: '认定有误撤销' }),
    ],
  ];
};

const contractActs = (given: Given): Acts => {
  const { client, sqlite, today, beside } = given;
  const tender = async () => {
    const { id } = present((await client().contracts.list()).tenders[0], 'a tender');
    return client().contracts.tender({ id });
  };
  return [
    [
      'contracts.draft',
      () =>
        client().contracts.draft({
          kind: 'risk-agency',
          party: '某律师事务所',
          basis: BASIS,
          contracts: [contractOf(given)],
          feeRate: '0.1',
          lateRate: null,
          years: 1,
          requestId: randomUUID(),
        }),
    ],
    [
      'contracts.giveUp',
      async () => {
        const { id, rev } = await newestContract(client());
        return client().contracts.giveUp({ id, rev, why: '不再委托办理' });
      },
    ],
    [
      'contracts.announceTender',
      () => {
        const loans = [{ contract: contractOf(given), hard: null, price: 100 }];
        const asked = { title: '表外不良竞标', opensOn: '2999-01-01', packages: [{ name: '一号包', loans }] };
        return client().contracts.announceTender({ ...asked, requestId: randomUUID() });
      },
    ],
    [
      'contracts.exportRegister',
      () => {
        const asked = { what: 'contracts' as const, id: null, format: 'xlsx' as const, reason: BASIS };
        return client().contracts.exportRegister({ ...asked, path: beside('contracts.xlsx') });
      },
    ],
    [
      'contracts.registerBidder',
      async () => {
        const { id } = await tender();
        const deposit = { deposit: 500_000, voucherNo: '1' };
        return client().contracts.registerBidder({ id, name: '张某', person: 'staff', ...deposit });
      },
    ],
    [
      'contracts.placeBid',
      async () => {
        const { packages } = await tender();
        const packageId = present(packages[0], 'a package').id;
        return client().contracts.placeBid({ packageId, name: '张某', amount: 200 });
      },
    ],
    [
      'contracts.openBids',
      async () => {
        sqlite().prepare('UPDATE tender SET opens_on = ?').run(today());
        return client().contracts.openBids({ id: (await tender()).id });
      },
    ],
    [
      'contracts.settleDeposit',
      async () => {
        const { id } = await tender();
        const lost =
          "INSERT INTO tender_bidder VALUES (?, '李某', 'staff', 500000, '2', 1, '2026-11-01T00:00:00.000Z')";
        sqlite().prepare(lost).run(id);
        const back = { name: '李某', payee: '李某', voucherNo: 'T1', requestId: randomUUID() };
        return client().contracts.settleDeposit({ id, on: today(), ...back });
      },
    ],
    [
      'contracts.undoDeposit',
      async () => {
        const { bidders } = await tender();
        const use = present(bidders.find(({ name }) => name === '李某')?.uses[0], 'what was given back');
        return client().contracts.undoDeposit({ id: use.id, reason: '收款人登记错了' });
      },
    ],
    [
      'contracts.submit',
      async () => {
        const { id, rev } = await newestContract(client());
        return client().contracts.submit({ id, rev });
      },
    ],
  ];
};

export const rewardActs = (given: Given): Acts => [
  ...sheetActs(given),
  ...liabilityActs(given),
  ...contractActs(given),
];
