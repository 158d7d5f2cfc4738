/** What was done before a spec begins, on earlier days: a tender with sealed bids that opens today, a trusteeship that runs. */
import { randomUUID } from 'node:crypto';
import { decideRequest } from '../../../electron/features/approvals/decideRequest';
import { announceTender, placeBid, registerBidder } from '../../../electron/features/contracts/holdTender';
import { draftContract, signContract, submitContract } from '../../../electron/features/contracts/keepContract';
import { showContract, showTender } from '../../../electron/features/contracts/showContracts';
import { Session } from '../../../electron/features/users/session';
import type { OpenFolder } from '../../../electron/openFolder';
import { fixedClock, systemClock } from '../../../electron/platform/clock';
import type { Services } from '../../../electron/services';
import { day } from './dates';
import { PASSWORD } from './firstRun';

/** The program so many days ago. */
export const ago = (days: number): Services => ({ clock: fixedClock(`${day(-days)}T04:00:00.000Z`) }) as Services;

/** As somebody who signs in beside the window and leaves again. */
export async function as<T>(dataDir: string, user: string, work: (open: OpenFolder) => Promise<T>): Promise<T> {
  const session = new Session({ dataDir, clock: systemClock, program: 'command line' });
  await session.signIn(user, PASSWORD);
  if (!session.open) throw new Error('the folder did not open');
  const done = await work(session.open);
  await session.lock();
  return done;
}

export const SETTLED = '青石信借字（94）第005号';
export const PUT_UP = '青石信借字（89）第024号';

/** Announced five days ago by `keeper`, to be opened today. */
export const seedTender = (dataDir: string, keeper: string): Promise<void> =>
  as(dataDir, keeper, async (open) => {
    const loans = [{ contract: PUT_UP, hard: 'bankrupt' as const, price: 10_000_000 }];
    const packages = [{ name: '一号包', loans }];
    const asked = { title: '2026年表外不良竞标', opensOn: day(0), packages, requestId: randomUUID() };
    const { id } = await announceTender(ago(5), open, asked);
    const packageId = showTender(ago(5), open, id).packages[0]?.id ?? 0;
    for (const [name, amount] of [
      ['龚强', 12_000_000],
      ['周柏福', 11_000_000],
    ] as const) {
      await registerBidder(ago(3), open, { id, name, person: 'staff', deposit: 500_000, voucherNo: '0001' });
      await placeBid(ago(2), open, { packageId, name, amount });
    }
  });

/** Of one loan, signed thirty days ago; `head` approves. */
export async function seedTrusteeship(dataDir: string, keeper: string, head: string): Promise<void> {
  const { id, approval } = await as(dataDir, keeper, async (open) => {
    const drafted = await draftContract(ago(32), open, {
      ...{ kind: 'trusteeship', party: '某资产管理公司', basis: '托管清收试点方案', feeRate: '0.3', lateRate: '0.06' },
      ...{ contracts: ['青石信借字（91）第030号'], years: 1, requestId: randomUUID() },
    });
    const asked = await submitContract(ago(31), open, { id: drafted.id, rev: 1 });
    return { id: drafted.id, approval: asked.approval };
  });
  const consent = { id: approval, rev: 1, outcome: 'consent' as const, opinion: '', requestId: randomUUID() };
  await as(dataDir, head, (open) => decideRequest(day(-31), open, consent));
  await as(dataDir, keeper, async (open) => {
    const { rev, bond } = await showContract(ago(30), open, id);
    await signContract(ago(30), open, { id, rev, on: day(-30), bondPaid: bond });
  });
}
