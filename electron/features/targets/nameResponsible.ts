/** Naming the person who answers for a loan, with a deadline; the rules say how it is recovered and what follows (TEAM-06). */
import { formationDay, recoveryMode } from '@shared/domain/targets/responsibility';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { formedLoan, insertResponsibility } from './responsibility.repository';

export const IRREGULAR_RULE = 'liability/irregular-lending';

interface Named {
  readonly loanId: number;
  readonly person: string;
  readonly deadline: CalendarDate;
  /** Item of the rule of irregular lending; null: none. */
  readonly irregularity: string | null;
  readonly reason: string;
}

/** Refusals in order: loan-unknown, formation-unknown, irregularity-unknown, deadline-past, rule-not-in-force. */
export async function nameResponsible({ clock }: Services, open: OpenFolder, input: Named) {
  const today = clock.today();
  const { loanId, person, deadline, irregularity, reason } = input;
  return open.store.write(open.actor, async (tx) => {
    const loan = formedLoan(tx, loanId) ?? refuse('loan-unknown');
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    const mode = recoveryMode(inquiry, formationDay(loan), today) ?? refuse('formation-unknown');
    if (irregularity !== null && !inquiry.items(IRREGULAR_RULE, today).has(irregularity))
      refuse('irregularity-unknown', { irregularity });
    if (deadline < today) refuse('deadline-past', { deadline });
    const found = { mode: mode.mode, consequence: mode.consequence, trace: inquiry.trace };
    insertResponsibility(tx, { loanId, person, deadline, irregularity, reason, ...found });
    const audit = {
      action: 'targets.nameResponsible',
      objectKind: 'loan',
      objectId: String(loanId),
      householdId: loan.partyId,
      detail: { mode: mode.mode, deadline, consequence: mode.consequence, irregularity },
      after: input,
    };
    return { result: { mode: mode.mode }, audit };
  });
}
