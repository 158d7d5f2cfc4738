/** Returned scans: why one waits for a person, and what a page with several codes is filed as (documents.md §3.5). */
import type { PageCode } from '../documents/paperCode';

export const SCAN_STATES = ['waiting', 'filed', 'set-aside'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** `taken-back`: it was settled, and somebody found it settled wrongly. */
export const WAIT_REASONS = ['no-code', 'broken', 'foreign', 'unknown-paper', 'unreadable', 'taken-back'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** What one code on a page says: a paper of ours, or why it names none. */
export type ReadCode =
  | { readonly documentId: number; readonly code: PageCode }
  | { readonly why: 'broken' | 'foreign' | 'unknown-paper' };

/** One row of the register of scans: the page belongs to this paper, or waits. */
export type PagePlace = { readonly documentId: number; readonly code: PageCode } | { readonly why: WaitReason };

/**
 * A page is filed to every paper whose code is on it, to each once (a receipt shows its code twice). Beside a paper of ours
 * somebody else's code says nothing (a courier's label); one of ours that is torn or names no paper waits as well. A page
 * without any paper waits once, for the most telling reason.
 */
export function pagePlaces(readable: boolean, codes: readonly ReadCode[]): readonly PagePlace[] {
  if (!readable) return [{ why: 'unreadable' }];
  const papers = new Map<number, PagePlace>();
  for (const code of codes) if ('documentId' in code && !papers.has(code.documentId)) papers.set(code.documentId, code);
  const reasons = codes.flatMap((code) => ('why' in code ? code.why : []));
  const [telling] = (['broken', 'unknown-paper'] as const).filter((why) => reasons.includes(why));
  if (telling !== undefined) return [...papers.values(), { why: telling }];
  if (papers.size > 0) return [...papers.values()];
  return [{ why: reasons.length > 0 ? 'foreign' : 'no-code' }];
}
