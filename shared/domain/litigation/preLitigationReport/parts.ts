/** Small pieces that every chapter of the report is built from. */
import { type Block, type DataColumn, type DataRow, paragraph, type Run } from '@shared/domain/documents/blocks';
import { NOT_APPLICABLE, noBreak } from '@shared/domain/documents/typesetting';
import { paperDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanGrouped } from '@shared/kernel/money';
import type { FieldId } from './fieldIds';
import { parseAmount, type ReportFields, textOf } from './fields';

/** Typed text as paragraphs: each line of the form is one. */
export const typed = (fields: ReportFields, id: FieldId, before = ''): Block[] =>
  textOf(fields, id)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => paragraph(index === 0 ? before + line : line));

/** Short typed words inside a sentence; a line for ink while they are missing. */
export const words = (value: string): Run => (value === '' ? { blank: 30 } : { text: value });

/** A lead-in with typed text as a sentence, only when there is any: `财产线索：…。` */
export function led(fields: ReportFields, id: FieldId, lead: string): Block[] {
  const words = textOf(fields, id);
  const ended = words === '' || /[。；！？]$/.test(words) ? words : `${words}。`;
  return typed({ ...fields, [id]: ended }, id, `${lead}：`);
}

/** Figures of tables; what is not known prints as not applicable. */
export const cell = (value: Fen | null | undefined): string =>
  value === null || value === undefined ? NOT_APPLICABLE : yuanGrouped(value);

/** A typed amount of a table row with separators; other text as it is. */
export function amountCell(value: string | undefined): string {
  const fen = parseAmount(value ?? '');
  return fen === null ? value || NOT_APPLICABLE : yuanGrouped(fen);
}

export const orDash = (value: string | null | undefined): string => (value ? value : NOT_APPLICABLE);

/** A date in a narrow cell breaks after its year, nowhere else. */
export const dateCell = (date: string | null | undefined): string =>
  date ? paperDate(date).replace(/(?<=年).*/, (day) => noBreak(day)) : NOT_APPLICABLE;

export const column = (label: string, width: number, align: DataColumn['align'] = 'left'): DataColumn => ({
  label,
  width,
  align,
});

export const dataTable = (columns: readonly DataColumn[], rows: readonly DataRow[], total?: DataRow): Block => ({
  kind: 'dataTable',
  columns,
  rows: rows.length > 0 ? rows : [columns.map((_, index) => (index === 0 ? '无' : ''))],
  ...(total ? { total } : {}),
});

export const UNIT_YUAN: Block = { kind: 'note', text: '单位：元', align: 'right' };
