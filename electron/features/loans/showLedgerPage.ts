/** A page of the ledger for the screen; whoever looks at one will filter, sum and turn over next, so that is prepared. */
import type { OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { warmLedger } from './ledgerMemory.repository';
import type { PageRequest } from './ledgerPage.repository';
import { ledgerPage } from './ledgerRows.repository';

/** Refusals: filter-invalid, cursor-invalid. */
export async function showLedgerPage(services: Services, { store }: OpenFolder, request: PageRequest) {
  const page = await ledgerPage(store.read, request);
  warmLedger(store).catch((error) => services.log(`ledger not read ahead: ${faultText(error)}`));
  return page;
}
