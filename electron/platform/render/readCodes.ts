/** Reads the QR codes of scanned pages with ZXing as WebAssembly, offline: its module is given as bytes, never fetched. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Unread } from '@shared/domain/dunning/scans';
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader';
import { scanPages } from './scanPages';

/** Two receipts on a page have two codes each, and couriers stick theirs beside them. */
const MOST_CODES = 8;

const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  maxNumberOfSymbols: MOST_CODES,
};

export interface ScannedPage {
  /** Why the picture could not be looked at; null: it was. */
  readonly unread: Unread | null;
  /** Texts of the codes on it. */
  readonly codes: readonly string[];
  /** Degrees clockwise that set the picture upright, by the first code; null without one. */
  readonly turn: 0 | 90 | 180 | 270 | null;
}

/** A code is printed upright: as far as it is turned, so is the page. A few degrees are the feeder's. */
const turnOf = ({ orientation }: ReadResult): ScannedPage['turn'] =>
  ((((360 - Math.round(orientation / 90) * 90) % 360) + 360) % 360) as 0 | 90 | 180 | 270;

let reader: Promise<typeof import('zxing-wasm/reader')> | null = null;

async function loadReader() {
  const zxing = await import('zxing-wasm/reader');
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return zxing;
}

/** One entry per page of the file. */
export async function readCodes(bytes: Uint8Array): Promise<ScannedPage[]> {
  reader ??= loadReader();
  const { readBarcodes } = await reader;
  const pages: ScannedPage[] = [];
  for (const picture of scanPages(bytes)) {
    if (typeof picture === 'string') {
      pages.push({ unread: picture, codes: [], turn: null });
      continue;
    }
    const found = await readBarcodes(picture as Uint8Array, OPTIONS);
    const [first] = found;
    pages.push({ unread: null, codes: found.map(({ text }) => text), turn: first ? turnOf(first) : null });
  }
  return pages;
}
