/** TIFF files by hand: grey pages in plain strips, in either byte order, as a feeder with a stack of paper writes them. */
import type { GreyPage } from './scanImage';

const SHORT = 3;
const LONG = 4;

/** The tags of a plain grey page whose one strip begins at `strip`. */
const tagsOf = ({ grey, width, height }: GreyPage, strip: number): readonly (readonly [number, number, number])[] => [
  [256, LONG, width],
  [257, LONG, height],
  [258, SHORT, 8],
  [259, SHORT, 1],
  [262, SHORT, 1],
  [273, LONG, strip],
  [277, SHORT, 1],
  [278, LONG, height],
  [279, LONG, grey.length],
];

export function smallTiff(pages: readonly GreyPage[], little = true): Buffer {
  const tags = tagsOf({ grey: new Uint8Array(), width: 0, height: 0 }, 0).length;
  const directory = 2 + tags * 12 + 4;
  const total = 8 + pages.reduce((sum, { grey }) => sum + directory + grey.length, 0);
  const out = Buffer.alloc(total);
  const short = (value: number, at: number) => (little ? out.writeUInt16LE(value, at) : out.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? out.writeUInt32LE(value, at) : out.writeUInt32BE(value, at));
  out.write(little ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  let at = 8;
  for (const [number, page] of pages.entries()) {
    const strip = at + directory;
    short(tags, at);
    for (const [index, [tag, type, value]] of tagsOf(page, strip).entries()) {
      const entry = at + 2 + index * 12;
      short(tag, entry);
      short(type, entry + 2);
      long(1, entry + 4);
      if (type === SHORT) short(value, entry + 8);
      else long(value, entry + 8);
    }
    out.set(page.grey, strip);
    const next = strip + page.grey.length;
    long(number + 1 < pages.length ? next : 0, at + directory - 4);
    at = next;
  }
  return out;
}
