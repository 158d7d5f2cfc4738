/** A paper → PDF. Equal input gives equal bytes: the file's date is the paper's, its id follows from its content. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { mm, NUMBER_PENDING, PAGE } from '@shared/domain/documents/typesetting';
import { epochDay } from '@shared/kernel/calendarDate';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import type { LayoutPlan } from './pdfBlocks';
import { improvedPlan } from './pdfLayoutCheck';
import { drawMarks, type PrintMarks } from './pdfMarks';
import { finish, PaperPdf, PaperRenderer, type PaperSize } from './pdfmakeEngine';
import { partedLayout } from './pdfParts';

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Improvements of one layout; each cures one finding, and a paper with more is drawn as it then is. */
const MOST_PASSES = 12;

function pageSize(document: PaperDocument): PaperSize {
  const page = PAGE[document.layout];
  return {
    width: mm(page.width),
    height: mm(page.height),
    left: mm(page.left),
    top: mm(page.top),
    right: mm(page.right),
    bottom: mm(page.bottom),
  };
}

function newPdf(document: PaperDocument): PaperPdf {
  const size = pageSize(document);
  const info = {
    Title: document.title,
    Author: document.unit,
    Subject: document.code,
    Producer: 'Qingshou',
    Creator: 'Qingshou',
    CreationDate: new Date(epochDay(document.date) * 86_400_000),
  };
  return new PaperPdf(
    {},
    {},
    {},
    {},
    {
      size: [size.width, size.height],
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      compress: true,
      autoFirstPage: false,
      bufferPages: true,
      info,
      font: null,
    },
  );
}

/** Lays a paper out, improved until nothing stands badly. Refuses `glyph-missing`. */
function laidOut(document: PaperDocument, number: string, pdf: PaperPdf, signal?: AbortSignal): Page[] {
  let plan: LayoutPlan = { breakBefore: new Set(), splitTable: new Map() };
  const pagesUnder = partedLayout(document, number, pdf, pageSize(document));
  let pages = pagesUnder(plan);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    signal?.throwIfAborted();
    const better = improvedPlan(document, pages, plan);
    if (!better) break;
    plan = better;
    pages = pagesUnder(plan);
  }
  return pages;
}

/** Refuses `glyph-missing` when a character has no glyph in any bundled font (G-GLYPH). */
export async function renderPdf(
  document: PaperDocument,
  marks: PrintMarks,
  signal?: AbortSignal,
): Promise<RenderedPdf> {
  const pdf = newPdf(document);
  const pages = laidOut(document, marks.number ?? NUMBER_PENDING, pdf, signal);
  new PaperRenderer(pdf).renderPages(pages);
  drawMarks(pdf, document, marks, pages);
  signal?.throwIfAborted();
  return { bytes: await finish(pdf), pages: pages.length };
}

export interface MarkedPaper {
  readonly document: PaperDocument;
  readonly marks: PrintMarks;
  /** In the file of all the next paper begins on a sheet of its own when printed on both sides. */
  readonly duplex?: boolean;
  /** Only in the file of all, without one of its own: covers and lists of a job. */
  readonly loose?: boolean;
}

export interface RenderedJob {
  /** All papers in one file, in the order given. */
  readonly all: RenderedPdf;
  /** Each paper's own file, as `renderPdf` would make it; null for loose ones. */
  readonly single: readonly (RenderedPdf | null)[];
}

/**
 * Many papers at once: each is laid out once and drawn both into a file of its own and into one file of all, which is what
 * goes to the printer. Refuses `glyph-missing`.
 */
export async function renderJob(
  papers: readonly MarkedPaper[],
  onProgress: (done: number) => void,
  signal?: AbortSignal,
): Promise<RenderedJob> {
  const all = newPdf((papers[0] as MarkedPaper).document);
  const drawer = new PaperRenderer(all);
  const single: (RenderedPdf | null)[] = [];
  let count = 0;
  for (const [index, { document, marks, loose, duplex }] of papers.entries()) {
    signal?.throwIfAborted();
    const own = loose ? all : newPdf(document);
    const pages = laidOut(document, marks.number ?? NUMBER_PENDING, own, signal);
    if (!loose) {
      new PaperRenderer(own).renderPages(pages);
      drawMarks(own, document, marks, pages);
    }
    single.push(loose ? null : { bytes: await finish(own), pages: pages.length });
    drawer.renderPages(pages);
    drawMarks(all, document, marks, pages, count);
    count += pages.length;
    if (duplex && pages.length % 2 === 1 && index < papers.length - 1) {
      all.addPage({ size: [all.page.width, all.page.height] });
      count += 1;
    }
    onProgress(index + 1);
  }
  return { all: { bytes: await finish(all), pages: count }, single };
}
