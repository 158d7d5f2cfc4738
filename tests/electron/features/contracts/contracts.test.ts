/** DSP-06, DSP-07 in a real folder: a tender from its packages to the bonus, a trusteeship with its entries, risk agency. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { announceTender, openBids, placeBid, registerBidder } from '../../../../electron/features/contracts/holdTender';
import {
  draftContract,
  giveUpContract,
  recordEntry,
  signContract,
  submitContract,
} from '../../../../electron/features/contracts/keepContract';
import { showContract, showContracts, showTender } from '../../../../electron/features/contracts/showContracts';
import { formOf } from '../../../../electron/features/documents/forms';
import { recordLiability, withdrawLiability } from '../../../../electron/features/rewards/liabilities';
import { computeSheet } from '../../../../electron/features/rewards/runSheet';
import { showSheet } from '../../../../electron/features/rewards/showSheets';
import type { OpenFolder } from '../../../../electron/openFolder';
import { fixedClock } from '../../../../electron/platform/clock';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { requestId } from '../receipts/support';

let folder: TestFolder;
let people: People;
let keeper: OpenFolder;
let build: Builder;
const loans: number[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, { keeper: ['asset-preservation-head'], boss: ['branch-head'] });
  keeper = await people.as('keeper');
  build = new Builder(folder.open);
  for (const number of [1, 2, 3, 4])
    loans.push(
      build.loan({
        contract_no: `表外（95）第${number}号`,
        sheet: 'off',
        npl_date: '1996-12-31',
        four_level: '呆账',
        balance: 100_000_000,
        interest_off: 1_000_000,
      }),
    );
});
afterAll(() => folder.close());

const OPENING = '2026-11-25';
/** The program on another day. */
const on = (day: string) => ({ ...folder.services, clock: fixedClock(`${day}T02:30:00.000Z`) });
const put = (number: number, price: number) => ({ contract: `表外（95）第${number}号`, hard: null, price });

async function approve(id: number, day: string): Promise<void> {
  const { approval } = await submitContract(on(day), keeper, {
    id,
    rev: (await showContract(on(day), keeper, id)).rev,
  });
  const boss = await people.as('boss');
  await decideRequest(day, boss, { id: approval, rev: 1, outcome: 'consent', opinion: '', requestId: requestId() });
}

let tender: number;

it('DSP-07 packages of off-balance loans are put up, bidders registered, bids stay sealed', async () => {
  const packages = [
    { name: '一号包', loans: [put(1, 6_000_000), put(2, 4_000_000)] },
    { name: '二号包', loans: [{ ...put(3, 1_000_000), hard: 'dead' as const }] },
  ];
  const asked = { title: '2026年表外不良竞标', opensOn: OPENING, packages };
  await expect(announceTender(on(TODAY), keeper, { ...asked, opensOn: TODAY, requestId: requestId() })).rejects.toThrow(
    'tender-day',
  );
  ({ id: tender } = await announceTender(on(TODAY), keeper, { ...asked, requestId: requestId() }));
  await expect(announceTender(on(TODAY), keeper, { ...asked, requestId: requestId() })).rejects.toThrow('loan-taken');
  const bidder = { id: tender, person: 'staff' as const, deposit: 500_000, voucherNo: '1' };
  for (const name of ['甲', '乙', '丙']) await registerBidder(on(TODAY), keeper, { ...bidder, name });
  await expect(registerBidder(on(TODAY), keeper, { ...bidder, name: '甲' })).rejects.toThrow('bidder-twice');
  const [first, second] = showTender(folder.services, keeper, tender).packages;
  expect(first).toMatchObject({ floor: 10_000_000, bids: null });
  const bid = (name: string, amount: number, packageId = first?.id ?? 0) =>
    placeBid(on(TODAY), keeper, { packageId, name, amount });
  await recordLiability(on(TODAY), keeper, {
    contract: '表外（95）第2号',
    person: '丙',
    kind: 'new-npl',
    irregularity: null,
    post: null,
    appoint: false,
    amount: 1_000,
    decision: '责任认定〔2026〕1号',
    decidedOn: TODAY,
    deadline: '2027-01-01',
    requestId: requestId(),
  });
  await expect(bid('丙', 20_000_000)).rejects.toThrow('bidder-liable');
  await expect(bid('甲', 9_999_999)).rejects.toThrow('bid-below-floor');
  await bid('甲', 11_000_000);
  await bid('乙', 12_000_000);
  await bid('甲', 12_000_000);
  await bid('丙', 1_000_000, second?.id);
  expect(JSON.stringify(showTender(folder.services, keeper, tender))).not.toContain('12000000');
  const logged = folder.open.store.sqlite
    .prepare("SELECT detail FROM audit_entry WHERE action = 'contracts.placeBid'")
    .all();
  expect(JSON.stringify(logged)).not.toContain('120000');
});

it('DSP-07 on its day the highest wins: a contract with a bond of 5 %, approved by the head, signed for two years', async () => {
  await expect(openBids(on('2026-11-24'), keeper, { id: tender })).rejects.toThrow('tender-early');
  expect(await openBids(on(OPENING), keeper, { id: tender })).toMatchObject({ contracts: 2 });
  expect(showTender(folder.services, keeper, tender).packages[0]?.bids).toEqual([
    { name: '乙', amount: 12_000_000 },
    { name: '甲', amount: 12_000_000 },
  ]);
  const { contracts } = showContracts(on(OPENING), keeper);
  expect(contracts.map(({ party, amount, bond, termYears, state }) => [party, amount, bond, termYears, state])).toEqual(
    [
      ['丙', 1_000_000, 50_000, 2, 'draft'],
      ['乙', 12_000_000, 600_000, 2, 'draft'],
    ],
  );
  const [refused, won] = contracts;
  await giveUpContract(keeper, { id: refused?.id ?? 0, rev: 1, why: '中标后不签约' });
  // A8: 定金转作履约保证金；中标后反悔不签订承包协议的，定金作为违约金不予退还。
  const shown = showTender(folder.services, keeper, tender);
  expect(shown.bidders.map(({ name, fate }) => [name, fate])).toEqual([
    ['丙', 'forfeited'],
    ['乙', 'bond'],
    ['甲', 'returned'],
  ]);
  expect(shown.packages.map(({ contract }) => contract)).toEqual([won?.id, null]);
  const id = won?.id ?? 0;
  const sign = { id, on: OPENING, bondPaid: 600_000 };
  await expect(signContract(on(OPENING), keeper, { ...sign, rev: 1 })).rejects.toThrow('contract-not-approved');
  await approve(id, OPENING);
  const { rev } = await showContract(on(OPENING), keeper, id);
  await expect(signContract(on(OPENING), keeper, { ...sign, rev, bondPaid: 599_999 })).rejects.toThrow('bond-short');
  const owing = {
    ...{ contract: '表外（95）第1号', person: '乙', kind: 'new-npl' as const, irregularity: null, post: null },
    ...{ appoint: false, amount: 1_000, decision: '责任认定〔2026〕2号', decidedOn: OPENING, deadline: '2027-01-01' },
  };
  const { id: decided } = await recordLiability(on(OPENING), keeper, { ...owing, requestId: requestId() });
  await expect(signContract(on(OPENING), keeper, { ...sign, rev })).rejects.toThrow('bidder-liable');
  await withdrawLiability(on(OPENING), keeper, { id: decided, rev: 1, why: '认定有误撤销' });
  expect(await signContract(on(OPENING), keeper, { ...sign, rev })).toMatchObject({ until: '2028-11-25' });
});

it('DSP-07 the bonus goes by bands of the winning price; the reward sheet does not pay the same money again', async () => {
  const paid = (given: object) => build.receipt({ loan_id: loans[0] as number, ...given });
  const collected = paid({ received_on: '2026-12-01', principal: 7_000_000 });
  build.share({ receipt_id: collected, seq: 1, name: '乙', ppm: 1_000_000 });
  paid({ received_on: '2026-12-02', principal: 90_000_000, method: '借新还旧' });
  paid({ received_on: '2026-11-24', principal: 1_000 });
  const { contracts } = showContracts(on('2026-12-31'), keeper);
  const contract = await showContract(on('2026-12-31'), keeper, contracts[1]?.id ?? 0);
  expect(contract).toMatchObject({
    recovered: 7_000_000,
    account: { earned: 800_000, payable: 800_000, bondLeft: 600_000 },
  });
  expect(contract.earnedTrace.map(({ rule }) => rule)).toContain('reward/contract');
  const december = { from: '2026-12-01', to: '2026-12-31', requestId: requestId() };
  const { id } = await computeSheet(on('2026-12-31'), keeper, december);
  const sheet = await showSheet(on('2026-12-31'), keeper, id);
  expect(sheet.lineRows.map(({ name, amount, excluded }) => [name, amount, excluded])).toContainEqual([
    '乙',
    0,
    'under-contract',
  ]);
  const about = { contract: '表外（95）第2号', collectedOn: null, amount: null, advance: null };
  const lost = { id: contract.id, kind: 'lost' as const, ...about };
  await recordEntry(on('2026-12-31'), keeper, {
    ...lost,
    on: '2026-12-31',
    evidence: '时效届满认定',
    requestId: requestId(),
  });
  const after = await showContract(on('2026-12-31'), keeper, contract.id);
  expect(after.account).toMatchObject({ compensation: 4_000_000, deducted: 600_000, bondLeft: 0 });
});

const trusteeship = (given: object = {}) => ({
  kind: 'trusteeship' as const,
  party: '某资产管理公司',
  basis: '托管清收试点方案',
  contracts: ['表外（95）第4号'],
  feeRate: '0.30',
  lateRate: '0.06',
  years: 1,
  requestId: requestId(),
  ...given,
});

it('DSP-06 a trusteeship: bond, fee on what came in, late turnover, limitation preserved or lost', async () => {
  const today = on('2027-01-04');
  for (const [given, refusal] of [
    [{ party: '县公安局经侦大队' }, 'agent-state-organ'],
    [{ lateRate: null }, 'late-rate-missing'],
    [{ contracts: ['表外（95）第1号'] }, 'loan-taken'],
    [{ contracts: ['没有'] }, 'handed-loan-unknown'],
  ] as const)
    await expect(draftContract(today, keeper, trusteeship(given))).rejects.toThrow(refusal);
  const { id } = await draftContract(today, keeper, trusteeship());
  await approve(id, '2027-01-04');
  const { rev, bond } = await showContract(today, keeper, id);
  expect(bond).toBe(20_000_000);
  await signContract(today, keeper, { id, rev, on: '2027-01-04', bondPaid: bond });
  build.receipt({ loan_id: loans[3] as number, received_on: '2027-01-10', principal: 100_000 });
  const entry = { id, contract: null, collectedOn: null, amount: null, advance: null, evidence: '交账单据' };
  const late = on('2027-02-01');
  const record = (given: object) =>
    recordEntry(late, keeper, {
      ...entry,
      kind: 'turnover',
      on: '2027-01-20',
      ...given,
      requestId: requestId(),
    } as never);
  await record({ collectedOn: '2027-01-05', amount: 60_000 });
  await record({ kind: 'preserved', contract: '表外（95）第4号' });
  await expect(record({ kind: 'advance', amount: 5 })).rejects.toThrow('entry-kind');
  await expect(record({ amount: 5 })).rejects.toThrow('entry-incomplete');
  await expect(record({ kind: 'lost' })).rejects.toThrow('entry-incomplete');
  expect((await showContract(late, keeper, id)).account).toEqual({
    earned: 30_000,
    preserved: 2_000,
    interest: 150,
    deducted: 60_000,
    compensation: 0,
    advanced: 0,
    paidOut: 0,
    payable: 31_850,
    bondLeft: 19_940_000,
  });
});

it('DSP-06 risk agency: a fee within the cap, only the three costs are advanced', async () => {
  build.loan({ contract_no: '大额第1号', balance: 200_000_000 });
  const agency = { kind: 'risk-agency' as const, party: '某律师事务所', contracts: ['大额第1号'], lateRate: null };
  await expect(
    draftContract(on(TODAY), keeper, trusteeship({ ...agency, feeRate: '0.2', requestId: requestId() })),
  ).rejects.toThrow('fee-beyond-cap');
  const { id } = await draftContract(
    on(TODAY),
    keeper,
    trusteeship({ ...agency, feeRate: '0.15', requestId: requestId() }),
  );
  expect(await showContract(on(TODAY), keeper, id)).toMatchObject({ amount: 200_000_000, bond: 0, lateRate: null });
});

it('DSP-06 DSP-07 what cannot be handed over is refused with the article and the whole list', async () => {
  const refused = async (code: string, contracts: string, article: string, work: Promise<unknown>) =>
    expect(work).rejects.toMatchObject({
      refusal: { code, facts: { contracts }, article: expect.stringContaining(article) },
    });
  const [paid, received] = [5, 6].map((number) =>
    build.loan({ contract_no: `表外（95）第${number}号`, sheet: 'off', npl_date: '1996-12-31', balance: 0 }),
  );
  // Nothing in the ledger of the one; the other's ledger is older than the money that came in since.
  const { sqlite } = folder.open.store;
  sqlite.exec(`UPDATE loan SET balance = 100 WHERE id = ${received}`);
  build.receipt({ loan_id: received as number, received_on: '2026-11-20', principal: 100 });
  expect(paid).toBeDefined();
  build.loan({ contract_no: '诉讼第1号', sheet: 'off', npl_date: '1996-12-31', status: '诉讼中', balance: 100 });
  build.loan({ contract_no: '诉讼第2号', sheet: 'off', npl_date: '1996-12-31', status: '执行中', balance: 100 });
  const sued = build.loan({ contract_no: '诉讼第3号', sheet: 'off', npl_date: '1996-12-31', balance: 100 });
  sqlite.exec(`INSERT INTO court_case (id, legacy_key, unit_id, party_id, route, standing, opened_on)
      SELECT 1, 'k', unit_id, party_id, 'suit', 'plaintiff', '2026-01-05' FROM loan WHERE id = ${sued};
    INSERT INTO case_record (case_id, loan_id, cause, principal, interest) VALUES (1, ${sued}, '借款合同纠纷', 100, 0)`);
  const tenderOf = (...contracts: readonly string[]) => {
    const loansOf = contracts.map((contract) => ({ contract, hard: null, price: 100 }));
    const packages = [{ name: '三号包', loans: loansOf }];
    return announceTender(on(TODAY), keeper, { title: '再次竞标', opensOn: OPENING, packages, requestId: requestId() });
  };
  const trust = (...contracts: readonly string[]) => draftContract(on(TODAY), keeper, trusteeship({ contracts }));
  const settled = ['表外（95）第6号', '表外（95）第5号'];
  await refused('loan-settled', settled.join('、'), '第五百五十七条', tenderOf('诉讼第1号', ...settled));
  await refused('loan-settled', settled.join('、'), '第五百五十七条', trust(...settled));
  const taken = '表外（95）第1号、表外（95）第4号';
  await refused('loan-taken', taken, '合理定价', tenderOf('表外（95）第1号', '表外（95）第4号'));
  const suits = ['诉讼第1号', '诉讼第2号', '诉讼第3号'];
  await refused('loan-not-for-trustee', suits.join('、'), '债权托管', trust(...suits));
  build.loan({ contract_no: '表内第1号', balance: 100 });
  await refused('loan-not-off-balance', '表内第1号', '合理定价', tenderOf('表内第1号'));
  await expect(tenderOf('没有', '也没有')).rejects.toMatchObject({ refusal: { facts: { contracts: '没有、也没有' } } });
  await expect(tenderOf('诉讼第1号', '诉讼第1号')).rejects.toThrow('loan-twice');
});

it('ORG-03 who is the other party of a contract, or bid in its tender, keeps away from it', async () => {
  const loan = build.loan({ contract_no: '表外（95）第9号', sheet: 'off', npl_date: '1996-12-31', balance: 100_000 });
  expect(loan).toBeGreaterThan(0);
  const packages = [{ name: '九号包', loans: [{ contract: '表外（95）第9号', hard: null, price: 60_000 }] }];
  const asked = { title: '第九次竞标', opensOn: '2027-03-02', packages, requestId: requestId() };
  const { id } = await announceTender(on('2027-03-01'), keeper, asked);
  const bidder = { id, person: 'staff' as const, deposit: 500_000, voucherNo: '9' };
  const [rival, winner] = ['人员boss', '丁'];
  for (const name of [rival, winner]) await registerBidder(on('2027-03-01'), keeper, { ...bidder, name });
  const packageId = showTender(folder.services, keeper, id).packages[0]?.id ?? 0;
  for (const [name, amount] of [
    [rival, 60_000],
    [winner, 70_000],
  ] as const)
    await placeBid(on('2027-03-01'), keeper, { packageId, name, amount });
  await openBids(on('2027-03-02'), keeper, { id });
  const [won] = showContracts(on('2027-03-02'), keeper).contracts;
  await expect(approve(won?.id ?? 0, '2027-03-02')).rejects.toThrow('conflict-recorded');
});

it('DSP-06 risk agency: each advance names one of the three costs, and waits for the contract', async () => {
  const { contracts } = showContracts(on(TODAY), keeper);
  const agency = contracts.find(({ kind }) => kind === 'risk-agency');
  const id = agency?.id ?? 0;
  await approve(id, TODAY);
  const { rev } = await showContract(on(TODAY), keeper, id);
  await signContract(on(TODAY), keeper, { id, rev, on: TODAY, bondPaid: 0 });
  const advance = { id, kind: 'advance' as const, contract: null, collectedOn: null, on: TODAY, amount: 5_000 };
  const record = (cost: 'litigation' | null) =>
    recordEntry(on(TODAY), keeper, { ...advance, advance: cost, evidence: '诉讼费票据', requestId: requestId() });
  await expect(record(null)).rejects.toThrow('entry-incomplete');
  await record('litigation');
  const { account, entries } = await showContract(on(TODAY), keeper, id);
  expect(account).toMatchObject({ advanced: 5_000, payable: 0 });
  expect(entries[0]).toMatchObject({
    advance: 'litigation',
    trace: [{ rule: 'disposal/risk-agency-advances', article: expect.stringContaining('第二十七条') }],
  });
});

it('DOC-DSP-05 can be looked at before it is asked for', async () => {
  const { id } = await draftContract(
    on(TODAY),
    keeper,
    trusteeship({
      kind: 'risk-agency',
      party: '某律师事务所',
      contracts: ['诉讼第1号'],
      feeRate: '0.1',
      lateRate: null,
    }),
  );
  const db = keeper.store.read;
  const form = formOf('DOC-DSP-05');
  const facts = await form.gather(db, form.subject.find(db, String(id)), { today: TODAY, by: keeper.actor });
  const paper = form.compose(facts, form.fill(facts, { failed: '均无果', conflict: '无' }), TODAY);
  expect(paper.blocks.filter((block) => block.kind === 'formTable' && block.rows.length === 0)).toEqual([]);
  await giveUpContract(keeper, { id, rev: 1, why: '不再委托办理' });
});

it('DOC-DSP-05, -06, -07 say the terms with the figures of the rules, and wait for the approval', async () => {
  const db = keeper.store.read;
  const papers = { tender: 'DOC-DSP-07', trusteeship: 'DOC-DSP-06', 'risk-agency': 'DOC-DSP-05' } as const;
  const typed = { pia: 'PIA-2026-3', failed: '催收、协商均无果', conflict: '无' };
  const text: Record<string, string> = {};
  for (const { id, kind, state } of showContracts(on(TODAY), keeper).contracts) {
    const form = formOf(papers[kind]);
    const facts = await form.gather(db, form.subject.find(db, String(id)), { today: TODAY, by: keeper.actor });
    const missing = form.check(facts, typed).map((item) => item.code);
    expect(missing).toEqual(state === 'signed' ? [] : ['contract-not-approved']);
    text[kind] = JSON.stringify(form.compose(facts, form.fill(facts, typed), TODAY));
    expect(() => formOf('DOC-DSP-07').subject.find(db, kind === 'tender' ? '99' : String(id))).toThrow(
      'subject-unknown',
    );
  }
  for (const said of [
    '达到后，至50%（含）的部分按10%',
    '超过50%至100%（含）的部分按20%',
    '超过100%的部分按40%',
    '不得以借新还旧',
  ])
    expect(text.tender).toContain(said);
  for (const said of [
    '超过5天',
    '年利率6%',
    '超过10天',
    '每笔奖励20.00元',
    'PIA-2026-3',
    '200,000.00元（大写：人民币贰拾万元整）',
  ])
    expect(text.trusteeship).toContain(said);
  for (const said of ['收回额的15%', '只限诉讼费、执行费、保全费', '逐案报上级审批'])
    expect(text['risk-agency']).toContain(said);
});
