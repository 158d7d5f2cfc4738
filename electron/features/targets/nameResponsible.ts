/** Naming the person who answers for a loan, with a deadline; the rules say how it is recovered and what follows (TEAM-06). */
import { formationDay, type Mode, recoveryMode } from '@shared/domain/targets/responsibility';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { type FormedLoan, formedLoan, insertResponsibility } from './responsibility.repository';

interface Named {
  readonly loanId: number;
  readonly person: string;
  readonly deadline: CalendarDate;
  readonly reason: string;
}

/** Part of naming, and of a decision in the register of liabilities that appoints (RWD-04; null: none). Refusals in order: loan-unknown, formation-unknown, rule-not-in-force. */
export async function appoint(
  tx: WriteTx,
  today: CalendarDate,
  { loanId, person, deadline, reason }: Named,
  liabilityId: number | null,
): Promise<{ mode: Mode; consequence: string; loan: FormedLoan }> {
  const loan = formedLoan(tx, loanId) ?? refuse('loan-unknown');
  const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
  const found = recoveryMode(inquiry, formationDay(loan), today, loan.isIrregular) ?? refuse('formation-unknown');
  const { mode, consequence } = found;
  insertResponsibility(tx, { loanId, person, deadline, reason, mode, consequence, liabilityId, trace: inquiry.trace });
  return { mode, consequence, loan };
}

/** Refusals in order: deadline-past, those of appoint. */
export async function nameResponsible({ clock }: Services, open: OpenFolder, input: Named) {
  const today = clock.today();
  const { loanId, deadline } = input;
  return open.store.write(open.actor, async (tx) => {
    if (deadline < today) refuse('deadline-past', { deadline });
    const { mode, consequence, loan } = await appoint(tx, today, input, null);
    const audit = {
      action: 'targets.nameResponsible',
      objectKind: 'loan',
      objectId: String(loanId),
      householdId: loan.partyId,
      detail: { mode, deadline, consequence },
      after: input,
    };
    return { result: { mode }, audit };
  });
}
