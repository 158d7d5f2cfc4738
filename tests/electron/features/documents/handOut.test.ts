/** Papers that leave the archive, and papers as they are really made: rare characters, prints, copies (ORG-06, DOC). */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printDocument, saveCopy, showDocument } from '../../../../electron/features/documents/handOut';
import { issueTyped } from '../../../../electron/features/documents/issueDocument';
import type { Host } from '../../../../electron/platform/host';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { REPORT, recordingEngine, reportHousehold, typedFor } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { probe } from '../../platform/render/pdfProbe';

const REASON = '提交诉委会审阅';
const REQUEST = '3f2b1c1e-6f0a-4b5e-9a54-0d2f5b6a7c8d';
let folder: TestFolder;
let engine: ReturnType<typeof recordingEngine>;
let outcome: Awaited<ReturnType<Host['printPdf']>>;
let printed: string[];
let id: number;

const host: Partial<Host> = {
  printPdf: async ({ title, bytes }) => {
    printed.push(`${title} ${Buffer.from(bytes).toString()}`);
    return outcome;
  },
  chooseSavePath: async ({ defaultName }) =>
    defaultName.endsWith('.docx') ? null : join(folder.dir, '..', defaultName),
};

async function issued(name?: string, fields: Record<string, unknown> = {}): Promise<number> {
  const { household, party } = reportHousehold(folder, name);
  const typed = { ...(await typedFor(folder, party)), ...fields };
  const input = { form: REPORT, subject: household, fields: typed, requestId: REQUEST };
  return (await issueTyped(folder.services, folder.open, input)).id;
}

beforeEach(async () => {
  outcome = 'sent';
  printed = [];
  engine = recordingEngine();
  folder = await makeFolder({ engine, host });
});
afterEach(() => folder.close());

const print = (paper = id) => printDocument(folder.services, folder.open, { id: paper, reason: REASON });
const prints = () => folder.open.store.sqlite.prepare('SELECT kind FROM document_print ORDER BY id').pluck().all();
const lastAudit = () => {
  const row = folder.open.store.sqlite.prepare('SELECT action, detail FROM audit_entry ORDER BY id DESC LIMIT 1').get();
  return row as { action: string; detail: string };
};

describe('a print', () => {
  beforeEach(async () => {
    id = await issued();
  });

  it('carries who, when and which, and is counted and logged', async () => {
    expect(await print()).toEqual({ outcome: 'sent' });
    expect(engine.calls.at(-1)?.marks).toEqual({
      code: expect.objectContaining({ form: REPORT }),
      number: '奉支论字〔2026〕第0001号',
      watermark: expect.stringMatching(/^测试clerk clerk 2026-11-22 \d\d:\d\d 第1次打印$/),
    });
    await print();
    expect(engine.calls.at(-1)?.marks).toMatchObject({ reprint: 2, watermark: expect.stringContaining('第2次打印') });
    expect([prints(), printed.length]).toEqual([['print', 'print'], 2]);
    expect((await showDocument(folder.open, id)).document.prints).toBe(2);
    expect(lastAudit()).toEqual({
      action: 'documents.print',
      detail: expect.stringContaining(`"count":2,"reason":"${REASON}"`),
    });
  });

  it('that was cancelled or failed is not counted', async () => {
    outcome = 'cancelled';
    expect(await print()).toEqual({ outcome: 'cancelled' });
    outcome = 'failed';
    await expect(print()).rejects.toThrow('print-failed');
    expect(prints()).toEqual([]);
  });

  it('of an unknown or damaged paper is refused', async () => {
    await expect(print(999)).rejects.toThrow('document-unknown');
    folder.open.store.sqlite.exec("PRAGMA foreign_keys = OFF; UPDATE document SET pdf_sha256 = 'none'");
    await expect(print()).rejects.toThrow('attachment-damaged');
    await expect(showDocument(folder.open, id)).rejects.toThrow('attachment-damaged');
    expect(printed).toEqual([]);
  });
});

describe('a copy', () => {
  beforeEach(async () => {
    id = await issued();
  });
  const copy = (format: 'pdf' | 'docx', path: string | null) =>
    saveCopy(folder.services, folder.open, { id, format, reason: REASON, path });

  it('is marked with its own count, written to its path and logged', async () => {
    await print();
    const path = join(folder.dir, '..', 'copy.pdf');
    expect(await copy('pdf', path)).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toContain('第1次导出');
    await copy('pdf', path);
    expect(readFileSync(path, 'utf8')).toContain('第2次导出');
    expect(prints()).toEqual(['print', 'copy', 'copy']);
    expect((await showDocument(folder.open, id)).document.prints).toBe(1);
    expect(lastAudit()).toEqual({ action: 'documents.copy', detail: expect.stringContaining('"count":2') });
  });

  it('asks for a path under the number, never under a name; nothing happens when nobody gives one', async () => {
    expect((await copy('pdf', null)).path).toMatch(/奉支论字〔2026〕第0001号\.pdf$/);
    expect(await copy('docx', null)).toEqual({ path: null });
    expect(prints()).toEqual(['copy']);
  });

  it('of the Word file says who took it as well', async () => {
    const path = join(folder.dir, '..', 'copy.docx');
    await copy('docx', path);
    expect(readFileSync(path, 'utf8')).toMatch(/^docx .*测试clerk clerk 2026-11-22 .*第1次导出/);
  });

  it('or a print of a secret paper without a reason is refused, and nothing is counted (ORG-06)', async () => {
    const path = join(folder.dir, '..', 'copy.pdf');
    const without = { id, format: 'pdf', reason: null, path } as const;
    await expect(saveCopy(folder.services, folder.open, without)).rejects.toThrow('reason-missing');
    await expect(printDocument(folder.services, folder.open, { id, reason: null })).rejects.toThrow('reason-missing');
    expect([prints(), printed, existsSync(path)]).toEqual([[], [], false]);
  });

  it('that cannot be written says so (path-unwritable)', async () => {
    const path = join(folder.dir, '..', 'taken.pdf');
    mkdirSync(path);
    await expect(copy('pdf', path)).rejects.toThrow('path-unwritable');
  });
});

describe('with the real engine', () => {
  beforeEach(async () => {
    await folder.close();
    folder = await makeFolder({ engine: directEngine(), host });
  });

  it('rare characters print as themselves', async () => {
    id = await issued('杨𠮷', { handler: '阿依·古丽、李㛃' });
    const { fileBase64, document } = await showDocument(folder.open, id);
    const pages = await probe(new Uint8Array(Buffer.from(fileBase64, 'base64')));
    const text = pages.flatMap((page) => page.lines).join('\n');
    expect(pages).toHaveLength(document.pages);
    for (const expected of ['杨𠮷', '李㛃', '阿依·古丽', '奉支论字〔2026〕第0001号']) expect(text).toContain(expected);
    const path = join(folder.dir, '..', 'real.pdf');
    await saveCopy(folder.services, folder.open, { id, format: 'pdf', reason: REASON, path });
    const copied = (await probe(new Uint8Array(readFileSync(path)))).flatMap((page) => page.lines).join('\n');
    expect(copied).toContain('第1次导出');
    const word = { id, format: 'docx', reason: REASON, path: `${path}.docx` } as const;
    expect(await saveCopy(folder.services, folder.open, word)).toEqual({ path: word.path });
    expect(readFileSync(`${path}.docx`).subarray(0, 2).toString()).toBe('PK');
  });

  it('a character without a glyph is refused by name and spends no number', async () => {
    await expect(issued('杨\u{E000}')).rejects.toThrow('glyph-missing');
    const { sqlite } = folder.open.store;
    expect(sqlite.prepare('SELECT next FROM number_series').pluck().get()).toBe(1);
    expect(sqlite.prepare('SELECT count(*) FROM document').pluck().get()).toBe(0);
  });
});
