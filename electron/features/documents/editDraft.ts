/** Opening, reading, saving and discarding a draft (DOC: typed text is never lost). */
import type { Draft, MissingItem } from '@shared/contract/documents.contract';
import { present } from '@shared/kernel/assert';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { deleteDraft, findDraft, insertDraft, readDraft, updateDraft } from './drafts.repository';
import { draftView } from './draftView';
import { digestOf } from './factsDigest';
import { factsFor, ownForm } from './ownForm';

const userOf = (open: OpenFolder): number => present(open.actor.userId, 'whoever signs in is a user');

/** Refusals in order: form-unknown, role-missing, those of the form's subject. */
export async function openDraft(
  services: Services,
  open: OpenFolder,
  input: { form: string; subject: string },
): Promise<Draft> {
  const form = ownForm(open, input.form);
  const db = open.store.read;
  const subject = form.subject.describe(db, form.subject.find(db, input.subject));
  const facts = await factsFor(services, open, form, subject.id);
  const known = await findDraft(db, form.code, subject.id, userOf(open));
  if (known) return draftView(form, known, facts);
  const id = await open.store.write(open.actor, async (tx) => {
    const draft = {
      form: form.code,
      subjectKind: form.subject.name,
      subject,
      asOf: facts.asOf,
      factsDigest: digestOf(facts),
    };
    const result = await insertDraft(tx, draft);
    const audit = {
      action: 'documents.openDraft',
      objectKind: 'draft',
      objectId: String(result),
      householdId: subject.partyId,
    };
    return { result, audit: { ...audit, detail: { form: form.code } } };
  });
  return draftView(form, await readDraft(db, id, userOf(open)), facts);
}

/** Refusal: draft-unknown. */
export async function showDraft(services: Services, open: OpenFolder, id: number): Promise<Draft> {
  const draft = await readDraft(open.store.read, id, userOf(open));
  const form = ownForm(open, draft.form);
  return draftView(form, draft, await factsFor(services, open, form, draft.subjectId));
}

/** Refusals in order: draft-unknown, stale-version. What was typed is kept as typed; only issuing checks it. */
export async function saveDraft(
  services: Services,
  open: OpenFolder,
  input: { draftId: number; rev: number; fields: Record<string, unknown> },
): Promise<{ rev: number; savedAt: string; missing: MissingItem[] }> {
  const draft = await readDraft(open.store.read, input.draftId, userOf(open));
  const form = ownForm(open, draft.form);
  const facts = await factsFor(services, open, form, draft.subjectId);
  const saved = await open.store.write(open.actor, async (tx) => {
    const changed = {
      id: draft.id,
      rev: input.rev,
      fields: input.fields,
      asOf: facts.asOf,
      factsDigest: digestOf(facts),
    };
    const rev = await updateDraft(tx, changed);
    const audit = { action: 'documents.saveDraft', objectKind: 'draft', objectId: String(draft.id), detail: { rev } };
    return { result: { rev, savedAt: tx.at }, audit };
  });
  return { ...saved, missing: form.check(facts, input.fields) };
}

/** Refusal: draft-unknown. */
export async function discardDraft(open: OpenFolder, id: number): Promise<{ draftId: number }> {
  const draft = await readDraft(open.store.read, id, userOf(open));
  return open.store.write(open.actor, async (tx) => {
    await deleteDraft(tx, id);
    const audit = {
      action: 'documents.discardDraft',
      objectKind: 'draft',
      objectId: String(id),
      householdId: draft.partyId,
    };
    return { result: { draftId: id }, audit: { ...audit, detail: { form: draft.form } } };
  });
}
