/** The parts of an .xlsx around its sheets: which sheets there are, which styles are dates, and the shared strings. */

import { damagedUnless, fileRefused } from './fileFault';
import { isDateFormat } from './numberFormat';
import { LIMITS } from './tableSource';
import { CLOSE, decodeCellText, EMPTY, END, OPEN, XmlCursor } from './xmlCursor';
import { decodedText, segments, wholeText } from './xmlStream';
import type { ZipArchive } from './zipArchive';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Part name inside the zip. */
  readonly part: string;
}

export interface XlsxWorkbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Days to add to a stored serial so that it counts in the 1900 system: 0 or 1,462. */
  readonly serialOffset: number;
  /** By cell style index. */
  readonly dateStyles: readonly boolean[];
  readonly sharedStringsPart: string | null;
}

interface Relationship {
  readonly id: string;
  /** Last word of the type: the transitional and the strict dialect differ only before it. */
  readonly type: string;
  readonly part: string;
}

/** Refuses `file-type` when the package is no workbook (a .docx, .xlsb, .ods or any other zip). */
export async function readWorkbook(zip: ZipArchive): Promise<XlsxWorkbook> {
  if (!zip.has('_rels/.rels')) fileRefused('file-type');
  const root = await readRelationships(zip, '');
  const part = root.find((link) => link.type === 'officeDocument')?.part;
  if (!part || !zip.has(part)) fileRefused('file-type');
  const book = parseWorkbook(await wholeText(zip.stream(part, LIMITS.part)));
  const links = await readRelationships(zip, part);
  const sheetParts = new Map(links.filter(({ type }) => type === 'worksheet').map((link) => [link.id, link.part]));
  const partOf = (type: string): string | null => {
    const found = links.find((link) => link.type === type)?.part;
    return found !== undefined && zip.has(found) ? found : null;
  };
  const sheets = book.sheets.flatMap(({ name, hidden, link }) => {
    const target = sheetParts.get(link);
    return target === undefined ? [] : [{ name, hidden, part: target }];
  });
  if (sheets.length > LIMITS.sheets) fileRefused('file-too-large', { limitSheets: LIMITS.sheets });
  damagedUnless(sheets.length > 0 && sheets.every((sheet) => zip.has(sheet.part)));
  const styles = partOf('styles');
  return {
    sheets,
    serialOffset: book.date1904 ? 1_462 : 0,
    dateStyles: styles ? parseDateStyles(await wholeText(zip.stream(styles, LIMITS.part))) : [],
    sharedStringsPart: partOf('sharedStrings'),
  };
}

/** Every shared string by index, phonetic guides left out. */
export async function readSharedStrings(zip: ZipArchive, book: XlsxWorkbook): Promise<string[]> {
  const strings: string[] = [];
  if (book.sharedStringsPart === null) return strings;
  const text = decodedText(zip.stream(book.sharedStringsPart, LIMITS.sharedStringBytes));
  for await (const piece of segments(text, 'si')) {
    const cursor = new XmlCursor(piece);
    for (let token = cursor.next(); token !== END; token = cursor.next()) {
      if (cursor.name !== 'si') continue;
      if (token === OPEN) strings.push(readRichText(cursor, 'si'));
      else if (token === EMPTY) strings.push('');
    }
    if (strings.length > LIMITS.sharedStrings) fileRefused('file-too-large', { limitStrings: LIMITS.sharedStrings });
  }
  return strings;
}

/** Text of the runs of an `si` or `is` element on whose opening tag the cursor stands. */
export function readRichText(cursor: XmlCursor, element: 'si' | 'is'): string {
  let text = '';
  for (let token = cursor.next(); token !== END; token = cursor.next()) {
    if (token === CLOSE && cursor.name === element) break;
    if (token !== OPEN) continue;
    if (cursor.name === 't') text += decodeCellText(cursor.rawText());
    else if (cursor.name === 'rPh') cursor.rawText();
  }
  return text;
}

async function readRelationships(zip: ZipArchive, source: string): Promise<Relationship[]> {
  const slash = source.lastIndexOf('/');
  const folder = source.slice(0, slash + 1);
  const part = `${folder}_rels/${source.slice(slash + 1)}.rels`;
  if (!zip.has(part)) return [];
  const cursor = new XmlCursor(await wholeText(zip.stream(part, LIMITS.part)));
  const links: Relationship[] = [];
  for (let token = cursor.next(); token !== END; token = cursor.next()) {
    if (token === CLOSE || cursor.name !== 'Relationship') continue;
    const found = cursor.attributes();
    links.push({
      id: found.get('Id') ?? '',
      type: (found.get('Type') ?? '').split('/').at(-1) ?? '',
      part: resolvePart(folder, found.get('Target') ?? ''),
    });
  }
  return links;
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function parseWorkbook(xml: string): { sheets: { name: string; hidden: boolean; link: string }[]; date1904: boolean } {
  const sheets: { name: string; hidden: boolean; link: string }[] = [];
  let date1904 = false;
  let root = '';
  const cursor = new XmlCursor(xml);
  for (let token = cursor.next(); token !== END; token = cursor.next()) {
    if (token !== OPEN && token !== EMPTY) continue;
    root ||= cursor.name;
    if (root !== 'workbook') fileRefused('file-type');
    if (cursor.name === 'workbookPr') date1904 = isTrue(cursor.attribute('date1904'));
    if (cursor.name !== 'sheet') continue;
    const found = cursor.attributes();
    const link = [...found].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const state = found.get('state');
    sheets.push({ name: found.get('name') ?? '', hidden: state === 'hidden' || state === 'veryHidden', link });
  }
  if (root === '') fileRefused('file-type');
  return { sheets, date1904 };
}

function parseDateStyles(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  const cursor = new XmlCursor(xml);
  for (let token = cursor.next(); token !== END; token = cursor.next()) {
    if (cursor.name === 'cellXfs') inCellStyles = token === OPEN;
    if (token !== OPEN && token !== EMPTY) continue;
    if (cursor.name === 'numFmt') {
      const found = cursor.attributes();
      codes.set(Number(found.get('numFmtId')), found.get('formatCode') ?? '');
    } else if (cursor.name === 'xf' && inCellStyles) {
      const id = Number(cursor.attribute('numFmtId') ?? 0);
      styles.push(isDateFormat(id, codes.get(id)));
    }
  }
  return styles;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';
