/** QR codes as pdfmake makes them, drawn at a fixed place of a page (documents.md §3): Model 2, error correction Q, alphanumeric. */
import { createRequire } from 'node:module';
import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';
import type { QrModule } from 'pdfmake/js/qrEnc.js';

const load = createRequire(import.meta.url);
const { default: qr } = load('pdfmake/js/qrEnc.js') as QrModule;

/** Modules of the quiet zone on each side. */
const QUIET = 4;
/** Which of the eight masks; trying them all costs more than the rest, and a reader takes any. */
const MASK = 0;

interface Stripe {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Dark modules as stripes, in modules from the top left corner of the code. */
export function qrStripes(text: string): { readonly size: number; readonly stripes: readonly Stripe[] } {
  const node = { qr: text, mode: 'alphanumeric', eccLevel: 'Q', mask: MASK } as const;
  const [background, ...dark] = qr.measure({ ...node })._canvas;
  const unit = dark[0]?.w ?? 1;
  const stripes: { x: number; y: number; length: number }[] = [];
  for (const module of dark) {
    const [x, y] = [module.x / unit, module.y / unit];
    const last = stripes.at(-1);
    if (last && last.y === y && last.x + last.length === x) last.length += 1;
    else stripes.push({ x, y, length: 1 });
  }
  return { size: (background?.w ?? 0) / unit, stripes };
}

/** Draws the code with its quiet zone into a square of `side` pt. */
export function drawQr(pdf: PdfDocument, text: string, left: number, top: number, side: number): void {
  const { size, stripes } = qrStripes(text);
  const module = side / (size + 2 * QUIET);
  for (const { x, y, length } of stripes) {
    pdf.rect(left + (x + QUIET) * module, top + (y + QUIET) * module, length * module, module);
  }
  pdf.fill('black');
}
