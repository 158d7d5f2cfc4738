/** What terms that are being typed come to, before they are recorded: interest until today, and how far it is from the ledger's. */
import type { InterestPreview } from '@shared/contract/interest.contract';
import type { InterestTerms } from '@shared/domain/interest/accrual';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { interestBy, ledgerDebts } from './householdInterest';
import { refuseWrongTerms } from './recordTerms';
import { loanOfTerms } from './terms.repository';

/** Refusals in order: loan-unknown, terms-date-wrong {issuedOn, today}, terms-rate-wrong. */
export async function previewTerms(
  { clock }: Services,
  { store }: OpenFolder,
  { loan, ...terms }: InterestTerms & { readonly loan: number },
): Promise<InterestPreview> {
  const db = store.read;
  const today = clock.today();
  const { partyId, issuedOn } = loanOfTerms(db, loan) ?? refuse('loan-unknown');
  refuseWrongTerms(terms, issuedOn, today);
  const { book } = await rulesInForce(db, today);
  const debt = ledgerDebts(db, book, partyId).find(({ ledger }) => ledger.id === loan);
  const { outcome, gap } = interestBy(db, book, present(debt, 'the loan is one of its household'), terms, today);
  return { ...outcome, gap };
}
