/** A reward sheet, the ledger of rewards or the register of liabilities as Excel or PDF (RPT-04, LED-08, ORG-06). */
import {
  LEDGER_COLUMNS,
  LIABILITY_COLUMNS,
  type RegisterColumn,
  registerPaper,
  registerTable,
  SHEET_COLUMNS,
} from '@shared/domain/rewards/rewardRegisters';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { handOutList, type ListInput } from '../documents/handOutList';
import { readBank } from '../users/users.repository';
import { liabilityRows } from './liabilities';
import { findSheet, rewardLedger, sheetLines } from './sheets.repository';

interface ExportInput extends ListInput {
  readonly what: 'sheet' | 'rewards' | 'liabilities';
  readonly id: number | null;
}

interface Register {
  readonly code: string;
  readonly title: string;
  readonly lines: number;
  readonly columns: readonly Pick<RegisterColumn<never>, 'title' | 'kind' | 'width'>[];
  readonly cells: readonly (readonly (string | number | null)[])[];
  readonly table: ReturnType<typeof registerTable>;
}

const register = <Row>(
  code: string,
  title: string,
  columns: readonly RegisterColumn<Row>[],
  rows: readonly Row[],
): Register => ({
  code,
  title,
  lines: rows.length,
  columns,
  cells: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
  table: registerTable(columns, rows),
});

function registerOf(db: ReadDb, today: CalendarDate, { what, id }: ExportInput): Register {
  if (what === 'rewards') return register('LED-08', '清收奖励台账', LEDGER_COLUMNS, rewardLedger(db));
  if (what === 'liabilities')
    return register('LED-LIABILITY', '责任认定及清收台账', LIABILITY_COLUMNS, liabilityRows(db, today));
  const sheet = (id === null ? undefined : findSheet(db, id)) ?? refuse('sheet-unknown');
  const title = `清收奖励计算表（${sheet.from}至${sheet.to}）`;
  return register('DOC-RWD-02', title, SHEET_COLUMNS, sheetLines(db, sheet.id, sheet.run));
}

/** Characters of Excel's default font in a column that is so many mm wide on paper. */
const excelWidth = ({ kind, width }: Pick<RegisterColumn<never>, 'kind' | 'width'>): number =>
  kind === 'amount' ? 16 : Math.max(12, Math.round(width * 0.9));

/** Refusals in order: sheet-unknown, path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportRegister(
  services: Services,
  open: OpenFolder,
  input: ExportInput,
): Promise<{ path: string | null; lines: number }> {
  const today = services.clock.today();
  const db = open.store.read;
  const { code, title, lines, columns, cells, table } = registerOf(db, today, input);
  const path = await handOutList(services, open, title, input, async () => {
    const bank = (await readBank(db)).name;
    const heads = columns.map((column) => ({ title: column.title, kind: column.kind, width: excelWidth(column) }));
    const notes = [title, `${bank}　单位：元　${today}`];
    return {
      paper: registerPaper({ code, title, bank, date: today, madeBy: open.actor.display }, table, lines),
      sheets: [{ name: title, columns: heads, rows: cells, notes }],
      action: 'rewards.exportRegister',
      detail: { register: input.what, lines },
    };
  });
  return { path, lines: path === null ? 0 : lines };
}
