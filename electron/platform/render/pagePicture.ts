/** One page of a scanned file for a window that cannot show the file itself (TIFF). */
import { png } from './png';
import { scanPages } from './scanPages';

/** The page (from 1) as PNG; null for one that cannot be read or is not unpacked here. */
export function pagePicture(bytes: Uint8Array, page: number): Uint8Array | null {
  let number = 0;
  for (const picture of scanPages(bytes)) {
    number += 1;
    if (number < page) continue;
    if (typeof picture === 'string' || picture instanceof Uint8Array) return null;
    const { data, width, height } = picture;
    const colours = new Uint8Array(width * height * 3);
    for (let from = 0, to = 0; from < data.length; from += 4, to += 3) colours.set(data.subarray(from, from + 3), to);
    return png(colours, width, height, 3);
  }
  return null;
}
