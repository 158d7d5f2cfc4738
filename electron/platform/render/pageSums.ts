/**
 * Page subtotal and running total of a ledger that goes over several pages (documents.md §6), in two lines under the table:
 * which rows stand on a page is known only when it is laid out.
 */
import type { PageSum, PaperDocument } from '@shared/domain/documents/blocks';
import { mm, PAGE, SIZE } from '@shared/domain/documents/typesetting';
import { yuanGrouped } from '@shared/kernel/money';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import { textWidth } from '../fonts/glyphs';
import { inkText } from './pdfInk';
import { extents } from './pdfLayoutCheck';
import type { PaperPdf } from './pdfmakeEngine';

export interface PageSums {
  readonly subtotal: string;
  readonly running: string;
}

const sumOf = (fen: PageSum['fen'], rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + (fen[row] ?? 0), 0);

const said = (title: string, sums: readonly PageSum[], rows: readonly number[]): string =>
  [title, ...sums.map(({ label, fen }) => `${label} ${yuanGrouped(sumOf(fen, rows))}`)].join('　');

/** By page (from 0); a table on one page has its total alone. */
export function pageSums(document: PaperDocument, pages: readonly Page[]): Map<number, PageSums> {
  const found = new Map<number, PageSums>();
  for (const [index, { first, last, rows }] of extents(pages)) {
    const block = document.blocks[index];
    if (block?.kind !== 'dataTable' || !block.pageSums || first === last) continue;
    const begun: number[] = [];
    for (let page = first; page <= last; page++) {
      const here = [...rows].filter(([row, at]) => at === page && row < block.rows.length).map(([row]) => row);
      begun.push(...here);
      found.set(page, {
        subtotal: said('本页小计', block.pageSums, here),
        running: said('累　　计', block.pageSums, begun),
      });
    }
  }
  return found;
}

/** Under the type area, over the page number; smaller where many columns are added up. */
export function drawPageSums(pdf: PaperPdf, document: PaperDocument, { subtotal, running }: PageSums): void {
  const layout = PAGE[document.layout];
  const area = pdf.page.width - mm(layout.left + layout.right);
  const widest = (size: number) => Math.max(...[subtotal, running].map((line) => textWidth(line, 'song', false, size)));
  const size = [SIZE.xiaoFive, SIZE.six].find((step) => widest(step) <= area) ?? 6;
  for (const [at, line] of [subtotal, running].entries()) {
    const y = pdf.page.height - mm(layout.bottom - 1.8 - at * 3.4);
    inkText(pdf, line, mm(layout.left), y, { role: 'song', size });
  }
}
