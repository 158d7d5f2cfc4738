/** Making a paper void takes a second person (documents.md §0.4): neither who asks nor who issued it. */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { readDocument } from './documents.repository';
import { findVoid, setVoidState, standingOn } from './voids.repository';

const { subjectOf, idOf } = rowSubject('document-void');

export const voidSubject = subjectOf;

export const documentVoid: ApprovalKind = {
  id: 'document-void',
  authority: { rule: 'authority/document-void' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const asked = findVoid(db, idOf(subject));
    if (!asked) return null;
    const { view, partyId } = await readDocument(db, asked.documentId);
    return [
      ...(partyId === null
        ? []
        : [{ field: 'household', type: 'household' as const, value: householdNumber(partyId) }]),
      { field: 'paperNumber', type: 'text', value: `${view.number} ${view.title}` },
      { field: 'issuedOn', type: 'date', value: view.issuedOn },
      { field: 'reason', type: 'text', value: asked.reason },
    ];
  },
  /** Refuses paper-returned {number, by} when its receipt came back while it was asked for. */
  async ended(tx, { subject }, state) {
    const asked = present(findVoid(tx, idOf(subject)), 'what was asked stays');
    if (state !== 'approved') {
      setVoidState(tx, asked, 'refused');
      return [];
    }
    const { view, partyId } = await readDocument(tx, asked.documentId);
    const by = standingOn(tx, asked.documentId);
    if (by !== null) refuse('paper-returned', { number: view.number, by });
    setVoidState(tx, asked, 'voided');
    const object = { objectKind: 'document', objectId: String(asked.documentId), householdId: partyId };
    return [{ action: 'documents.void', ...object, detail: { number: view.number, reason: asked.reason } }];
  },
};
