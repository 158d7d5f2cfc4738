/**
 * Pages of a TIFF as scanners and fax machines write it: strips or tiles, plain or packed by fax groups 3 and 4, LZW, PackBits,
 * deflate or JPEG. The directory is read here, within the bounds of the file; UTIF unpacks the strips and knows the colours.
 */
import type { Unread } from '@shared/domain/dunning/scans';
import UTIF, { type IFD } from 'utif2';

export interface Samples {
  /** RGBA. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Pixels of one page; a larger picture is no page. */
export const MOST_PIXELS = 120_000_000;
/** A stack that a feeder takes in one go is smaller. */
const MOST_PAGES = 1_000;
/** Values of one tag: a strip for each row of a large page. */
const MOST_VALUES = 20_000;

const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const COLOURS = 262;
const PER_PIXEL = 277;
const STRIPS = 273;
const STRIP_ROWS = 278;
const STRIP_BYTES = 279;
const TILE_WIDTH = 322;
const TILE_HEIGHT = 323;
const TILES = 324;
const TILE_BYTES = 325;
/** What UTIF asks a page for (size, bits, packing, colours, strips, predictor, palette, JPEG tables), and where its tiles are. */
const TAGS = new Set([
  ...[WIDTH, HEIGHT, BITS, COMPRESSION, COLOURS, 266, STRIPS, PER_PIXEL, STRIP_ROWS, STRIP_BYTES, 292, 317],
  ...[320, TILE_WIDTH, TILE_HEIGHT, TILES, TILE_BYTES, 347],
]);
/** Bytes of a value by its type: BYTE, SHORT, LONG, UNDEFINED. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4, 7: 1 };
const JPEG = 7;
const PACKINGS = [1, 2, 3, 4, 5, JPEG, 8, 32773, 32946];
const RGB = 2;

type Tags = Map<number, number[]>;

const head = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4)).toString('latin1');
export const isTiff = (bytes: Uint8Array): boolean => ['II*\0', 'MM\0*'].includes(head(bytes));

/** The directory of each page; null when the chain leaves the file or bites its tail: such a file is torn, or not all there yet. */
export function tiffDirectories(bytes: Uint8Array): Tags[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: Tags[] = [];
  const seen = new Set<number>();
  try {
    for (let at = view.getUint32(4, little); at !== 0; ) {
      if (seen.has(at) || seen.size === MOST_PAGES) return null;
      seen.add(at);
      const count = view.getUint16(at, little);
      pages.push(directoryAt(view, at + 2, count, little));
      at = view.getUint32(at + 2 + count * 12, little);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return pages.length > 0 ? pages : null;
}

/** Fails with a RangeError where the file ends too soon. */
function directoryAt(view: DataView, from: number, entries: number, little: boolean): Tags {
  const tags: Tags = new Map();
  for (let entry = 0; entry < entries; entry++) {
    const at = from + entry * 12;
    const tag = view.getUint16(at, little);
    const size = SIZES[view.getUint16(at + 2, little)];
    const count = view.getUint32(at + 4, little);
    if (!TAGS.has(tag) || size === undefined || count > MOST_VALUES) continue;
    const values = count * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
    const valueAt = (index: number): number => {
      if (size === 1) return view.getUint8(values + index);
      return size === 2 ? view.getUint16(values + index * 2, little) : view.getUint32(values + index * 4, little);
    };
    tags.set(
      tag,
      Array.from({ length: count }, (_, index) => valueAt(index)),
    );
  }
  return tags;
}

const firstOf = (tags: Tags, tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;

/** RGBA of a picture in strips. */
function strips(bytes: ArrayBuffer, tags: Tags): Uint8ClampedArray {
  // UTIF unpacks every JPEG to three colours, grey ones too.
  const asColour = firstOf(tags, COMPRESSION, 1) === JPEG && firstOf(tags, PER_PIXEL, 1) === 1;
  const read = asColour ? new Map([...tags, [BITS, [8, 8, 8]], [COLOURS, [RGB]], [PER_PIXEL, [3]]]) : tags;
  const page = Object.fromEntries([...read].map(([tag, values]) => [`t${tag}`, values])) as unknown as IFD;
  UTIF.decodeImage(bytes, page);
  return new Uint8ClampedArray(UTIF.toRGBA8(page).buffer as ArrayBuffer);
}

/** Each tile is unpacked as a picture of one strip and laid in its place; null when tiles are missing or too large. */
function tiles(bytes: ArrayBuffer, tags: Tags): Uint8ClampedArray | null {
  const [width, height] = [firstOf(tags, WIDTH, 0), firstOf(tags, HEIGHT, 0)];
  const [across, down] = [firstOf(tags, TILE_WIDTH, 0), firstOf(tags, TILE_HEIGHT, 0)];
  if (across * down === 0 || across * down > MOST_PIXELS) return null;
  const [columns, rows] = [Math.ceil(width / across), Math.ceil(height / down)];
  const [from, sizes] = [tags.get(TILES) ?? [], tags.get(TILE_BYTES) ?? []];
  const covered = columns * rows * across * down;
  if (from.length < columns * rows || sizes.length < columns * rows || covered > MOST_PIXELS * 2) return null;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let tile = 0; tile < columns * rows; tile++) {
    const own: Tags = new Map(tags);
    for (const tag of [TILE_WIDTH, TILE_HEIGHT, TILES, TILE_BYTES]) own.delete(tag);
    own.set(WIDTH, [across]).set(HEIGHT, [down]).set(STRIP_ROWS, [down]);
    own.set(STRIPS, [from[tile] ?? 0]).set(STRIP_BYTES, [sizes[tile] ?? 0]);
    const picture = strips(bytes, own);
    const [left, top] = [(tile % columns) * across, Math.floor(tile / columns) * down];
    const seen = Math.min(across, width - left) * 4;
    for (let y = 0; y < Math.min(down, height - top); y++)
      data.set(picture.subarray(y * across * 4, y * across * 4 + seen), ((top + y) * width + left) * 4);
  }
  return data;
}

/** Fails for a torn picture. */
function unpacked(bytes: ArrayBuffer, tags: Tags): Samples | Unread {
  const [width, height] = [firstOf(tags, WIDTH, 0), firstOf(tags, HEIGHT, 0)];
  if (!PACKINGS.includes(firstOf(tags, COMPRESSION, 1))) return 'packing';
  if (width * height === 0 || width * height > MOST_PIXELS) return 'unreadable';
  const data = tags.has(TILE_WIDTH) ? tiles(bytes, tags) : tags.has(STRIPS) ? strips(bytes, tags) : null;
  return data === null ? 'unreadable' : { data, width, height };
}

const own = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** One page after the other, unpacked when it is asked for; why for one that cannot be read. */
export function* tiffPages(bytes: Uint8Array): Generator<Samples | Unread> {
  const directories = tiffDirectories(bytes);
  if (directories === null) {
    yield 'unreadable';
    return;
  }
  const buffer = own(bytes);
  for (const tags of directories) yield readable(() => unpacked(buffer, tags)) ?? 'unreadable';
}

export interface FaxStrip {
  readonly width: number;
  readonly height: number;
  /** Below zero group 4, else group 3, mixed above zero. */
  readonly k: number;
  /** What fax calls white is the ink. */
  readonly inverted: boolean;
}

/** The samples of a fax strip as PDFs hold them (CCITTFaxDecode). */
export function faxPicture(strip: Uint8Array, { width, height, k, inverted }: FaxStrip): Samples | null {
  const tags: Tags = new Map([
    [WIDTH, [width]],
    [HEIGHT, [height]],
    [BITS, [1]],
    [COMPRESSION, [k < 0 ? 4 : 3]],
    [COLOURS, [inverted ? 1 : 0]],
    [STRIPS, [0]],
    [PER_PIXEL, [1]],
    [STRIP_ROWS, [height]],
    [STRIP_BYTES, [strip.length]],
    [292, [k > 0 ? 1 : 0]],
  ]);
  return readable(() => ({ data: strips(own(strip), tags), width, height }));
}

/** A torn strip is a page that cannot be read, not a failure of the whole file. */
export function readable<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
