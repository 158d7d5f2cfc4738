/**
 * A signature that was recorded wrongly is put right: another day, or none at all. What was recorded stays with its reason; the
 * clock hears the signature as it stands now, and what it had put in force is taken back or begins on the right day.
 */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { AuditNote } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { correctSignatory, readPaper, type StoredPaper, signedDay } from './papers.repository';
import { takeBack, takeEffect } from './signatureEffects';

export interface CorrectionInput {
  readonly documentId: number;
  readonly rev: number;
  readonly key: string;
  /** null: he did not sign. */
  readonly signedOn: CalendarDate | null;
  readonly reason: string;
}

function refuseCorrection(
  paper: StoredPaper,
  { rev, key, signedOn }: CorrectionInput,
  was: string | null,
  today: string,
): asserts was is string {
  if (paper.rev !== rev) refuse('stale-version', { document: paper.documentId });
  if (paper.voided === 1) refuse('paper-voided', { number: paper.number });
  if (was === null) refuse('signatory-unknown', { key });
  if (signedOn !== null && (signedOn < paper.issuedOn || signedOn > today || signedOn === was))
    refuse('signature-date-wrong', { signedOn, issuedOn: paper.issuedOn });
}

/**
 * Refusals in order: paper-unknown, stale-version, paper-voided, signatory-unknown (he has not signed), signature-date-wrong,
 * agreement-not-in-force (it has ended since), agreement-overlaps, extension-after-due.
 */
export async function correctSignature(
  { clock }: Services,
  open: OpenFolder,
  input: CorrectionInput,
): Promise<{ documentId: number }> {
  const today = clock.today();
  const { documentId, key, signedOn, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const paper = readPaper(tx, documentId);
    const was = signedDay(tx, documentId, key);
    refuseCorrection(paper, input, was, today);
    correctSignatory(tx, { documentId, key, signedOn: was, correctedTo: signedOn, reason });
    const notes: AuditNote[] = [];
    if (key === 'borrower') {
      notes.push(...(await takeBack(tx, today, paper, reason)));
      if (signedOn !== null) notes.push(...(await takeEffect(tx, today, paper, signedOn)));
    }
    const detail = { number: paper.number, form: paper.form, signatory: key, was, now: signedOn, reason };
    const object = { objectKind: 'document', objectId: String(documentId), householdId: paper.partyId };
    return {
      result: { documentId },
      audit: [{ action: 'repayment.correctSignature', ...object, detail }, ...notes],
    };
  });
}
