/**
 * Looks at a finished layout for what a paper must not show (documents.md §2.5, §2.7): a heading at the foot of a page
 * whose text is on the next, a total away from its rows, a signature alone on its page. One finding at a time, top
 * down, because curing one moves everything below it.
 */
import type { Block, PaperDocument } from '@shared/domain/documents/blocks';
import { LEAST_PITCH, PITCH } from '@shared/domain/documents/typesetting';
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import type { LayoutPlan } from './pdfBlocks';
import type { Origin } from './pdfText';

interface Extent {
  first: number;
  last: number;
  /** Page on which each row of a table begins. */
  readonly rows: Map<number, number>;
}

/** First and last page (from 0) of every block that has text. */
export function extents(pages: readonly Page[]): Map<number, Extent> {
  const found = new Map<number, Extent>();
  pages.forEach((page, number) => {
    for (const item of page.items) {
      const origin = item.type === 'line' ? (item.item.inlines[0]?.origin as Origin | undefined) : undefined;
      if (!origin) continue;
      const extent = found.get(origin.block) ?? { first: number, last: number, rows: new Map<number, number>() };
      extent.last = number;
      if (origin.row !== undefined && !extent.rows.has(origin.row)) extent.rows.set(origin.row, number);
      found.set(origin.block, extent);
    }
  });
  return found;
}

const isLead = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.leads === true;
const leads = (block: Block | undefined): boolean =>
  block?.kind === 'heading' || block?.kind === 'note' || isLead(block);

/** The first of the headings that stand directly over each other. */
function chainStart(blocks: readonly Block[], index: number): number {
  let start = index;
  while (start > 0 && blocks[start - 1]?.kind === 'heading') start--;
  return start;
}

function lonelyHeading(document: PaperDocument, found: Map<number, Extent>, plan: LayoutPlan): LayoutPlan | null {
  for (const [index, block] of document.blocks.entries()) {
    const next = document.blocks[index + 1];
    const isTableNote = block.kind === 'note' && (next?.kind === 'dataTable' || next?.kind === 'formTable');
    if (block.kind !== 'heading' && !isTableNote && !isLead(block)) continue;
    const here = found.get(index);
    const after = found.get(index + 1);
    if (!here || !after || after.first === here.last || leads(next)) continue;
    const start = chainStart(document.blocks, index);
    if (!plan.breakBefore.has(start)) return { ...plan, breakBefore: new Set([...plan.breakBefore, start]) };
  }
  return null;
}

function lonelyTotal(document: PaperDocument, found: Map<number, Extent>, plan: LayoutPlan): LayoutPlan | null {
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'dataTable' || !block.total || block.rows.length === 0 || plan.splitTable.has(index)) continue;
    const rows = found.get(index)?.rows;
    const last = block.rows.length - 1;
    if (rows && rows.get(last) !== rows.get(last + 1)) {
      return { ...plan, splitTable: new Map([...plan.splitTable, [index, last]]) };
    }
  }
  return null;
}

/** Lines of text that stand on a page before a block. */
const linesBefore = (page: Page | undefined, block: number): number =>
  (page?.items ?? []).filter((item) => {
    const origin = item.type === 'line' ? (item.item.inlines[0]?.origin as Origin | undefined) : undefined;
    return origin !== undefined && origin.block < block;
  }).length;

/** What a paper ends with: signatures to be written, else the seal of a report or of a paper to a court. */
function endOf({ blocks, layout }: PaperDocument): number {
  const signed = blocks.findIndex(({ kind }) => kind === 'signatures');
  return signed >= 0 || layout === 'letter' || layout === 'ledger'
    ? signed
    : blocks.findIndex(({ kind }) => kind === 'seal');
}

/** §2.7: pitch down to 26 on the last two pages, then text is moved to the signature's page. */
function strandedSignature(
  document: PaperDocument,
  pages: readonly Page[],
  found: Map<number, Extent>,
  plan: LayoutPlan,
): LayoutPlan | null {
  const index = endOf(document);
  const here = found.get(index);
  if (!here || here.first === 0 || linesBefore(pages[here.first], index) >= 2) return null;
  const pitch = (plan.tight?.pitch ?? document.pitch ?? PITCH) - 1;
  if (pitch >= LEAST_PITCH) {
    const from = [...found.entries()].find(([, extent]) => extent.first >= here.first - 2)?.[0] ?? 0;
    return { ...plan, tight: { from: plan.tight?.from ?? from, pitch } };
  }
  // The pressing did not help: give it up and let the last block before the signature come along.
  const { tight: _given, ...loose } = plan;
  const previous = document.blocks[index - 1];
  const rows = previous?.kind === 'dataTable' ? previous.rows.length : 0;
  if (rows > 2) return { ...loose, splitTable: new Map([...plan.splitTable, [index - 1, rows - 2]]) };
  // At least two lines come along: a paragraph may be one line, so its neighbour comes too.
  const back = document.blocks[index - 2]?.kind === 'paragraph' ? index - 2 : index - 1;
  const start = leads(document.blocks[back - 1]) ? chainStart(document.blocks, back - 1) : back;
  if (plan.breakBefore.has(start)) return null;
  return { ...loose, breakBefore: new Set([...plan.breakBefore, start]) };
}

/** A better plan, or null when the layout may be drawn. */
export function improvedPlan(document: PaperDocument, pages: readonly Page[], plan: LayoutPlan): LayoutPlan | null {
  const found = extents(pages);
  return (
    lonelyHeading(document, found, plan) ??
    lonelyTotal(document, found, plan) ??
    strandedSignature(document, pages, found, plan)
  );
}
