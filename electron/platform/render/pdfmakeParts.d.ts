/**
 * The parts of pdfmake 0.3.11 that its public types leave out: layout and drawing as two steps, so that the layout can
 * be looked at (stranded signatures, lonely headings) before anything is drawn. The version is pinned; tests measure
 * what is relied on here.
 */
declare module 'pdfmake/js/PDFDocument.js' {
  interface EmbeddedFont {
    ascender: number;
    descender: number;
    lineGap: number;
    layoutCache: Record<string, unknown>;
    readonly font: unknown;
    readonly name: string;
    readonly constructor: new (document: PdfDocument, font: unknown, id: string) => EmbeddedFont;
    widthOfString(text: string, size: number): number;
  }
  export interface PdfOptions {
    size: [number, number];
    pdfVersion: string;
    lang: string;
    displayTitle: boolean;
    compress: boolean;
    autoFirstPage: boolean;
    bufferPages: boolean;
    info: Record<string, unknown>;
    font: null;
  }
  class PdfDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: PdfOptions);
    _font: EmbeddedFont | null;
    _fontCount: number;
    readonly _fontFamilies: Record<string, EmbeddedFont>;
    readonly page: { readonly width: number; readonly height: number };
    font(source: Uint8Array): this;
    addPage(options: { size: [number, number] }): this;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    fontSize(size: number): this;
    text(text: string, x: number, y: number, options: { lineBreak: false }): this;
    opacity(value: number): this;
    fill(color: string): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    undash(): this;
    rect(x: number, y: number, w: number, h: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    save(): this;
    restore(): this;
    rotate(angle: number, options: { origin: [number, number] }): this;
    switchToPage(index: number): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
  }
  export interface PdfDocumentModule {
    readonly default: typeof PdfDocument;
  }
  export type { EmbeddedFont, PdfDocument };
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { EmbeddedFont, PdfDocument } from 'pdfmake/js/PDFDocument.js';
  export interface Inline {
    text: string;
    x: number;
    width: number;
    fontSize: number;
    /** Shift to the right for each inline before, in a justified line. */
    justifyShift?: number;
    font: EmbeddedFont;
    [custom: string]: unknown;
  }
  export interface Line {
    x: number;
    y: number;
    inlines: Inline[];
    getHeight(): number;
    getAscenderHeight(): number;
  }
  export interface Page {
    readonly items: readonly { readonly type: string; readonly item: Line }[];
    readonly pageSize: { readonly width: number; readonly height: number };
  }
  class LayoutBuilder {
    constructor(
      pageSize: { width: number; height: number; orientation: string },
      margins: { left: number; top: number; right: number; bottom: number },
      svgMeasure: null,
    );
    registerTableLayouts(layouts: object): void;
    layoutDocument(content: unknown, pdf: PdfDocument, styles: object, defaultStyle: object): Page[];
  }
  export interface LayoutBuilderModule {
    readonly default: typeof LayoutBuilder;
  }
}

declare module 'pdfmake/js/qrEnc.js' {
  interface Rect {
    readonly x: number;
    readonly y: number;
    readonly w: number;
  }
  export interface QrModule {
    readonly default: {
      /** The first rectangle is the background. */
      measure(node: { qr: string; mode: 'alphanumeric'; eccLevel: 'Q'; mask: number }): {
        readonly _canvas: readonly Rect[];
      };
    };
  }
}

declare module 'pdfmake/js/Renderer.js' {
  import type { Line, Page } from 'pdfmake/js/LayoutBuilder.js';
  import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';

  class Renderer {
    constructor(pdf: PdfDocument);
    readonly pdfDocument: PdfDocument;
    renderPages(pages: readonly Page[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: Record<string, unknown>): void;
  }
  export interface RendererModule {
    readonly default: typeof Renderer;
  }
}

declare module 'pdfmake/js/TextBreaker.js' {
  export interface BrokenText {
    readonly text: string;
    readonly noNewLine?: boolean;
    readonly tied?: boolean;
  }
  class TextBreaker {
    getBreaks(texts: string | readonly (BrokenText | string)[]): BrokenText[];
  }
  export interface TextBreakerModule {
    readonly default: typeof TextBreaker;
  }
}
