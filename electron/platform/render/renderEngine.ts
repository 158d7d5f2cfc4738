/**
 * Makes papers: PDF and Word from one document. The window uses a thread of its own so that it never stalls (P10); the
 * command line and tests work directly. Both give the same bytes.
 */
import { Worker } from 'node:worker_threads';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { type Refusal, RefusalError } from '@shared/kernel/result';
import { missingGlyph } from './glyphCheck';
import { type Bundle, type BundlePart, mergePdf } from './mergePdf';
import { pagePicture } from './pagePicture';
import type { PrintMarks } from './pdfMarks';
import { readCodes, type ScannedPage } from './readCodes';
import { renderDocx } from './renderDocx';
import { type MarkedPaper, type RenderedJob, type RenderedPdf, renderJob, renderPdf } from './renderPdf';

export type { PrintMarks } from './pdfMarks';
export type { MarkedPaper, RenderedJob } from './renderPdf';

export interface RenderEngine {
  /** Refuses `glyph-missing`. Rejects with the signal's reason when aborted. */
  renderPdf(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal): Promise<RenderedPdf>;
  renderDocx(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal): Promise<{ readonly bytes: Uint8Array }>;
  /** Many papers in one file and each in its own (renderPdf.ts); says after each how many are done. Refuses `glyph-missing`. */
  renderJob(
    papers: readonly MarkedPaper[],
    onProgress: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<RenderedJob>;
  /** For each paper the refusal `glyph-missing` that it would end in, or null. */
  missingGlyphs(papers: readonly PaperDocument[], signal?: AbortSignal): Promise<readonly (Refusal | null)[]>;
  /** The codes on the pages of a scanned file (readCodes.ts). */
  readCodes(bytes: Uint8Array, signal?: AbortSignal): Promise<readonly ScannedPage[]>;
  /** One page of a scanned file, from 1, as PNG for a window that cannot show the file itself (pagePicture.ts). */
  pagePicture(bytes: Uint8Array, page: number, signal?: AbortSignal): Promise<Uint8Array | null>;
  /** Many files in one PDF with running numbers (mergePdf.ts); says how many are in. Refuses bundle-file-unreadable {title, reason}. */
  bundle(
    parts: readonly BundlePart[],
    date: Date,
    onProgress?: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<Bundle>;
  close(): Promise<void>;
}

/** Works in the calling thread. */
export function directEngine(): RenderEngine {
  const missingGlyphs = async (papers: readonly PaperDocument[]) => papers.map(missingGlyph);
  const picture = async (bytes: Uint8Array, page: number) => pagePicture(bytes, page);
  const others = { readCodes, pagePicture: picture, bundle: mergePdf, close: async () => {} };
  return { renderPdf, renderDocx, renderJob, missingGlyphs, ...others };
}

/** What the thread is asked for. */
export type RenderTask =
  | { readonly kind: 'pdf' | 'docx'; readonly document: PaperDocument; readonly marks: PrintMarks }
  | { readonly kind: 'job'; readonly papers: readonly MarkedPaper[] }
  | { readonly kind: 'glyphs'; readonly papers: readonly PaperDocument[] }
  | { readonly kind: 'bundle'; readonly parts: readonly BundlePart[]; readonly date: Date }
  | { readonly kind: 'codes'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly page: number };

export type RenderRequest = RenderTask & { readonly id: number };

export type RenderReply =
  | { readonly id: number; readonly ok: unknown }
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly error: string };

interface Job {
  readonly request: RenderRequest;
  readonly resolve: (value: never) => void;
  readonly onProgress: (done: number) => void;
  readonly reject: (reason: unknown) => void;
}

/** Works in a thread started with the first paper. Aborting the paper in hand ends the thread; the next one is fresh. */
class WorkerEngine implements RenderEngine {
  private worker: Worker | undefined;
  private readonly jobs = new Map<number, Job>();
  private count = 0;

  constructor(private readonly url: URL) {}

  renderPdf(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal): Promise<RenderedPdf> {
    return this.run<RenderedPdf>({ kind: 'pdf', document, marks }, signal);
  }

  renderDocx(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal) {
    return this.run<{ readonly bytes: Uint8Array }>({ kind: 'docx', document, marks }, signal);
  }

  renderJob(papers: readonly MarkedPaper[], onProgress: (done: number) => void, signal?: AbortSignal) {
    return this.run<RenderedJob>({ kind: 'job', papers }, signal, onProgress);
  }

  missingGlyphs(papers: readonly PaperDocument[], signal?: AbortSignal) {
    return this.run<readonly (Refusal | null)[]>({ kind: 'glyphs', papers }, signal);
  }

  readCodes(bytes: Uint8Array, signal?: AbortSignal) {
    return this.run<readonly ScannedPage[]>({ kind: 'codes', bytes }, signal);
  }

  pagePicture(bytes: Uint8Array, page: number, signal?: AbortSignal) {
    return this.run<Uint8Array | null>({ kind: 'picture', bytes, page }, signal);
  }

  bundle(parts: readonly BundlePart[], date: Date, onProgress?: (done: number) => void, signal?: AbortSignal) {
    return this.run<Bundle>({ kind: 'bundle', parts, date }, signal, onProgress);
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    this.failAll(new Error('render engine closed'));
    await worker?.terminate();
  }

  private run<T>(task: RenderTask, signal?: AbortSignal, onProgress: (done: number) => void = () => {}) {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const request: RenderRequest = { ...task, id: ++this.count };
      const onAbort = () => this.abort(request.id, signal?.reason);
      const done = () => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.jobs.set(request.id, {
        request,
        onProgress,
        resolve: (value) => {
          done();
          resolve(value);
        },
        reject: (reason) => {
          done();
          reject(reason);
        },
      });
      const worker = this.thread();
      worker.ref();
      worker.postMessage(request);
    });
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.url);
    worker.on('message', (reply: RenderReply) => this.settle(reply));
    worker.on('error', (error) => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.failAll(error);
    });
    this.worker = worker;
    return worker;
  }

  private settle(reply: RenderReply): void {
    const job = this.jobs.get(reply.id);
    if (!job) return;
    if ('done' in reply) {
      job.onProgress(reply.done);
      return;
    }
    this.jobs.delete(reply.id);
    if ('ok' in reply) job.resolve(reply.ok as never);
    else if ('refusal' in reply) job.reject(new RefusalError(reply.refusal));
    else job.reject(new Error(reply.error));
    // An idle thread must not keep the program alive.
    if (this.jobs.size === 0) this.worker?.unref();
  }

  private abort(id: number, reason: unknown): void {
    const job = this.jobs.get(id);
    if (!job) return;
    // The thread works on the oldest paper; one still waiting is simply not answered.
    const isInHand = this.jobs.keys().next().value === id;
    this.jobs.delete(id);
    job.reject(reason);
    if (!isInHand) return;
    void this.worker?.terminate();
    this.worker = undefined;
    for (const waiting of this.jobs.values()) this.thread().postMessage(waiting.request);
  }

  private failAll(reason: unknown): void {
    const jobs = [...this.jobs.values()];
    this.jobs.clear();
    for (const job of jobs) job.reject(reason);
  }
}

/** `url`: the built renderWorker.js. */
export const workerEngine = (url: URL): RenderEngine => new WorkerEngine(url);
