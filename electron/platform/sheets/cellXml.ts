/**
 * One cell of a written sheet. Text always goes out as text: an inline string, in a style with the text format, and with
 * Excel's quote prefix where it begins like a formula, so that editing the cell does not bring it to life either.
 */

import { assert } from '@shared/kernel/assert';
import { epochDay, isCalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';

/**
 * text: shown as it is (ID and contract numbers too) · amount: whole fen, written as 元 or 万元 · date: ISO date ·
 * count: whole number · rate: parts per million, shown as a percentage.
 */
export type ColumnKind = 'text' | 'amount' | 'date' | 'count' | 'rate';

/** A cell's value in the unit of its column. Text that does not fit the column's kind is written as text. */
export type PlainCell = string | number | null;

/** `mark`: fills the cell to draw the eye (the cell that a row was refused for). */
export type WrittenCell = PlainCell | { readonly value: PlainCell; readonly mark?: boolean };

export type AmountUnit = 'yuan' | 'wan';

/** Style indexes of styles.xml (sheetXml.ts); each has its marked twin right behind it. */
export const STYLE = { title: 1, heading: 2, text: 4, quoted: 6, amount: 8, date: 10, count: 12, rate: 14 } as const;

/** What the spreadsheet programs take for the beginning of a formula, half-width or full-width. */
const FORMULA_LIKE = /^(?:[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;

/** Characters that hide, reorder or break text: shown by their number, for a reader cannot see them otherwise. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

const MAX_TEXT = 32_767;

/** `AB` for 27. */
export function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}

/** XML of a cell at `reference` (e.g. `B7`), or '' for an empty one without a mark. */
export function cellXml(reference: string, cell: WrittenCell, kind: ColumnKind, unit: AmountUnit): string {
  const { value, mark } = cell !== null && typeof cell === 'object' ? cell : { value: cell, mark: false };
  const marked = mark ? 1 : 0;
  if (value === null || value === '') return marked ? `<c r="${reference}" s="${STYLE.text + 1}"/>` : '';
  const number = kind === 'text' ? null : numberText(value, kind, unit);
  if (number === null) return textCellXml(reference, String(value), marked);
  return `<c r="${reference}" s="${STYLE[kind] + marked}"><v>${number}</v></c>`;
}

function textCellXml(reference: string, text: string, marked: number): string {
  return stringXml(reference, text, (FORMULA_LIKE.test(text) ? STYLE.quoted : STYLE.text) + marked);
}

export function stringXml(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

/** Decimal text of a number cell, exact to the last fen; null when the value is text. */
function numberText(value: string | number, kind: Exclude<ColumnKind, 'text'>, unit: AmountUnit): string | null {
  if (kind === 'date')
    return typeof value === 'string' && value >= '1900-03-01' && isCalendarDate(value) ? serial(value) : null;
  if (typeof value === 'string') return null;
  assert(Number.isSafeInteger(value), `a whole number for a ${kind} cell`);
  if (kind === 'amount') return unit === 'yuan' ? yuanText(value) : shifted(value, 6);
  return kind === 'rate' ? shifted(value, 6) : String(value);
}

const serial = (date: string): string => String(epochDay(date) + 25_569);

/** A whole number with its decimal point moved `places` to the left. */
function shifted(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function escapeText(text: string): string {
  const visible = text.replace(INVISIBLE, shownByNumber);
  const kept = visible.length > MAX_TEXT ? `${visible.slice(0, MAX_TEXT - 1).replace(/\p{Cs}$/u, '')}…` : visible;
  // A literal _x0041_ would be read back as the letter A.
  return escapeXml(kept.replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x').replace(/\r/g, '_x000D_'));
}

function shownByNumber(character: string): string {
  return `⟨U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
