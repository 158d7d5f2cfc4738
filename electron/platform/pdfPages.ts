/**
 * How many pages a PDF from outside has, read from its page tree: the catalogue that the last trailer names, its `/Pages`,
 * their `/Count`. Nothing of the file is drawn or run here; the sandboxed window shows it.
 */
import { inflateSync } from 'node:zlib';
import { refuse } from '@shared/kernel/result';
import { damagedUnless, fileRefused } from './sheets/fileFault';

/** An object stream that inflates to more is no page tree. */
const MOST_INFLATED = 64 * 1024 * 1024;
/** The head may stand behind some bytes of a mail program. */
const HEAD_WITHIN = 1024;

/** Dictionary texts by object number; a later definition takes the place of an earlier one. */
function objectsOf(text: string, bytes: Buffer): Map<number, string> {
  const objects = new Map<number, string>();
  for (const match of text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
    const start = match.index + match[0].length;
    const stream = text.indexOf('stream', start);
    const close = text.indexOf('endobj', start);
    const end = close < 0 ? text.length : close;
    const hasStream = stream >= 0 && stream < end;
    const dictionary = text.slice(start, hasStream ? stream : end);
    objects.set(Number(match[1]), dictionary);
    if (hasStream && /\/Type\s*\/ObjStm\b/.test(dictionary)) unpack(objects, dictionary, streamAt(text, bytes, stream));
  }
  return objects;
}

function streamAt(text: string, bytes: Buffer, at: number): Buffer {
  const from = at + 'stream'.length + (text[at + 'stream'.length] === '\r' ? 2 : 1);
  const end = text.indexOf('endstream', from);
  damagedUnless(end >= 0);
  return bytes.subarray(from, end);
}

/** `/N` pairs of object number and offset, then from `/First` on the objects themselves. */
function unpack(objects: Map<number, string>, dictionary: string, packed: Buffer): void {
  const isDeflated = /\/FlateDecode\b/.test(dictionary);
  const text = (isDeflated ? inflateSync(packed, { maxOutputLength: MOST_INFLATED }) : packed).toString('latin1');
  const first = numberOf(dictionary, 'First');
  const head = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < head.length; at += 2)
    objects.set(
      head[at] as number,
      text.slice(first + (head[at + 1] as number), first + (head[at + 3] ?? Number.POSITIVE_INFINITY)),
    );
}

function numberOf(dictionary: string | undefined, name: string): number {
  const found = new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary ?? '');
  damagedUnless(found);
  return Number(found[1]);
}

/** Refusals in order: not-a-pdf, file-encrypted, file-truncated (no page can be found). */
export function pdfPages(bytes: Buffer): number {
  const text = bytes.toString('latin1');
  if (!text.slice(0, HEAD_WITHIN).includes('%PDF-')) refuse('not-a-pdf');
  if (/\/Encrypt\s+\d+\s+\d+\s+R\b/.test(text)) fileRefused('file-encrypted');
  const root = [...text.matchAll(/\/Root\s+(\d+)\s+\d+\s+R\b/g)].at(-1);
  damagedUnless(root);
  const objects = objectsOf(text, bytes);
  const pages = numberOf(objects.get(numberOf(objects.get(Number(root[1])), 'Pages')), 'Count');
  damagedUnless(pages > 0);
  return pages;
}
