/** Scanned pages for tests: QR codes on grey paper at 200 dpi, turned as a feeder or a hurried hand does, with a seal's lines over a third of each. */
import { png } from '../../electron/platform/render/png';
import { qrStripes } from '../../electron/platform/render/qrCode';

const DPI = 200;
const px = (millimetres: number): number => Math.round((millimetres / 25.4) * DPI);
/** 18 mm with the quiet zone of four modules on each side. */
const CODE = 18;

export interface ScanOptions {
  /** Degrees clockwise, around the middle of the page. */
  readonly turn?: number;
  /** Grey of a stamp's lines over the lower third of the code; 0: none. Red seal ink is 130 to 180 in grey. */
  readonly stamp?: number;
  /** Torn away: nothing of the code is left below this part of its height. */
  readonly torn?: number;
}

/** A code and where its quiet zone begins on the page, in millimetres. */
export interface CodeOnPage {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

export interface GreyPage {
  readonly grey: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function placed({ text, left, top }: CodeOnPage) {
  const { size, stripes } = qrStripes(text);
  const dark = new Set<number>();
  for (const { x, y, length } of stripes) for (let dx = 0; dx < length; dx++) dark.add(y * size + x + dx);
  const module = px(CODE) / (size + 8);
  return { size, dark, module, left: px(left) + 4 * module, top: px(top) + 4 * module };
}

/** `size`: of the page in millimetres. */
export function greyPage(
  codes: readonly CodeOnPage[],
  size: { readonly width: number; readonly height: number },
  { turn = 3, stamp = 140, torn = 1 }: ScanOptions = {},
): GreyPage {
  const [width, height] = [px(size.width), px(size.height)];
  const grey = new Uint8Array(width * height).fill(225);
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const code of codes.map(placed)) {
    for (let at = 0; at < grey.length; at++) {
      const [x, y] = [at % width, Math.floor(at / width)];
      const [dx, dy] = [x - width / 2, y - height / 2];
      const column = Math.floor((dx * cos + dy * sin + width / 2 - code.left) / code.module);
      const row = Math.floor((dy * cos - dx * sin + height / 2 - code.top) / code.module);
      if (column < 0 || column >= code.size || row < 0 || row >= code.size) continue;
      if (row / code.size < torn && code.dark.has(row * code.size + column)) grey[at] = 30;
      // Red ink in grey: lighter than the modules, darker than the paper.
      if (stamp > 0 && row > (code.size * 2) / 3 && (x + y) % 9 < 2) grey[at] = Math.min(grey[at] ?? 0, stamp);
    }
  }
  return { grey, width, height };
}

export const asPng = ({ grey, width, height }: GreyPage): Buffer => png(grey, width, height, 1);

/** A page of 120 mm by 120 mm with the code in the corner where papers have it, as PNG. */
export const scanImage = (text: string, options: ScanOptions = {}): Buffer =>
  asPng(greyPage([{ text, left: 85, top: 9 }], { width: 120, height: 120 }, options));
