/** Asks asset preservation to agree to a pre-suit notice; before that negotiation must have been tried often enough (REC-07). */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { negotiationsIn } from '@shared/domain/measures/householdState';
import { negotiationRecord } from '@shared/domain/repayment/preSuit';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { submitRequest } from '../approvals/submitRequest';
import { impressionsOf } from '../contacts/contacts.repository';
import { named } from '../dunning/owedLoans';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { owedUntil } from './gatherDebt';
import { insertPreSuit, newestPreSuit } from './preSuit.repository';
import { preSuitNotice, preSuitSubject } from './preSuitApproval';

export interface PreSuitInput {
  readonly household: number;
  readonly reason: string;
}

/**
 * Refusals in order: household-unknown, nothing-owed, negotiations-few {held, needed} with its article, pre-suit-open {id},
 * rule-not-in-force, authority-missing.
 */
export async function askPreSuit(
  { clock }: Services,
  open: OpenFolder,
  { household, reason }: PreSuitInput,
): Promise<{ id: number; approval: number }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    if (!findParty(tx, household)) refuse('household-unknown');
    const loans = named(await owedUntil(tx, household, today));
    const owed = loans.reduce((sum, { balance, interest }) => sum + balance + interest, 0);
    if (owed <= 0) refuse('nothing-owed');
    const { book } = await rulesInForce(tx, today);
    const { held, needed, article } = negotiationRecord(
      new Inquiry(book),
      negotiationsIn(impressionsOf(tx, household)),
      today,
    );
    if (held < needed) refuse('negotiations-few', { held, needed }, article);
    const before = newestPreSuit(tx, household);
    if (before?.state === 'open') refuse('pre-suit-open', { id: before.id });
    const id = await insertPreSuit(tx, { partyId: household, negotiations: held, owed, reason });
    const asked = await submitRequest(tx, today, preSuitNotice, {
      subject: preSuitSubject(id),
      title: `诉前告知 ${householdNumber(household)}`,
      partyId: household,
      unitId: tx.actor.unitId,
      facts: { measure: 'pre-suit-notice' },
      amount: owed,
    });
    const detail = { negotiations: held, amount: yuanText(owed) };
    const audit = { action: 'repayment.askPreSuit', objectKind: 'pre-suit-request', objectId: String(id), detail };
    return { result: { id, approval: asked.id }, audit: [{ ...audit, householdId: household }, ...asked.notes] };
  });
}
