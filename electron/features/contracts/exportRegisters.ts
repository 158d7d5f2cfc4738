/** Contracts with their accounts, a tender, or the sheet on its borrowers as Excel or PDF (RPT-04, ORG-06, DOC-DSP-08). */
import {
  CONTRACT_COLUMNS,
  type ContractRegisterRow,
  DEPOSIT_COLUMNS,
  SITUATION_COLUMNS,
  TENDER_COLUMNS,
} from '@shared/domain/contracts/contractRegisters';
import { contractAccount } from '@shared/domain/contracts/contractTerms';
import { suggested } from '@shared/domain/contracts/situationPaper';
import { type Register, register } from '@shared/domain/documents/register';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { entriesOf, listContracts } from './contracts.repository';
import { earnings, showTender } from './showContracts';
import { tenderSituations } from './situation.repository';

interface ExportInput extends ListInput {
  readonly what: 'contracts' | 'tender' | 'deposits' | 'situations';
  /** Of the tender. */
  readonly id: number | null;
}

async function contractRows(db: ReadDb, today: CalendarDate): Promise<ContractRegisterRow[]> {
  const rows: ContractRegisterRow[] = [];
  for (const contract of listContracts(db)) {
    const { recovered, earned } = await earnings(db, contract, today);
    rows.push({ ...contract, recovered, account: contractAccount(contract.bond, earned, entriesOf(db, contract.id)) });
  }
  return rows;
}

async function registerOf(services: Services, open: OpenFolder, { what, id }: ExportInput): Promise<Register> {
  const db = open.store.read;
  const today = services.clock.today();
  if (what === 'contracts')
    return register(
      { code: 'LED-CONTRACT', title: '承包、委托和代理清收台账', columns: CONTRACT_COLUMNS },
      await contractRows(db, today),
    );
  const tender = showTender(services, open, id ?? refuse('tender-unknown'));
  if (what === 'tender') {
    const packages = tender.packages.map((each) => ({ ...each, loans: each.loans.length }));
    const kind = { code: 'LED-TENDER', title: `竞标登记表（${tender.title}）`, columns: TENDER_COLUMNS };
    return register(kind, packages);
  }
  if (what === 'deposits')
    return register(
      { code: 'LED-DEPOSIT', title: `竞标定金登记簿（${tender.title}）`, columns: DEPOSIT_COLUMNS },
      tender.bidders,
    );
  const rows = tenderSituations(db, tender.id).map(({ status, borrowerStatus, ...loan }) => {
    const written = [borrowerStatus, status];
    return { ...loan, ...suggested({ written, loans: [loan] }) };
  });
  const title = `借款人借款情况说明表（${tender.title}）`;
  return register({ code: 'DOC-DSP-08', title, class: 'SECRET', columns: SITUATION_COLUMNS }, rows);
}

/** Refusals in order: tender-unknown, rule-not-in-force, path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportRegister(
  services: Services,
  open: OpenFolder,
  input: ExportInput,
): Promise<{ path: string | null; lines: number }> {
  const list = await registerOf(services, open, input);
  const log = { action: 'contracts.exportRegister', detail: { register: input.what } };
  return handOutRegister(services, open, input, list, log);
}
