/** A paper → Word file from the same blocks as the PDF: exact 28-pt lines, Windows font names, page numbers, class mark. */
import {
  type Block,
  type PaperDocument,
  type SignatureLine,
  sealLines,
  signatureRows,
} from '@shared/domain/documents/blocks';
import {
  CLASS_MARK,
  HEADING_ROLE,
  mm,
  NUMBER_PENDING,
  PAGE,
  PITCH,
  SIGNATURE_PITCH,
  SIZE,
  TITLE_PITCH,
  tablePitch,
  typeAreaWidth,
} from '@shared/domain/documents/typesetting';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { coreProperties, withFixedTimes } from './docxPackage';
import { wordDataTable, wordDiagram, wordFormTable } from './docxTables';
import { twips, type WordStyle, wordParagraph } from './docxText';
import type { PrintMarks } from './pdfMarks';

function signatures(lines: readonly SignatureLine[]): Paragraph[] {
  const style = { role: 'body', size: SIZE.four, pitch: SIGNATURE_PITCH, keepNext: true } as const;
  return signatureRows(lines).map((runs, index) => wordParagraph(runs, { ...style, before: index === 0 ? 20 : 0 }));
}

function elements(
  block: Block,
  next: Block | undefined,
  document: PaperDocument,
  number: string,
): (Paragraph | Table)[] {
  const area = typeAreaWidth(PAGE[document.layout]);
  const body: WordStyle = { role: 'body', size: SIZE.three, pitch: document.pitch ?? PITCH };
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) =>
        wordParagraph([{ text: line }], { role: 'title', size: SIZE.two, pitch: TITLE_PITCH, align: 'center' }),
      );
    case 'number':
      return [wordParagraph([{ text: number }], { ...body, size: SIZE.four, align: 'right' })];
    case 'addressee':
      return [wordParagraph([{ text: block.text }], body)];
    case 'heading': {
      const style = { ...body, role: HEADING_ROLE[block.level], bold: block.level === 2, indent: true, keepNext: true };
      return [wordParagraph([{ text: block.text }], style)];
    }
    case 'paragraph': {
      const style = { ...body, align: block.align ?? 'justify', indent: block.indent ?? !block.align } as const;
      return [wordParagraph(block.runs, { ...style, keepNext: block.leads === true || next?.kind === 'seal' })];
    }
    case 'note': {
      const style = { role: 'song', size: SIZE.five, pitch: tablePitch(SIZE.five) + 2, keepNext: true } as const;
      return [wordParagraph([{ text: block.text }], { ...style, align: block.align })];
    }
    case 'formTable':
      return [wordFormTable(block, area)];
    case 'dataTable':
      return [wordDataTable(block, area)];
    case 'signatures':
      return signatures(block.lines);
    case 'seal':
      return sealLines(block).map((value, index) =>
        wordParagraph([{ text: value }], {
          ...{ ...body, align: 'right' },
          ...(index === 0 ? { before: PITCH, keepNext: true } : {}),
        }),
      );
    case 'diagram':
      return [wordDiagram(block, area)];
    case 'annex': {
      const style = { ...body, role: 'hei', pageBreakBefore: true, keepNext: true } as const;
      return [wordParagraph([{ text: `附件${block.index}　${block.title}` }], style)];
    }
    case 'slip': {
      const style = { role: 'title', size: SIZE.two, pitch: TITLE_PITCH, align: 'center' } as const;
      return [wordParagraph([{ text: block.title }], { ...style, pageBreakBefore: true })];
    }
    case 'pageBreak':
      return [wordParagraph([], { ...body, pageBreakBefore: true })];
  }
}

const isTable = (block: Block | undefined): boolean => block?.kind === 'formTable' || block?.kind === 'dataTable';

/** Tables that touch are one table to Word, with the first one's head on every page: a thin line stands between them. */
const content = (document: PaperDocument, number: string): (Paragraph | Table)[] =>
  document.blocks.flatMap((block, index) => [
    ...elements(block, document.blocks[index + 1], document, number),
    ...(isTable(block) && isTable(document.blocks[index + 1])
      ? [wordParagraph([], { role: 'song', size: SIZE.five, pitch: 6 })]
      : []),
  ]);

function pageNumber(even: boolean): Footer {
  const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' };
  return new Footer({
    children: [
      new Paragraph({
        alignment: even ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { left: twips(SIZE.four), right: twips(SIZE.four) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: SIZE.four * 2 })],
      }),
    ],
  });
}

/** The class of the paper, and for a copy who took it and when. */
function head(document: PaperDocument, watermark: string | undefined): Header {
  const mark = CLASS_MARK[document.class];
  const line = (text: string, align: 'left' | 'right') =>
    wordParagraph([{ text }], { role: 'hei', size: SIZE.five, pitch: 16, align });
  return new Header({
    children: [...(mark ? [line(mark, 'right')] : []), ...(watermark ? [line(watermark, 'left')] : [])],
  });
}

/** Bytes of the .docx; number and watermark as on the PDF. The draft mark belongs to the PDF only. */
export async function renderDocx(
  document: PaperDocument,
  marks: PrintMarks,
  signal?: AbortSignal,
): Promise<{ readonly bytes: Uint8Array }> {
  signal?.throwIfAborted();
  const page = PAGE[document.layout];
  const number = marks.number ?? NUMBER_PENDING;
  const word = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(mm(210)),
              height: twips(mm(297)),
              orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(mm(page.top)),
              right: twips(mm(page.right)),
              bottom: twips(mm(page.bottom)),
              left: twips(mm(page.left)),
              header: twips(mm(20)),
              footer: twips(mm(page.bottom - 12)),
            },
          },
        },
        headers: { default: head(document, marks.watermark), even: head(document, marks.watermark) },
        footers: { default: pageNumber(false), even: pageNumber(true) },
        children: content(document, number),
      },
    ],
  });
  const packed = await Packer.toBuffer(word, undefined, [coreProperties(document)]);
  const bytes = new Uint8Array(withFixedTimes(packed));
  signal?.throwIfAborted();
  return { bytes };
}
