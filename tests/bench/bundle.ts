/** The evidence bundle: 200 scanned pages in one PDF with numbers, stamps and bookmarks, against plain merging of the same files. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { mergePdf } from '../../electron/platform/render/mergePdf';
import { png } from '../../electron/platform/render/png';
import { interleaved, type Line, ratios, spreadOf, timed } from './measure';

const DAY = new Date('2026-11-22T00:00:00Z');
const FILES = 20;
const PAGES_EACH = 10;
/** A merge takes a tenth of a second: a few rounds would measure what else the machine does. */
const LEAST_ROUNDS = 31;

/** Scanned pages: a picture that does not compress, on each. */
async function scanned(pages: number, seed: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page++) {
    let state = seed * 1000 + page + 1;
    const colours = Uint8Array.from({ length: 220 * 310 }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state >> 16;
    });
    const image = await document.embedPng(png(colours, 220, 310, 1));
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return document.save();
}

/** The same pages without numbers, stamps and bookmarks, and with the library's waiting for a window turned off on both sides. */
async function plainMerge(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const target = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of files) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
    for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
  }
  const objectsPerTick = Number.POSITIVE_INFINITY;
  return target.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick });
}

export async function bundle(_loans: number, rounds: number): Promise<Line[]> {
  const files = await Promise.all(Array.from({ length: FILES }, (_, at) => scanned(PAGES_EACH, at)));
  const parts = files.map((bytes, at) => ({
    ...{ title: `证据${at + 1}`, bytes, stamp: `证据${at + 1}` },
    // Counted when the scan was taken in, as in a real case.
    pages: PAGES_EACH,
  }));
  const sides = { ours: () => timed(() => mergePdf(parts, DAY)), plain: () => timed(() => plainMerge(files)) };
  await interleaved(1, sides);
  const { ours, plain } = await interleaved(Math.max(rounds, LEAST_ROUNDS), sides);
  const work = 'evidence bundle of 200 scanned pages / plain merging';
  return [
    { id: 'BUNDLE', work, unit: 'x', spread: spreadOf(ratios([...ours], [...plain])), goal: 1.5, judged: 'median' },
  ];
}
