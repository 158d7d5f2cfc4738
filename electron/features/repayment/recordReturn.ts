/** A signed paper came back: who signed it and when. The borrower's signature puts what was approved in force. */
import type { Reply } from '@shared/domain/repayment/signatories';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { readPaper, recordReply, recordSignature, type StoredPaper, signatoriesOf } from './papers.repository';
import { takeEffect } from './signatureEffects';

export interface ReturnInput {
  readonly documentId: number;
  readonly rev: number;
  readonly signatures: readonly { readonly key: string; readonly signedOn: CalendarDate }[];
  readonly reply: Reply | null;
  readonly difference: string | null;
}

function refuseReturn(paper: StoredPaper, { rev, signatures, reply, difference }: ReturnInput, today: string): void {
  if (paper.rev !== rev) refuse('stale-version', { document: paper.documentId });
  if (paper.voided === 1) refuse('paper-voided', { number: paper.number });
  if (signatures.length === 0) refuse('signature-missing');
  const wrong = signatures.find(({ signedOn }) => signedOn < paper.issuedOn || signedOn > today);
  if (wrong) refuse('signature-date-wrong', { signedOn: wrong.signedOn, issuedOn: paper.issuedOn });
  const asks = paper.form === 'DOC-REC-07';
  if (asks && (reply === null || (reply === 'differs') !== (difference !== null))) refuse('reply-missing');
}

/**
 * Refusals in order: paper-unknown, stale-version, paper-voided, signature-missing, signature-date-wrong, reply-missing,
 * signatory-unknown, agreement-not-approved, agreement-overlaps, extension-after-due.
 */
export async function recordReturn(
  { clock }: Services,
  open: OpenFolder,
  input: ReturnInput,
): Promise<{ documentId: number }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const paper = readPaper(tx, input.documentId);
    refuseReturn(paper, input, today);
    for (const { key, signedOn } of input.signatures) recordSignature(tx, paper.documentId, key, signedOn);
    recordReply(tx, paper, input.rev, paper.form === 'DOC-REC-07' ? input.reply : null, input.difference);
    const borrower = input.signatures.find(({ key }) => key === 'borrower');
    const notes = borrower ? await takeEffect(tx, today, paper, borrower.signedOn) : [];
    const signed = new Set(input.signatures.map(({ key }) => key));
    const names = new Set(
      signatoriesOf(tx, paper.documentId).flatMap(({ key, role }) => (signed.has(key) ? [role] : [])),
    );
    const detail = { number: paper.number, form: paper.form, signed: [...names].join('、'), reply: input.reply };
    const object = { objectKind: 'document', objectId: String(paper.documentId), householdId: paper.partyId };
    const audit = { action: 'repayment.recordReturn', ...object, detail };
    return { result: { documentId: paper.documentId }, audit: [audit, ...notes] };
  });
}
