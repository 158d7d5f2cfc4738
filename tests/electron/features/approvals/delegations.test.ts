/** ORG-03/04 authority during leave: handed over within dates, approved by the head, never to the preparer of an item. */
import { randomUUID } from 'node:crypto';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { type DelegateInput, delegateAuthority, endDelegation } from '../../../../electron/features/approvals/delegate';
import { waitingForMe } from '../../../../electron/features/approvals/inbox';
import { kindsOf } from '../../../../electron/features/approvals/kinds';
import { showDelegations } from '../../../../electron/features/approvals/listDelegations';
import { recordConflict } from '../../../../electron/features/approvals/recordConflict';
import { showRequest } from '../../../../electron/features/approvals/showRequest';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TestPlan, TODAY, withPeople } from '../../../support/approvals';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

const DURING = '2026-12-05';
/** Decided by the deputy head (team/leave-approval of B1 §18). */
const plan = new TestPlan();
const leave = { ...plan.kind, id: 'test-leave', authority: { rule: 'team/leave-approval', columns: ['approver'] } };
const find = kindsOf([leave]);

let folder: TestFolder;
let people: People;
let clerk: OpenFolder;

beforeAll(async () => {
  folder = await makeFolder();
  clerk = folder.open;
  people = await withPeople(clerk, {
    deputy: ['deputy-head'],
    substitute: ['asset-preservation-head', 'clerk'],
    chief: ['branch-head'],
    member: ['committee-member'],
  });
});
afterAll(() => folder.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof RefusalError ? error.refusal.code : Promise.reject(error)),
  );

async function handOver(given: Partial<DelegateInput> = {}, by = clerk) {
  const input: DelegateInput = {
    fromUserId: await people.id('deputy'),
    toUserId: await people.id('substitute'),
    level: 'deputy-head',
    firstDay: '2026-12-01',
    lastDay: '2026-12-10',
    basis: '分管领导外出培训',
    requestId: randomUUID(),
    ...given,
  };
  return delegateAuthority(TODAY, by, input);
}

async function decide(name: string, id: number, day: string, finding?: typeof find) {
  const open = await people.as(name);
  const { rev } = await showRequest(open.store.read, open.actor, day, id, finding);
  const input = { id, rev, outcome: 'consent' as const, opinion: '', requestId: randomUUID() };
  return decideRequest(day, open, input, finding);
}

/** Whether a request is on the lists of the deputy and of his substitute. */
const waits = (id: number) =>
  Promise.all(
    ['deputy', 'substitute'].map(async (name) => {
      const { actor } = await people.as(name);
      return (await waitingForMe(clerk.store.read, actor, DURING, find)).some((each) => each.id === id);
    }),
  );

async function askLeave(by: OpenFolder) {
  const asker = Object.assign(new TestPlan(), { kind: leave });
  return asker.submit(by, 0, 0, { facts: {} });
}

describe('asking for it', () => {
  test.each([
    ['delegation-self', async () => ({ toUserId: await people.id('deputy') })],
    ['user-unknown', async () => ({ toUserId: 999 })],
    ['delegation-level', async () => ({ level: 'branch-head' as const })],
    ['delegation-level', async () => ({ fromUserId: await people.id('member'), level: 'committee' as const })],
    ['delegation-dates', async () => ({ lastDay: '2026-11-30' })],
    ['delegation-dates', async () => ({ firstDay: '2026-11-01', lastDay: '2026-11-21' })],
  ])('%s', async (code, given) => {
    expect(await codeOf(handOver(await given()))).toBe(code);
  });

  test('the head decides it in person; whoever asked does not; until then nothing is handed over', async () => {
    const { id } = await handOver({}, await people.as('chief'));
    expect(await codeOf(decide('chief', id, TODAY))).toBe('own-item');
    expect(await codeOf(decide('deputy', id, TODAY))).toBe('level-other');
    const [asked] = (await showDelegations(clerk.store.read)).items;
    expect(asked).toMatchObject({ inForce: false, ended: false });
    expect(await codeOf(handOver())).toBe('delegation-overlap');
    await endDelegation(await people.as('deputy'), { id: asked?.id ?? 0, reason: '改由他人办理' });
    const { id: given } = await handOver({ firstDay: '2026-11-22', lastDay: '2026-11-30' });
    expect(await decide('chief', given, TODAY)).toMatchObject({ state: 'approved' });
    expect((await showDelegations(clerk.store.read)).items[0]).toMatchObject({ inForce: true });
  });
});

describe('deciding with it', () => {
  beforeAll(async () => {
    const { id } = await handOver({ firstDay: '2026-12-02', lastDay: '2026-12-09' });
    await decide('chief', id, TODAY);
  });

  test.each([
    ['2026-12-01', 'level-other'],
    ['2026-12-02', null],
    ['2026-12-09', null],
    ['2026-12-10', 'level-other'],
  ])('on %s: %s', async (day, code) => {
    const { id } = await askLeave(clerk);
    expect(await codeOf(decide('substitute', id, day, find))).toBe(code);
  });

  test('the decision names whose authority it was', async () => {
    const { id } = await askLeave(clerk);
    expect(await waits(id)).toEqual([true, true]);
    await decide('substitute', id, DURING, find);
    const shown = await showRequest(clerk.store.read, clerk.actor, DURING, id, find);
    expect(shown.decisions[0]).toMatchObject({ display: '人员substitute', forDisplay: '人员deputy' });
    expect(await waits(id)).toEqual([false, false]);
  });

  test('whoever has a conflict cannot decide, and it is no work of his', async () => {
    const { id } = await askLeave(clerk);
    const conflict = { id, userId: await people.id('substitute'), reason: '请假人的配偶' };
    await recordConflict(DURING, clerk, conflict, find);
    expect(await codeOf(decide('substitute', id, DURING, find))).toBe('conflict-recorded');
    expect(await waits(id)).toEqual([true, false]);
  });

  test('never on what he prepared himself, and never where the kind wants the person', async () => {
    const { id } = await askLeave(await people.as('substitute'));
    expect(await codeOf(decide('substitute', id, DURING, find))).toBe('own-item');
    const personal = kindsOf([{ ...leave, delegable: false }]);
    const other = await askLeave(clerk);
    expect(await codeOf(decide('substitute', other.id, DURING, personal))).toBe('level-other');
  });

  test('taken back by the giver or the head only, from that moment on', async () => {
    const item = (await showDelegations(clerk.store.read)).items.find(
      ({ inForce, lastDay }) => inForce && lastDay === '2026-12-09',
    );
    const ref = { id: item?.id ?? 0, reason: '提前返岗上班' };
    expect(await codeOf(endDelegation(clerk, ref))).toBe('delegation-foreign');
    await endDelegation(await people.as('deputy'), ref);
    expect(await codeOf(endDelegation(await people.as('deputy'), ref))).toBe('delegation-unknown');
    const { id } = await askLeave(clerk);
    expect(await codeOf(decide('substitute', id, DURING, find))).toBe('level-other');
  });

  test('a giver who lost his role has nothing to hand over', async () => {
    const { id } = await handOver({ firstDay: '2026-12-12', lastDay: '2026-12-20' });
    await decide('chief', id, TODAY);
    clerk.store.sqlite.exec("DELETE FROM user_role WHERE role = 'deputy-head'");
    const asked = await askLeave(clerk);
    expect(await codeOf(decide('substitute', asked.id, '2026-12-15', find))).toBe('level-other');
  });
});
