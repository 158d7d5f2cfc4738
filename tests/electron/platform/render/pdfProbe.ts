/** Reads a finished PDF back: text with its place, page by page, and how much is drawn. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Baseline from the page's bottom, pt. */
  readonly y: number;
  readonly size: number;
}

export interface ProbedPage {
  readonly items: readonly PlacedText[];
  /** Text of each line from top to bottom. */
  readonly lines: readonly string[];
  /** Lines and squares that are drawn. */
  readonly strokes: number;
}

function linesOf(items: readonly PlacedText[]): string[] {
  const rows = new Map<number, PlacedText[]>();
  for (const item of items) {
    const y = [...rows.keys()].find((known) => Math.abs(known - item.y) < 1) ?? item.y;
    rows.set(y, [...(rows.get(y) ?? []), item]);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => b - a)
    .map(([, row]) =>
      [...row]
        .sort((a, b) => a.x - b.x)
        .map((item) => item.text)
        .join(''),
    );
}

export async function probe(bytes: Uint8Array): Promise<ProbedPage[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: ProbedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) =>
      'str' in item && item.str !== ''
        ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number, size: item.height }]
        : [],
    );
    const operators = await page.getOperatorList();
    const strokes = operators.fnArray.filter(
      (fn, index) => fn === OPS.constructPath && operators.argsArray[index]?.[0] === OPS.stroke,
    ).length;
    pages.push({ items, lines: linesOf(items), strokes });
  }
  await task.destroy();
  return pages;
}
