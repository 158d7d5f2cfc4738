/** What the borrower's signature does besides his clock, and how it is taken back when it was recorded wrongly. */

import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { AuditNote, WriteTx } from '../../database/store';
import { localDay } from '../../platform/clock';
import { approvalOf } from '../approvals/requireApproved';
import {
  insertAgreement as insertOrder,
  agreementsOf as ordersOf,
  takeBackAgreement as takeBackOrder,
} from '../receipts/agreements.repository';
import { rerun } from '../receipts/rerun';
import { backToApproved, findAgreement, putInForce } from './agreements.repository';
import type { StoredPaper } from './papers.repository';
import { putTermInForce, takeTermBack } from './putTermInForce';
import { loanTerm, termSubject } from './termApproval';
import { findTerm } from './terms.repository';

/** The order agreed holds for receipts from the signing on. Refuses agreement-not-approved, agreement-overlaps {agreedOn}. */
async function agreementSigned(tx: WriteTx, today: string, paper: StoredPaper, id: number, signedOn: CalendarDate) {
  const agreement = findAgreement(tx, id);
  if (agreement?.state !== 'approved') refuse('agreement-not-approved', { state: agreement?.state });
  if (agreement.order === 'statutory') return putInForce(tx, id, signedOn, null);
  const { partyId } = paper;
  const other = ordersOf(tx, partyId).find(({ endedOn }) => endedOn === null || endedOn > signedOn);
  if (other) refuse('agreement-overlaps', { agreedOn: other.agreedOn });
  const order = insertOrder(tx, partyId, signedOn, paper.number);
  putInForce(tx, id, signedOn, order);
  await rerun(tx, today, partyId, { cause: 'agreement', id: order });
}

/** Refuses extension-after-due {dueOn}. */
async function termSigned(tx: WriteTx, id: number): Promise<AuditNote[]> {
  const request = await approvalOf(tx, loanTerm.id, termSubject(id));
  const decidedAt = request?.state === 'approved' ? request.endedAt : null;
  const term = present(findTerm(tx, id), 'a paper of a request has it');
  return putTermInForce(tx, term, decidedAt === null ? null : localDay(decidedAt));
}

/** After the signature was written. Refusals in order: agreement-not-approved, agreement-overlaps, extension-after-due. */
export async function takeEffect(
  tx: WriteTx,
  today: CalendarDate,
  paper: StoredPaper,
  signedOn: CalendarDate,
): Promise<AuditNote[]> {
  if (paper.agreementId !== null) await agreementSigned(tx, today, paper, paper.agreementId, signedOn);
  return paper.termId === null ? [] : termSigned(tx, paper.termId);
}

/** Refuses agreement-not-in-force {state} when the agreement has ended since: what followed from it stays as it was. */
export async function takeBack(
  tx: WriteTx,
  today: CalendarDate,
  paper: StoredPaper,
  reason: string,
): Promise<AuditNote[]> {
  if (paper.agreementId !== null) {
    const agreement = findAgreement(tx, paper.agreementId);
    if (agreement?.state !== 'in-force') refuse('agreement-not-in-force', { state: agreement?.state });
    backToApproved(tx, agreement.id);
    const { orderAgreementId: order } = agreement;
    if (order !== null) {
      takeBackOrder(tx, order);
      await rerun(tx, today, paper.partyId, { cause: 'agreement', id: order });
    }
  }
  if (paper.termId === null) return [];
  return takeTermBack(tx, present(findTerm(tx, paper.termId), 'a paper of a request has it'), reason);
}
