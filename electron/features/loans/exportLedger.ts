/**
 * Writes the ledger exactly as seen to an .xlsx file (LOAN-05): same filter, order, columns and unit of amounts, masked
 * like the screen. A second sheet says what was chosen, as of when, by whom and why; every printed page carries who, when
 * and the export's number, and the audit log knows of every export (ORG-06).
 */
import { basename, resolve } from 'node:path';
import type { LedgerRow } from '@shared/contract/loans.contract';
import { DATE_COLUMNS, type LedgerColumn, type LedgerFilter, MONEY_COLUMNS } from '@shared/domain/loans/ledger';
import { filterInWords, LEDGER_TITLES, SHEET_WORDS } from '@shared/domain/loans/ledgerTitles';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import type { OpenFolder } from '../../openFolder';
import { localMinute } from '../../platform/clock';
import { type WrittenSheet, writeTable } from '../../platform/sheets/writeTable';
import type { Services } from '../../services';
import { writeLogged } from '../audit/loggedFile';
import { streamLedger } from './ledgerRows.repository';
import type { LedgerSort } from './ledgerSort';
import { ledgerAsOf } from './ledgerTotals';

export interface ExportInput {
  readonly filter: LedgerFilter;
  readonly sort: LedgerSort;
  readonly columns: readonly LedgerColumn[];
  /** In the order of the columns; a missing one is named in Chinese. */
  readonly titles: readonly string[];
  readonly amountUnit: 'yuan' | 'wan';
  readonly reason: string;
  /** null: a save dialog asks. */
  readonly path: string | null;
}

/** `path` null: the person cancelled. Refusals: filter-invalid, path-unwritable, export-too-long. */
export async function exportLedger(
  services: Services,
  open: OpenFolder,
  input: ExportInput,
): Promise<{ path: string | null; rows: number }> {
  const path = input.path === null ? await askPath(services) : resolve(input.path);
  if (path === null) return { path: null, rows: 0 };
  const counter = { rows: 0 };
  const asOf = await open.store.reading(ledgerAsOf);
  const number = exportNumber(services.clock.now());
  const sheets = [ledgerSheet(open, input, counter), noteSheet(services, open, input, { number, asOf }, counter)];
  const { display, name } = open.actor;
  const watermark = `${display} ${name} ${localMinute(services.clock.now())} 导出编号 ${number}`;
  const write = () => writeTable(path, { sheets, watermark });
  await writeLogged(open, path, write, () => auditNote(input, path, { number, rows: counter.rows }));
  return { path, rows: counter.rows };
}

/** By the time, to the millisecond: nothing has to be counted for it, and the log row says the same. */
const exportNumber = (at: Date): string => at.toISOString().replace(/\D/g, '');

function askPath(services: Services): Promise<string | null> {
  return services.host.chooseSavePath({
    title: '导出明细台账',
    defaultName: `明细台账_${services.clock.today()}.xlsx`,
    filters: [{ name: 'Excel', extensions: ['xlsx'] }],
  });
}

function ledgerSheet(open: OpenFolder, input: ExportInput, counter: { rows: number }): WrittenSheet {
  const columns = input.columns.map((column, index) => ({
    title: input.titles[index] || LEDGER_TITLES[column],
    width: widthOf(column),
    kind: MONEY_COLUMNS.includes(column)
      ? ('amount' as const)
      : DATE_COLUMNS.includes(column)
        ? ('date' as const)
        : ('text' as const),
  }));
  async function* rows() {
    for await (const row of streamLedger(open.store, input)) {
      counter.rows += 1;
      yield input.columns.map((column) => cellOf(row, column));
    }
  }
  return { name: '明细台账', columns, rows: rows(), amountUnit: input.amountUnit };
}

const cellOf = (row: LedgerRow, column: LedgerColumn) => (column === 'sheet' ? SHEET_WORDS[row.sheet] : row[column]);

/** In characters of the default font. */
function widthOf(column: LedgerColumn): number {
  if (MONEY_COLUMNS.includes(column)) return 16;
  if (column === 'contract' || column === 'address' || column === 'collateral') return 32;
  return column === 'idNumber' || column === 'borrower' || column === 'guarantors' ? 22 : 14;
}

/** Written after the ledger, so that the count is known. */
function noteSheet(
  services: Services,
  open: OpenFolder,
  input: ExportInput,
  { number, asOf }: { number: string; asOf: string },
  counter: { rows: number },
): WrittenSheet {
  function* rows(): Generator<readonly [string, string]> {
    for (const [index, line] of filterInWords(input.filter).entries()) yield [index === 0 ? '筛选条件' : '', line];
    yield ['排序', `${LEDGER_TITLES[input.sort.column]}（${input.sort.descending ? '降序' : '升序'}）`];
    yield ['笔数', String(counter.rows)];
    yield ['金额单位', input.amountUnit === 'wan' ? '万元' : '元'];
    yield ['数据日期', asOf];
    yield ['导出人', `${open.actor.display}（${open.actor.unit}）`];
    yield ['导出时间', localMinute(services.clock.now())];
    yield ['导出编号', number];
    yield ['用途', input.reason];
    yield ['保密', '商业秘密 内部使用，不得外传'];
  }
  const columns = [
    { title: '项目', width: 14, kind: 'text' as const },
    { title: '内容', width: 80, kind: 'text' as const },
  ];
  return { name: '导出说明', columns, rows: rows() };
}

/** Names and searched texts can be personal data: the log keeps which columns were asked, and values of the others only. */
function auditNote(input: ExportInput, path: string, { number, rows }: { number: string; rows: number }) {
  const conditions = input.filter.conditions.map((each) =>
    each.column === 'borrower' || each.column === 'actualUser' ? { ...each, values: ['***'] } : each,
  );
  const filter = input.filter.text ? { text: '***', conditions } : { conditions };
  const { sort, columns } = input;
  const detail = { number, rows, reason: maskNumbersIn(input.reason), filter, sort, columns };
  return { action: 'loans.export', objectKind: 'file', objectId: basename(path), detail };
}
