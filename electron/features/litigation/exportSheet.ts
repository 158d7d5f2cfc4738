/** The litigation ledger (LED-04), its cards, or the control sheet of deadlines, as Excel or PDF to sign (LIT-07, LIT-13, ORG-06). */
import type { CaseFilter } from '@shared/contract/litigationInputs';
import { type Register, register } from '@shared/domain/documents/register';
import { caseCards } from '@shared/domain/litigation/caseCards';
import { CASE_LEDGER_COLUMNS, type LedgerRow } from '@shared/domain/litigation/caseLedger';
import { CONTROL_COLUMNS } from '@shared/domain/litigation/caseRegisters';
import { STAGE_WORD } from '@shared/domain/litigation/caseWords';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { handOutList, type ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { readBank } from '../users/users.repository';
import { ledgerRows } from './ledgerRows';
import { filteredCases, listDeadlines } from './listCases';

export interface SheetInput extends ListInput {
  /** cards: PDF alone. */
  readonly sheet: 'deadlines' | 'ledger' | 'cards';
  readonly filter: Omit<CaseFilter, 'limit'>;
  /** Of the control sheet. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

interface Exported {
  readonly path: string | null;
  readonly lines: number;
}

const logged = ({ sheet, filter }: SheetInput) => ({
  action: 'litigation.exportSheet',
  detail: { sheet, unit: filter.unit },
});

const VIEW_WORD: Readonly<Record<CaseFilter['view'], string>> = {
  open: '未结案件',
  'without-deadline': '没有期限的案件',
  missed: '逾期的案件',
  closed: '已结案件',
  all: '全部案件',
};

const chosenOf = ({ unit, stages, view, text }: SheetInput['filter']): string =>
  [unit, VIEW_WORD[view], stages.map((stage) => STAGE_WORD[stage]).join('、'), text].filter(Boolean).join('；');

function rowsOf({ clock }: Services, { store }: OpenFolder, { filter }: SheetInput): Promise<LedgerRow[]> {
  const today = clock.today();
  return store.reading(async (db) => ledgerRows(db, await filteredCases(db, today, filter), today));
}

async function ledger(services: Services, open: OpenFolder, input: SheetInput): Promise<Register> {
  const { filter } = input;
  const rows = await rowsOf(services, open, input);
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

async function cards(services: Services, open: OpenFolder, input: SheetInput): Promise<Exported> {
  const rows = await rowsOf(services, open, input);
  const path = await handOutList(services, open, '诉讼案件卡片', input, async () => {
    const { name: bank } = await readBank(open.store.read);
    return {
      paper: caseCards(rows, { bank, date: services.clock.today(), madeBy: open.actor.display }),
      sheets: [],
      ...logged(input),
    };
  });
  return { path, lines: path === null ? 0 : rows.length };
}

/** Refusals in order: path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportSheet(services: Services, open: OpenFolder, input: SheetInput): Promise<Exported> {
  if (input.sheet === 'cards') return cards(services, open, input);
  const list = await (input.sheet === 'ledger' ? ledger(services, open, input) : controlSheet(services, open, input));
  return handOutRegister(services, open, input, list, logged(input));
}
