/** Cuts the XML of a large part into pieces that end where an element ends, so that none is held whole. */

import { StringDecoder } from 'node:string_decoder';
import { fileRefused } from './fileFault';
import { LIMITS } from './tableSource';

/**
 * Text of a part: UTF-8 unless a byte order mark says UTF-16, which XML allows. `latin1` in place of UTF-8 is for readers
 * of tags and numbers only: several times faster, and ASCII is the same in both.
 */
export async function* decodedText(
  chunks: AsyncIterable<Buffer>,
  narrow: 'utf8' | 'latin1' = 'utf8',
): AsyncGenerator<string> {
  let decoder: { write(chunk: Buffer): string; end(): string } | undefined;
  for await (const chunk of chunks) {
    let body = chunk;
    if (!decoder) {
      const utf16 = chunk[0] === 0xff && chunk[1] === 0xfe;
      decoder = new StringDecoder(utf16 ? 'utf16le' : narrow);
      if (utf16) body = chunk.subarray(2);
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) body = chunk.subarray(3);
    }
    yield decoder.write(body);
  }
  yield decoder?.end() ?? '';
}

export async function wholeText(chunks: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const piece of decodedText(chunks)) text += piece;
  return text;
}

/** The place behind the last `</name>` or `</prefix:name>` at or after `from`, or -1. */
function behindLastClose(text: string, name: string, from: number): number {
  const tail = `${name}>`;
  for (let at = text.lastIndexOf(tail); at >= from; at = text.lastIndexOf(tail, at - 1)) {
    const before = text.slice(Math.max(0, at - 40), at);
    if (/<\/(?:[\w.-]+:)?$/.test(before)) return at + tail.length;
    if (at === 0) break;
  }
  return -1;
}

/** Pieces that end behind a closing tag `name`; the last piece is the rest. Refuses `file-too-large` for an endless element. */
export async function* segments(text: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let pending = '';
  for await (const piece of text) {
    const from = Math.max(0, pending.length - name.length - 3);
    pending += piece;
    const cut = behindLastClose(pending, name, from);
    if (cut > 0) {
      yield pending.slice(0, cut);
      pending = pending.slice(cut);
    } else if (pending.length > LIMITS.segment) {
      fileRefused('file-too-large', { limitMb: LIMITS.segment / 1024 / 1024 });
    }
  }
  yield pending;
}
