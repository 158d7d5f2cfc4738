/** Blocks of a paper → pdfmake nodes. What the first layout showed to be wrong comes back as a plan and is done anew. */
import {
  type Block,
  type PaperDocument,
  type Run,
  type SignatureLine,
  sealLines,
  signatureRows,
} from '@shared/domain/documents/blocks';
import {
  BODY,
  type BodyStyle,
  type FontRole,
  HEADING_ROLE,
  mm,
  PAGE,
  PITCH,
  SIGNATURE_PITCH,
  SIZE,
  tablePitch,
  typeAreaWidth,
} from '@shared/domain/documents/typesetting';
import { diagram } from './pdfDiagram';
import { lineHeight } from './pdfmakeEngine';
import { dataTable, formTable } from './pdfTables';
import { inlines } from './pdfText';

/** What the layout check asked for. */
export interface LayoutPlan {
  /** Blocks that start a page. */
  readonly breakBefore: ReadonlySet<number>;
  /** Data table → its row that starts the next page. */
  readonly splitTable: ReadonlyMap<number, number>;
  /** Pitch in pt of the blocks from this one on (§2.7). */
  readonly tight?: { readonly from: number; readonly pitch: number };
}

interface Setting {
  readonly document: PaperDocument;
  readonly number: string;
  readonly plan: LayoutPlan;
  /** Width of the type area in pt. */
  readonly area: number;
}

interface LineStyle {
  readonly role: FontRole;
  readonly size: number;
  readonly pitch: number;
  readonly align: string;
  readonly where: string;
  readonly indent?: boolean;
}

function lines(runs: readonly Run[], index: number, area: number, style: LineStyle): Record<string, unknown> {
  return {
    text: inlines(runs, { role: style.role, size: style.size, origin: { block: index }, where: style.where }, area),
    lineHeight: lineHeight(style.pitch, style.size),
    alignment: style.align,
    ...(style.indent ? { leadingIndent: 2 * style.size } : {}),
  };
}

function signatures(items: readonly SignatureLine[], index: number, area: number): Record<string, unknown> {
  const style = { role: 'body', size: SIZE.four, pitch: SIGNATURE_PITCH, align: 'left', where: 'signatures' } as const;
  return {
    unbreakable: true,
    margin: [0, 20, 0, 0],
    stack: signatureRows(items).map((runs) => lines(runs, index, area, style)),
  };
}

/** Nothing follows on its page: room below it would only push an empty page out. */
const endsPage = (next: Block | undefined): boolean =>
  next === undefined || next.kind === 'annex' || next.kind === 'slip' || next.kind === 'pageBreak';

/** Issuer centred over the date, four characters from the right; the block is 45 mm high for the seal. */
function seal(
  block: Extract<Block, { kind: 'seal' }>,
  index: number,
  area: number,
  { size, pitch }: BodyStyle,
  next: Block | undefined,
): Record<string, unknown> {
  const style = { role: 'body', size, pitch, align: 'center', where: 'seal' } as const;
  const left = area / 3;
  const width = area - left - 4 * size;
  return {
    unbreakable: true,
    margin: [left, pitch, 4 * size, endsPage(next) ? 0 : mm(45) - 3 * PITCH],
    stack: sealLines(block).map((value) => lines([{ text: value }], index, width, style)),
  };
}

function node(block: Block, index: number, setting: Setting): Record<string, unknown> {
  const { area, plan } = setting;
  const style = BODY[setting.document.layout];
  const base = setting.document.pitch ?? style.pitch;
  const pitch = plan.tight && index >= plan.tight.from ? Math.min(base, plan.tight.pitch) : base;
  const body = { role: 'body', size: style.size, pitch, align: 'left', where: 'text' } as const;
  const title = {
    role: 'title',
    size: style.titleSize,
    pitch: style.titlePitch,
    align: 'center',
    where: 'title',
  } as const;
  switch (block.kind) {
    case 'title':
      return {
        margin: [0, 0, 0, 6],
        stack: block.lines.map((line) => lines([{ text: line }], index, area, title)),
      };
    case 'number':
      return lines([{ text: setting.number }], index, area, {
        ...body,
        size: Math.min(SIZE.four, style.size),
        align: 'right',
      });
    case 'addressee':
      return lines([{ text: block.text }], index, area, body);
    case 'heading': {
      const style = { ...body, role: HEADING_ROLE[block.level], indent: true };
      return { ...lines([{ text: block.text, bold: block.level === 2 }], index, area, style), unbreakable: true };
    }
    case 'paragraph':
      return lines(block.runs, index, area, {
        ...body,
        align: block.align ?? 'justify',
        indent: block.indent ?? !block.align,
      });
    case 'note':
      return lines([{ text: block.text }], index, area, {
        role: 'song',
        size: SIZE.five,
        pitch: tablePitch(SIZE.five) + 2,
        align: block.align ?? 'left',
        where: 'note',
      });
    case 'formTable':
      return formTable(block, index, area);
    case 'dataTable':
      return dataTable(block, index, area, plan.splitTable.get(index));
    case 'signatures':
      return signatures(block.lines, index, area);
    case 'seal':
      return seal(block, index, area, style, setting.document.blocks[index + 1]);
    case 'diagram':
      return diagram(block, area);
    case 'annex':
      return {
        ...lines([{ text: `附件${block.index}　${block.title}` }], index, area, { ...body, role: 'hei' }),
        pageBreak: 'before',
        margin: [0, 0, 0, 4],
      };
    case 'slip':
      return { ...lines([{ text: block.title }], index, area, title), pageBreak: 'before', margin: [0, 0, 0, 6] };
    case 'pageBreak':
      // Of no height to speak of: on a full page its own line would begin another one, left empty.
      return { text: '', fontSize: 1, lineHeight: 1, pageBreak: 'after' };
  }
}

/** pdfmake content of a paper, or of the blocks `from`–`to` of it, under a plan; the text in the number's place is given. */
export function pdfContent(
  document: PaperDocument,
  number: string,
  plan: LayoutPlan,
  part: { readonly from: number; readonly to: number } = { from: 0, to: document.blocks.length },
): Record<string, unknown>[] {
  const area = mm(typeAreaWidth(PAGE[document.layout]));
  return document.blocks.slice(part.from, part.to).map((block, offset) => {
    const index = part.from + offset;
    const made = node(block, index, { document, number, plan, area });
    return plan.breakBefore.has(index) ? { ...made, pageBreak: 'before' } : made;
  });
}
