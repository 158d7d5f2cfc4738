/** Drafts and previews of the pre-litigation report (LIT-01, DOC: typed text is never lost). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardDraft, openDraft, saveDraft, showDraft } from '../../../../electron/features/documents/editDraft';
import { previewDraft, renderTyped } from '../../../../electron/features/documents/renderPaper';
import { dump } from '../../../support/dump';
import { REPORT, recordingEngine, reportHousehold, typedFor } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let engine: ReturnType<typeof recordingEngine>;
let household: string;
let party: number;
beforeEach(async () => {
  engine = recordingEngine();
  folder = await makeFolder({ engine });
  ({ household, party } = reportHousehold(folder));
});
afterEach(() => folder.close());

const begin = () => openDraft(folder.services, folder.open, { form: REPORT, subject: household });
const save = (draftId: number, rev: number, fields: Record<string, unknown>) =>
  saveDraft(folder.services, folder.open, { draftId, rev, fields });

describe('a draft', () => {
  it('is begun once per form, household and person; its alias and other keys of the household find it again', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ form: REPORT, rev: 1, household, borrower: '杨𠮷', asOf: '2026-10-31', fields: {} });
    expect((await begin()).id).toBe(draft.id);
    const other = { form: 'pre-litigation-report', subject: '512226194403189114' };
    expect((await openDraft(folder.services, folder.open, other)).id).toBe(draft.id);
    const counsel = await folder.signInAs('counsel');
    const theirs = await openDraft(folder.services, counsel, { form: REPORT, subject: household });
    expect(theirs.id).not.toBe(draft.id);
    await expect(showDraft(folder.services, counsel, draft.id)).rejects.toThrow('draft-unknown');
    await expect(discardDraft(counsel, draft.id)).rejects.toThrow('draft-unknown');
  });

  it('comes filled from the file: suggestions and figures with their sources (LIT-01)', async () => {
    const draft = await begin();
    const suggestion = (id: string) => draft.catalogue.find((field) => field.id === id)?.suggestion;
    expect(suggestion('addressee')).toBe('诉讼保全管理委员会');
    expect(suggestion('interestAsOf')).toBe('2026-10-31');
    expect(JSON.stringify(suggestion('limitation'))).toContain('李㛃');
    expect(draft.figures.length).toBeGreaterThanOrEqual(3);
    for (const figure of draft.figures)
      expect(figure).toMatchObject({ source: expect.stringMatching(/.+/), asOf: expect.anything() });
    expect(draft.figures.map((figure) => figure.value)).toEqual(expect.arrayContaining(['10,000.00', '20,000.00']));
  });

  it('keeps what was typed, word for word, and says what is missing', async () => {
    const draft = await begin();
    const fields = { court: '  奉节县人民法院\n（未定）', interestInTerm: '不是数字', evidence: [{ name: '合同' }] };
    const saved = await save(draft.id, 1, fields);
    expect(saved).toMatchObject({ rev: 2, savedAt: '2026-11-22T02:30:00.000Z' });
    expect(saved.missing).toContainEqual(
      expect.objectContaining({ id: 'interestInTerm', severity: 'block', code: 'value-invalid' }),
    );
    const shown = await showDraft(folder.services, folder.open, draft.id);
    expect([shown.fields, shown.rev]).toEqual([fields, 2]);
    expect(shown.catalogue.find((field) => field.id === 'court')?.suggestion).toBeNull();
  });

  it('filled in completely lacks nothing', async () => {
    const draft = await begin();
    expect((await save(draft.id, 1, await typedFor(folder, party))).missing).toEqual([]);
  });

  it('is not overwritten by an older window (stale-version)', async () => {
    const draft = await begin();
    await save(draft.id, 1, { court: '新' });
    const before = dump(folder.open.store.sqlite);
    await expect(save(draft.id, 1, { court: '旧' })).rejects.toThrow('stale-version');
    expect(dump(folder.open.store.sqlite)).toEqual(before);
  });

  it('is discarded with a log row', async () => {
    const draft = await begin();
    await discardDraft(folder.open, draft.id);
    await expect(showDraft(folder.services, folder.open, draft.id)).rejects.toThrow('draft-unknown');
    const actions = folder.open.store.sqlite
      .prepare("SELECT action FROM audit_entry WHERE object_kind = 'draft'")
      .pluck()
      .all();
    expect(actions).toEqual(['documents.openDraft', 'documents.discardDraft']);
  });

  it('of an unknown form or household is refused', async () => {
    await expect(openDraft(folder.services, folder.open, { form: 'DOC-XXX', subject: household })).rejects.toThrow(
      'form-unknown',
    );
    await expect(openDraft(folder.services, folder.open, { form: REPORT, subject: 'H99999' })).rejects.toThrow(
      'household-unknown',
    );
  });
});

describe('a preview', () => {
  it('is marked as draft, has no number and leaves nothing behind', async () => {
    const draft = await begin();
    const before = dump(folder.open.store.sqlite);
    const preview = await previewDraft(folder.services, folder.open, { draftId: draft.id });
    expect(preview.pages).toBe(6);
    expect(preview.missing.length).toBeGreaterThan(0);
    expect(engine.calls).toEqual([{ kind: 'pdf', title: expect.stringContaining('杨𠮷'), marks: { draft: true } }]);
    expect(dump(folder.open.store.sqlite)).toEqual(before);
  });

  it('of typed fields refuses words that the form does not know (fields-invalid)', async () => {
    const typed = (fields: Record<string, unknown>) =>
      renderTyped(folder.services, folder.open, { form: REPORT, subject: household, fields, format: 'docx' });
    expect((await typed({ court: '奉节县人民法院', warningsReason: '无' })).pages).toBe(0);
    for (const fields of [
      { cuort: 'x' },
      { court: 7 },
      { evidence: [{ name: 1 }] },
      { evidence: [null] },
      { court: null },
    ])
      await expect(typed(fields)).rejects.toThrow('fields-invalid');
  });
});
