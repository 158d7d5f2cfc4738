/**
 * pdfmake as this program uses it: fonts parsed once per thread with one common line box (so that every font gives the
 * same baseline grid), layout and drawing as two steps, and the things that pdfmake cannot draw in a line: check boxes
 * and ink lines.
 */

import { createRequire } from 'node:module';
import { mm } from '@shared/domain/documents/typesetting';
import { present } from '@shared/kernel/assert';
import type { Inline, LayoutBuilderModule, Line, Page } from 'pdfmake/js/LayoutBuilder.js';
import type { EmbeddedFont, PdfDocumentModule } from 'pdfmake/js/PDFDocument.js';
import type { RendererModule } from 'pdfmake/js/Renderer.js';
import type { BrokenText, TextBreakerModule } from 'pdfmake/js/TextBreaker.js';
import { type FontName, readFont } from '../fonts/fontFiles';
import { inkCentred } from './pdfInk';

// These parts are CommonJS with an `exports.default`, which bundlers and Node import differently; require is one way.
const load = createRequire(import.meta.url);
const { default: PdfDocument } = load('pdfmake/js/PDFDocument.js') as PdfDocumentModule;
const { default: LayoutBuilder } = load('pdfmake/js/LayoutBuilder.js') as LayoutBuilderModule;
const { default: Renderer } = load('pdfmake/js/Renderer.js') as RendererModule;
const { default: TextBreaker } = load('pdfmake/js/TextBreaker.js') as TextBreakerModule;
const { tableLayouts } = load('pdfmake/js/tableLayouts.js') as { readonly tableLayouts: object };

/**
 * pdfmake would look for line breaks again, by rules that glue a figure to a following bracket. Our inlines are cut
 * already (pdfText.ts): a line may break after each one that is not tied.
 */
TextBreaker.prototype.getBreaks = (texts) =>
  (Array.isArray(texts) ? texts : [texts]).map((item: BrokenText | string) =>
    typeof item === 'string' ? { text: item } : { ...item, noNewLine: item.tied === true },
  );

/** A line is spread to the margin only while the gaps stay under this part of the size; a looser line ends early. */
const LOOSEST = 0.22;

/**
 * Common line box in thousandths of the size. Its middle (380 over the baseline) is the middle of a Chinese character,
 * so text stands centred in its cell; the fonts' own boxes differ between files and would shift the grid.
 */
const ASCENDER = 1005;
const DESCENDER = -245;
const LINE_BOX = (ASCENDER - DESCENDER) / 1000;

/** Factor that pdfmake wants for a pitch in pt at a size in pt. */
export const lineHeight = (pitch: number, size: number): number => pitch / (size * LINE_BOX);

/** Side of a check box (§2.6). */
const BOX_SIDE = mm(3.2);
/** Layout results kept per font; emptied when full so that a long batch stays bounded. */
const MOST_LAYOUTS = 50_000;

interface Parsed {
  readonly font: unknown;
  layouts: Record<string, unknown>;
}
const parsed = new Map<string, Parsed>();

function layoutsOf(entry: Parsed): Record<string, unknown> {
  if (Object.keys(entry.layouts).length > MOST_LAYOUTS) entry.layouts = Object.create(null);
  return entry.layouts;
}

/** A document whose fonts are the bundled ones by name; parsing and glyph layout are shared between documents. */
export class PaperPdf extends PdfDocument {
  private readonly provided = new Map<string, EmbeddedFont>();

  override provideFont(family: string): EmbeddedFont {
    const known = this.provided.get(family);
    if (known) return known;
    const font = this.embed(family);
    font.ascender = ASCENDER;
    font.descender = DESCENDER;
    font.lineGap = 0;
    this.provided.set(family, font);
    families.set(font, family);
    return font;
  }

  /** This document's own font for one that a layout made with another document uses. */
  ownFont(font: EmbeddedFont): EmbeddedFont {
    return this.provideFont(present(families.get(font), 'a layout uses fonts of a PaperPdf'));
  }

  private embed(family: string): EmbeddedFont {
    const entry = parsed.get(family);
    if (!entry) {
      const font = this.font(readFont(family as FontName))._font as EmbeddedFont;
      parsed.set(family, { font: font.font, layouts: font.layoutCache });
      embeddedFontClass ??= font.constructor;
      return font;
    }
    const id = `F${++this._fontCount}`;
    const font = new (embeddedFontClass as EmbeddedFont['constructor'])(this, entry.font, id);
    font.layoutCache = layoutsOf(entry);
    this._fontFamilies[font.name] = font;
    return font;
  }
}
/** Which bundled font an embedded one is. */
const families = new WeakMap<EmbeddedFont, string>();
let embeddedFontClass: EmbeddedFont['constructor'] | undefined;

/** Draws what stands behind a marked inline: `box` a check box before its label, `ink` a line to write on. */
export class PaperRenderer extends Renderer {
  constructor(private readonly paper: PaperPdf) {
    super(paper);
  }

  /** A layout may be drawn into several documents: it takes each one's fonts, and loose lines are ended once. */
  override renderLine(line: Line, x: number, y: number): void {
    for (const [index, inline] of line.inlines.entries()) {
      const shift = inline.justifyShift ?? 0;
      if (shift > inline.fontSize * LOOSEST) inline.x -= shift * index;
      inline.justifyShift = 0;
      inline.font = this.paper.ownFont(inline.font);
    }
    super.renderLine(line, x, y);
    const baseline = y + line.getAscenderHeight();
    for (const inline of line.inlines) {
      if (inline.box !== undefined) this.drawBox(inline, x + inline.x, baseline);
      if (inline.ink) this.drawInk(inline, x + inline.x, baseline);
    }
  }

  /** A rectangle with a label is a box of a drawing; its lines stand centred in it. */
  override renderVector(vector: Record<string, unknown>): void {
    const { label, labelSize, ...plain } = vector;
    if (plain.lineWidth !== 0) super.renderVector(plain);
    if (!label) return;
    const { x, y, w, h } = plain as Record<'x' | 'y' | 'w' | 'h', number>;
    const size = labelSize as number;
    const lines = label as readonly string[];
    lines.forEach((line, index) => {
      const middle = y + h / 2 + (index - (lines.length - 1) / 2) * size * 1.35;
      inkCentred(this.pdfDocument, line, x + w / 2, middle, { role: 'song', size });
    });
  }

  private drawBox(inline: Inline, x: number, baseline: number): void {
    const left = x + (inline.fontSize - BOX_SIDE) / 2;
    const top = baseline - inline.fontSize * 0.38 - BOX_SIDE / 2;
    this.pdfDocument.undash().lineWidth(0.6).strokeColor('black').rect(left, top, BOX_SIDE, BOX_SIDE).stroke();
    if (inline.box !== true) return;
    this.pdfDocument
      .lineWidth(1.1)
      .moveTo(left + BOX_SIDE * 0.18, top + BOX_SIDE * 0.52)
      .lineTo(left + BOX_SIDE * 0.42, top + BOX_SIDE * 0.78)
      .stroke()
      .moveTo(left + BOX_SIDE * 0.42, top + BOX_SIDE * 0.78)
      .lineTo(left + BOX_SIDE * 0.84, top + BOX_SIDE * 0.22)
      .stroke();
  }

  private drawInk(inline: Inline, x: number, baseline: number): void {
    const y = baseline + inline.fontSize * 0.16;
    this.pdfDocument
      .undash()
      .lineWidth(0.5)
      .strokeColor('black')
      .moveTo(x, y)
      .lineTo(x + inline.width, y)
      .stroke();
  }
}

export interface PaperSize {
  /** pt */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Places pdfmake content on pages; consumes the content. */
export function layOut(content: unknown, pdf: PaperPdf, size: PaperSize): Page[] {
  const page = { width: size.width, height: size.height, orientation: 'portrait' };
  const builder = new LayoutBuilder(page, { ...size }, null);
  builder.registerTableLayouts(tableLayouts);
  return builder.layoutDocument(content, pdf, {}, { font: 'serif', fontSize: 16 });
}

/** Bytes of a finished document. */
export function finish(pdf: PaperPdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
    pdf.end();
  });
}
