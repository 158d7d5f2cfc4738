/** Plans of a household of which instalments are overdue: of extensions in force, and of agreements that are not broken yet. */
import { placed } from '@shared/domain/repayment/agreement';
import { followInstalments } from '@shared/domain/repayment/followUp';
import { type MissedPlan, missedOf } from '@shared/domain/repayment/missedInstalments';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { agreedLoans, agreementsOf, instalmentsOf, paidOfLoans, paidSince } from './agreements.repository';
import { extensionsOf } from './extensions.repository';
import { findTerm, termPlan } from './terms.repository';

function ofAgreements(db: ReadDb, partyId: number, today: CalendarDate): MissedPlan[] {
  return agreementsOf(db, partyId).flatMap(({ id, state, signedOn, graceDays }) => {
    if (state !== 'in-force' || signedOn === null) return [];
    const followed = followInstalments(instalmentsOf(db, id), paidSince(db, id, signedOn), today);
    const loanIds = agreedLoans(db, id).map(({ loanId }) => loanId);
    return missedOf({ kind: 'agreement', loanIds }, followed, graceDays, today) ?? [];
  });
}

function ofExtensions(db: ReadDb, inquiry: Inquiry, partyId: number, today: CalendarDate): MissedPlan[] {
  const inForce = extensionsOf(db, partyId).filter(({ takenBack }) => takenBack === null);
  return inForce.flatMap(({ requestId, agreedOn }) => {
    const term = findTerm(db, requestId);
    if (!term) return [];
    const receipts = paidOfLoans(db, [term.loanId], agreedOn);
    const followed = followInstalments(placed(inquiry, termPlan(db, requestId)), receipts, today);
    return missedOf({ kind: 'extension', loanIds: [term.loanId] }, followed, null, today) ?? [];
  });
}

/** An agreement speaks for its loans, whatever was planned with an extension before. */
export function missedPlans(db: ReadDb, book: RuleBook, partyId: number, today: CalendarDate): MissedPlan[] {
  const agreed = ofAgreements(db, partyId, today);
  const taken = new Set(agreed.flatMap(({ loanIds }) => loanIds));
  const extended = ofExtensions(db, new Inquiry(book), partyId, today);
  return [...agreed, ...extended.filter(({ loanIds }) => loanIds.every((id) => !taken.has(id)))];
}
