/** Asks for a paper to be made void, with the reason; a second person decides (documents.md §0.4). */
import type { Voiding } from '@shared/contract/documents.contract';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { branchUnit } from '../users/users.repository';
import { readDocument } from './documents.repository';
import { documentVoid, voidSubject } from './documentVoidApproval';
import { ownForm } from './ownForm';
import { insertVoid, issuerOf, standingOn, voidOf } from './voids.repository';

/**
 * Refusals in order: document-unknown, role-missing (the form's own right), paper-unfinished, paper-voided, paper-void-asked {request},
 * paper-returned {number, by} (its delivery or signature is put right first, its scan taken back), authority-missing.
 */
export async function askVoid(
  { clock }: Services,
  open: OpenFolder,
  { id, reason }: { id: number; reason: string },
): Promise<{ id: number; approval: number }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { view, data, issuing, partyId } = await readDocument(tx, id);
    const form = ownForm(open, data.form);
    const { number } = view;
    if (issuing) refuse('paper-unfinished', { number });
    if (view.status === 'voided') refuse('paper-voided', { number });
    const before = voidOf(tx, id);
    if (before?.state === 'asked') refuse('paper-void-asked', { number });
    const by = standingOn(tx, id);
    if (by !== null) refuse('paper-returned', { number, by });
    const why = maskNumbersIn(reason);
    const voidId = insertVoid(tx, id, why);
    const asked = await submitRequest(tx, today, documentVoid, {
      subject: voidSubject(voidId),
      title: `作废 ${number}`,
      partyId,
      unitId: (await branchUnit(tx)).id,
      facts: { paperClass: form.class.toLowerCase() },
      documentId: id,
      preparers: [{ userId: issuerOf(tx, id), act: 'documents.issue' }],
    });
    const object = { objectKind: 'document', objectId: String(id), householdId: partyId };
    const audit = { action: 'documents.askVoid', ...object, detail: { number, reason: why } };
    return { result: { id, approval: asked.id }, audit: [audit, ...asked.notes] };
  });
}

/** Where it stands; null: nobody asked. */
export async function voidingOf(db: ReadDb, documentId: number): Promise<Voiding | null> {
  const asked = voidOf(db, documentId);
  if (!asked) return null;
  const request = await approvalOf(db, documentVoid.id, voidSubject(asked.id));
  const { reason, state, by, at } = asked;
  return { reason, state, by, at, approval: request?.id ?? null };
}
