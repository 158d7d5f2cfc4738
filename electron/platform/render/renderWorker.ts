/** The thread that makes papers: one at a time, in the order they came (renderEngine.ts talks to it). */
import { parentPort } from 'node:worker_threads';
import { present } from '@shared/kernel/assert';
import { RefusalError } from '@shared/kernel/result';
import { missingGlyph } from './glyphCheck';
import { mergePdf } from './mergePdf';
import { pagePicture } from './pagePicture';
import { readCodes } from './readCodes';
import { renderDocx } from './renderDocx';
import type { RenderReply, RenderRequest } from './renderEngine';
import { renderJob, renderPdf } from './renderPdf';

const port = present(parentPort, 'renderWorker runs as a thread');

async function make(request: RenderRequest): Promise<unknown> {
  const onProgress = (done: number) => port.postMessage({ id: request.id, done } satisfies RenderReply);
  if (request.kind === 'glyphs') return request.papers.map(missingGlyph);
  if (request.kind === 'job') return renderJob(request.papers, onProgress);
  if (request.kind === 'bundle') return mergePdf(request.parts, request.date, onProgress);
  if (request.kind === 'codes') return readCodes(request.bytes);
  if (request.kind === 'picture') return pagePicture(request.bytes, request.page);
  const { kind, document, marks } = request;
  return kind === 'pdf' ? renderPdf(document, marks) : renderDocx(document, marks);
}

async function answer(request: RenderRequest): Promise<RenderReply> {
  const { id } = request;
  try {
    return { id, ok: await make(request) };
  } catch (error) {
    if (error instanceof RefusalError) return { id, refusal: error.refusal };
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

let queue = Promise.resolve();
port.on('message', (request: RenderRequest) => {
  queue = queue.then(async () => port.postMessage(await answer(request)));
});
