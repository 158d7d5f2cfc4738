/** Text put at a fixed place outside pdfmake's flow (marks, drawings), with the same fallback per character. */
import type { FontRole } from '@shared/domain/documents/typesetting';
import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';
import { fontSpans, textWidth } from '../fonts/glyphs';

export interface InkStyle {
  readonly role: FontRole;
  readonly size: number;
  readonly color?: string;
}

/** Draws one line with its left end and the middle of its characters at (x, y) pt from the page's top left. */
export function inkText(pdf: PdfDocument, content: string, x: number, y: number, style: InkStyle): void {
  let left = x;
  for (const span of fontSpans(content, style.role, false, 'mark')) {
    const font = pdf.provideFont(span.font, false, false);
    pdf._font = font;
    pdf.fontSize(style.size).fillColor(style.color ?? 'black');
    // The middle of a character is 380/1000 over the baseline; pdfkit wants the top of the line box.
    const top = y + style.size * 0.38 - (font.ascender / 1000) * style.size;
    pdf.text(span.text, left, top, { lineBreak: false });
    left += font.widthOfString(span.text, style.size);
  }
}

export function inkCentred(pdf: PdfDocument, content: string, x: number, y: number, style: InkStyle): void {
  inkText(pdf, content, x - textWidth(content, style.role, false, style.size) / 2, y, style);
}
