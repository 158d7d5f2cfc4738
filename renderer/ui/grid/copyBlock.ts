/** The block Ctrl+C puts on the clipboard: pastes into a spreadsheet with IDs as text and no cell read as a formula. */
import type { GridColumn } from './gridTypes';

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').trim();

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A text that a spreadsheet would calculate gets a leading apostrophe, the sheets' own mark for "text". */
const unformula = (text: string): string => (/^[=+@]/.test(text) || /^-(?![\d.]+$)/.test(text) ? `'${text}` : text);

interface Cell {
  readonly text: string;
  readonly isText: boolean;
}

function cells<Row>(columns: readonly GridColumn<Row>[], row: Row): Cell[] {
  return columns.map(({ kind, copy }) => {
    const figure = kind === 'amount' || kind === 'count';
    const text = oneLine(copy?.(row) ?? '');
    // Separators and the typographic minus are for people; a sheet wants a plain number.
    return figure
      ? { text: text.replace(/,/g, '').replace('\u2212', '-'), isText: false }
      : { text: unformula(text), isText: true };
  });
}

/**
 * Rows as tab-separated text and as an HTML table. The HTML carries the text format for every column that is no
 * figure, which spreadsheets honour: an 18-digit ID keeps its digits.
 */
export function copyBlock<Row>(
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
): { text: string; html: string } {
  const copied = columns.filter((column) => column.copy);
  const heading: Cell[] = copied.map(({ title }) => ({ text: oneLine(title), isText: true }));
  const table = [heading, ...rows.map((row) => cells(copied, row))];
  const td = ({ text, isText }: Cell): string =>
    `<td${isText ? ` style='mso-number-format:"\\@"'` : ''}>${escapeHtml(text)}</td>`;
  return {
    text: table.map((line) => line.map(({ text }) => text).join('\t')).join('\r\n'),
    html: `<table>${table.map((line) => `<tr>${line.map(td).join('')}</tr>`).join('')}</table>`,
  };
}
