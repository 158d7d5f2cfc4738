/** The interest of a household's loans: terms, and the split until today with every line and rule, or what is missing. */
import type { InterestFile } from '@shared/contract/interest.contract';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { householdInterest } from './householdInterest';
import { loanOfTerms } from './terms.repository';

/** Refuses household-unknown. */
export async function showInterest(
  { clock }: Services,
  { store }: OpenFolder,
  household: number,
): Promise<InterestFile> {
  const db = store.read;
  if (!findParty(db, household)) refuse('household-unknown');
  const today = clock.today();
  const { book } = await rulesInForce(db, today);
  const found = householdInterest(db, book, household, () => today);
  return {
    today,
    loans: [...found].map(([id, { ledger, owed, calledInOn: called, terms, outcome, gap }]) => ({
      ...{ id, contract: loanOfTerms(db, id)?.contract ?? '', asOf: ledger.asOf, dueOn: ledger.dueDate },
      calledInOn: called,
      ...{ annualRate: ledger.annualRate, principal: owed.principal, ledgerInterest: owed.interest },
      ...{ terms, ...outcome, gap },
    })),
  };
}
