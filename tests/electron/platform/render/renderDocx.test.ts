/** The Word file: opens as a package, exact lines, Windows font names, controls, and the text of the PDF (LIT-01, DOC). */
import { inflateRawSync } from 'node:zlib';
import type { Block, Run } from '@shared/domain/documents/blocks';
import { visibleText } from '@shared/domain/documents/typesetting';
import { composeReport } from '@shared/domain/litigation/preLitigationReport/composeReport';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { renderDocx } from '../../../../electron/platform/render/renderDocx';
import { renderPdf } from '../../../../electron/platform/render/renderPdf';
import { HEWAN_FACTS, HEWAN_FIELDS } from '../../../unit/domain/litigation/hewanCase';
import { probe } from './pdfProbe';

/** Entries of a zip by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const entries = new Map<string, string>();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const size = data.readUInt32LE(at + 20);
    const nameLength = data.readUInt16LE(at + 28);
    const local = data.readUInt32LE(at + 42);
    const name = data.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const body = data.subarray(start, start + size);
    entries.set(name, (data.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8'));
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

const paper = composeReport(HEWAN_FACTS, HEWAN_FIELDS, { date: '2026-09-20' });
const marks = { number: '河支论字〔2026〕第0007号' };
let document = '';
let entries = new Map<string, string>();

beforeAll(async () => {
  entries = unzip((await renderDocx(paper, marks)).bytes);
  document = entries.get('word/document.xml') ?? '';
});

const plain = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map((match) => match[1])
    .join('')
    .replaceAll('&amp;', '&');
const letters = (text: string): string => text.replace(/[\s☐☑]/g, '');

function runTexts(block: Block): string[] {
  const words = (runs: readonly Run[]) =>
    runs.map((run) => ('text' in run ? run.text : 'box' in run ? run.label : '')).join('');
  if (block.kind === 'paragraph') return [words(block.runs)];
  if (block.kind === 'heading' || block.kind === 'note') return [block.text];
  if (block.kind === 'dataTable') {
    return block.rows.flatMap((row) => row.map((cell) => (typeof cell === 'string' ? cell : words(cell))));
  }
  return [];
}

describe('renderDocx (LIT-01)', () => {
  it('is a package with document, header and footer', () => {
    expect([...entries.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']));
    expect(plain(entries.get('word/header1.xml') ?? '')).toBe('商业秘密 内部使用');
    expect(document).toContain(marks.number);
  });

  it('gives equal bytes for equal papers, whenever they are made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:10Z') });
    const later = (await renderDocx(paper, marks)).bytes;
    vi.useRealTimers();
    expect(Buffer.from(later).equals(Buffer.from((await renderDocx(paper, marks)).bytes))).toBe(true);
    const core = entries.get('docProps/core.xml') ?? '';
    expect(core).toContain(`<dc:title>${paper.title}</dc:title><dc:creator>${paper.unit}</dc:creator>`);
    expect(core).toContain(`>${paper.date}T00:00:00Z</dcterms:created>`);
  });

  it('ORG-06 names who took a copy at the head of each page', async () => {
    const watermark = '李敏 limin 2026-11-22 10:30 第1次导出';
    const copy = unzip((await renderDocx(paper, { ...marks, watermark })).bytes);
    const heads = [...copy].filter(([name]) => /^word\/header\d\.xml$/.test(name)).map(([, xml]) => plain(xml));
    expect(heads.length).toBeGreaterThan(1);
    for (const head of heads) expect(head).toContain(watermark);
    expect(plain(entries.get('word/header1.xml') ?? '')).not.toContain('导出');
  });

  it('sets exact lines of 560 twips and Windows font names for all scripts', () => {
    expect(document).toMatch(/w:line="560"[^/]*w:lineRule="exact"|w:lineRule="exact"[^/]*w:line="560"/);
    for (const font of ['仿宋', '黑体', '宋体', '楷体', '方正小标宋简体']) {
      expect(document).toContain(`w:eastAsia="${font}"`);
      expect(document).toContain(`w:ascii="${font}"`);
    }
  });

  it('uses check-box controls', () => {
    expect(document).toContain('w14:checkbox');
    expect(document.match(/w14:checkbox>/g)?.length).toBeGreaterThan(60);
  });

  it('says what the paper says', () => {
    const text = letters(plain(document));
    for (const words of paper.blocks.flatMap(runTexts)) expect(text).toContain(letters(visibleText(words)));
  });

  it('says what the PDF says', async () => {
    const word = letters(plain(document));
    const pages = await probe((await renderPdf(paper, marks)).bytes);
    const lines = pages.flatMap((page) => page.lines).filter((line) => line.length > 12 && !/^— \d/.test(line));
    const body = lines.map(letters).filter((line) => line.includes('，') && !line.includes('类-'));
    expect(body.length).toBeGreaterThan(30);
    expect(body.filter((line) => word.includes(line)).length / body.length).toBeGreaterThan(0.85);
  });
});
