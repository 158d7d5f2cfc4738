/** An archived paper leaves the archive: shown, copied to a file, printed. Prints and copies are counted and logged (ORG-06). */
import { resolve } from 'node:path';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { refuseUnwritable, writeFailure } from '../../platform/writablePath';
import type { Services } from '../../services';
import { type DocumentRow, readDocument, recordPrint } from './documents.repository';
import { formOf } from './forms';

/** Refusals in order: document-unknown, attachment-damaged. */
export async function showDocument(open: OpenFolder, id: number) {
  const row = await readDocument(open.store.read, id);
  const bytes = archived(open, row);
  const { facts, fields, warnings, warningsReason, templateVersion } = row.data;
  const data = { facts, fields, warnings, warningsReason, templateVersion };
  return { document: row.view, fileBase64: Buffer.from(bytes).toString('base64'), data };
}

function archived(open: OpenFolder, row: DocumentRow): Uint8Array {
  return open.files.get(row.pdfSha256 ?? refuse('attachment-damaged', { document: row.view.id }));
}

/** Secret papers carry who printed or copied them and when, laid over the same pages. */
async function marked(services: Services, open: OpenFolder, row: DocumentRow, count: number, kind: 'print' | 'copy') {
  if (formOf(row.data.form).class !== 'SECRET') return archived(open, row);
  const at = services.clock.now();
  const pad = (value: number) => String(value).padStart(2, '0');
  const time = `${services.clock.today()} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
  const verb = kind === 'print' ? '打印' : '导出';
  const watermark = `${open.actor.display} ${open.actor.name} ${time} 第${count}次${verb}`;
  const reprint = kind === 'print' && count > 1 ? { reprint: count } : {};
  const { bytes } = await services.engine.renderPdf(row.data.paper, { number: row.view.number, watermark, ...reprint });
  return bytes;
}

/** Refusals in order: document-unknown, attachment-damaged, path-unwritable. */
export async function saveCopy(
  services: Services,
  open: OpenFolder,
  input: { id: number; format: 'pdf' | 'docx'; path: string | null },
): Promise<{ path: string | null }> {
  const row = await readDocument(open.store.read, input.id);
  const word = input.format === 'docx';
  const original = word
    ? open.files.get(row.docxSha256 ?? refuse('attachment-damaged', { document: input.id }))
    : archived(open, row);
  const path = input.path ?? (await askPath(services, row, input.format));
  if (!path) return { path: null };
  refuseUnwritable(resolve(path));
  const count = await open.store.write(open.actor, async (tx) => {
    const copied = await recordPrint(tx, input.id, 'copy');
    const audit = {
      action: 'documents.copy',
      objectKind: 'document',
      objectId: String(input.id),
      householdId: row.partyId,
    };
    const detail = { number: row.view.number, format: input.format, count: copied };
    return { result: copied, audit: { ...audit, detail } };
  });
  const bytes = word ? original : await marked(services, open, row, count, 'copy');
  try {
    writeFileAtomic(resolve(path), bytes);
  } catch (error) {
    throw writeFailure(path, error);
  }
  return { path };
}

function askPath(services: Services, row: DocumentRow, format: 'pdf' | 'docx'): Promise<string | null> {
  const filters = [{ name: format === 'pdf' ? 'PDF' : 'Word', extensions: [format] }];
  // The number names the file; a debtor's name on a memory stick would be personal data (reliability: file names).
  return services.host.chooseSavePath({ title: '', defaultName: `${row.view.number}.${format}`, filters });
}

/** Refusals in order: document-unknown, attachment-damaged, print-failed. A cancelled print is not counted. */
export async function printDocument(
  services: Services,
  open: OpenFolder,
  id: number,
): Promise<{ outcome: 'sent' | 'cancelled' }> {
  const row = await readDocument(open.store.read, id);
  archived(open, row);
  const count = row.view.prints + 1;
  const bytes = await marked(services, open, row, count, 'print');
  const outcome = await services.host.printPdf({ title: row.view.number, bytes });
  if (outcome === 'failed') refuse('print-failed', { number: row.view.number });
  if (outcome === 'cancelled') return { outcome };
  await open.store.write(open.actor, async (tx) => {
    const printed = await recordPrint(tx, id, 'print');
    const audit = { action: 'documents.print', objectKind: 'document', objectId: String(id), householdId: row.partyId };
    return { result: null, audit: { ...audit, detail: { number: row.view.number, count: printed } } };
  });
  return { outcome };
}
