/**
 * One PDF of many files: PDF pages as they are, pictures each on a page of its own, with running page numbers, a stamp that names
 * the piece, and a bookmark for each. Numbers are drawn from the outlines of the bundled font, one form for each character.
 */

import {
  appendBezierCurve,
  appendQuadraticCurve,
  closePath,
  concatTransformationMatrix,
  fill,
  lineTo,
  moveTo,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFOperator,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { mm } from '@shared/domain/documents/typesetting';
import { present } from '@shared/kernel/assert';
import { RefusalError, refuse } from '@shared/kernel/result';
import { loadFont } from '../fonts/glyphs';
import { pdfPages } from '../pdfPages';
import { fileRefused } from '../sheets/fileFault';
import { pagePicture } from './pagePicture';
import { scanKind } from './scanPages';

export interface BundlePart {
  /** Of its bookmark. */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Before its page numbers: `证据1`; null: it is neither stamped nor numbered (the catalogue). */
  readonly stamp: string | null;
  /** That a PDF was found to have when it was taken in; null: counted now. */
  readonly pages: number | null;
}

export interface Bundle {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const A4 = { width: mm(210), height: mm(297) } as const;
const PICTURE_MARGIN = mm(12);
const STAMP_SIZE = 10;
/** From the lower edge and the right edge of the page as it is seen. */
const STAMP_AT = { right: mm(12), bottom: mm(8) } as const;

/** One command of a glyph's outline. */
function outlineOperator({
  command,
  args,
}: {
  readonly command: string;
  readonly args: readonly number[];
}): PDFOperator {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
  switch (command) {
    case 'moveTo':
      return moveTo(a, b);
    case 'lineTo':
      return lineTo(a, b);
    case 'quadraticCurveTo':
      return appendQuadraticCurve(a, b, c, d);
    case 'bezierCurveTo':
      return appendBezierCurve(a, b, c, d, e, f);
    default:
      return closePath();
  }
}

/** The characters of stamps, each drawn once. */
class StampLetters {
  readonly #drawn = new Map<string, { readonly name: PDFName; readonly form: PDFRef; readonly advance: number }>();
  readonly #target: PDFDocument;

  constructor(target: PDFDocument) {
    this.#target = target;
  }

  #letter(character: string) {
    const known = this.#drawn.get(character);
    if (known) return known;
    const font = loadFont('serif');
    const glyph = font.glyphForCodePoint(character.codePointAt(0) as number);
    const scale = STAMP_SIZE / font.unitsPerEm;
    const { context } = this.#target;
    const operators = [
      concatTransformationMatrix(scale, 0, 0, scale, 0, 0),
      ...glyph.path.commands.map(outlineOperator),
      fill(),
    ];
    const size = STAMP_SIZE * 2;
    const form = context.register(context.formXObject(operators, { BBox: context.obj([-size, -size, size, size]) }));
    const name = PDFName.of(`QingshouStamp${character.codePointAt(0)}`);
    const letter = { name, form, advance: glyph.advanceWidth * scale };
    this.#drawn.set(character, letter);
    return letter;
  }

  /** Upright at the lower right of the page as it is seen, whichever way the page is turned. */
  stamp(page: PDFPage, text: string): void {
    const letters = [...text].map((character) => this.#letter(character));
    const width = letters.reduce((sum, { advance }) => sum + advance, 0);
    const placed = seenFromLowerRight(page, width + STAMP_AT.right, STAMP_AT.bottom);
    // Written by hand and not deflated: 200 pages of operators as objects cost as much as merging the pages.
    const { XObject } = page.node.normalizedEntries();
    const drawn = letters.map(({ name, form, advance }) => {
      XObject.set(name, form);
      return `${name} Do 1 0 0 1 ${advance} 0 cm`;
    });
    const { context } = this.#target;
    page.node.addContentStream(context.register(context.stream(`q ${placed.join(' ')} cm ${drawn.join(' ')} Q`)));
  }
}

/**
 * Where writing begins that ends `right` from the right edge and stands `bottom` above the lower edge of the page as it is seen.
 * A page may be turned by its /Rotate; its own axes turn with it.
 */
function seenFromLowerRight(page: PDFPage, right: number, bottom: number): readonly number[] {
  const { x, y, width, height } = page.getCropBox();
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return [0, 1, -1, 0, x + width - bottom, y + height - right];
    case 180:
      return [-1, 0, 0, -1, x + right, y + height - bottom];
    case 270:
      return [0, -1, 1, 0, x + bottom, y + right];
    default:
      return [1, 0, 0, 1, x + width - right, y + bottom];
  }
}

/** As large as it can be on a page of A4 that lies as the picture does. */
async function addPicture(target: PDFDocument, bytes: Uint8Array): Promise<void> {
  const image = bytes[0] === 0xff ? await target.embedJpg(bytes) : await target.embedPng(bytes);
  const lies = image.width > image.height;
  const [width, height] = lies ? [A4.height, A4.width] : [A4.width, A4.height];
  const most = { width: width - 2 * PICTURE_MARGIN, height: height - 2 * PICTURE_MARGIN };
  const scale = Math.min(most.width / image.width, most.height / image.height);
  const drawn = { width: image.width * scale, height: image.height * scale };
  const page = target.addPage([width, height]);
  page.drawImage(image, { ...drawn, x: (width - drawn.width) / 2, y: (height - drawn.height) / 2 });
}

async function addTiff(target: PDFDocument, bytes: Uint8Array): Promise<void> {
  for (let number = 1; ; number++) {
    const picture = pagePicture(bytes, number);
    if (picture === null) return;
    await addPicture(target, picture);
  }
}

/** The library waits for a timer every so many objects, to let a window live; a thread of its own need not. */
const WITHOUT_WAITING = Number.POSITIVE_INFINITY;

async function addPdf(target: PDFDocument, bytes: Uint8Array, known: number | null): Promise<void> {
  // The library reads on where a file is broken or its key is missing; a volume with an empty page for evidence must not arise.
  const pages = known ?? pdfPages(Buffer.from(bytes));
  const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: WITHOUT_WAITING });
  if (source.getPageCount() !== pages) fileRefused('file-truncated');
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
}

/** Why a file cannot be bundled. damaged: it ends early, contradicts itself, or has no page. */
export type BundleFault = 'encrypted' | 'damaged' | 'kind';

const faultOf = (error: unknown): BundleFault =>
  error instanceof RefusalError && error.refusal.code === 'file-encrypted' ? 'encrypted' : 'damaged';

/** Refuses bundle-file-unreadable {title, reason: BundleFault}. */
async function addPart(target: PDFDocument, { title, bytes, pages }: BundlePart): Promise<void> {
  const before = target.getPageCount();
  const kind = scanKind(bytes);
  if (kind === 'other') refuse('bundle-file-unreadable', { title, reason: 'kind' });
  try {
    if (kind === 'pdf') await addPdf(target, bytes, pages);
    else if (kind === 'image') await addPicture(target, bytes);
    else await addTiff(target, bytes);
  } catch (error) {
    refuse('bundle-file-unreadable', { title, reason: faultOf(error) });
  }
  if (target.getPageCount() === before) refuse('bundle-file-unreadable', { title, reason: 'damaged' });
}

interface Bookmark {
  readonly title: string;
  readonly page: PDFRef;
}

/** A flat outline, open when the file is. */
function addBookmarks(target: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = target;
  const outline = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, at) => {
    const [before, after] = [refs[at - 1], refs[at + 1]];
    const item = context.obj({
      Parent: outline,
      Dest: [page, 'Fit'],
      ...(before && { Prev: before }),
      ...(after && { Next: after }),
    });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    context.assign(present(refs[at], 'each bookmark has its place'), item);
  });
  const [first] = refs;
  const last = refs.at(-1);
  if (!first || !last) return;
  context.assign(outline, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  catalog.set(PDFName.of('Outlines'), outline);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/**
 * Stamps count the pages of their own part, the number beside them those of the whole volume: `证据1-3　第12页`. `date`: of the file, so
 * that equal input gives equal bytes. `onProgress` hears after each part how many are in. Refuses bundle-file-unreadable {title, reason}.
 */
export async function mergePdf(
  parts: readonly BundlePart[],
  date: Date,
  onProgress: (done: number) => void = () => {},
): Promise<Bundle> {
  const target = await PDFDocument.create({ updateMetadata: false });
  target.setCreationDate(date);
  target.setModificationDate(date);
  const letters = new StampLetters(target);
  const bookmarks: Bookmark[] = [];
  let number = 0;
  for (const [index, part] of parts.entries()) {
    const from = target.getPageCount();
    await addPart(target, part);
    onProgress(index + 1);
    const pages = target.getPages().slice(from);
    bookmarks.push({ title: part.title, page: present(pages[0], 'a part has pages').ref });
    if (part.stamp === null) continue;
    for (const [at, page] of pages.entries()) {
      number += 1;
      letters.stamp(page, `${part.stamp}-${at + 1}　第${number}页`);
    }
  }
  addBookmarks(target, bookmarks);
  return {
    bytes: await target.save({
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: WITHOUT_WAITING,
    }),
    pages: target.getPageCount(),
  };
}
