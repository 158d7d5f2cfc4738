/**
 * The pictures of a scanned file, page by page: a JPEG or PNG is one; of a PDF the pictures that scanners put into it (JPEG, or
 * plain grey and colour samples). Other encodings (fax, JBIG2, TIFF) are not read here: such a page waits for a person.
 */
import { inflateSync } from 'node:zlib';

/** What the code reader takes: an encoded picture, or RGBA samples. */
export type Picture =
  | Uint8Array
  | { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

export type ScanKind = 'image' | 'pdf' | 'other';

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** By what the file contains, not by its name. */
export function scanKind(bytes: Uint8Array): ScanKind {
  if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image';
  return starts(bytes, 0x25, 0x50, 0x44, 0x46) ? 'pdf' : 'other';
}

/** A larger picture than this is no page. */
const MOST_SAMPLES = 120_000_000;

const numberIn = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0);

/** Grey or colour samples of eight bits, or black and white, as RGBA; null for anything else. */
function samples(packed: Uint8Array, dictionary: string): Picture | null {
  const [width, height] = [numberIn(dictionary, 'Width'), numberIn(dictionary, 'Height')];
  const bits = numberIn(dictionary, 'BitsPerComponent') || 1;
  const colours = /DeviceRGB|CalRGB/.test(dictionary) ? 3 : 1;
  if (width * height === 0 || width * height > MOST_SAMPLES || /\/Predictor\s+(?!1\b)\d/.test(dictionary)) return null;
  const plain = inflateSync(packed, { maxOutputLength: MOST_SAMPLES * 4 });
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

/** Pictures of a PDF in the order of the file; null in the place of one that cannot be read. */
function picturesOfPdf(bytes: Uint8Array): (Picture | null)[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found: (Picture | null)[] = [];
  for (const { 0: head, index } of text.matchAll(/<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>\s*stream\r?\n/g)) {
    if (!/\/Subtype\s*\/Image/.test(head) || /\/ImageMask\s+true/.test(head)) continue;
    const from = index + head.length;
    const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head)?.[1];
    const end = length ? from + Number(length) : text.indexOf('endstream', from);
    const stream = bytes.subarray(from, end);
    if (/\/DCTDecode/.test(head)) found.push(stream);
    else if (/\/Filter\s*\[?\s*\/FlateDecode/.test(head)) found.push(readable(() => samples(stream, head)));
    else found.push(null);
  }
  return found;
}

/** A torn stream is a page that cannot be read, not a failure of the whole file. */
function readable(read: () => Picture | null): Picture | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** One entry per page; null where the page's picture cannot be read. */
export function scanPages(bytes: Uint8Array): (Picture | null)[] {
  switch (scanKind(bytes)) {
    case 'image':
      return [bytes];
    case 'pdf': {
      const pictures = picturesOfPdf(bytes);
      return pictures.length > 0 ? pictures : [null];
    }
    default:
      return [null];
  }
}
