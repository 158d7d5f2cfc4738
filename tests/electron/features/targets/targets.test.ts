/** Targets on a real folder (TEAM-02, TEAM-03, TEAM-06, IMP-05, ORG-05): proposed, consented to, assigned, worked, closed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STEPS } from '@shared/domain/targets/steps';
import { present } from '@shared/kernel/assert';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { approvalOf } from '../../../../electron/features/approvals/requireApproved';
import { blockersOf } from '../../../../electron/features/imports/undo.repository';
import { assignTarget } from '../../../../electron/features/targets/assignTarget';
import { exportListing } from '../../../../electron/features/targets/exportListing';
import { moveTarget } from '../../../../electron/features/targets/moveTarget';
import { previewProposal, proposeTargets } from '../../../../electron/features/targets/proposeTargets';
import { showListing, showTarget } from '../../../../electron/features/targets/showTargets';
import { showTargets, type TargetPage } from '../../../../electron/features/targets/targetList';
import { targetWork } from '../../../../electron/features/targets/targetWork';
import { saveGroup } from '../../../../electron/features/team/saveGroup';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
let build: Builder;
let captain: OpenFolder;
let group: number;
let unit: number;
let requests = 0;

const uuid = () => `3f2b1c1e-6f0a-4b5e-9a54-${String(++requests).padStart(12, '0')}`;
const services = () => folder.services;
const of = (party: number) => ({
  conditions: [
    { column: 'household' as const, operator: '=' as const, values: [`H${String(party).padStart(6, '0')}`] },
  ],
});
const refusal = (work: Promise<unknown>) => expect(work).rejects;
const code = (wanted: string) => ({ refusal: expect.objectContaining({ code: wanted }) });

beforeAll(async () => {
  folder = await makeFolder();
  build = new Builder(folder.open);
  people = await withPeople(folder.open, {
    captain: ['team-captain'],
    leader: ['group-leader'],
    one: ['clerk'],
    two: ['clerk'],
    deputy: ['deputy-head'],
    preservation: ['asset-preservation-head'],
  });
  captain = await people.as('captain');
  unit = build.unitId('青石分理处');
  const memberIds = [await people.id('leader'), await people.id('one'), await people.id('two')];
  const draft = { id: null, rev: null, name: '一组', leaderId: memberIds[0] as number, memberIds, unitIds: [unit] };
  group = (await saveGroup(services(), captain, draft)).id;
});
afterAll(() => folder.close());

async function propose(party: number, source: 'off-balance' | 'on-balance' = 'off-balance'): Promise<number> {
  const choice = { source, filter: of(party), reason: '年初报列清收对象', requestId: uuid() };
  await proposeTargets(services(), folder.open, choice);
  return present(newest(), 'just proposed');
}
const page = (given: Partial<TargetPage> = {}) =>
  showTargets(services(), folder.open, {
    closed: false,
    group: null,
    step: null,
    text: '',
    offset: 0,
    limit: 200,
    ...given,
  });
const newest = () => page().targets[0]?.id;
const show = (id: number) => showTarget(services(), folder.open, id);
async function move(id: number, to: Parameters<typeof moveTarget>[2]['to'], reason = '', on = TODAY) {
  return moveTarget(services(), captain, { id, rev: (await show(id)).rev, to, reason, on, documentId: null });
}
async function assign(id: number, more: Partial<Parameters<typeof assignTarget>[2]> = {}) {
  const given = {
    groupId: group,
    way: 'area' as const,
    managerId: await people.id('one'),
    principal: 500_000,
    interest: 0,
  };
  const { rev } = await show(id);
  return assignTarget(services(), captain, { id, rev, dueOn: '2026-12-15', ...given, ...more });
}

describe('TEAM-02 proposing by a choice of the ledger', () => {
  it('an empty filter proposes nothing, a second time neither', async () => {
    const party = build.party();
    build.loan({ party_id: party, sheet: 'off' });
    const empty = { source: 'off-balance' as const, filter: { conditions: [] }, reason: '没有条件', requestId: uuid() };
    await refusal(proposeTargets(services(), folder.open, empty)).toMatchObject(code('filter-empty'));
    expect(await previewProposal(services(), folder.open, { source: 'off-balance', filter: of(party) })).toMatchObject({
      households: 1,
      loans: 1,
      balance: 1_000_000,
      known: 0,
      consent: false,
    });
    await propose(party);
    await refusal(propose(party)).toMatchObject(code('proposal-empty'));
  });

  it('the same request twice is one proposal', async () => {
    const party = build.party();
    build.loan({ party_id: party, sheet: 'off' });
    const request = {
      source: 'off-balance' as const,
      filter: of(party),
      reason: '年初报列清收对象',
      requestId: uuid(),
    };
    const first = await proposeTargets(services(), folder.open, request);
    expect(await proposeTargets(services(), folder.open, request)).toEqual(first);
  });

  it('on the balance sheet the deputy head decides: without him it goes nowhere, with him it is in the ledger', async () => {
    const party = build.party();
    build.loan({ party_id: party, sheet: 'on' });
    const id = await propose(party, 'on-balance');
    await refusal(move(id, 'in-ledger')).toMatchObject(code('approval-missing'));
    await refusal(assign(id)).toMatchObject(code('approval-missing'));
    const request = present(await approvalOf(folder.open.store.read, 'target-source', `target:${id}`), 'asked');
    const opinion = { id: request.id, rev: 1, outcome: 'consent' as const, opinion: '同意', requestId: uuid() };
    await refusal(decideRequest(TODAY, captain, opinion)).toMatchObject(code('level-other'));
    await decideRequest(TODAY, await people.as('deputy'), { ...opinion, requestId: uuid() });
    expect((await show(id)).step).toBe('in-ledger');
  });

  it('without his consent there is no target, and the household may be proposed again', async () => {
    const party = build.party();
    build.loan({ party_id: party, sheet: 'on' });
    const id = await propose(party, 'on-balance');
    const request = present(await approvalOf(folder.open.store.read, 'target-source', `target:${id}`), 'asked');
    const rejected = {
      id: request.id,
      rev: 1,
      outcome: 'reject' as const,
      opinion: '由分理处自行清收',
      requestId: uuid(),
    };
    await decideRequest(TODAY, await people.as('deputy'), rejected);
    expect(await show(id)).toMatchObject({ step: 'closed', closedOn: TODAY });
    expect(await propose(party, 'on-balance')).toBeGreaterThan(id);
  });
});

describe('TEAM-03 the nine steps', () => {
  it('from the ledger to money, with group, manager, plan and receipts where the step needs them', async () => {
    const party = build.party({ name: '九步户' });
    const loan = build.loan({ party_id: party, sheet: 'off' });
    const id = await propose(party);
    await refusal(assign(id)).toMatchObject(code('target-not-in-ledger'));
    await move(id, 'in-ledger');
    await refusal(move(id, 'planned')).toMatchObject(code('step-needs-group'));
    await refusal(assign(id, { managerId: await people.id('deputy') })).toMatchObject(code('manager-outside'));
    await refusal(assign(id, { principal: 0 })).toMatchObject(code('goal-missing'));
    await assign(id);
    expect(await show(id)).toMatchObject({ step: 'assigned', manager: '人员one', goal: 500_000, group: '一组' });
    await refusal(move(id, 'planned')).toMatchObject(code('step-facts-missing'));
    await refusal(move(id, 'following')).toMatchObject(code('step-reason-missing'));
    await move(id, 'following', '户主当场签了还款计划');
    await refusal(move(id, 'recovered', '收回本金')).toMatchObject(code('step-facts-missing'));
    build.receipt({ loan_id: loan, received_on: TODAY, principal: 500_000 });
    await move(id, 'recovered', '一次收回，未修订措施');
    await move(id, 'closed', '指标已完成');
    const shown = await show(id);
    expect(shown.dots).toEqual([
      ...['done', 'done', 'done', 'skipped', 'skipped', 'done', 'skipped', 'done'],
      'current',
    ]);
    expect(shown.steps.find(({ step }) => step === 'planned')).toMatchObject({ skipped: true, by: '人员captain' });
    expect(shown.received).toBe(500_000);
    await refusal(move(id, 'following', '又要清收')).toMatchObject(code('target-closed'));
  });

  it('two people at the same target: the second hears that it moved', async () => {
    const party = build.party();
    build.loan({ party_id: party, sheet: 'off' });
    const id = await propose(party);
    const { rev } = await show(id);
    await move(id, 'in-ledger');
    const late = { id, rev, to: 'closed' as const, reason: '不再清收', on: TODAY, documentId: null };
    await refusal(moveTarget(services(), captain, late)).toMatchObject(code('target-conflict'));
  });

  it('ORG-05 a goal that is not reached is on the manager’s list, and late when its day has passed', async () => {
    const party = build.party();
    build.loan({ party_id: party, sheet: 'off' });
    const id = await propose(party);
    await move(id, 'in-ledger');
    await assign(id, { dueOn: TODAY });
    const question = { today: TODAY, until: '2026-12-22', most: 100 };
    const item = (await targetWork(folder.open, question)).find(({ key }) => key === String(id));
    expect(item).toMatchObject({ kind: 'target', day: TODAY, amount: 500_000, userId: await people.id('one') });
  });
});

describe('IMP-05 the yearly listing', () => {
  it('each sub-branch with its balance, what is listed, and what is missing', async () => {
    const other = build.unitId('金坪分理处');
    const listed = build.party();
    build.loan({ party_id: listed, sheet: 'off', unit_id: other, balance: 1_000 });
    build.loan({ sheet: 'off', unit_id: other, balance: 19_005 });
    await propose(listed);
    const { units, year } = await showListing(services(), folder.open);
    expect(year).toBe('2026');
    const row = present(
      units.find(({ id }) => id === other),
      'the sub-branch',
    );
    expect(row).toMatchObject({
      balance: 20_005,
      listed: 1_000,
      share: '0.0500',
      least: '0.1000',
      needed: 2_001,
      missing: 1_001,
    });
    expect(row.trace[0]?.rule).toBe('team/off-balance-listing-share');
  });
});

describe('B1 §9(1) the tenth is of what a sub-branch had when the year began', () => {
  it('a list that was long enough stays so when money comes in', async () => {
    const own = build.unitId('红岩分理处');
    const party = build.party();
    // 100,000 fen listed of 1,000,000; 60,000 of it and 40,000 elsewhere have been paid by the day of the ledger.
    const loan = build.loan({ party_id: party, sheet: 'off', unit_id: own, balance: 40_000 });
    const other = build.loan({ sheet: 'off', unit_id: own, balance: 860_000 });
    build.receipt({ loan_id: loan, received_on: '2026-03-01', principal: 60_000 });
    build.receipt({ loan_id: other, received_on: '2026-01-01', principal: 40_000 });
    // Of last year, and later than the ledger: both are in today's balance as it stands.
    build.receipt({ loan_id: other, received_on: '2025-12-31', principal: 7 });
    build.receipt({ loan_id: other, received_on: '2026-11-20', principal: 9 });
    await propose(party);
    const { units } = await showListing(services(), folder.open);
    expect(units.find(({ id }) => id === own)).toMatchObject({
      ...{ balance: 1_000_000, listed: 100_000, share: '0.1000', missing: 0 },
    });
  });
});

describe('TEAM-03 the list page by page', () => {
  it('counts and adds up all that fit, shows a page of them, newest first; its steps are those of the history', async () => {
    const parties = Array.from({ length: 5 }, (_, index) => build.party({ name: `分页户${index}` }));
    for (const party of parties) build.loan({ party_id: party, sheet: 'off', balance: 100 });
    const ids: number[] = [];
    for (const party of parties) ids.push(await propose(party));
    await move(ids[0] as number, 'in-ledger');
    const all = page({ text: '分页户', limit: 2 });
    expect([all.total, all.totals.balance, all.targets.map(({ id }) => id)]).toEqual([5, 500, [ids[4], ids[3]]]);
    expect(page({ text: '分页户', offset: 4 }).targets.map(({ id, step }) => [id, step])).toEqual([
      [ids[0], 'in-ledger'],
    ]);
    expect(page({ text: '分页户', step: 'proposed' }).total).toBe(4);
    for (const { step, dots } of page().targets) expect(STEPS.indexOf(step)).toBe(dots.indexOf('current'));
    expect(page({ group: '一组' }).targets.every(({ group: name }) => name === '一组')).toBe(true);
  });
});

describe('LED-15 the list that a sub-branch hands over', () => {
  it('has the listed loans of the unit, masked, and says in its foot whether the tenth is reached', async () => {
    const unitName = '长滩分理处';
    const own = build.unitId(unitName);
    const party = build.party({ name: '清册户', id_no: '512226194403189114', phone: '13800001111' });
    build.loan({ party_id: party, sheet: 'off', unit_id: own, balance: 50_000, interest_off: 7 });
    build.loan({ sheet: 'off', unit_id: own, balance: 950_000 });
    await propose(party);
    const path = join(folder.dir, '..', 'listing.xlsx');
    const asked = { unit: own, format: 'xlsx' as const, reason: '报送清收队', path };
    expect(await exportListing(services(), folder.open, asked)).toEqual({ path, loans: 1 });
    const book = await readXlsx(readFileSync(path));
    const written = JSON.stringify(book.sheets);
    expect(written).toContain('清册户');
    expect(written).toContain('占比5.00%（不低于10.00%：未达到，尚缺500.00元）');
    expect(written).not.toContain('512226194403189114');
    expect(written).not.toContain('13800001111');
    await refusal(exportListing(services(), folder.open, { ...asked, unit: 9_999 })).toMatchObject(
      code('unit-unknown'),
    );
  });
});

it('an import whose loans became targets is not taken back', () => {
  const { sqlite } = folder.open.store;
  sqlite.exec(`INSERT INTO import_batch (id, number, kind, file_name, sha256, as_of, mapping, counts, imported_at, user_id, status)
    SELECT 900, 'B9', 'loans', 'a.xlsx', 'x', '2026-10-31', '{}', '{}', at, user_id, 'written' FROM target LIMIT 1`);
  sqlite.exec('UPDATE loan SET batch_id = 900 WHERE id = (SELECT min(loan_id) FROM target_loan)');
  expect(blockersOf(folder.open.store.read, 900)).toContainEqual({ kind: 'target', count: 1 });
});
