/**
 * What is done in a case, one kind of act each, with the facts that the act leaves. Acts are only added; one that was wrong is
 * taken back by another. The kinds are data: the window makes its form from `fields`, the procedure its order from `moves`.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { ACT_KINDS, type ActKind } from './actKinds';
import type { GateDetail } from './gateDetail';

export type { ActKind };
export { ACT_KINDS };

export const ASSETS = ['deposit', 'movable', 'real-estate', 'other-right'] as const;
export type Asset = (typeof ASSETS)[number];

/** Facts of an act; which ones a kind has is said by `ACT_FIELDS`. */
export interface ActDetail extends GateDetail {
  /** Of a preservation. */
  readonly when?: 'pre-suit' | 'in-suit' | 'pre-enforcement';
  readonly court?: string;
  /** Canonical form. */
  readonly caseNo?: string;
  /** Number of the ruling, judgment, award or other paper of the court. */
  readonly paperNo?: string;
  readonly amount?: Fen;
  /** `us`, or the key of a party. */
  readonly party?: string;
  readonly method?: 'direct' | 'post' | 'electronic' | 'left' | 'entrusted';
  /** A day that the court set, or that the paper states. */
  readonly until?: CalendarDate;
  /** Last day of performance. */
  readonly performBy?: CalendarDate;
  readonly instalments?: readonly CalendarDate[];
  readonly procedure?: 'ordinary' | 'summary' | 'small-claim';
  readonly paper?: 'judgment' | 'ruling';
  /** For our claim. Of a later instance `dismissed` is the appeal: what was given before stands; `reversed`: it dismisses the claim. */
  readonly result?: 'granted' | 'part' | 'dismissed' | 'reversed';
  readonly by?: 'us' | 'other';
  readonly objection?: 'enforcement-act' | 'third-party';
  readonly asset?: Asset;
  /** What is seized, released, given in kind, or to be done. */
  readonly item?: string;
  readonly owner?: string;
  readonly rank?: number;
  /** Key of the act that seized, or that set the task. */
  readonly act?: string;
  /** Ids of the permits that the act used up (B4 §14, §16, §20). */
  readonly permits?: readonly number[];
  readonly text?: string;
}

export interface CaseAct {
  /** `a12` of a recorded act, `r:<kind>` of one that the imported ledger tells. */
  readonly key: string;
  readonly kind: ActKind;
  /** null: the imported ledger does not say when. */
  readonly on: CalendarDate | null;
  readonly detail: ActDetail;
  /** An issued paper of this program that belongs to it. */
  readonly documentId: number | null;
  /** Scans and photographs. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly note: string | null;
  /** Warnings that were accepted when it was recorded, and why. */
  readonly accepted: { readonly codes: readonly string[]; readonly reason: string } | null;
  readonly by: string | null;
  /** ISO instant. */
  readonly at: string | null;
}

export const isRecordAct = ({ key }: Pick<CaseAct, 'key'>): boolean => key.startsWith('r:');

/** In the order of days; an act whose day is not known keeps its place after the one before it. */
export function inOrder(acts: readonly CaseAct[]): CaseAct[] {
  let last: CalendarDate = '';
  const placed = acts.map((act, index) => {
    last = act.on ?? last;
    return { act, day: last, index };
  });
  return placed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index)).map(({ act }) => act);
}
