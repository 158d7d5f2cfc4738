/** Pictures of scanned files: images, PDFs as scanners write them, and what nothing can read (documents §3.4). */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newInstallation, newPaperKey, pageCode } from '../../../../electron/platform/paperCodes';
import { qrStripes } from '../../../../electron/platform/render/qrCode';
import { readCodes } from '../../../../electron/platform/render/readCodes';
import { scanKind, scanPages } from '../../../../electron/platform/render/scanPages';
import { scanImage } from '../../../support/scanImage';

const text = pageCode({ installation: newInstallation(), form: 'DOC-REC-01', key: newPaperKey() }, 'R', 2, 2);

/** The code alone, eight pixels a module with its quiet zone: one byte of grey, three of colour, or one bit a pixel. */
function samples(kind: 'grey' | 'colour' | 'bits'): { side: number; data: Buffer; entries: string } {
  const { size, stripes } = qrStripes(text);
  const dark = new Set(stripes.flatMap(({ x, y, length }) => Array.from({ length }, (_, dx) => y * size + x + dx)));
  const side = (size + 8) * 8;
  const isDark = (x: number, y: number) => {
    const [column, row] = [Math.floor(x / 8) - 4, Math.floor(y / 8) - 4];
    return column >= 0 && row >= 0 && column < size && row < size && dark.has(row * size + column);
  };
  const row = kind === 'bits' ? Math.ceil(side / 8) : side * (kind === 'colour' ? 3 : 1);
  const data = Buffer.alloc(row * side, 255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (!isDark(x, y)) continue;
      if (kind === 'bits') data[y * row + (x >> 3)] = (data[y * row + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
      else if (kind === 'grey') data[y * row + x] = 20;
      else data.fill(20, y * row + x * 3, y * row + x * 3 + 3);
    }
  const space = kind === 'colour' ? '/DeviceRGB' : '/DeviceGray';
  return { side, data, entries: `/ColorSpace ${space} /BitsPerComponent ${kind === 'bits' ? 1 : 8}` };
}

function pdfWith(streams: readonly { dictionary: string; bytes: Buffer }[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  for (const [index, { dictionary, bytes }] of streams.entries()) {
    parts.push(
      Buffer.from(
        `${index + 1} 0 obj\n<< /Type /XObject /Subtype /Image ${dictionary} /Length ${bytes.length} >>\nstream\n`,
      ),
    );
    parts.push(bytes, Buffer.from('\nendstream\nendobj\n'));
  }
  return Buffer.concat([...parts, Buffer.from('%%EOF')]);
}

const flate = (kind: 'grey' | 'colour' | 'bits') => {
  const { side, data, entries } = samples(kind);
  return { dictionary: `/Width ${side} /Height ${side} ${entries} /Filter /FlateDecode`, bytes: deflateSync(data) };
};

describe('a scanned file', () => {
  it('is known by what it contains', () => {
    expect(scanKind(scanImage(text))).toBe('image');
    expect(scanKind(pdfWith([]))).toBe('pdf');
    expect(scanKind(Buffer.from('II*\0'))).toBe('other');
  });

  it.each(['grey', 'colour', 'bits'] as const)('PDF with %s samples is read', async (kind) => {
    expect(await readCodes(pdfWith([flate(kind)]))).toEqual([{ readable: true, codes: [text] }]);
  });

  it('has a page for each picture, and says which it cannot read', async () => {
    const fax = { dictionary: '/Width 10 /Height 10 /Filter /CCITTFaxDecode', bytes: Buffer.from('x') };
    const torn = { ...flate('grey'), bytes: Buffer.from('not deflated') };
    const pages = await readCodes(pdfWith([flate('grey'), fax, torn]));
    expect(pages.map(({ readable }) => readable)).toEqual([true, false, false]);
  });

  it('without a picture is one page for a person', () => {
    expect(scanPages(pdfWith([]))).toEqual([null]);
    expect(scanPages(Buffer.from('anything'))).toEqual([null]);
  });
});
