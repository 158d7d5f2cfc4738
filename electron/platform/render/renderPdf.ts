/** A paper → PDF. Equal input gives equal bytes: the file's date is the paper's, its id follows from its content. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { mm, NUMBER_PENDING, PAGE } from '@shared/domain/documents/typesetting';
import { epochDay } from '@shared/kernel/calendarDate';
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

function newPdf(document: PaperDocument, size: PaperSize): PaperPdf {
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

/** Refuses `glyph-missing` when a character has no glyph in any bundled font (G-GLYPH). */
export async function renderPdf(
  document: PaperDocument,
  marks: PrintMarks,
  signal?: AbortSignal,
): Promise<RenderedPdf> {
  const size = pageSize(document);
  const pdf = newPdf(document, size);
  const number = marks.number ?? NUMBER_PENDING;
  let plan: LayoutPlan = { breakBefore: new Set(), splitTable: new Map() };
  const pagesUnder = partedLayout(document, number, pdf, size);
  let pages = pagesUnder(plan);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    signal?.throwIfAborted();
    const better = improvedPlan(document, pages, plan);
    if (!better) break;
    plan = better;
    pages = pagesUnder(plan);
  }
  new PaperRenderer(pdf).renderPages(pages);
  drawMarks(pdf, document, marks, pages.length);
  signal?.throwIfAborted();
  return { bytes: await finish(pdf), pages: pages.length };
}
