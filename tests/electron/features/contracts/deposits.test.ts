/** DSP-07, A8: the deposits of a tender in a real folder: held, turned into the bond, given back, kept, put right. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { announceTender, openBids, placeBid, registerBidder } from '../../../../electron/features/contracts/holdTender';
import { giveUpContract, signContract, submitContract } from '../../../../electron/features/contracts/keepContract';
import { settleDeposit, undoDeposit } from '../../../../electron/features/contracts/settleDeposit';
import { showContract, showContracts, showTender } from '../../../../electron/features/contracts/showContracts';
import { formOf } from '../../../../electron/features/documents/forms';
import type { OpenFolder } from '../../../../electron/openFolder';
import { fixedClock } from '../../../../electron/platform/clock';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { requestId } from '../receipts/support';

const [OPENING, AFTER] = ['2026-11-25', '2026-11-26'];
const on = (day: string) => ({ ...folder.services, clock: fixedClock(`${day}T02:30:00.000Z`) });

let folder: TestFolder;
let people: People;
let keeper: OpenFolder;
let tender: number;

/** 乙 wins the first package, 丙 the second, 甲 nothing. */
beforeAll(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, { keeper: ['asset-preservation-head'], boss: ['branch-head'] });
  keeper = await people.as('keeper');
  const build = new Builder(folder.open);
  for (const number of [1, 2])
    build.loan({ contract_no: `表外第${number}号`, sheet: 'off', npl_date: '1996-12-31', balance: 100_000_000 });
  const packages = [1, 2].map((number) => ({
    name: `${number}号包`,
    loans: [{ contract: `表外第${number}号`, hard: null, price: 1_000_000 }],
  }));
  const asked = { title: '2026年表外不良竞标', opensOn: OPENING, packages, requestId: requestId() };
  ({ id: tender } = await announceTender(on(TODAY), keeper, asked));
  const bidder = { id: tender, person: 'staff' as const, deposit: 500_000, voucherNo: '1' };
  for (const name of ['甲', '乙', '丙']) await registerBidder(on(TODAY), keeper, { ...bidder, name });
  const [first, second] = showTender(folder.services, keeper, tender).packages.map(({ id }) => id);
  for (const [name, packageId, amount] of [
    ['甲', first, 11_000_000],
    ['乙', first, 12_000_000],
    ['丙', second, 1_000_000],
  ] as const)
    await placeBid(on(TODAY), keeper, { packageId: packageId ?? 0, name, amount });
});
afterAll(() => folder.close());

const shown = () => showTender(on(AFTER), keeper, tender);
const usesOf = (name: string) => shown().bidders.find((each) => each.name === name)?.uses ?? [];
const settle = (day: string, given: { name: string; on?: string; payee?: string | null; voucherNo?: string }) =>
  settleDeposit(on(day), keeper, {
    ...{ id: tender, on: OPENING, payee: given.name, voucherNo: 'T1' },
    ...given,
    requestId: requestId(),
  });
const undo = (name: string) =>
  undoDeposit(on(AFTER), keeper, { id: usesOf(name)[0]?.id ?? 0, reason: '收款人登记错了' });

it('are all held and cannot be settled while the bids are sealed', async () => {
  expect(showContracts(on(TODAY), keeper).tenders[0]?.held).toBe(1_500_000);
  await expect(settle(TODAY, { name: '甲', on: TODAY })).rejects.toThrow('deposit-sealed');
});

it('a winner’s waits for his signature, which turns it into the bond as far as that goes', async () => {
  await openBids(on(OPENING), keeper, { id: tender });
  const { contracts } = showContracts(on(OPENING), keeper);
  const [refused, won] = ['丙', '乙'].map((name) => contracts.find(({ party }) => party === name)?.id ?? 0) as [
    number,
    number,
  ];
  for (const name of ['乙', '丙']) await expect(settle(OPENING, { name })).rejects.toThrow('deposit-awaits-signing');
  // 5 % of 10,000.00 is less than his deposit.
  expect(await showContract(on(OPENING), keeper, refused)).toMatchObject({ bond: 50_000, deposit: 50_000 });
  await giveUpContract(keeper, { id: refused, rev: 1, why: '中标后不签约' });
  const { approval } = await submitContract(on(OPENING), keeper, { id: won, rev: 1 });
  const consent = { id: approval, rev: 1, outcome: 'consent' as const, opinion: '', requestId: requestId() };
  await decideRequest(OPENING, await people.as('boss'), consent);
  const { rev, bond, deposit } = await showContract(on(OPENING), keeper, won);
  expect([bond, deposit]).toEqual([600_000, 500_000]);
  await signContract(on(OPENING), keeper, { id: won, rev, on: OPENING, bondPaid: bond });
  expect(await showContract(on(OPENING), keeper, won)).toMatchObject({ deposit: 500_000 });
  expect(usesOf('乙')).toMatchObject([{ kind: 'bond', amount: 500_000, on: OPENING, payee: null }]);
  const form = formOf('DOC-DSP-07');
  const facts = await form.gather(keeper.store.read, won, { today: OPENING, by: keeper.actor });
  const clause = '其中竞标定金5,000.00元转入，其余1,000.00元于签订前缴清';
  expect(JSON.stringify(form.compose(facts, {}, OPENING))).toContain(clause);
});

it('a loser’s is given back with day, payee and voucher; a wrong entry is taken back and both stay', async () => {
  await expect(settle(AFTER, { name: '乙' })).rejects.toThrow('deposit-settled');
  await expect(settle(AFTER, { name: '丁' })).rejects.toThrow('bidder-unknown');
  await expect(settle(AFTER, { name: '甲', on: '2026-11-24' })).rejects.toThrow('deposit-day');
  await expect(settle(AFTER, { name: '甲', on: '2026-11-27' })).rejects.toThrow('deposit-day');
  await expect(settle(AFTER, { name: '甲', payee: null })).rejects.toThrow('deposit-payee-missing');
  expect(await settle(AFTER, { name: '甲', payee: '王会计' })).toMatchObject({ kind: 'returned', amount: 500_000 });
  await expect(settle(AFTER, { name: '甲' })).rejects.toThrow('deposit-settled');
  await undo('甲');
  await expect(undo('甲')).rejects.toThrow('deposit-use-unknown');
  await expect(undo('乙')).rejects.toThrow('deposit-use-unknown');
  await settle(AFTER, { name: '甲' });
  expect(usesOf('甲').map(({ amount, payee, isReversed }) => [amount, payee, isReversed])).toEqual([
    [500_000, '王会计', true],
    [-500_000, '王会计', false],
    [500_000, '甲', false],
  ]);
});

it('that of a winner who did not sign is kept; the totals say where all of them are', async () => {
  const kept = await settle(AFTER, { name: '丙', payee: null, voucherNo: 'T2' });
  expect(kept).toMatchObject({ kind: 'forfeited', amount: 500_000 });
  const { bidders, deposits } = shown();
  const one = { received: 500_000, bond: 0, forfeited: 0, returned: 0, held: 0 };
  expect(bidders.map(({ name, book }) => [name, book])).toEqual([
    ['丙', { ...one, forfeited: 500_000 }],
    ['乙', { ...one, bond: 500_000 }],
    ['甲', { ...one, returned: 500_000 }],
  ]);
  expect(deposits).toEqual({ received: 1_500_000, bond: 500_000, forfeited: 500_000, returned: 500_000, held: 0 });
  expect(showContracts(on(AFTER), keeper).tenders[0]?.held).toBe(0);
  expect(() => folder.open.store.sqlite.exec('DELETE FROM tender_deposit_use')).toThrow('only added to');
});
