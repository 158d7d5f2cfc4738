/** The contact log on a real folder: entries are added, corrected and withdrawn, never edited (REC-02, S17). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactDraft } from '@shared/contract/contacts.contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contactActs } from '../../../../electron/features/contacts/contactActs.repository';
import { recordContact } from '../../../../electron/features/contacts/recordContact';
import { saveFile } from '../../../../electron/features/contacts/saveFile';
import { showContacts, showPeople } from '../../../../electron/features/contacts/showContacts';
import { withdrawContact } from '../../../../electron/features/contacts/withdrawContact';
import { blockersOf } from '../../../../electron/features/imports/undo.repository';
import { readRadar } from '../../../../electron/features/portfolio/readRadar';
import { Builder } from '../../../support/builders';
import { callTo } from '../../../support/contactDrafts';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let build: Builder;
let borrower: number;
let guarantor: number;
let loans: number[];

beforeAll(async () => {
  folder = await makeFolder();
  build = new Builder(folder.open);
});
afterAll(() => folder.close());

beforeEach(() => {
  build.batch(() => {
    borrower = build.party();
    guarantor = build.party();
    loans = [1, 2].map(() => build.loan({ party_id: borrower, issue_date: '2023-06-01', due_date: '2024-06-03' }));
    build.guarantee({ loan_id: loans[0] as number, party_id: guarantor });
  });
});

const record = (given: Partial<ContactDraft> = {}) =>
  recordContact(folder.services, folder.open, callTo(borrower, given));
const log = (limit = 50, cursor: { at: string; id: number } | null = null) =>
  showContacts(folder.open.store.read, { household: borrower, cursor, limit }, '2026-11-22');
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'granted',
    (error: { refusal?: { code: string } }) => error.refusal?.code ?? String(error),
  );

function paper(name = '承诺书.jpg'): string {
  const path = join(folder.dir, '..', name);
  writeFileSync(path, `scan of ${name}`);
  return path;
}

describe('REC-02 the contact log', () => {
  it('keeps who, with whom, what was said, the promise and the next date', async () => {
    const promise = { amount: 500_000, on: '2026-12-01' };
    const { id } = await record({ promise, next: { on: '2026-12-02', what: '再打电话' }, result: 'promised' });
    const { contacts, total } = log();
    expect(total).toBe(1);
    expect(contacts[0]).toMatchObject({
      id,
      at: '2026-11-20 10:15',
      person: expect.stringContaining('借款人'),
      staff: ['王经办'],
      promise: { ...promise, state: 'open', paid: 0 },
      next: { on: '2026-12-02', what: '再打电话' },
      by: '测试clerk',
      warnings: [],
    });
  });

  it('is read newest first, page by page, without a gap', async () => {
    for (const day of ['03', '01', '02', '05', '04']) await record({ at: `2026-11-${day} 09:00` });
    const first = log(2);
    const second = log(2, first.next);
    const third = log(2, second.next);
    const days = [first, second, third].flatMap(({ contacts }) => contacts.map(({ at }) => at.slice(8, 10)));
    expect([days, third.next]).toEqual([['05', '04', '03', '02', '01'], null]);
  });

  it('puts an entry right with a new one that keeps its files; the old one stays and no longer counts', async () => {
    const act = { kind: 'consent-to-perform', evidence: 'signed', loans } as const;
    const { id: old } = await record({ act, files: [paper()] });
    const { id } = await record({
      corrects: old,
      said: '更正：金额有误',
      act: { ...act, loans: [loans[0] as number] },
    });
    const [corrected, first] = log().contacts;
    expect(corrected).toMatchObject({ id, corrects: old, files: [{ seq: 1, name: '承诺书.jpg' }] });
    expect(first).toMatchObject({ id: old, correctedBy: id });
    expect(contactActs(folder.open.store.read, { partyId: borrower }).map(({ loanId }) => loanId)).toEqual([loans[0]]);
    expect(await code(record({ corrects: old }))).toBe('contact-corrected');
  });

  it('withdraws with a reason: the entry stays, its act is heard no more', async () => {
    const { id } = await record({ act: { kind: 'consent-to-perform', evidence: 'signed', loans }, files: [paper()] });
    expect(contactActs(folder.open.store.read, { partyId: borrower })).toHaveLength(2);
    await withdrawContact(folder.open, { id, reason: '登记到别的户' });
    expect(log().contacts[0]?.withdrawn).toMatchObject({ reason: '登记到别的户', by: '测试clerk' });
    expect(contactActs(folder.open.store.read, { partyId: borrower })).toEqual([]);
    expect(await code(withdrawContact(folder.open, { id, reason: '再作废' }))).toBe('contact-withdrawn');
  });

  it('is never edited, not even by SQL', async () => {
    const { id } = await record();
    const { sqlite } = folder.open.store;
    expect(() => sqlite.prepare("UPDATE contact SET said = 'x' WHERE id = ?").run(id)).toThrow(
      'correction is a new entry',
    );
    expect(() => sqlite.prepare('DELETE FROM contact WHERE id = ?').run(id)).toThrow('withdrawn with a reason');
  });

  it('saves a copy of an attachment as it was, with a line in the log', async () => {
    const { id } = await record({ files: [paper('现场.jpg')] });
    const path = join(folder.dir, '..', 'copy.jpg');
    await saveFile(folder.services, folder.open, { id, seq: 1, reason: '提交法院使用', path });
    expect(readFileSync(path, 'utf8')).toBe('scan of 现场.jpg');
    const last = folder.open.store.sqlite
      .prepare('SELECT action FROM audit_entry ORDER BY id DESC LIMIT 1')
      .pluck()
      .get();
    expect(last).toBe('contacts.saveFile');
    const missing = saveFile(folder.services, folder.open, { id, seq: 2, reason: '提交法院使用', path });
    expect(await code(missing)).toBe('contact-unknown');
  });

  it('IMP-03 an import is not taken back under the contacts that were recorded since', async () => {
    const { sqlite } = folder.open.store;
    sqlite.exec(`INSERT INTO import_batch VALUES (77, 'B20261122-77', 'loans', 'a.xlsx', 'sha', '2026-10-31', '{}', '{}',
      '2026-11-22T00:00:00.000Z', 2, 'written')`);
    sqlite.prepare('UPDATE party SET batch_id = 77 WHERE id = ?').run(borrower);
    expect(blockersOf(folder.open.store.read, 77).map(({ kind }) => kind)).not.toContain('contact');
    await record();
    expect(blockersOf(folder.open.store.read, 77)).toContainEqual({ kind: 'contact', count: 1 });
  });

  it('records the same request once', async () => {
    const input = callTo(borrower);
    const first = await recordContact(folder.services, folder.open, input);
    expect(await recordContact(folder.services, folder.open, input)).toEqual(first);
    expect(log().total).toBe(1);
    expect(await code(recordContact(folder.services, folder.open, { ...input, said: '别的内容' }))).toBe(
      'request-conflict',
    );
  });

  it.each<[string, Partial<ContactDraft>]>([
    ['person-unknown', { withParty: 999_999 }],
    ['person-unknown', { counterpart: 'third-person', withParty: null, otherPerson: '' }],
    ['contact-in-future', { at: '2026-11-23 09:00' }],
    ['promise-before-contact', { promise: { amount: 1, on: '2026-11-19' } }],
    ['next-before-contact', { next: { on: '2026-11-19', what: '' } }],
    ['act-loan-foreign', { act: { kind: 'consent-to-perform', evidence: 'none', loans: [999_999] } }],
    ['evidence-file-missing', { act: { kind: 'consent-to-perform', evidence: 'signed', loans: [1] } }],
    ['file-unreadable', { files: ['/nowhere/there.jpg'] }],
    ['contact-unknown', { corrects: 999_999 }],
  ])('refuses %s', async (refusal, given) => {
    const act = given.act && given.act.loans[0] === 1 ? { ...given.act, loans } : given.act;
    expect(await code(record({ ...given, ...(act ? { act } : {}) }))).toBe(refusal);
    expect(log().total).toBe(0);
  });

  it('knows nobody where nothing is owed', async () => {
    expect(await code(record({ household: guarantor, withParty: guarantor }))).toBe('household-unknown');
    expect(() => showPeople(folder.open.store.read, guarantor)).toThrow('household-unknown');
  });
});

describe('law.md §15 conduct', () => {
  it('refuses a fourth talk on one day, and a call at night, with the article', async () => {
    for (const hour of ['09', '10', '11']) await record({ at: `2026-11-20 ${hour}:00` });
    const fourth = record({ at: '2026-11-20 12:00' });
    await expect(fourth).rejects.toMatchObject({
      refusal: {
        code: 'contact-blocked',
        facts: { findings: ['voice-limit'] },
        article: expect.stringContaining('联系频次'),
      },
    });
    expect(await code(record({ at: '2026-11-20 12:00', reached: false }))).toBe('granted');
    expect(await code(record({ at: '2026-11-19 22:00' }))).toBe('contact-blocked');
    expect(await code(record({ at: '2026-11-19 22:00', initiative: 'debtor' }))).toBe('granted');
  });

  it('counts the calls to one person over all households that he stands for', async () => {
    const other = build.batch(() => {
      const party = build.party();
      build.guarantee({ loan_id: build.loan({ party_id: party }), party_id: guarantor });
      return party;
    });
    const person = { counterpart: 'guarantor', withParty: guarantor } as const;
    for (const hour of ['09', '10', '11']) await record({ ...person, at: `2026-11-20 ${hour}:00` });
    expect(await code(record({ ...person, household: other, at: '2026-11-20 12:00' }))).toBe('contact-blocked');
  });

  it('takes warnings with a reason only, and keeps both', async () => {
    const visit = {
      kind: 'visit' as const,
      staff: ['王经办', '李组长'],
      identified: true,
      recorded: true,
      agreed: false,
    };
    expect(await code(record(visit))).toBe('warnings-reason-missing');
    await record({ ...visit, warningsReason: '电话约不上，白天上门' });
    expect(log().contacts[0]).toMatchObject({
      warnings: [{ code: 'visit-not-agreed', level: 'warn' }],
      warningsReason: '电话约不上，白天上门',
    });
  });

  it('asks a third person only where the debtor is, when he cannot be reached, and stops when told to', async () => {
    const neighbour = {
      counterpart: 'third-person',
      withParty: null,
      otherPerson: '邻居赵某',
      purpose: 'locate',
      said: '问去向，答外出务工',
    } as const;
    expect(await code(record(neighbour))).toBe('contact-blocked');
    await record({ reached: false, result: 'not-reached', at: '2026-11-19 09:00' });
    expect(await code(record({ ...neighbour, purpose: 'demand' }))).toBe('contact-blocked');
    expect(await code(record({ ...neighbour, promise: { amount: 1, on: '2026-12-01' } }))).toBe('contact-blocked');
    expect(await code(record({ ...neighbour, consent: 'refused' }))).toBe('granted');
    expect(await code(record({ ...neighbour, at: '2026-11-21 10:00' }))).toBe('contact-blocked');
  });

  it('approaches an heir only with a record of the estate among the files', async () => {
    const heir = { counterpart: 'heir', withParty: null, otherPerson: '其子', basis: 'estate-record' } as const;
    expect(await code(record(heir))).toBe('contact-blocked');
    expect(await code(record({ ...heir, files: [paper('遗产清单.jpg')] }))).toBe('granted');
  });
});

describe('REC-05 an acknowledgement is heard by one clock', () => {
  it('by the borrower for the loans that it names, with its grade', async () => {
    await record({
      act: { kind: 'consent-to-perform', evidence: 'own-message', loans: [loans[1] as number] },
      files: [paper('短信.png')],
    });
    expect(contactActs(folder.open.store.read, { after: (loans[0] as number) - 1, to: loans[1] as number })).toEqual([
      {
        loanId: loans[1],
        guaranteeId: null,
        kind: 'consent-to-perform',
        on: '2026-11-20',
        evidence: 'own-message',
        content: 'consent-to-perform',
        grade: 'medium',
        reason: 'own-message',
        source: 'contact',
        sourceNo: expect.any(String),
      },
    ]);
  });

  it('the radar of the household moves for that loan of that person, and back when the entry is withdrawn', async () => {
    const radar = async () => {
      const { lines } = await readRadar(folder.services, folder.open, borrower);
      return Object.fromEntries(lines.map(({ role, loanId, expiry }) => [`${role} ${loans.indexOf(loanId)}`, expiry]));
    };
    const before = await radar();
    const act = { kind: 'consent-to-perform' as const, evidence: 'signed' as const, loans: [loans[0] as number] };
    const { id } = await record({ act, files: [paper()] });
    expect(await radar()).toEqual({ ...before, 'borrower 0': '2029-11-20' });
    await withdrawContact(folder.open, { id, reason: '签名不是本人' });
    expect(await radar()).toEqual(before);
  });

  it('by a guarantor as a request to him, and for nobody else', async () => {
    const person = { counterpart: 'guarantor', withParty: guarantor } as const;
    const act = { kind: 'demand-received', evidence: 'signed' } as const;
    expect(await code(record({ ...person, act: { ...act, loans }, files: [paper()] }))).toBe('act-loan-foreign');
    await record({ ...person, act: { ...act, loans: [loans[0] as number] }, files: [paper()] });
    const acts = contactActs(folder.open.store.read, { partyId: borrower });
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatchObject({ kind: 'guarantor-requested', guaranteeId: expect.any(Number), grade: 'strong' });
  });
});

describe('promises', () => {
  it('are kept by money that came in for them, and broken without', async () => {
    await record({ at: '2026-11-01 09:00', promise: { amount: 100_000, on: '2026-11-10' } });
    await record({ at: '2026-11-11 09:00', promise: { amount: 100_000, on: '2026-11-15' } });
    build.receipt({ loan_id: loans[0] as number, received_on: '2026-11-09', principal: 100_000 });
    const states = log().contacts.map(({ promise }) => promise?.state);
    expect(states).toEqual(['broken', 'kept']);
  });
});
