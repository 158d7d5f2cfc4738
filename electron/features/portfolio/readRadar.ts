/** The limitation radar of a household as of today, asked anew each time: it never shows what a run once found. */
import { assert, present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findParty } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { householdRadar } from './householdRadar';
import { contractsOf } from './portfolioLoans.repository';

/** Refuses household-unknown. */
export async function readRadar(services: Services, { store }: OpenFolder, partyId: number) {
  const db = store.read;
  const asOf = services.clock.today();
  const { book } = await rulesInForce(db, asOf);
  const borrower = findParty(db, partyId) ?? refuse('household-unknown');
  const radar = householdRadar(db, book, borrower, asOf);
  if (radar.loans.length === 0) refuse('household-unknown');
  const contracts = contractsOf(db, partyId);
  const lines = radar.lines.map((line) => ({
    ...line,
    contract: present(contracts.get(line.loanId), 'a line belongs to a loan of the household'),
  }));
  assert(lines.length >= radar.loans.length, 'every loan has a line');
  return { asOf, lines };
}
