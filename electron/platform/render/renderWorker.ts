/** The thread that makes papers: one at a time, in the order they came (renderEngine.ts talks to it). */
import { parentPort } from 'node:worker_threads';
import { present } from '@shared/kernel/assert';
import { RefusalError } from '@shared/kernel/result';
import { renderDocx } from './renderDocx';
import type { RenderReply, RenderRequest } from './renderEngine';
import { renderPdf } from './renderPdf';

const port = present(parentPort, 'renderWorker runs as a thread');

async function answer({ id, kind, document, marks }: RenderRequest): Promise<RenderReply> {
  try {
    if (kind === 'pdf') return { id, ok: await renderPdf(document, marks) };
    return { id, ok: { ...(await renderDocx(document, marks)), pages: 0 } };
  } catch (error) {
    if (error instanceof RefusalError) return { id, refusal: error.refusal };
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

let queue = Promise.resolve();
port.on('message', (request: RenderRequest) => {
  queue = queue.then(async () => port.postMessage(await answer(request)));
});
