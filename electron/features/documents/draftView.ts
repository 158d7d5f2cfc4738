/** A draft as the editor needs it: fields with suggestions, figures with sources, what is missing. */
import type { Draft } from '@shared/contract/documents.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { DraftRow } from './drafts.repository';
import type { Form } from './form';

export function draftView(form: Form, draft: DraftRow, facts: { asOf: string }): Draft {
  return {
    id: draft.id,
    rev: draft.rev,
    form: form.code,
    title: form.title,
    household: draft.partyId === null ? null : householdNumber(draft.partyId),
    borrower: draft.borrower,
    asOf: facts.asOf,
    savedAt: draft.savedAt,
    fields: draft.fields,
    catalogue: form.catalogue(facts, draft.fields),
    figures: form.figures(facts),
    missing: form.check(facts, draft.fields),
  };
}
