/** A print job leaves the archive: to the printer or into a file; counted for the job and for each of its papers. */
import { resolve } from 'node:path';
import type { PrintJob } from '@shared/contract/documents.contract';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import { refuseUnwritable, writeFailure } from '../../platform/writablePath';
import type { Services } from '../../services';
import { finishJob } from './issueJob';
import { type JobRow, readJob, recordJobPrint } from './printJobs.repository';
import { voidedOfJob } from './voids.repository';

export const jobView = ({
  issuing,
  data: _data,
  pdfSha256: _sha,
  requestDigest: _digest,
  ...job
}: JobRow): PrintJob => ({
  ...job,
  unfinished: issuing,
});

/** Refusals in order: job-unknown, paper-unfinished. */
export async function completeJob(services: Services, open: OpenFolder, id: number): Promise<PrintJob> {
  const job = readJob(open.store.read, id);
  return jobView(job.issuing ? await finishJob(services, open, job, () => {}) : job);
}

/** A file with a voided paper in it goes nowhere any more: the others go one by one. */
function fileOf(open: OpenFolder, job: JobRow): Uint8Array {
  if (job.issuing) refuse('paper-unfinished', { number: job.number });
  const [voided] = voidedOfJob(open.store.read, job.id);
  if (voided) refuse('paper-voided', { number: voided });
  return open.files.get(job.pdfSha256 ?? refuse('attachment-damaged', { job: job.id }));
}

/** Refusals in order: job-unknown, paper-unfinished, paper-voided {number}, attachment-damaged, print-failed. A cancelled print is not counted. */
export async function printJob(
  services: Services,
  open: OpenFolder,
  id: number,
): Promise<{ outcome: 'sent' | 'cancelled' }> {
  const job = readJob(open.store.read, id);
  const outcome = await services.host.printPdf({ title: job.number, bytes: fileOf(open, job) });
  if (outcome === 'failed') refuse('print-failed', { number: job.number });
  if (outcome === 'cancelled') return { outcome };
  await open.store.write(open.actor, async (tx) => {
    const count = recordJobPrint(tx, id);
    const detail = { job: job.number, papers: job.papers, count };
    const audit = { action: 'documents.printJob', objectKind: 'print-job', objectId: String(id), detail };
    return { result: null, audit };
  });
  return { outcome };
}

/** Refusals in order: job-unknown, paper-unfinished, paper-voided {number}, attachment-damaged, path-unwritable. */
export async function saveJob(
  services: Services,
  open: OpenFolder,
  input: { id: number; path: string | null },
): Promise<{ path: string | null }> {
  const job = readJob(open.store.read, input.id);
  const bytes = fileOf(open, job);
  const filters = [{ name: 'PDF', extensions: ['pdf'] }];
  const path =
    input.path ?? (await services.host.chooseSavePath({ title: '', defaultName: `${job.number}.pdf`, filters }));
  if (!path) return { path: null };
  refuseUnwritable(resolve(path), open.folder.root);
  await open.store.write(open.actor, async () => {
    const detail = { job: job.number, papers: job.papers };
    const audit = { action: 'documents.saveJob', objectKind: 'print-job', objectId: String(job.id), detail };
    return { result: null, audit };
  });
  try {
    writeFileAtomic(resolve(path), bytes);
  } catch (error) {
    throw writeFailure(path, error);
  }
  return { path };
}
