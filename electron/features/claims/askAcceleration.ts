/** Asks to call in a loan that is not due yet; its notice (DOC-REC-02A) goes out once that is approved. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { submitRequest } from '../approvals/submitRequest';
import { named, owedLoans } from '../dunning/owedLoans';
import { rulesInForce } from '../rules/rulesInForce';
import { accelerationApproval, accelerationSubject } from './accelerationApproval';
import { accelerationsOf, insertAcceleration } from './accelerations.repository';

export interface AccelerationInput {
  readonly household: number;
  readonly loan: number;
  readonly clause: string;
  readonly breach: string;
}

/** Refusals in order: loan-unknown, nothing-owed, loan-due {dueOn}, acceleration-open {id}, rule-not-in-force, authority-missing. */
export async function askAcceleration(
  { clock }: Services,
  open: OpenFolder,
  { household, loan: loanId, clause, breach }: AccelerationInput,
): Promise<{ id: number; approval: number }> {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { book } = await rulesInForce(tx, today);
    const owing = owedLoans(tx, book, household, () => today).filter(({ id }) => id === loanId);
    const loan = owing[0] ?? refuse('loan-unknown', { loan: loanId });
    const owed = named(owing).reduce((sum, { balance, interest }) => sum + balance + interest, 0);
    if (owed <= 0) refuse('nothing-owed');
    if (loan.dueOn !== null && loan.dueOn <= today) refuse('loan-due', { dueOn: loan.dueOn });
    const before = accelerationsOf(tx, household).find((each) => each.loanId === loanId && each.state !== 'refused');
    if (before) refuse('acceleration-open', { id: before.id });
    const id = await insertAcceleration(tx, { partyId: household, loanId, clause, breach, owed });
    const asked = await submitRequest(tx, today, accelerationApproval, {
      subject: accelerationSubject(id),
      title: `提前到期 ${loan.contractNo}`,
      partyId: household,
      unitId: loan.unitId,
      facts: { amount: owed },
      amount: owed,
    });
    const detail = { household: householdNumber(household), contract: loan.contractNo, clause, amount: yuanText(owed) };
    const audit = { action: 'claims.askAcceleration', objectKind: 'acceleration', objectId: String(id), detail };
    return { result: { id, approval: asked.id }, audit: [{ ...audit, householdId: household }, ...asked.notes] };
  });
}
