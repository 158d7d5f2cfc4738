/**
 * Approved and signed, in whichever order: then an extension moves the due date, and re-lending may be done in the core banking
 * system. Taken back with the signature.
 */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { AuditNote, WriteTx } from '../../database/store';
import { insertExtension, reverseExtension } from './extensions.repository';
import { type StoredTerm, setTermState } from './terms.repository';

const noteOf = (action: string, { id, partyId, kind, contract, newDueOn }: StoredTerm, more: object): AuditNote => ({
  ...{ action, objectKind: 'loan-term', objectId: String(id), householdId: partyId },
  detail: { kind, contract, newDueOn, ...more },
});

/**
 * Nothing happens while one of the two is missing. `decidedOn`: the day of the approval; null: there is none. Refuses
 * extension-after-due {dueOn} when either comes after the due date: there is nothing left to extend.
 */
export function putTermInForce(tx: WriteTx, term: StoredTerm, decidedOn: CalendarDate | null): AuditNote[] {
  const { kind, signedOn, dueOn } = term;
  const agreedOn = [decidedOn, signedOn].reduce<CalendarDate>((later, day) => (day && day > later ? day : later), '');
  if (kind === 'extension' && agreedOn > dueOn) refuse('extension-after-due', { dueOn }, term.article);
  if (term.state !== 'approved' || signedOn === null) return [];
  setTermState(tx, term.id, 'in-force');
  if (kind === 'extension') insertExtension(tx, term, agreedOn);
  return [noteOf('repayment.termInForce', term, { agreedOn })];
}

/** Back to what it was before the signature. */
export function takeTermBack(tx: WriteTx, term: StoredTerm, reason: string): AuditNote[] {
  if (term.state !== 'in-force') return [];
  setTermState(tx, term.id, 'approved');
  if (term.kind === 'extension') reverseExtension(tx, term, reason);
  return [noteOf('repayment.termTakenBack', term, { reason })];
}
