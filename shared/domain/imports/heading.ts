/** Finds where a list begins: its heading of one to three rows, the unit and the date declared above it. */
import { type CalendarDate, calendarDate } from '../../kernel/calendarDate';
import { halfWidth } from './foldText';
import { declaredScale, headingBase, headingScale, KNOWN_HEADINGS } from './headingText';
import type { AmountScale } from './readAmount';
import { monthEnd } from './readDate';
import type { RawCell, SheetLayout, SheetRow } from './sheet';

export interface HeadingColumn {
  /** Zero-based. */
  readonly column: number;
  /** Group first, then the column's own name; one part for a plain heading. */
  readonly parts: readonly string[];
  /** Parts joined by `/`. */
  readonly name: string;
  readonly hidden: boolean;
  /** The unit in the heading itself; null when it names none. */
  readonly scale: AmountScale | null;
}

export interface Heading {
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly columns: readonly HeadingColumn[];
  readonly declaredScale: AmountScale | null;
  readonly asOf: CalendarDate | null;
  /** Title or sheet name says 表外. */
  readonly offBalance: boolean;
}

/** Headings deeper than this are not looked for. */
export const HEADING_SEARCH_ROWS = 60;
const MAX_HEADER_ROWS = 3;

const label = (cell: RawCell | undefined): string =>
  typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : typeof cell === 'number' ? String(cell) : '';

const labels = (row: SheetRow): string[] => Array.from(row.cells, label);

/** A heading is a short word, not a figure, a date or a line such as 填报单位：…. */
const looksLikeHeading = (text: string): boolean =>
  text.length <= 40 &&
  /\p{L}/u.test(text) &&
  !/[:：].+$|^\d[\d.,/-]*$|^\d{4}年/u.test(text.replace(/[（(].*[)）]/, ''));

function knownCount(texts: readonly string[]): number {
  return texts.filter((t) => {
    if (t === '' || !looksLikeHeading(t)) return false;
    return KNOWN_HEADINGS.has(headingBase(t)) || t.split('/').some((part) => KNOWN_HEADINGS.has(headingBase(part)));
  }).length;
}

function isHeadingRow(texts: readonly string[]): boolean {
  const filled = texts.filter((t) => t !== '');
  const known = knownCount(texts);
  if (known < 2 || filled.filter(looksLikeHeading).length < filled.length * 0.8) return false;
  return known >= 4 || known * 2 >= filled.length;
}

/** Row labels with merged groups repeated over their columns. */
function spread(row: SheetRow, below: readonly string[] | null, layout: SheetLayout): string[] {
  const texts = labels(row);
  const width = Math.max(texts.length, below?.length ?? 0);
  while (texts.length < width) texts.push('');
  const merged = layout.merges.filter((m) => m.top <= row.row - 1 && m.bottom >= row.row - 1 && m.right > m.left);
  for (const m of merged) for (let c = m.left + 1; c <= m.right && c < width; c++) texts[c] = texts[m.left] ?? '';
  if (merged.length > 0 || below === null) return texts;
  // Exports without merges leave the group's other columns blank.
  for (let c = 1; c < width; c++) if (texts[c] === '' && below[c] && below[c - 1]) texts[c] = texts[c - 1] as string;
  return texts;
}

/** Whether `next` continues the heading `texts`: words under groups or under blanks, no figures. */
function continues(next: SheetRow, texts: readonly string[], layout: SheetLayout): boolean {
  const below = labels(next);
  const filled = below.flatMap((t, c) => (t !== '' && t !== texts[c] ? [c] : []));
  if (
    filled.length < 2 ||
    filled.some((c) => !looksLikeHeading(below[c] as string) || /\d{3}/.test(below[c] as string))
  )
    return false;
  const inGroup = (c: number): boolean =>
    (texts[c] ?? '') === '' ||
    layout.merges.some(
      (m) => m.top === next.row - 2 && m.bottom === m.top && m.left <= c && m.right >= c && m.right > m.left,
    ) ||
    ((texts[c + 1] ?? '') === '' && (below[c + 1] ?? '') !== '');
  if (filled.filter(inGroup).length * 2 < filled.length) return false;
  const names = filled.map((c) => below[c] as string);
  return knownCount(names) * 2 >= names.length || next.cells.every((cell) => cell === null || typeof cell === 'string');
}

/** A date in a title: 截至20261031, 2026年10月31日, 2026-10-31; a month alone means its last day. */
function titleDate(text: string): CalendarDate | null {
  const half = halfWidth(text).replace(/\s+/g, '');
  const day = /(?<!\d)(\d{4})(?:年|[-/.])?(\d{1,2})(?:月|[-/.])?(\d{2}|(?<=\D)\d)日?(?!\d)/.exec(half);
  const date = day ? calendarDate(Number(day[1]), Number(day[2]), Number(day[3])) : null;
  if (date !== null && date >= '1950' && date < '2100') return date;
  const month = /(?<!\d)((?:19|20)\d{2})(?:年(\d{1,2})月|(0[1-9]|1[0-2])(?!\d))/.exec(half);
  const first = month ? calendarDate(Number(month[1]), Number(month[2] ?? month[3]), 1) : null;
  return first === null ? null : monthEnd(first.slice(0, 7));
}

function joinColumns(header: readonly string[][], layout: SheetLayout): HeadingColumn[] {
  const width = Math.max(...header.map((h) => h.length));
  const columns: HeadingColumn[] = [];
  for (let column = 0; column < width; column++) {
    const parts: string[] = [];
    for (const texts of header) {
      const text = texts[column] ?? '';
      if (text !== '' && parts[parts.length - 1] !== text) parts.push(text);
    }
    if (parts.length === 0) continue;
    const scale = parts.reduceRight<AmountScale | null>((found, part) => found ?? headingScale(part), null);
    columns.push({ column, parts, name: parts.join('/'), hidden: layout.hiddenColumns.includes(column), scale });
  }
  return columns;
}

/** A row of groups right above the first row of known names (资产信息 | 金额信息), when it is one. */
function groupRowAbove(rows: readonly SheetRow[], at: number, layout: SheetLayout): boolean {
  const above = rows[at - 1];
  const own = rows[at] as SheetRow;
  if (above === undefined || above.row !== own.row - 1) return false;
  const texts = labels(above).filter((t) => t !== '');
  const grouped = layout.merges.some((m) => m.top === above.row - 1 && m.bottom === m.top && m.right > m.left);
  return texts.length >= 2 && texts.every(looksLikeHeading) && grouped;
}

/** The heading within the first rows of a sheet; null when there is none (`no-heading`). */
export function findHeading(rows: readonly SheetRow[], layout: SheetLayout): Heading | null {
  const head = rows.slice(0, HEADING_SEARCH_ROWS);
  let at = head.findIndex((row) => isHeadingRow(labels(row)));
  if (at < 0) return null;
  if (groupRowAbove(head, at, layout)) at--;
  let last = at;
  while (last + 1 < head.length && last - at + 1 < MAX_HEADER_ROWS) {
    const next = head[last + 1] as SheetRow;
    if (next.row !== (head[last] as SheetRow).row + 1 || !continues(next, labels(head[last] as SheetRow), layout))
      break;
    last++;
  }
  const headers = head.slice(at, last + 1);
  const spreads = headers.map((row, i) =>
    spread(row, headers[i + 1] ? labels(headers[i + 1] as SheetRow) : null, layout),
  );
  const lines = head.slice(0, at).flatMap((row) => labels(row).filter((t) => t !== ''));
  const titles = [...lines, layout.name];
  const firstOf = <T>(read: (text: string) => T | null): T | null =>
    titles.reduce<T | null>((found, text) => found ?? read(text), null);
  return {
    headerRows: headers.map((row) => row.row),
    firstDataRow: (head[last] as SheetRow).row + 1,
    columns: joinColumns(spreads, layout),
    declaredScale: firstOf(declaredScale),
    asOf: firstOf(titleDate),
    offBalance: titles.some((t) => /表外/.test(t) && !/表内/.test(t)),
  };
}
