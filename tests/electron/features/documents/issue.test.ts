/** Issuing: one number, frozen data, files, archive, log; whole or resumable (DOC, LIT-01; architecture §2). */
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDocuments } from '../../../../electron/features/documents/documents.repository';
import { openDraft, saveDraft } from '../../../../electron/features/documents/editDraft';
import { showDocument } from '../../../../electron/features/documents/handOut';
import { issueDraft, issueTyped } from '../../../../electron/features/documents/issueDocument';
import { checkFolder } from '../../../../electron/features/maintenance/checkFolder';
import { router } from '../../../../electron/router';
import { dump } from '../../../support/dump';
import { REPORT, recordingEngine, reportHousehold, typedFor } from '../../../support/fillReport';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

const REQUEST = '3f2b1c1e-6f0a-4b5e-9a54-0d2f5b6a7c8d';
const OTHER = '9d1f2b3c-6f0a-4b5e-9a54-0d2f5b6a7c8d';
const ALL = { text: '', form: null, partyId: null, limit: 200 };

let folder: TestFolder;
let household: string;
let party: number;

async function begin(failing: readonly number[] = []): Promise<ReturnType<typeof recordingEngine>> {
  const engine = recordingEngine(failing);
  folder = await makeFolder({ engine });
  ({ household, party } = reportHousehold(folder));
  return engine;
}
beforeEach(() => begin());
afterEach(() => folder.close());

async function fullDraft(fields?: Record<string, unknown>): Promise<{ draftId: number; rev: number }> {
  const draft = await openDraft(folder.services, folder.open, { form: REPORT, subject: household });
  const typed = fields ?? (await typedFor(folder, party));
  const { rev } = await saveDraft(folder.services, folder.open, { draftId: draft.id, rev: draft.rev, fields: typed });
  return { draftId: draft.id, rev };
}

const issue = (draft: { draftId: number; rev: number }, requestId = REQUEST, warningsReason: string | null = null) =>
  issueDraft(folder.services, folder.open, { ...draft, requestId, warningsReason });
const sqlite = () => folder.open.store.sqlite;
const actions = () =>
  sqlite().prepare("SELECT action FROM audit_entry WHERE object_kind = 'document' ORDER BY id").pluck().all();
const nextNumber = () => sqlite().prepare("SELECT next FROM number_series WHERE word = '论'").pluck().get();

describe('a complete draft', () => {
  it('becomes 奉支论字〔2026〕第0001号 with files, frozen data and log; the draft is gone', async () => {
    const document = await issue(await fullDraft());
    expect(document).toMatchObject({
      number: '奉支论字〔2026〕第0001号',
      household,
      issuedOn: '2026-11-22',
      issuedBy: '测试clerk',
      pages: 6,
      hasWord: true,
      prints: 0,
      status: 'issued',
    });
    expect(actions()).toEqual(['documents.takeNumber', 'documents.issue']);
    expect(sqlite().prepare('SELECT count(*) FROM document_draft').pluck().get()).toBe(0);
    const shown = await showDocument(folder.open, document.id);
    expect(Buffer.from(shown.fileBase64, 'base64').toString()).toContain('"number":"奉支论字〔2026〕第0001号"');
    expect(shown.data).toMatchObject({
      templateVersion: expect.any(String),
      fields: { court: '奉节县人民法院' },
      warnings: [],
    });
    // Frozen: what the file says later does not reach the paper.
    sqlite().exec('UPDATE loan SET balance = 1');
    expect((await showDocument(folder.open, document.id)).data).toEqual(shown.data);
    expect(await checkFolder(folder.services, folder.open)).toMatchObject({ ok: true, attachments: { count: 2 } });
  });

  it('is found in the archive by number, title, name, form and household', async () => {
    const { id } = await issue(await fullDraft());
    const found = async (filter: Partial<typeof ALL>) =>
      (await listDocuments(folder.open.store.read, { ...ALL, ...filter })).map((each) => each.id);
    for (const text of ['第0001号', '诉前论证', '杨𠮷', '']) expect(await found({ text })).toEqual([id]);
    expect(await found({ form: REPORT as never, partyId: party as never })).toEqual([id]);
    for (const filter of [{ text: '第0002号' }, { form: 'DOC-LIT-02' }, { partyId: -1 }])
      expect(await found(filter as never)).toEqual([]);
  });

  it('gives the next number to the next paper, and begins at 1 in a new year', async () => {
    await issue(await fullDraft());
    expect((await issue(await fullDraft(), OTHER)).number).toBe('奉支论字〔2026〕第0002号');
    const later = {
      ...folder.services,
      clock: { now: () => new Date('2027-01-04T02:00:00Z'), today: () => '2027-01-04' as const },
    };
    const draft = await fullDraft();
    const input = { ...draft, requestId: '11111111-6f0a-4b5e-9a54-0d2f5b6a7c8d', warningsReason: null };
    expect((await issueDraft(later, folder.open, input)).number).toBe('奉支论字〔2027〕第0001号');
  });

  it('takes no number before one that was given later (series-missing)', async () => {
    await issue(await fullDraft());
    const draft = await fullDraft();
    const earlier = {
      ...folder.services,
      clock: { now: () => new Date('2026-11-01T02:00:00Z'), today: () => '2026-11-01' as const },
    };
    await expect(
      issueDraft(earlier, folder.open, { ...draft, requestId: OTHER, warningsReason: null }),
    ).rejects.toThrow('series-missing');
  });
});

describe('refusals', () => {
  it('name everything that is missing, and spend no number', async () => {
    const draft = await fullDraft({ court: '奉节县人民法院' });
    const before = dump(sqlite());
    const refusal = await issue(draft).catch((error) => error.refusal);
    expect(refusal).toMatchObject({ code: 'fields-missing', article: 'DOC' });
    const ids = refusal.facts.missing.map((item: { id: string }) => item.id);
    expect(ids).toEqual(expect.arrayContaining(['interestInTerm', 'evidenceGrade', 'decision', 'handler']));
    expect(refusal.facts.count).toBe(ids.length);
    expect(dump(sqlite())).toEqual(before);
  });

  it('ask for a reason where something recommended is missing, and keep it with the paper', async () => {
    const draft = await fullDraft({ ...(await typedFor(folder, party)), settlementFloor: '' });
    await expect(issue(draft)).rejects.toThrow('warnings-unexplained');
    expect(nextNumber()).toBe(1);
    const { id } = await issue(draft, REQUEST, '债务人下落不明，无和解可能');
    const { data } = await showDocument(folder.open, id);
    expect(data).toMatchObject({
      warningsReason: '债务人下落不明，无和解可能',
      warnings: [{ code: 'recommended-missing', field: 'settlementFloor' }],
    });
  });

  it('tell an older window and a file that changed since (stale-version, file-changed)', async () => {
    const draft = await fullDraft();
    await expect(issue({ ...draft, rev: draft.rev - 1 })).rejects.toThrow('stale-version');
    sqlite().exec('UPDATE loan SET balance = balance - 1');
    await expect(issue(draft)).rejects.toThrow('file-changed');
    await expect(issue({ draftId: 999, rev: 1 })).rejects.toThrow('draft-unknown');
    expect([nextNumber(), actions()]).toEqual([1, []]);
  });

  it('of a draft that is issued twice at once: one paper only', async () => {
    const draft = await fullDraft();
    const outcomes = await Promise.allSettled([issue(draft), issue(draft, OTHER)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason.message).toBe('stale-version');
    expect(nextNumber()).toBe(2);
  });
});

describe('the same request again', () => {
  it('gives the same paper, and is refused with other content', async () => {
    const draft = await fullDraft();
    const first = await issue(draft);
    expect(await issue(draft)).toEqual(first);
    expect(nextNumber()).toBe(2);
    await expect(issue({ ...draft, rev: draft.rev + 1 })).rejects.toThrow('request-conflict');
  });

  it('works for typed fields as well', async () => {
    const input = { form: REPORT, subject: household, fields: await typedFor(folder, party), requestId: REQUEST };
    const first = await issueTyped(folder.services, folder.open, input);
    expect(await issueTyped(folder.services, folder.open, input)).toEqual(first);
    const other = { ...input, fields: { ...input.fields, court: '别的法院' } };
    await expect(issueTyped(folder.services, folder.open, other)).rejects.toThrow('request-conflict');
    await expect(issueTyped(folder.services, folder.open, { ...input, fields: {}, requestId: OTHER })).rejects.toThrow(
      'fields-missing',
    );
  });
});

describe('a crash between number and file', () => {
  const unfinished = () => sqlite().prepare("SELECT number FROM document WHERE status = 'issuing'").pluck().all();
  const signIn = async (name: string) => {
    const client = createRouterClient(router, { context: { services: folder.services } });
    await client.session.signIn({ name, password: TEST_PASSWORD });
    return folder.services.session.open as TestFolder['open'];
  };

  it.each([2, 3])('at step %i is finished at the next sign-in, with the same number', async (step) => {
    await folder.close();
    await begin([step]);
    await expect(issue(await fullDraft())).rejects.toThrow('power cut');
    expect(unfinished()).toEqual(['奉支论字〔2026〕第0001号']);
    expect(await listDocuments(folder.open.store.read, ALL)).toEqual([]);
    expect((await checkFolder(folder.services, folder.open)).documents).toMatchObject({ ok: false, unfinished: 1 });
    const open = await signIn('counsel');
    const [document] = await listDocuments(open.store.read, ALL);
    expect(document).toMatchObject({
      number: '奉支论字〔2026〕第0001号',
      issuedBy: '测试clerk',
      status: 'issued',
      pages: 6,
    });
    expect((await checkFolder(folder.services, open)).ok).toBe(true);
    await signIn('clerk');
    expect(await listDocuments(folder.services.session.open?.store.read as never, ALL)).toHaveLength(1);
  });

  it('is finished when the same request comes again', async () => {
    await folder.close();
    await begin([2]);
    const draft = await fullDraft();
    await expect(issue(draft)).rejects.toThrow('power cut');
    expect(await issue(draft)).toMatchObject({ number: '奉支论字〔2026〕第0001号', status: 'issued' });
    expect([unfinished(), nextNumber()]).toEqual([[], 2]);
  });

  it('that cannot be finished keeps nobody out; somebody without the right does not finish it', async () => {
    await folder.close();
    const engine = await begin([2, 3, 4]);
    await expect(issue(await fullDraft())).rejects.toThrow('power cut');
    await signIn('admin');
    expect(engine.calls).toHaveLength(2);
    const open = await signIn('clerk');
    expect(engine.calls).toHaveLength(3);
    expect(open.store.sqlite.prepare("SELECT count(*) FROM document WHERE status = 'issuing'").pluck().get()).toBe(1);
  });

  it('before the number leaves draft and series as they were', async () => {
    await folder.close();
    await begin([1]);
    const draft = await fullDraft();
    const before = dump(sqlite());
    await expect(issue(draft)).rejects.toThrow('power cut');
    expect(dump(sqlite())).toEqual(before);
  });
});
