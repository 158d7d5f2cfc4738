/** RWD-02, RWD-04 in a real folder: a sheet from its first run to payment, and the next one that puts it right. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { recordReceipt } from '../../../../electron/features/receipts/recordReceipt';
import { reverseReceipt } from '../../../../electron/features/receipts/reverseReceipt';
import { exportRegister } from '../../../../electron/features/rewards/exportRegisters';
import { liabilityRows, performLiability, recordLiability } from '../../../../electron/features/rewards/liabilities';
import { liabilityWork } from '../../../../electron/features/rewards/liabilityWork';
import { nameOutsider, setCosts } from '../../../../electron/features/rewards/nameOutsider';
import { rewardSheetForm } from '../../../../electron/features/rewards/rewardSheet.form';
import { computeSheet, discardSheet, recomputeSheet } from '../../../../electron/features/rewards/runSheet';
import { paySheet, submitSheet } from '../../../../electron/features/rewards/settleSheet';
import { rewardLedger } from '../../../../electron/features/rewards/sheets.repository';
import { showSheet } from '../../../../electron/features/rewards/showSheets';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { recordingEngine } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { receipt, requestId } from '../receipts/support';

let folder: TestFolder;
let people: People;
let leader: OpenFolder;
let build: Builder;
let loan: number;
let household: number;
let overdue: number;

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const NOVEMBER = { from: '2026-11-01', to: TODAY };

beforeAll(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, {
    leader: ['group-leader'],
    deputy: ['deputy-head'],
    boss: ['branch-head'],
    cashier: ['credit-director'],
  });
  leader = await people.as('leader');
  build = new Builder(folder.open);
  household = build.party({ name: '吴某' });
  loan = build.loan({
    party_id: household,
    npl_date: '1996-12-31',
    four_level: '呆账',
    contract_no: '青信（95）第1号',
  });
});
afterAll(() => folder.close());

const collected = (given: Partial<Parameters<Builder['receipt']>[0]>, ...shares: [string, number][]) => {
  const id = build.receipt({ loan_id: loan, ...given });
  for (const [index, [name, ppm]] of shares.entries()) build.share({ receipt_id: id, seq: index + 1, name, ppm });
  return id;
};

const show = (id: number) => showSheet(folder.services, leader, id);
const amounts = async (id: number) =>
  (await show(id)).lineRows.map(({ key, name, kind, amount, excluded }) => [key, name, kind, amount, excluded]);

async function approve(id: number): Promise<void> {
  const { approval } = await submitSheet(folder.services, leader, { id, rev: (await show(id)).rev });
  for (const [rev, name] of [
    [1, 'deputy'],
    [2, 'boss'],
  ] as const)
    await decideRequest(TODAY, await people.as(name), {
      id: approval,
      rev,
      outcome: 'consent',
      opinion: '',
      requestId: requestId(),
    });
}

let first: number;

it('RWD-02 a sheet names every receipt of the period with its collectors, rate, article or reason', async () => {
  collected({ receipt_no: 'A', received_on: '2026-10-01' }, ['王某', 600_000], ['李某', 400_000]);
  collected({ receipt_no: 'B', received_on: '2026-10-31', method: '以物折价' }, ['王某', 1_000_000]);
  collected({ receipt_no: 'C', received_on: '2026-09-30' }, ['王某', 1_000_000]);
  collected({ receipt_no: 'D', received_on: '2026-10-10' });
  collected({ receipt_no: 'E', received_on: '2026-10-10', interest: 5 }, ['社外张', 1_000_000]);
  collected({ receipt_no: 'F', received_on: '2026-10-11' }, ['王某', 1_000_000]);
  collected({ receipt_no: 'G', received_on: '2026-10-12', principal: -100_000, reverses_no: 'F' }, ['王某', 1_000_000]);
  overdue = build.loan({ npl_date: '1996-12-31', four_level: '逾期' });
  collected({ receipt_no: 'I', received_on: '2026-10-12', loan_id: overdue }, ['王某', 1_000_000]);
  await nameOutsider(leader, { name: '社外张', basis: '委托清收协议2026-1号' });
  ({ id: first } = await computeSheet(folder.services, leader, { ...OCTOBER, requestId: requestId() }));
  expect(await amounts(first)).toEqual([
    ['A', '王某', 'reward', 12_000, null],
    ['A', '李某', 'reward', 8_000, null],
    ['D', '', 'reward', 0, 'collectors-missing'],
    ['E', '社外张', 'reward', 0, 'costs-missing'],
    ['F', '王某', 'reward', 0, null],
    ['I', '王某', 'reward', 0, 'form-unrewarded'],
    ['B', '王某', 'reward', 0, 'not-realised'],
  ]);
  expect(await show(first)).toMatchObject({ run: 1, total: 20_000, people: 2, state: 'draft', outdated: false });
});

it('RWD-02 one sheet at a time; a draft says when it is outdated, and a run says what changed', async () => {
  const again = computeSheet(folder.services, leader, { ...NOVEMBER, requestId: requestId() });
  await expect(again).rejects.toThrow('sheet-open');
  await expect(setCosts(leader, { key: 'E', name: '王某', amount: 1, basis: '差旅费单据' })).rejects.toThrow(
    'outsider-unknown',
  );
  await setCosts(leader, { key: 'E', name: '社外张', amount: 20_005, basis: '差旅费单据' });
  expect((await show(first)).outdated).toBe(true);
  await expect(submitSheet(folder.services, leader, { id: first, rev: 1 })).rejects.toThrow('sheet-outdated');
  await recomputeSheet(folder.services, leader, { id: first, rev: 1, ...OCTOBER });
  const { changes, outdated, run } = await show(first);
  expect({ changes, outdated, run }).toEqual({
    changes: [{ key: 'E', name: '社外张', before: 0, now: 16_000 }],
    outdated: false,
    run: 2,
  });
  await expect(recomputeSheet(folder.services, leader, { id: first, rev: 1, ...OCTOBER })).rejects.toThrow(
    'sheet-conflict',
  );
});

it('RWD-04 whoever owes the recovery by the register gets nothing from the day of the decision on', async () => {
  const given = { contract: '青信（95）第1号', person: '李某', kind: 'new-npl' as const, amount: 50_000 };
  const plain = { irregularity: null, post: null, appoint: false };
  const decided = { decision: '支行责任认定〔2026〕3号', decidedOn: '2026-10-01', deadline: '2026-12-31' };
  const head = await people.as('cashier');
  const { id } = await recordLiability(folder.services, head, {
    ...given,
    ...plain,
    ...decided,
    requestId: requestId(),
  });
  await recomputeSheet(folder.services, leader, { id: first, rev: 2, ...OCTOBER });
  expect((await amounts(first))[1]).toEqual(['A', '李某', 'reward', 0, 'liable']);
  const part = { id, rev: 1, on: TODAY, amount: 20_000, evidence: '缴款单第8号' };
  await performLiability(folder.services, head, part);
  await expect(performLiability(folder.services, head, { ...part, rev: 2, amount: 30_001 })).rejects.toThrow(
    'liability-exceeded',
  );
  expect(liabilityRows(leader.store.read, TODAY)).toMatchObject([
    { performed: 20_000, performedOn: TODAY, state: 'open' },
  ]);
  const due = (until: string) => liabilityWork(leader, { today: TODAY, until, most: 10 });
  expect(await due('2026-12-30')).toEqual([]);
  expect(await due('2026-12-31')).toMatchObject([
    { kind: 'liability', day: '2026-12-31', amount: 30_000, userId: null },
  ]);
  const unknown = { ...given, ...plain, ...decided, contract: '没有这个号', requestId: requestId() };
  await expect(recordLiability(folder.services, head, unknown)).rejects.toThrow('liability-contract-unknown');
});

it('RWD-02 approval by two levels, then payment; the paper carries lines, payees and decisions', async () => {
  const db = leader.store.read;
  const facts = () =>
    rewardSheetForm.gather(db, rewardSheetForm.subject.find(db, String(first)), { today: TODAY, by: leader.actor });
  expect(rewardSheetForm.check(await facts(), {}).map(({ code }) => code)).toEqual(['sheet-not-approved']);
  const cashier = await people.as('cashier');
  const pay = { id: first, on: TODAY, voucherNo: '00881' };
  await expect(paySheet(folder.services, cashier, { ...pay, rev: 3 })).rejects.toThrow('sheet-not-approved');
  await approve(first);
  await expect(discardSheet(leader, { id: first, rev: (await show(first)).rev })).rejects.toThrow('sheet-not-draft');
  await paySheet(folder.services, cashier, { ...pay, rev: (await show(first)).rev });
  expect(await show(first)).toMatchObject({ state: 'paid', paidOn: TODAY, voucherNo: '00881', total: 28_000 });
  expect(rewardSheetForm.check(await facts(), {})).toEqual([]);
  const paper = JSON.stringify(rewardSheetForm.compose(await facts(), {}, TODAY).blocks);
  for (const said of [
    '2026年10月1日至2026年10月31日',
    '负有责任清收任务',
    '20%',
    '第三十条',
    '社外张',
    '160.00',
    '日志码',
    '00881',
  ])
    expect(paper).toContain(said);
  expect(rewardLedger(db).map(({ name, amount, receipts, voucherNo }) => [name, amount, receipts, voucherNo])).toEqual([
    ['王某', 12_000, 1, '00881'],
    ['社外张', 16_000, 1, '00881'],
  ]);
});

it('RPT-04 the sheet, the ledger of rewards and the register of liabilities leave as files, with a row in the log', async () => {
  const services = { ...folder.services, engine: recordingEngine() };
  const given = { id: first, reason: '会计对账', path: null };
  for (const [what, format, lines] of [
    ['sheet', 'xlsx', 7],
    ['sheet', 'pdf', 7],
    ['rewards', 'xlsx', 2],
    ['liabilities', 'pdf', 1],
  ] as const) {
    const path = join(folder.dir, '..', `${what}.${format}`);
    expect(await exportRegister(services, leader, { ...given, what, format, path })).toEqual({ path, lines });
    expect(statSync(path).size).toBeGreaterThan(0);
  }
  const nobody = {
    ...given,
    id: 99,
    what: 'sheet' as const,
    format: 'xlsx' as const,
    path: join(folder.dir, '..', 'x.xlsx'),
  };
  await expect(exportRegister(services, leader, nobody)).rejects.toThrow('sheet-unknown');
  const logged = folder.open.store.sqlite.prepare(
    `SELECT count(*) FROM audit_entry WHERE action = 'rewards.exportRegister'`,
  );
  expect(logged.pluck().get()).toBe(4);
});

it('RWD-02 what changes after payment is put right in the next sheet; the paid one stays as it was', async () => {
  const before = await amounts(first);
  const { sqlite } = folder.open.store;
  // The core banking system's next list takes A back, and gives E to somebody else; a late receipt of October comes in.
  collected({ receipt_no: 'A2', received_on: '2026-11-02', principal: -100_000, reverses_no: 'A' });
  sqlite.exec(`UPDATE receipt_share SET name = '王某' WHERE name = '社外张'`);
  collected({ receipt_no: 'H', received_on: '2026-10-30' }, ['王某', 1_000_000]);
  // What was 逾期 when it was received earns nothing once it is 呆账.
  sqlite.exec(`UPDATE loan SET four_level = '呆账' WHERE id = ${overdue}`);
  // Another form in a later ledger: what was rewarded once keeps its class.
  sqlite.exec(`UPDATE loan SET four_level = '呆滞' WHERE id = ${loan}`);
  const { id } = await computeSheet(folder.services, leader, { ...NOVEMBER, requestId: requestId() });
  expect(await amounts(id)).toEqual([
    ['A', '王某', 'adjustment', -12_000, null],
    ['E', '王某', 'adjustment', 20_001, null],
    ['E', '社外张', 'adjustment', -16_000, 'not-collector'],
    ['H', '王某', 'reward', 15_000, null],
  ]);
  expect(await amounts(first)).toEqual(before);
  await discardSheet(leader, { id, rev: 1 });
});

it('RWD-02 an import that is taken back takes its rewards with it', async () => {
  const { sqlite } = folder.open.store;
  sqlite.exec(`DELETE FROM receipt_share WHERE receipt_id = (SELECT id FROM receipt WHERE receipt_no = 'E')`);
  sqlite.exec(`DELETE FROM receipt WHERE receipt_no = 'E'`);
  const { id } = await computeSheet(folder.services, leader, { ...NOVEMBER, requestId: requestId() });
  expect((await amounts(id)).at(-1)).toEqual(['E', '社外张', 'adjustment', -16_000, 'receipt-gone']);
  await discardSheet(leader, { id, rev: 1 });
});

it('RWD-02 receipts recorded by hand are rewarded, and no more once they are taken back', async () => {
  const clerk = folder.open;
  const hand = receipt(household, { amount: 50_000, collectors: [{ name: '王某', ppm: 1_000_000 }] });
  const recorded = await recordReceipt(folder.services, clerk, { ...hand, requestId: requestId() });
  const own = async (id: number) => (await amounts(id)).filter(([key]) => String(key).startsWith('SG'));
  const { id } = await computeSheet(folder.services, leader, { ...NOVEMBER, requestId: requestId() });
  expect(await own(id)).toEqual([[recorded.number, '王某', 'reward', 7_500, null]]);
  const payment = present(
    folder.open.store.sqlite.prepare('SELECT id FROM payment').get() as { id: number } | undefined,
    'recorded',
  );
  const director = await people.as('cashier');
  await reverseReceipt(folder.services, director, { id: payment.id, reason: '误记他户', requestId: requestId() });
  await recomputeSheet(folder.services, leader, { id, rev: 1, ...NOVEMBER });
  expect(await own(id)).toEqual([[recorded.number, '王某', 'reward', 0, null]]);
});
