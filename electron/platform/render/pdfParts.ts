/**
 * Lays a paper out part by part. An annex or a receipt begins on a page of its own, so parts never move one another: a better plan
 * for one of them costs that part only, not the whole paper once more.
 */
import type { Block, PaperDocument } from '@shared/domain/documents/blocks';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import { type LayoutPlan, pdfContent } from './pdfBlocks';
import { layOut, type PaperPdf, type PaperSize } from './pdfmakeEngine';

interface Part {
  readonly from: number;
  /** Block behind the last one. */
  readonly to: number;
}

const startsPage = (block: Block): boolean => block.kind === 'annex' || block.kind === 'slip';

function partsOf(document: PaperDocument): Part[] {
  const starts = document.blocks.flatMap((block, index) => (index > 0 && startsPage(block) ? [index] : []));
  return [0, ...starts].map((from, index) => ({ from, to: starts[index] ?? document.blocks.length }));
}

/** What a plan says of one part; equal text, equal layout. */
function planOf(plan: LayoutPlan, { from, to }: Part): string {
  const inside = (index: number) => index >= from && index < to;
  const breaks = [...plan.breakBefore].filter(inside);
  const splits = [...plan.splitTable].filter(([index]) => inside(index));
  return JSON.stringify([breaks, splits, plan.tight && plan.tight.from < to ? plan.tight : null]);
}

/** Gives the pages of the paper under each plan that it is asked for. */
export function partedLayout(document: PaperDocument, number: string, pdf: PaperPdf, size: PaperSize) {
  const parts = partsOf(document).map((part) => ({ part, plan: '', pages: [] as Page[] }));
  return (plan: LayoutPlan): Page[] =>
    parts.flatMap((laid) => {
      const wanted = planOf(plan, laid.part);
      if (laid.plan !== wanted) {
        const [first, ...rest] = pdfContent(document, number, plan, laid.part);
        // The part has its first page to itself already.
        const { pageBreak: _, ...begin } = first ?? {};
        laid.pages = layOut(laid.part.from > 0 ? [begin, ...rest] : [first, ...rest], pdf, size);
        laid.plan = wanted;
      }
      return laid.pages;
    });
}
