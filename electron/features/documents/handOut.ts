/**
 * An archived paper leaves the archive: shown, copied to a file, printed. Prints and copies are counted and logged; secret
 * ones need a reason and carry who took them and when (ORG-06).
 */
import { resolve } from 'node:path';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { localMinute } from '../../platform/clock';
import { refuseUnwritable, writeFailure } from '../../platform/writablePath';
import type { Services } from '../../services';
import { voidingOf } from './askVoid';
import { type DocumentRow, readDocument, recordPrint } from './documents.repository';
import { formOf } from './forms';
import { issueMarks } from './issueDocument';

/** Refusals in order: document-unknown, attachment-damaged. */
export async function showDocument(open: OpenFolder, id: number) {
  const row = await readDocument(open.store.read, id);
  const bytes = archived(open, row, 'pdf');
  const { facts, fields, warnings, warningsReason, templateVersion } = row.data;
  const data = { facts, fields, warnings, warningsReason, templateVersion };
  const voiding = await voidingOf(open.store.read, id);
  return { document: row.view, fileBase64: Buffer.from(bytes).toString('base64'), data, voiding };
}

function archived(open: OpenFolder, row: DocumentRow, format: Format): Uint8Array {
  const sha256 = format === 'pdf' ? row.pdfSha256 : row.docxSha256;
  return open.files.get(sha256 ?? refuse('attachment-damaged', { document: row.view.id }));
}

type Format = 'pdf' | 'docx';

const isSecret = (row: DocumentRow): boolean => formOf(row.data.form).class === 'SECRET';

/** What goes into the log; refuses `reason-missing` for a secret paper without one. */
function loggedReason(row: DocumentRow, reason: string | null): { reason?: string } {
  if (reason === null && isSecret(row)) refuse('reason-missing', { number: row.view.number });
  return reason === null ? {} : { reason: maskNumbersIn(reason) };
}

interface Taking {
  readonly kind: 'print' | 'copy';
  readonly format: Format;
  /** The how-manieth print or copy this is. */
  readonly count: number;
}

/**
 * Secret papers carry who printed or copied them and when, laid over the same pages; in Word at the head of each. A voided paper says
 * that it is void wherever it goes.
 */
async function marked(services: Services, open: OpenFolder, row: DocumentRow, { kind, format, count }: Taking) {
  const isVoided = row.view.status === 'voided';
  if (!isSecret(row) && !isVoided) return archived(open, row, format);
  const { display, name } = open.actor;
  const verb = kind === 'print' ? '打印' : '导出';
  const taken = `${display} ${name} ${localMinute(services.clock.now())} 第${count}次${verb}`;
  const watermark = isVoided ? `已作废 ${taken}` : taken;
  const reprint = kind === 'print' && count > 1 ? { reprint: count } : {};
  const marks = { ...(await issueMarks(open.store.read, row)), watermark, ...reprint };
  const { engine } = services;
  const made = format === 'pdf' ? engine.renderPdf(row.data.paper, marks) : engine.renderDocx(row.data.paper, marks);
  return (await made).bytes;
}

/** Refusals in order: document-unknown, attachment-damaged, reason-missing, path-unwritable. */
export async function saveCopy(
  services: Services,
  open: OpenFolder,
  input: { id: number; format: Format; reason: string | null; path: string | null },
): Promise<{ path: string | null }> {
  const row = await readDocument(open.store.read, input.id);
  archived(open, row, input.format);
  const reason = loggedReason(row, input.reason);
  const path = input.path ?? (await askPath(services, row, input.format));
  if (!path) return { path: null };
  refuseUnwritable(resolve(path), open.folder.root);
  const count = await open.store.write(open.actor, async (tx) => {
    const copied = await recordPrint(tx, input.id, 'copy');
    const audit = {
      action: 'documents.copy',
      objectKind: 'document',
      objectId: String(input.id),
      householdId: row.partyId,
    };
    const detail = { number: row.view.number, format: input.format, count: copied, ...reason };
    return { result: copied, audit: { ...audit, detail } };
  });
  const bytes = await marked(services, open, row, { kind: 'copy', format: input.format, count });
  try {
    writeFileAtomic(resolve(path), bytes);
  } catch (error) {
    throw writeFailure(path, error);
  }
  return { path };
}

function askPath(services: Services, row: DocumentRow, format: Format): Promise<string | null> {
  const filters = [{ name: format === 'pdf' ? 'PDF' : 'Word', extensions: [format] }];
  // The number names the file; a debtor's name on a memory stick would be personal data (reliability: file names).
  return services.host.chooseSavePath({ title: '', defaultName: `${row.view.number}.${format}`, filters });
}

/** Refusals in order: document-unknown, attachment-damaged, reason-missing, print-failed. A cancelled print is not counted. */
export async function printDocument(
  services: Services,
  open: OpenFolder,
  { id, ...input }: { id: number; reason: string | null },
): Promise<{ outcome: 'sent' | 'cancelled' }> {
  const row = await readDocument(open.store.read, id);
  archived(open, row, 'pdf');
  const reason = loggedReason(row, input.reason);
  const bytes = await marked(services, open, row, { kind: 'print', format: 'pdf', count: row.view.prints + 1 });
  const outcome = await services.host.printPdf({ title: row.view.number, bytes });
  if (outcome === 'failed') refuse('print-failed', { number: row.view.number });
  if (outcome === 'cancelled') return { outcome };
  await open.store.write(open.actor, async (tx) => {
    const printed = await recordPrint(tx, id, 'print');
    const audit = { action: 'documents.print', objectKind: 'document', objectId: String(id), householdId: row.partyId };
    return { result: null, audit: { ...audit, detail: { number: row.view.number, count: printed, ...reason } } };
  });
  return { outcome };
}
