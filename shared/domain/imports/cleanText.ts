/** What must not pass silently in a text cell: invisible characters, formulas, characters that a font cannot show. */
import type { CellIssue } from './records';

export type TextRole =
  /** A name or number that identifies: refused when damaged. */
  | 'key'
  /** Anything else: kept as text, told where it could do harm when exported again. */
  | 'note';

export interface CleanText {
  /** Trimmed, without control and zero-width characters. */
  readonly text: string;
  readonly findings: readonly Pick<CellIssue, 'severity' | 'code'>[];
}

/** The bulk of all cells: nothing to look at. */
const HARMLESS = /^[\u4e00-\u9fff0-9A-Za-z（(][\u4e00-\u9fff0-9A-Za-z（）().,，。、；：:·#/_%㎡—〔〕-]*$/;
const ZERO_WIDTH = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const PRIVATE_USE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;
// Assembled from codes: control characters have no place in a literal.
const CONTROL = new RegExp(`[${String.fromCharCode(0)}-${String.fromCharCode(8)}\\v\\f\\u000e-\\u001f\\u007f]`, 'g');
const PHONE = /^\+?[\d\s()-]+$/;
const NONE: CleanText['findings'] = [];

/** Whether there is nothing to clean or to tell: most cells, found by one look. */
export const isHarmless = (raw: string): boolean => HARMLESS.test(raw);

/** `="…"` and a leading apostrophe protect leading zeros from spreadsheets; both are taken off. */
export const unprotected = (text: string): string =>
  text.charCodeAt(0) > 0x3d ? text : text.replace(/^\s*="([^"]*)"\s*$/, '$1').replace(/^\s*'/, '');

/** Codes: `zero-width bidi private-use name-replacement formula-injection`. */
export function cleanText(raw: string, role: TextRole): CleanText {
  if (isHarmless(raw)) return { text: raw, findings: NONE };
  const findings: Pick<CellIssue, 'severity' | 'code'>[] = [];
  const harm = role === 'key' ? 'refuse' : 'warn';
  let text = unprotected(raw);
  if (BIDI.test(text)) findings.push({ severity: 'refuse', code: 'bidi' });
  const visible = text.replace(ZERO_WIDTH, '');
  if (visible !== text) findings.push({ severity: 'warn', code: 'zero-width' });
  text = visible.replace(CONTROL, '').replace(/\r\n?/g, '\n').trim();
  if (text.includes('\ufffd')) findings.push({ severity: harm, code: 'name-replacement' });
  if (PRIVATE_USE.test(text)) findings.push({ severity: 'warn', code: 'private-use' });
  if (/^[=@+-]./.test(text) && !PHONE.test(text)) findings.push({ severity: harm, code: 'formula-injection' });
  return { text, findings };
}

/** A person's or firm's name: no spaces but between Latin words; `changed` when inner ones were taken out. */
export function joinName(text: string): { name: string; changed: boolean } {
  if (!/\s/.test(text)) return { name: text, changed: false };
  const name = text.replace(/\s+/g, ' ').replace(/(?<![A-Za-z.]) | (?![A-Za-z])/g, '');
  return { name, changed: name !== text };
}
