/**
 * The pictures of a scanned file, page by page: a JPEG or PNG is one, a TIFF has one for each page; of a PDF the pictures that
 * scanners put into it (JPEG, fax, or plain grey and colour samples). Another packing (JBIG2, JPEG 2000) is told and waits for a person.
 */
import { inflateSync } from 'node:zlib';
import type { Unread } from '@shared/domain/dunning/scans';
import { faxPicture, isTiff, MOST_PIXELS, readable, type Samples, tiffPages } from './tiffPages';

/** What the code reader takes: an encoded picture, or RGBA samples. */
export type Picture = Uint8Array | Samples;

export type ScanKind = 'image' | 'pdf' | 'tiff' | 'other';

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** By what the file contains, not by its name. */
export function scanKind(bytes: Uint8Array): ScanKind {
  if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image';
  if (isTiff(bytes)) return 'tiff';
  return starts(bytes, 0x25, 0x50, 0x44, 0x46) ? 'pdf' : 'other';
}

const numberIn = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary)?.[1] ?? 0);

/** What of a PDF is unpacked here. */
const PACKED = /\/Filter\s*\[?\s*\/(?:FlateDecode|CCITTFaxDecode)/;

/** Grey or colour samples of eight bits, or black and white, as RGBA; null for anything else. */
function samples(packed: Uint8Array, dictionary: string): Picture | null {
  const [width, height] = [numberIn(dictionary, 'Width'), numberIn(dictionary, 'Height')];
  const bits = numberIn(dictionary, 'BitsPerComponent') || 1;
  const colours = /DeviceRGB|CalRGB/.test(dictionary) ? 3 : 1;
  if (width * height === 0 || width * height > MOST_PIXELS || /\/Predictor\s+(?!1\b)\d/.test(dictionary)) return null;
  const plain = inflateSync(packed, { maxOutputLength: MOST_PIXELS * 4 });
  const rowBytes = Math.ceil((width * colours * bits) / 8);
  if ((bits !== 8 && !(bits === 1 && colours === 1)) || plain.length < rowBytes * height) return null;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      for (let colour = 0; colour < 3; colour++) {
        const sample = x * colours + (colours === 3 ? colour : 0);
        const at = y * rowBytes;
        data[to + colour] =
          bits === 8 ? (plain[at + sample] ?? 255) : (((plain[at + (x >> 3)] ?? 255) >> (7 - (x & 7))) & 1) * 255;
      }
    }
  }
  return { data, width, height };
}

/** Black and white as a fax machine packs it; null for rows that begin on whole bytes. */
function fax(stream: Uint8Array, dictionary: string): Picture | null {
  const [width, height, k] = ['Width', 'Height', 'K'].map((name) => numberIn(dictionary, name)) as [
    number,
    number,
    number,
  ];
  const isPage = width * height > 0 && width * height <= MOST_PIXELS;
  if (!isPage || /\/EncodedByteAlign\s+true/.test(dictionary)) return null;
  const inverted = /\/BlackIs1\s+true/.test(dictionary) !== /\/Decode\s*\[\s*1/.test(dictionary);
  return faxPicture(stream, { width, height, k, inverted });
}

function* pagesOfPdf(bytes: Uint8Array): Generator<Picture | Unread> {
  const text = Buffer.from(bytes).toString('latin1');
  let pages = 0;
  for (const { 0: head, index } of text.matchAll(/<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>\s*stream\r?\n/g)) {
    if (!/\/Subtype\s*\/Image/.test(head) || /\/ImageMask\s+true/.test(head)) continue;
    const from = index + head.length;
    const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head)?.[1];
    const end = length ? from + Number(length) : text.indexOf('endstream', from);
    const stream = bytes.subarray(from, end);
    pages += 1;
    if (/\/DCTDecode/.test(head)) yield stream;
    else if (!PACKED.test(head)) yield 'packing';
    else yield (/\/FlateDecode/.test(head) ? readable(() => samples(stream, head)) : fax(stream, head)) ?? 'unreadable';
  }
  if (pages === 0) yield 'unreadable';
}

/** One after the other, in the order of the file; why in the place of a page whose picture cannot be read. */
export function* scanPages(bytes: Uint8Array): Generator<Picture | Unread> {
  switch (scanKind(bytes)) {
    case 'image':
      yield bytes;
      return;
    case 'tiff':
      yield* tiffPages(bytes);
      return;
    case 'pdf':
      yield* pagesOfPdf(bytes);
      return;
    default:
      yield 'unreadable';
  }
}
