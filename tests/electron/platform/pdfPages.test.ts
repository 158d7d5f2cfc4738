/** The page count of files from outside, against pdf.js; what is no PDF, locked or cut off is refused by name. */
import { RefusalError } from '@shared/kernel/result';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { pdfPages } from '../../../electron/platform/pdfPages';
import { directEngine } from '../../../electron/platform/render/renderEngine';
import { smallPdf } from '../../support/smallPdf';

const byPdfJs = async (bytes: Uint8Array): Promise<number> =>
  (await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: true }).promise).numPages;

const codeOf = (bytes: Buffer): string | null => {
  try {
    pdfPages(bytes);
    return null;
  } catch (error) {
    return error instanceof RefusalError ? error.refusal.code : String(error);
  }
};

describe('pdfPages', () => {
  test.each([
    ['one page', { pages: 1 }],
    ['many pages', { pages: 123 }],
    ['objects in a compressed stream', { pages: 7, packed: true }],
  ])('%s', async (_, kind) => {
    const bytes = smallPdf(kind);
    expect(pdfPages(bytes)).toBe(kind.pages);
    expect(await byPdfJs(bytes)).toBe(kind.pages);
  });

  test('a later edition appended to the file counts', () => {
    const more = '\n2 0 obj\n<< /Type /Pages /Kids [] /Count 9 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
    expect(pdfPages(Buffer.concat([smallPdf({ pages: 3 }), Buffer.from(more)]))).toBe(9);
  });

  test('a paper of our own', async () => {
    const paragraph = { kind: 'paragraph', runs: [{ text: '字'.repeat(3000) }] } as const;
    const paper = {
      code: 'T',
      title: '测试',
      unit: '某行',
      date: '2026-11-22',
      class: 'INT',
      layout: 'official',
    } as const;
    const { bytes, pages } = await directEngine().renderPdf({ ...paper, blocks: [paragraph] }, {});
    expect(pages).toBeGreaterThan(1);
    expect(pdfPages(Buffer.from(bytes))).toBe(pages);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), 'not-a-pdf'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not-a-pdf'],
    ['a text that speaks of %PDF- far inside', Buffer.from(`${' '.repeat(2000)}%PDF-1.4`), 'not-a-pdf'],
    ['one with a password', smallPdf({ pages: 2, encrypted: true }), 'file-encrypted'],
    ['one that was cut off', smallPdf({ pages: 2 }).subarray(0, 60), 'file-truncated'],
    ['one without pages', smallPdf({ pages: 0 }), 'file-truncated'],
  ])('%s', (_, bytes, code) => expect(codeOf(bytes)).toBe(code));
});
