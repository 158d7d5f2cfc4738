/**
 * Marks laid over the finished pages (documents.md §0.4, §0.5, §2.4): page numbers, class, watermark, draft, reprint.
 * They never take part in the layout, so preview, paper and archive copy are equal apart from them.
 */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { CLASS_MARK, DRAFT_MARK, mm, PAGE, SIZE } from '@shared/domain/documents/typesetting';
import { textWidth } from '../fonts/glyphs';
import { inkCentred, inkText } from './pdfInk';
import type { PaperPdf } from './pdfmakeEngine';

export interface PrintMarks {
  /** Crosses every page of a preview with 草稿 不得对外使用. */
  readonly draft?: boolean;
  /** The allocated number; without it the paper shows 〔编号待发〕. */
  readonly number?: string;
  /** `{name} {staff no} {yyyy-MM-dd HH:mm} 第n次打印`, diagonal every 70 mm. */
  readonly watermark?: string;
  /** n > 1 prints 重印 第n次. */
  readonly reprint?: number;
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

function heads(pdf: PaperPdf, document: PaperDocument, marks: PrintMarks): void {
  const layout = PAGE[document.layout];
  const style = { role: 'hei', size: SIZE.five } as const;
  // Above the type area, left of the place of the document code (top right, 18 mm wide).
  const y = mm(Math.min(24, layout.top - 6));
  const mark = CLASS_MARK[document.class];
  const right = pdf.page.width - mm(layout.right);
  if (mark) inkText(pdf, mark, right - textWidth(mark, 'hei', false, SIZE.five) - mm(6), y, style);
  if ((marks.reprint ?? 1) > 1) inkText(pdf, `重印 第${marks.reprint}次`, mm(layout.left), y, style);
}

export function drawMarks(pdf: PaperPdf, document: PaperDocument, marks: PrintMarks, pages: number): void {
  for (let page = 1; page <= pages; page++) {
    pdf.switchToPage(page - 1);
    pdf.opacity(1);
    heads(pdf, document, marks);
    pageNumber(pdf, document, page, pages);
    if (marks.watermark) watermark(pdf, marks.watermark);
    if (marks.draft) draft(pdf);
  }
}
