/** `app://main/…`: the files of the built renderer, and print documents that can be read once. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentType, PAGE_HEADERS } from './security/contentPolicy';
import { printToken, printUrl, rendererFile, SCHEME, SCHEME_PRIVILEGES } from './security/urls';

const printDocuments = new Map<string, Uint8Array>();

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { ...SCHEME_PRIVILEGES } }]);
}

/** Puts a PDF where a print window can load it once; `withdraw` forgets it if nobody came. */
export function offerPrintDocument(bytes: Uint8Array): { url: string; withdraw(): void } {
  const token = randomUUID();
  printDocuments.set(token, bytes);
  return { url: printUrl(token), withdraw: () => void printDocuments.delete(token) };
}

const notFound = () => new Response('not found', { status: 404, headers: { ...PAGE_HEADERS } });

function takePrintDocument(token: string): Response {
  const bytes = printDocuments.get(token);
  if (!bytes) return notFound();
  printDocuments.delete(token);
  // No CSP here: `object-src 'none'` would keep the PDF viewer itself from showing the document.
  return new Response(Buffer.from(bytes), {
    headers: { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
}

async function serve(request: Request, rendererDir: string): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { ...PAGE_HEADERS } });
  const token = printToken(request.url);
  if (token) return takePrintDocument(token);
  const file = rendererFile(request.url);
  const type = file && contentType(file.at(-1) ?? '');
  if (!file || !type) return notFound();
  try {
    const bytes = await readFile(join(rendererDir, ...file));
    return new Response(bytes, { headers: { ...PAGE_HEADERS, 'content-type': type } });
  } catch {
    return notFound();
  }
}

export function servePages(session: Session, rendererDir: string): void {
  session.protocol.handle(SCHEME, (request) => serve(request, rendererDir));
}
