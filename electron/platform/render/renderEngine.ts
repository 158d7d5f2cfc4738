/**
 * Makes papers: PDF and Word from one document. The window uses a thread of its own so that it never stalls (P10); the
 * command line and tests work directly. Both give the same bytes.
 */
import { Worker } from 'node:worker_threads';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { type Refusal, RefusalError } from '@shared/kernel/result';
import type { PrintMarks } from './pdfMarks';
import { renderDocx } from './renderDocx';
import { type RenderedPdf, renderPdf } from './renderPdf';

export type { PrintMarks } from './pdfMarks';

export interface RenderEngine {
  /** Refuses `glyph-missing`. Rejects with the signal's reason when aborted. */
  renderPdf(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal): Promise<RenderedPdf>;
  renderDocx(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal): Promise<{ readonly bytes: Uint8Array }>;
  close(): Promise<void>;
}

/** Works in the calling thread. */
export function directEngine(): RenderEngine {
  return { renderPdf, renderDocx, close: async () => {} };
}

export interface RenderRequest {
  readonly id: number;
  readonly kind: 'pdf' | 'docx';
  readonly document: PaperDocument;
  readonly marks: PrintMarks;
}

export type RenderReply =
  | { readonly id: number; readonly ok: { readonly bytes: Uint8Array; readonly pages: number } }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly error: string };

interface Job {
  readonly request: RenderRequest;
  readonly resolve: (value: { bytes: Uint8Array; pages: number }) => void;
  readonly reject: (reason: unknown) => void;
}

/** Works in a thread started with the first paper. Aborting the paper in hand ends the thread; the next one is fresh. */
class WorkerEngine implements RenderEngine {
  private worker: Worker | undefined;
  private readonly jobs = new Map<number, Job>();
  private count = 0;

  constructor(private readonly url: URL) {}

  renderPdf(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal): Promise<RenderedPdf> {
    return this.run('pdf', document, marks, signal);
  }

  async renderDocx(document: PaperDocument, marks: PrintMarks, signal?: AbortSignal) {
    const { bytes } = await this.run('docx', document, marks, signal);
    return { bytes };
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    this.failAll(new Error('render engine closed'));
    await worker?.terminate();
  }

  private run(kind: 'pdf' | 'docx', document: PaperDocument, marks: PrintMarks, signal?: AbortSignal) {
    return new Promise<{ bytes: Uint8Array; pages: number }>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const request: RenderRequest = { id: ++this.count, kind, document, marks };
      const onAbort = () => this.abort(request.id, signal?.reason);
      const done = () => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.jobs.set(request.id, {
        request,
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
    this.jobs.delete(reply.id);
    if ('ok' in reply) job.resolve(reply.ok);
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
