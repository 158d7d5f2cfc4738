/** Commands of the money, counsels and reviews of cases, for the test that each command leaves its row in the log. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { Store } from '../../../electron/database/store';
import type { router } from '../../../electron/router';
import { receipt } from '../features/receipts/support';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];

interface Given {
  readonly client: () => Client;
  /** A household with a case. */
  readonly household: () => string;
  readonly party: () => number;
  readonly sqlite: () => Store['sqlite'];
  readonly today: () => string;
}

const LAWYER = {
  name: '赵律师',
  kind: 'agent',
  firm: '某律师事务所',
  licenceNo: '15001200610000001',
  licensedOn: '2012-05-01',
  experience: '金融借款案二十件',
  character: '良好',
} as const;
const RECEIVED = '2026-11-03';

export const caseMoneyActs = ({ client, household, party, sqlite, today }: Given): readonly Act[] => {
  const id = async () =>
    present((await client().litigation.household({ household: household() })).cases[0], 'a case').id;
  /** Of the case as it stands: nothing of its gate was passed. */
  const override = (caseId: number): void =>
    void sqlite()
      .prepare(
        "INSERT INTO case_act (case_id, kind, done_on, detail, user_id, at) VALUES (?, 'gate-overridden', ?, ?, 1, ?)",
      )
      .run(caseId, today(), '{"override":"exception"}', `${today()}T00:00:00.000Z`);
  const book = async () => {
    const caseId = await id();
    override(caseId);
    const fee = { kind: 'counsel', move: 'paid', amount: 100, on: today(), voucherNo: 'F1', payee: '律所' } as const;
    return client().caseMoney.book({ id: caseId, ...fee, tariff: null, requestId: randomUUID() });
  };
  const money = (voucherNo: string) =>
    receipt(party(), { amount: 100, voucherNo, receivedOn: RECEIVED, bookedOn: RECEIVED, doubleReason: '另一笔收款' });
  const recordMoney = async (amount: number) =>
    client().litigation.recordAct({
      ...{ id: await id(), kind: 'money-received', on: RECEIVED, detail: { amount } },
      requestId: randomUUID(),
    });
  const engaged = async () => {
    const caseId = await id();
    const { engaged: all } = await client().counsel.ofCase({ id: caseId });
    return { id: caseId, engagement: present(all[0], 'an engagement').id };
  };
  return [
    ['caseMoney.book', book],
    [
      'caseMoney.reverse',
      async () => {
        const { entries } = await client().caseMoney.show({ id: await id() });
        return client().caseMoney.reverse({ fee: present(entries[0], 'a fee').id, reason: '凭证录错' });
      },
    ],
    [
      'caseMoney.receive',
      async () => client().caseMoney.receive({ id: await id(), receipt: money('C1'), requestId: randomUUID() }),
    ],
    [
      'caseMoney.link',
      async () => {
        const { act } = await recordMoney(99);
        const { id: payment } = await client().receipts.record({ ...money('C2'), requestId: randomUUID() });
        return client().caseMoney.link({ id: await id(), act, payment });
      },
    ],
    ['counsel.register', () => client().counsel.register(LAWYER)],
    [
      'counsel.note',
      () => client().counsel.note({ id: 1, kind: 'filed', on: today(), number: '备1号', cause: null, text: '已备案' }),
    ],
    [
      'counsel.engage',
      async () =>
        client().counsel.engage({
          ...{ id: await id(), counsel: 1, mode: 'ordinary', contract: null, permitNo: null, on: today() },
        }),
    ],
    ['counsel.end', async () => client().counsel.end({ ...(await engaged()), on: today(), reason: '另行委托' })],
    [
      'caseReview.record',
      async () =>
        client().caseReview.record({
          ...{ id: await id(), finding: '无新情况', cause: '送达困难', difficulty: '被告外出' },
          ...{ solution: '申请公告', until: today() },
        }),
    ],
    [
      'caseReview.acknowledge',
      async () => {
        await recordMoney(98);
        const { breaches } = await client().caseReview.show({ id: await id() });
        const { key: breach } = present(breaches[0], 'a breach');
        return client().caseReview.acknowledge({ id: await id(), breach, reason: '已责成入账' });
      },
    ],
    ['caseReview.export', () => client().caseReview.export({ list: 'breaches', format: 'xlsx', reason: '报送检查' })],
  ];
};
