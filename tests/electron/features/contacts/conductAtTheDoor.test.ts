/** Conduct through the contract (law.md §15, issue 5 H): what the window sends is what is judged, and nothing outward lacks its particulars. */
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { ContactDraft } from '@shared/contract/contacts.contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../../../electron/router';
import { Builder } from '../../../support/builders';
import { callTo } from '../../../support/contactDrafts';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let client: RouterClient<typeof router>;
let build: Builder;
let borrower: number;

beforeAll(async () => {
  folder = await makeFolder();
  build = new Builder(folder.open);
  client = createRouterClient(router, { context: { services: folder.services } });
});
afterAll(() => folder.close());
beforeEach(() => {
  borrower = build.batch(() => {
    const party = build.party();
    build.loan({ party_id: party, issue_date: '2023-06-01', due_date: '2024-06-03' });
    return party;
  });
});

const record = (given: Partial<ContactDraft> = {}) => client.contacts.record(callTo(borrower, given));
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data,
  );
const findingsOf = async (given: Partial<ContactDraft>) => {
  const refusal = await refusalOf(record(given));
  expect(refusal?.article ?? '').not.toBe('');
  return [refusal.code, ...refusal.facts.findings];
};
const NEIGHBOUR: Partial<ContactDraft> = {
  ...{ counterpart: 'third-person', withParty: null, otherPerson: '邻居赵某', purpose: 'locate' },
  ...{ basis: 'whereabouts-unknown', said: '问去向，答不知道', result: 'other' },
};

describe('law.md §15 hours and frequency', () => {
  it.each([
    ['21:59', null],
    ['22:00', 'quiet-hours'],
    ['07:59', 'quiet-hours'],
    ['08:00', null],
  ])('a call at %s', async (time, code) => {
    const given = { at: `2026-11-20 ${time}` };
    if (code === null) expect(await refusalOf(record(given))).toBeNull();
    else expect(await findingsOf(given)).toEqual(['contact-blocked', code]);
  });

  it.each(['visit', 'meeting', 'message'] as const)('a %s at night as well', async (kind) => {
    const visit = { staff: ['王经办', '李组长'], identified: true, recorded: true, agreed: true };
    expect(await findingsOf({ kind, ...visit, at: '2026-11-19 23:10' })).toEqual(['contact-blocked', 'quiet-hours']);
  });

  it('three talks and six tries on a day; the drawer is told before anything is written', async () => {
    for (const hour of ['09', '10', '11']) await record({ at: `2026-11-20 ${hour}:00` });
    const {
      said: _,
      result: __,
      consent: ___,
      requestId: ____,
      ...planned
    } = callTo(borrower, {
      at: '2026-11-20 12:00',
    });
    const { findings } = await client.contacts.check(planned);
    expect(findings).toMatchObject([{ code: 'voice-limit', level: 'block', limit: 3 }]);
    for (const hour of ['13', '14', '15']) await record({ at: `2026-11-20 ${hour}:00`, reached: false });
    expect(await findingsOf({ at: '2026-11-20 16:00', reached: false })).toEqual(['contact-blocked', 'attempt-limit']);
    expect((await client.contacts.page({ household: borrower })).total).toBe(6);
  });
});

describe('law.md §15 third persons', () => {
  it('only to locate, only when the debtor cannot be reached, never again once they said no', async () => {
    expect(await findingsOf(NEIGHBOUR)).toEqual(['contact-blocked', 'third-person-needless']);
    await record({ reached: false, result: 'not-reached', at: '2026-11-19 09:00' });
    expect(await findingsOf({ ...NEIGHBOUR, purpose: 'demand' })).toEqual([
      'contact-blocked',
      'third-person-not-to-locate',
    ]);
    await record({ ...NEIGHBOUR, consent: 'refused' });
    expect(await findingsOf({ ...NEIGHBOUR, at: '2026-11-21 10:00' })).toEqual([
      'contact-blocked',
      'third-person-stopped',
    ]);
  });

  it('hear nothing of the debt', async () => {
    await record({ reached: false, result: 'not-reached', at: '2026-11-19 09:00' });
    expect(await findingsOf({ ...NEIGHBOUR, said: '告知其欠款已逾期，请转告' })).toEqual([
      'contact-blocked',
      'word-debt-told',
    ]);
    expect(await refusalOf(record(NEIGHBOUR))).toBeNull();
  });
});

describe('documents.md §8 words', () => {
  it('a threat is refused with its article and leaves nothing; reported speech is kept with a reason', async () => {
    expect(await findingsOf({ said: '告诉他不还就抓人坐牢' })).toEqual(['contact-blocked', 'word-threat']);
    expect((await client.contacts.page({ household: borrower })).total).toBe(0);
    const said = '借款人称被公安拘留过，暂无收入';
    expect((await refusalOf(record({ said }))).code).toBe('warnings-reason-missing');
    await record({ said, warningsReason: '如实记录对方原话' });
    const { contacts } = await client.contacts.page({ household: borrower });
    expect(contacts[0]).toMatchObject({
      warnings: [{ code: 'word-reported', level: 'warn', words: '拘留、公安' }],
      warningsReason: '如实记录对方原话',
    });
  });
});

describe('every outward act has basis, actor, purpose, channel, time, content, result and consent (conduct/act-record)', () => {
  it.each(['basis', 'staff', 'purpose', 'kind', 'at', 'said', 'result', 'consent'] as const)(
    'without %s it is no entry',
    async (field) => {
      const { [field]: _, ...rest } = callTo(borrower);
      expect(await refusalOf(client.contacts.record(rest as never))).toMatchObject({
        code: 'invalid-input',
        facts: { issues: [{ path: field }] },
      });
    },
  );

  it('and shows them all afterwards', async () => {
    await record();
    const { contacts } = await client.contacts.page({ household: borrower });
    expect(contacts[0]).toMatchObject({
      ...{ basis: 'loan-contract', staff: ['王经办'], purpose: 'negotiate', kind: 'call', at: '2026-11-20 10:15' },
      ...{ said: '谈了还款安排', result: 'negotiating', consent: 'agreed' },
    });
  });
});
