/** Pictures of scanned files: images, PDFs as scanners write them, and what nothing can read (documents §3.4). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newInstallation, newPaperKey, pageCode } from '../../../../electron/platform/paperCodes';
import { pagePicture } from '../../../../electron/platform/render/pagePicture';
import { qrStripes } from '../../../../electron/platform/render/qrCode';
import { readCodes } from '../../../../electron/platform/render/readCodes';
import { scanKind, scanPages } from '../../../../electron/platform/render/scanPages';
import { tiffDirectories } from '../../../../electron/platform/render/tiffPages';
import { isWhole } from '../../../../electron/platform/render/wholeScan';
import { asPng, greyPage, scanImage } from '../../../support/scanImage';
import { smallTiff } from '../../../support/smallTiff';

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
    expect([scanKind(Buffer.from('II*\0')), scanKind(Buffer.from('MM\0*'))]).toEqual(['tiff', 'tiff']);
    expect(scanKind(Buffer.from('PK'))).toBe('other');
  });

  it.each(['grey', 'colour', 'bits'] as const)('PDF with %s samples is read', async (kind) => {
    expect(await readCodes(pdfWith([flate(kind)]))).toEqual([{ unread: null, codes: [text], turn: 0 }]);
  });

  it('has a page for each picture, and says which it cannot read', async () => {
    const fax = { dictionary: '/Width 10 /Height 10 /Filter /JBIG2Decode', bytes: Buffer.from('x') };
    const torn = { ...flate('grey'), bytes: Buffer.from('not deflated') };
    const pages = await readCodes(pdfWith([flate('grey'), fax, torn]));
    expect(pages.map(({ unread }) => unread)).toEqual([null, 'packing', 'unreadable']);
  });

  it('without a picture is one page for a person', () => {
    expect([...scanPages(pdfWith([]))]).toEqual(['unreadable']);
    expect([...scanPages(Buffer.from('anything'))]).toEqual(['unreadable']);
  });
});

/** Written by libtiff (poppler's pdftoppm -tiffcompression …; tiles by ImageMagick) from the corner of a real notice at 200 dpi. */
const STRIPS = ['fax3', 'fax4', 'lzw', 'packbits', 'deflate', 'jpeg', 'jpegGrey'] as const;
const FIXTURES = [...STRIPS, 'tilesFax4', 'tilesJpeg', 'tilesLzw'] as const;
const FIXTURE_TEXT = 'NP1*Q3N1*REC01*ND3YCHZR5HNMD*M*1/2*PNXYR9';
const fixture = (name: (typeof FIXTURES)[number]) =>
  readFileSync(resolve(import.meta.dirname, `../../../support/tiffs/${name}.tif`));

describe('documents §3.4 a TIFF', () => {
  it.each(FIXTURES)('packed as %s is read', async (name) => {
    expect(await readCodes(fixture(name))).toEqual([{ unread: null, codes: [FIXTURE_TEXT], turn: 0 }]);
  });

  it.each([true, false])('has a code on each of its pages, little-endian: %s', async (little) => {
    const page = (turn: number) => greyPage([{ text, left: 85, top: 9 }], { width: 120, height: 120 }, { turn });
    const blank = greyPage([], { width: 120, height: 120 });
    const pages = await readCodes(smallTiff([page(0), blank, page(180)], little));
    expect(pages.map(({ codes }) => codes)).toEqual([[text], [], [text]]);
    expect(pages.map(({ turn }) => turn)).toEqual([0, null, 180]);
  });

  it('is shown as a picture that a window can read, page by page', async () => {
    const corner = { text, left: 85, top: 9 };
    const tiff = smallTiff([greyPage([], { width: 20, height: 20 }), greyPage([corner], { width: 120, height: 120 })]);
    const shown = pagePicture(tiff, 2);
    expect(await readCodes(shown as Uint8Array)).toMatchObject([{ codes: [text] }]);
    expect(pagePicture(tiff, 3)).toBeNull();
    expect(pagePicture(scanImage(text), 1)).toBeNull();
  });

  it('that is torn, endless or claims a page larger than any is a page for a person', async () => {
    const whole = smallTiff([greyPage([], { width: 20, height: 20 })]);
    const endless = Buffer.from(whole);
    endless.writeUInt32LE(8, 8 + 2 + 9 * 12);
    const huge = Buffer.from(whole);
    huge.writeUInt32LE(0x7fffffff, 8 + 2 + 8);
    const withoutEnd = whole.subarray(0, 60);
    for (const file of [endless, huge, withoutEnd])
      expect(await readCodes(file)).toEqual([{ unread: 'unreadable', codes: [], turn: null }]);
  });

  it('whose tiles are missing, too many or of another packing is a page for a person', async () => {
    const tiled = fixture('tilesLzw');
    const at = tiled.readUInt32LE(4);
    const placeOf = (tag: number) => {
      for (let entry = at + 2; ; entry += 12) if (tiled.readUInt16LE(entry) === tag) return entry + 8;
    };
    const changed = (...values: readonly (readonly [tag: number, value: number])[]) => {
      const file = Buffer.from(tiled);
      for (const [tag, value] of values) file.writeUInt16LE(value, placeOf(tag));
      return file;
    };
    const unread = async (file: Buffer) => (await readCodes(file)).map((page) => page.unread);
    const huge = changed([322, 0xffff], [323, 0xffff]);
    for (const file of [changed([322, 0]), changed([322, 8]), huge]) expect(await unread(file)).toEqual(['unreadable']);
    expect(await unread(changed([259, 34712]))).toEqual(['packing']);
  });

  it('fax inside a PDF is read as well', async () => {
    const tiff = fixture('fax4');
    const [tags] = tiffDirectories(tiff) ?? [];
    const [from = 0, length = 0] = [tags?.get(273)?.[0], tags?.get(279)?.[0]];
    const entries = '/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 180 /Rows 160 /BlackIs1 true >>';
    const dictionary = `/Width 180 /Height 160 /BitsPerComponent 1 ${entries}`;
    const pdf = pdfWith([{ dictionary, bytes: tiff.subarray(from, from + length) }]);
    expect(await readCodes(pdf)).toMatchObject([{ unread: null, codes: [FIXTURE_TEXT] }]);
  });
});

describe('documents §3.4 a page', () => {
  it.each([
    [0, 0],
    [4, 0],
    [-7, 0],
    [90, 270],
    [180, 180],
    [183, 180],
    [270, 90],
  ])('turned by %i degrees and stamped is read, and set upright by %i', async (turn, upright) => {
    expect(await readCodes(scanImage(text, { turn }))).toEqual([{ unread: null, codes: [text], turn: upright }]);
  });

  it('with two receipts gives the codes of both', async () => {
    const other = pageCode({ installation: newInstallation(), form: 'DOC-REC-03', key: newPaperKey() }, 'R', 2, 2);
    const A4 = { width: 210, height: 297 };
    const both = greyPage(
      [
        { text, left: 182, top: 9 },
        { text: other, left: 30, top: 160 },
      ],
      A4,
    );
    const [page] = await readCodes(asPng(both));
    expect(page?.codes.toSorted()).toEqual([text, other].toSorted());
  });
});

describe('a file that is still being written', () => {
  it('is known by its end', () => {
    const png = scanImage(text);
    const tiff = smallTiff([greyPage([], { width: 20, height: 20 }), greyPage([], { width: 20, height: 20 })]);
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5_000), Buffer.from([0xff, 0xd9])]);
    for (const file of [png, tiff, jpeg, pdfWith([flate('grey')])]) {
      expect(isWhole(file)).toBe(true);
      expect(isWhole(file.subarray(0, file.length / 2))).toBe(false);
    }
    expect([isWhole(Buffer.alloc(0)), isWhole(Buffer.from('anything'))]).toEqual([false, false]);
  });
});
