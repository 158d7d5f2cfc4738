/** A scanned page for tests: the paper's QR code on grey paper at 200 dpi, turned by three degrees, with a seal's lines over a third of it, as PNG. */
import { crc32, deflateSync } from 'node:zlib';
import { qrStripes } from '../../electron/platform/render/qrCode';

const DPI = 200;
const px = (millimetres: number): number => (millimetres / 25.4) * DPI;

export interface ScanOptions {
  /** Degrees. */
  readonly turn?: number;
  /** Grey of a stamp's lines over the lower third of the code; 0: none. Red seal ink is 130 to 180 in grey. */
  readonly stamp?: number;
  /** Torn away: nothing of the code is left below this part of its height. */
  readonly torn?: number;
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function png(grey: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Half a page, with the code where papers have it: 18 mm with its quiet zone. */
export function scanImage(text: string, { turn = 3, stamp = 140, torn = 1 }: ScanOptions = {}): Buffer {
  const { size, stripes } = qrStripes(text);
  const dark = new Set<number>();
  for (const { x, y, length } of stripes) for (let dx = 0; dx < length; dx++) dark.add(y * size + x + dx);
  const [width, height] = [Math.round(px(120)), Math.round(px(60))];
  const module = px(18) / (size + 8);
  const [left, top] = [px(80) + 4 * module, px(9) + 4 * module];
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const grey = new Uint8Array(width * height).fill(225);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const column = Math.floor((dx * cos + dy * sin + width / 2 - left) / module);
      const row = Math.floor((dy * cos - dx * sin + height / 2 - top) / module);
      const inside = column >= 0 && column < size && row >= 0 && row < size;
      if (inside && row / size < torn && dark.has(row * size + column)) grey[y * width + x] = 30;
      // Red ink in grey: lighter than the modules, darker than the paper.
      if (stamp > 0 && inside && row > (size * 2) / 3 && (x + y) % 9 < 2)
        grey[y * width + x] = Math.min(grey[y * width + x] ?? 0, stamp);
    }
  }
  return png(grey, width, height);
}
