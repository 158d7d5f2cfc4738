/** Reporting a difficult case to the city office (B4 §24, LIT-11): the issued report, as whoever agrees reads it. */
import type { Content } from '@shared/domain/approvals/content';
import { caseKey } from '@shared/domain/litigation/caseFile';
import { coordinationPaper, coordinationWords } from '@shared/domain/litigation/papers/coordinationPaper';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { ReadDb } from '../../database/store';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { readDocument } from '../documents/documents.repository';

const { subjectOf, idOf } = rowSubject('difficult-case');

/** Of the issued report. */
export const difficultCaseSubject = subjectOf;

/** An issued report that stands; null: there is none of this id, or it was made void. */
export async function findReport(db: ReadDb, documentId: number) {
  const row = await readDocument(db, documentId);
  const stands = row.view.form === coordinationPaper.code && row.view.status === 'issued' && !row.issuing;
  return stands ? row : null;
}

export const difficultCase: ApprovalKind = {
  id: 'difficult-case',
  authority: { rule: 'authority/difficult-case', columns: ['level1', 'level2'] },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const row = await findReport(db, idOf(subject));
    if (row === null) return null;
    const { view, partyId, data } = row;
    const { file } = data.facts as { readonly file: { readonly id: number } };
    const { difficulty, facts, measures, way, request } = coordinationWords(data.fields);
    return [
      { field: 'case', type: 'text', value: caseKey(file.id) },
      ...(partyId === null
        ? []
        : [{ field: 'household', type: 'household' as const, value: householdNumber(partyId) }]),
      { field: 'paperNumber', type: 'text', value: view.number },
      { field: 'difficulty', type: 'text', value: difficulty },
      { field: 'facts', type: 'text', value: facts },
      { field: 'taken', type: 'text', value: measures },
      { field: 'way', type: 'text', value: way },
      { field: 'content', type: 'text', value: request },
    ];
  },
  // Where it stands is read from the request; sending it is an act of the case.
  ended: async () => [],
};
