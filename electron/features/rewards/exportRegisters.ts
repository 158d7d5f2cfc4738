/** A reward sheet, the ledger of rewards or the register of liabilities as Excel or PDF (RPT-04, LED-07, LED-08, ORG-06). */
import { type Register, register } from '@shared/domain/documents/register';
import { LEDGER_COLUMNS, LIABILITY_COLUMNS, SHEET_COLUMNS } from '@shared/domain/rewards/rewardRegisters';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { liabilityRows } from './liabilities';
import { findSheet, rewardLedger, sheetLines } from './sheets.repository';

interface ExportInput extends ListInput {
  readonly what: 'sheet' | 'rewards' | 'liabilities';
  readonly id: number | null;
}

function registerOf(db: ReadDb, today: CalendarDate, { what, id }: ExportInput): Register {
  if (what === 'rewards')
    return register({ code: 'LED-08', title: '清收奖励台账', columns: LEDGER_COLUMNS }, rewardLedger(db));
  if (what === 'liabilities') {
    const kind = { code: 'LED-07', title: '责任贷款台账', class: 'SECRET', columns: LIABILITY_COLUMNS } as const;
    return register(kind, liabilityRows(db, today));
  }
  const sheet = (id === null ? undefined : findSheet(db, id)) ?? refuse('sheet-unknown');
  const title = `清收奖励计算表（${sheet.from}至${sheet.to}）`;
  return register({ code: 'DOC-RWD-02', title, columns: SHEET_COLUMNS }, sheetLines(db, sheet.id, sheet.run));
}

/** Refusals in order: sheet-unknown, path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportRegister(
  services: Services,
  open: OpenFolder,
  input: ExportInput,
): Promise<{ path: string | null; lines: number }> {
  const list = registerOf(open.store.read, services.clock.today(), input);
  const log = { action: 'rewards.exportRegister', detail: { register: input.what } };
  return handOutRegister(services, open, input, list, log);
}
