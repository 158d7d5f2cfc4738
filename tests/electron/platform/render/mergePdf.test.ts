/** The evidence bundle: many files in one PDF with running numbers, stamps and bookmarks. */
import { degrees, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { present } from '@shared/kernel/assert';
import { describe, expect, it } from 'vitest';
import { mergePdf } from '../../../../electron/platform/render/mergePdf';
import { png } from '../../../../electron/platform/render/png';
import { smallPdf } from '../../../support/smallPdf';

const DAY = new Date('2026-11-22T00:00:00Z');
const picture = (width: number, height: number): Uint8Array =>
  png(
    Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7) % 256),
    width,
    height,
    3,
  );

async function titlesOf(bytes: Uint8Array): Promise<string[]> {
  const { catalog, context } = await PDFDocument.load(bytes);
  const titles: string[] = [];
  let item = catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    titles.push(String((item.lookup(PDFName.of('Title')) as unknown as { decodeText(): string }).decodeText()));
    item = context.lookupMaybe(item.get(PDFName.of('Next')), PDFDict);
  }
  return titles;
}

describe('the evidence bundle', () => {
  it('has PDF pages and pictures in their order, a bookmark for each file, and the same bytes again', async () => {
    const parts = [
      { title: '证据目录', bytes: smallPdf({ pages: 1 }), stamp: null, pages: null },
      { title: '1 借款合同', bytes: smallPdf({ pages: 3, packed: true }), stamp: '证据1', pages: null },
      { title: '2 借据', bytes: picture(60, 40), stamp: '证据2', pages: null },
    ];
    const { bytes, pages } = await mergePdf(parts, DAY);
    expect(pages).toBe(5);
    expect(await titlesOf(bytes)).toEqual(['证据目录', '1 借款合同', '2 借据']);
    const merged = await PDFDocument.load(bytes);
    const last = merged.getPage(4).getSize();
    expect(last.width).toBeGreaterThan(last.height);
    expect((await mergePdf(parts, DAY)).bytes).toEqual(bytes);
  });

  it('stamps each page of a piece with its own number, and none of the catalogue', async () => {
    const parts = [
      { title: '目录', bytes: smallPdf({ pages: 1 }), stamp: null, pages: null },
      { title: '合同', bytes: smallPdf({ pages: 12 }), stamp: '证据1', pages: null },
    ];
    const merged = await PDFDocument.load((await mergePdf(parts, DAY)).bytes);
    const stamped = (page: number): number =>
      merged
        .getPage(page)
        .node.normalizedEntries()
        .XObject.keys()
        .filter((key) => String(key).startsWith('/QingshouStamp')).length;
    expect(stamped(0)).toBe(0);
    // 证 据 1 - 3 第 2 页 … : the letters of 证据1-12　第12页
    expect(stamped(12)).toBe(new Set('证据1-12　第12页').size);
  });

  it('stands upright at the lower right of a page that is turned', async () => {
    const turned = await PDFDocument.create({ updateMetadata: false });
    for (const angle of [0, 90, 180, 270]) turned.addPage([400, 600]).setRotation(degrees(angle));
    const { bytes } = await mergePdf(
      [{ title: '扫描件', bytes: await turned.save(), stamp: '证据1', pages: null }],
      DAY,
    );
    const merged = await PDFDocument.load(bytes);
    const placed = merged.getPages().map((page) => {
      const { Contents } = page.node.normalizedEntries();
      const stamps = present(Contents, 'a stamped page has content')
        .asArray()
        .map((ref) => String(merged.context.lookup(ref)));
      const found = stamps
        .map((text) => /q (-?\d+) (-?\d+) (-?\d+) (-?\d+) ([\d.]+) ([\d.]+) cm/.exec(text))
        .find(Boolean);
      return found?.slice(1, 5).join(' ');
    });
    expect(placed).toEqual(['1 0 0 1', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0']);
  });

  it('refuses an encrypted, a damaged, an empty or an unknown file by its name and says why', async () => {
    const bad = [
      [smallPdf({ pages: 1, encrypted: true }), 'encrypted'],
      [smallPdf({ pages: 1 }).subarray(0, 20), 'damaged'],
      [smallPdf({ pages: 0 }), 'damaged'],
      [Buffer.from('text'), 'kind'],
    ] as const;
    for (const [bytes, reason] of bad)
      await expect(mergePdf([{ title: '坏文件', bytes, stamp: '证据1', pages: null }], DAY)).rejects.toMatchObject({
        refusal: { code: 'bundle-file-unreadable', facts: { title: '坏文件', reason } },
      });
  });

  it('refuses a file that has not the pages with which it was taken in, and tells how far it is', async () => {
    const part = (pages: number) => ({ title: '合同', bytes: smallPdf({ pages: 3 }), stamp: '证据1', pages });
    await expect(mergePdf([part(4)], DAY)).rejects.toMatchObject({ refusal: { code: 'bundle-file-unreadable' } });
    const told: number[] = [];
    await mergePdf([part(3), part(3)], DAY, (done) => told.push(done));
    expect(told).toEqual([1, 2]);
  });
});
