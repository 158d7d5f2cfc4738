/** Returned scans: why one waits for a person, and what a page with several codes is filed as (documents.md §3.5). */
import type { PageCode } from '../documents/paperCode';

export const SCAN_STATES = ['waiting', 'filed', 'set-aside'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** `taken-back`: it was settled, and somebody found it settled wrongly. */
export const WAIT_REASONS = [
  'no-code',
  'broken',
  'foreign',
  'unknown-paper',
  'unreadable',
  'packing',
  'taken-back',
] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** A page that was filed, by its code; null parts: a person filed it. */
export type FiledPage = readonly [part: 'M' | 'R' | null, page: number | null, pages: number | null];

/**
 * Pages of a paper that did not come back, from what did: all of them when a page of the text came, else those from the first
 * page of the receipt on, since the addressee keeps the text.
 */
export function missingPages(filed: readonly FiledPage[]): number[] {
  const known = filed.flatMap(([part, page, pages]) =>
    page === null || pages === null ? [] : [{ part, page, pages }],
  );
  const there = new Set(known.map(({ page }) => page));
  const first = known.some(({ part }) => part === 'M') ? 1 : Math.min(...there);
  const last = Math.max(0, ...known.map(({ pages }) => pages));
  return Array.from({ length: last }, (_, at) => at + 1).filter((page) => page >= first && !there.has(page));
}

/** Why nobody could look for codes: the picture is damaged, or packed in a way that the program does not unpack. */
export type Unread = Extract<WaitReason, 'unreadable' | 'packing'>;

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
export function pagePlaces(unread: Unread | null, codes: readonly ReadCode[]): readonly PagePlace[] {
  if (unread !== null) return [{ why: unread }];
  const papers = new Map<number, PagePlace>();
  for (const code of codes) if ('documentId' in code && !papers.has(code.documentId)) papers.set(code.documentId, code);
  const reasons = codes.flatMap((code) => ('why' in code ? code.why : []));
  const [telling] = (['broken', 'unknown-paper'] as const).filter((why) => reasons.includes(why));
  if (telling !== undefined) return [...papers.values(), { why: telling }];
  if (papers.size > 0) return [...papers.values()];
  return [{ why: reasons.length > 0 ? 'foreign' : 'no-code' }];
}
