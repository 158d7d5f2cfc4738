/**
 * Marks laid over the finished pages (documents.md §0.4, §0.5, §2.4, §6): page numbers and sums, class, watermark, draft, reprint.
 * They never take part in the layout, so preview, paper and archive copy are equal apart from them.
 */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { shownKey } from '@shared/domain/documents/paperCode';
import { CLASS_MARK, DRAFT_MARK, mm, PAGE, SIZE } from '@shared/domain/documents/typesetting';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import { textWidth } from '../fonts/glyphs';
import { type CodeMark, pageCode } from '../paperCodes';
import { drawPageSums, pageSums } from './pageSums';
import { inkCentred, inkText } from './pdfInk';
import type { PaperPdf } from './pdfmakeEngine';
import type { Origin } from './pdfText';
import { drawQr } from './qrCode';

export interface PrintMarks {
  /** Crosses every page of a preview with 草稿 不得对外使用. */
  readonly draft?: boolean;
  /** The allocated number; without it the paper shows 〔编号待发〕. */
  readonly number?: string;
  /** `{name} {staff no} {yyyy-MM-dd HH:mm} 第n次打印`, diagonal every 70 mm. */
  readonly watermark?: string;
  /** n > 1 prints 重印 第n次. */
  readonly reprint?: number;
  /** A code on every page, by which a scan that comes back is known. */
  readonly code?: CodeMark;
}

const GREY_12 = 0.12;

function diagonal(pdf: PaperPdf, draw: (width: number, height: number) => void, opacity: number): void {
  const { width, height } = pdf.page;
  pdf.save();
  pdf.rotate(-45, { origin: [width / 2, height / 2] });
  pdf.opacity(opacity);
  draw(width, height);
  pdf.restore();
  pdf.opacity(1);
}

/** 14 pt, 12 % grey, rows 70 mm apart over the whole turned page. */
function watermark(pdf: PaperPdf, content: string): void {
  const style = { role: 'song', size: SIZE.four } as const;
  const step = textWidth(content, style.role, false, style.size) + mm(25);
  diagonal(
    pdf,
    (width, height) => {
      const reach = Math.hypot(width, height) / 2;
      for (let y = -reach; y <= reach; y += mm(70)) {
        for (let x = -reach; x <= reach; x += step) inkText(pdf, content, width / 2 + x, height / 2 + y, style);
      }
    },
    GREY_12,
  );
}

function draft(pdf: PaperPdf): void {
  const style = { role: 'hei', size: SIZE.chu } as const;
  diagonal(pdf, (width, height) => inkCentred(pdf, DRAFT_MARK, width / 2, height / 2, style), 0.16);
}

/** Official papers: “— 1 —” 7 mm under the type area, odd right, even left, one character in. Letters: 第1页 共2页. */
function pageNumber(pdf: PaperPdf, document: PaperDocument, page: number, pages: number): void {
  const layout = PAGE[document.layout];
  const style = { role: 'song', size: SIZE.four } as const;
  const y = pdf.page.height - mm(layout.bottom - 7) + SIZE.four / 2;
  if (document.class === 'OUT' || document.layout !== 'official') {
    inkCentred(pdf, `第${page}页 共${pages}页`, pdf.page.width / 2, y, { role: 'song', size: SIZE.xiaoFive });
    return;
  }
  const content = `— ${page} —`;
  const width = textWidth(content, style.role, false, style.size);
  const right = pdf.page.width - mm(layout.right) - SIZE.four - width;
  inkText(pdf, content, page % 2 === 1 ? right : mm(layout.left) + SIZE.four, y, style);
}

/** Side of the code with its quiet zone, and its place: outside the type area, top right (§3). */
const CODE_SIDE = 18;
const CODE_RIGHT = 10;

function heads(pdf: PaperPdf, document: PaperDocument, marks: PrintMarks): void {
  const layout = PAGE[document.layout];
  const style = { role: 'hei', size: SIZE.five } as const;
  // Above the type area, left of the place of the document code.
  const y = mm(Math.min(24, layout.top - 6));
  const mark = CLASS_MARK[document.class];
  const right = pdf.page.width - mm(Math.max(layout.right + 6, CODE_RIGHT + CODE_SIDE + 2));
  if (mark) inkText(pdf, mark, right - textWidth(mark, 'hei', false, SIZE.five), y, style);
  if ((marks.reprint ?? 1) > 1) inkText(pdf, `重印 第${marks.reprint}次`, mm(layout.left), y, style);
}

/** The code, and under it the paper's key in clear for typing when the code is torn. */
function code(pdf: PaperPdf, document: PaperDocument, text: string, key: string): void {
  const left = pdf.page.width - mm(CODE_RIGHT + CODE_SIDE);
  const top = mm(Math.min(9, PAGE[document.layout].top - CODE_SIDE - 3));
  drawQr(pdf, text, left, top, mm(CODE_SIDE));
  inkCentred(pdf, shownKey(key), left + mm(CODE_SIDE / 2), top + mm(CODE_SIDE) + 3, { role: 'song', size: SIZE.six });
}

/** Whether a page belongs to the receipt. */
function isSlip(document: PaperDocument, page: Page): boolean {
  const slip = document.blocks.findIndex((block) => block.kind === 'slip');
  const line = page.items.find((item) => item.type === 'line')?.item;
  const origin = line?.inlines[0]?.origin as Origin | undefined;
  return slip >= 0 && origin !== undefined && origin.block >= slip;
}

/** Over the pages of one paper, which begin in the file at page `first` (from 0). */
export function drawMarks(
  pdf: PaperPdf,
  document: PaperDocument,
  marks: PrintMarks,
  pages: readonly Page[],
  first = 0,
): void {
  const sums = document.layout === 'ledger' ? pageSums(document, pages) : null;
  for (const [index, laid] of pages.entries()) {
    const page = index + 1;
    pdf.switchToPage(first + index);
    pdf.opacity(1);
    heads(pdf, document, marks);
    pageNumber(pdf, document, page, pages.length);
    const onPage = sums?.get(index);
    if (onPage) drawPageSums(pdf, document, onPage);
    if (marks.code) {
      const part = isSlip(document, laid) ? 'R' : 'M';
      code(pdf, document, pageCode(marks.code, part, page, pages.length), marks.code.key);
    }
    if (marks.watermark) watermark(pdf, marks.watermark);
    if (marks.draft) draft(pdf);
  }
}
