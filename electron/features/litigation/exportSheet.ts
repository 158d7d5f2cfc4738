/** The litigation ledger (LED-04) or the control sheet of deadlines, as Excel or PDF to sign (LIT-07, LIT-13, ORG-06). */
import type { CaseFilter } from '@shared/contract/litigationInputs';
import { type Register, register } from '@shared/domain/documents/register';
import { CASE_LEDGER_COLUMNS } from '@shared/domain/litigation/caseLedger';
import { CONTROL_COLUMNS } from '@shared/domain/litigation/caseRegisters';
import { STAGE_WORD } from '@shared/domain/litigation/caseWords';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { ledgerRows } from './ledgerRows';
import { filteredCases, listDeadlines } from './listCases';

export interface SheetInput extends ListInput {
  readonly sheet: 'deadlines' | 'ledger';
  readonly filter: Omit<CaseFilter, 'limit'>;
  /** Of the control sheet. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const VIEW_WORD: Readonly<Record<CaseFilter['view'], string>> = {
  open: '未结案件',
  'without-deadline': '没有期限的案件',
  missed: '逾期的案件',
  closed: '已结案件',
  all: '全部案件',
};

const chosenOf = ({ unit, stages, view, text }: SheetInput['filter']): string =>
  [unit, VIEW_WORD[view], stages.map((stage) => STAGE_WORD[stage]).join('、'), text].filter(Boolean).join('；');

async function ledger({ clock }: Services, { store }: OpenFolder, { filter }: SheetInput): Promise<Register> {
  const today = clock.today();
  const rows = await store.reading(async (db) => ledgerRows(db, await filteredCases(db, today, filter), today));
  const kind = { code: 'LED-04', title: '诉讼案件管理台账', class: 'SECRET', chosen: chosenOf(filter) } as const;
  return register({ ...kind, columns: CASE_LEDGER_COLUMNS }, rows);
}

async function controlSheet(
  services: Services,
  open: OpenFolder,
  { filter, from, until }: SheetInput,
): Promise<Register> {
  const { unit } = filter;
  const { lines } = await open.store.reading(() => listDeadlines(services, open, { from, until, unit, whose: 'all' }));
  const chosen = [unit, `${from}至${until}`].filter(Boolean).join('；');
  return register({ code: '', title: '诉讼期限控制表', class: 'SECRET', chosen, columns: CONTROL_COLUMNS }, lines);
}

/** Refusals in order: path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportSheet(
  services: Services,
  open: OpenFolder,
  input: SheetInput,
): Promise<{ path: string | null; lines: number }> {
  const list = await (input.sheet === 'ledger' ? ledger(services, open, input) : controlSheet(services, open, input));
  const log = { action: 'litigation.exportSheet', detail: { sheet: input.sheet, unit: input.filter.unit } };
  return handOutRegister(services, open, input, list, log);
}
