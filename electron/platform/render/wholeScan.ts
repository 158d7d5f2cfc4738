/** Whether a scanned file is all there, by what stands at its end: a scanner or a slow share may still be writing it. */
import { scanKind } from './scanPages';
import { tiffDirectories } from './tiffPages';

/** Bytes at the end in which its mark stands; some programs write a little behind it. */
const TAIL = 2_048;
const JPEG_END = Buffer.from([0xff, 0xd9]);

/** False also for what is no scan at all. */
export function isWhole(bytes: Buffer): boolean {
  const tail = bytes.subarray(-TAIL);
  switch (scanKind(bytes)) {
    case 'pdf':
      return tail.includes('%%EOF');
    case 'tiff':
      return tiffDirectories(bytes) !== null;
    case 'image':
      return bytes[0] === 0x89 ? tail.includes('IEND') : tail.includes(JPEG_END);
    default:
      return false;
  }
}
