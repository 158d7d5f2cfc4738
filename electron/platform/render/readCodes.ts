/** Reads the QR codes of scanned pages with ZXing as WebAssembly, offline: its module is given as bytes, never fetched. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReaderOptions } from 'zxing-wasm/reader';
import { scanPages } from './scanPages';

const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  maxNumberOfSymbols: 4,
};

export interface ScannedPage {
  /** The picture could be looked at. */
  readonly readable: boolean;
  /** Texts of the codes on it. */
  readonly codes: readonly string[];
}

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
    if (picture === null) {
      pages.push({ readable: false, codes: [] });
      continue;
    }
    const found = await readBarcodes(picture as Uint8Array, OPTIONS);
    pages.push({ readable: true, codes: found.map(({ text }) => text) });
  }
  return pages;
}
