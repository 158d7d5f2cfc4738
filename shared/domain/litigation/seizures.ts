/**
 * What is seized in a case and until when (law.md §6): each seizure ends by itself unless it is renewed before. An end is never
 * moved for rest days: on a rest day the seizure would be lost, not late.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { ActKind } from './actKinds';
import type { Asset, CaseAct } from './acts';

export interface Seizure {
  /** Of the act that seized. */
  readonly key: string;
  readonly asset: Asset;
  readonly item: string;
  readonly owner: string | null;
  readonly rank: number | null;
  readonly orderedOn: CalendarDate | null;
  readonly paperNo: string | null;
  /** Newest act that set the end: the seizure or its last renewal. */
  readonly setBy: string;
  readonly renewals: number;
  /** null: neither the order nor its day is known. */
  readonly expiry: CalendarDate | null;
  readonly releasedOn: CalendarDate | null;
  readonly trace: readonly TraceLine[];
}

/** Months of a seizure ordered on a day, as the law of that day has it; null before there was one. */
function monthsOf(inquiry: Inquiry, asset: Asset, on: CalendarDate): number | null {
  const from = inquiry.book.find('seizure/expiry')?.versions[0]?.from;
  if (from === undefined || on < from) return null;
  return Number(inquiry.row('seizure/expiry', on, { asset }).gives.months);
}

/** A renewal lasts at most a share of the term; counted from its own day, which is the safe reading. */
function renewedUntil(inquiry: Inquiry, asset: Asset, on: CalendarDate): CalendarDate | null {
  const months = monthsOf(inquiry, asset, on);
  const rule = inquiry.valuesInForce('seizure/renewal', on, { on });
  if (months === null || rule === null) return null;
  return addMonths(on, Math.floor(months * Number(rule.text('shareOfTerm'))));
}

/** It is gone, or another thing stands in its place. */
export const LIFTS: readonly ActKind[] = ['seizure-released', 'seizure-changed'];

function seizureOf(book: RuleBook, act: CaseAct, later: readonly CaseAct[]): Seizure {
  const inquiry = new Inquiry(book);
  const { detail } = act;
  const asset = detail.asset ?? 'other-right';
  const renewals = later.filter(({ kind, detail: { act: of } }) => kind === 'seizure-renewed' && of === act.key);
  const released = later.find(({ kind, detail: { act: of } }) => LIFTS.includes(kind) && of === act.key);
  const newest = renewals.at(-1);
  const months = newest || act.on === null ? null : monthsOf(inquiry, asset, act.on);
  const byLaw = newest
    ? newest.on && renewedUntil(inquiry, asset, newest.on)
    : act.on && months !== null && addMonths(act.on, months);
  return {
    key: act.key,
    asset,
    item: detail.item ?? '',
    owner: detail.owner ?? null,
    rank: detail.rank ?? null,
    orderedOn: act.on,
    paperNo: newest?.detail.paperNo ?? detail.paperNo ?? null,
    setBy: newest?.key ?? act.key,
    renewals: renewals.length,
    expiry: (newest ?? act).detail.until ?? (byLaw || null),
    releasedOn: released?.on ?? null,
    trace: inquiry.trace,
  };
}

/** `acts` in the order of days. */
export const seizuresOf = (book: RuleBook, acts: readonly CaseAct[]): Seizure[] =>
  acts.flatMap((act, index) => (act.kind === 'seized' ? [seizureOf(book, act, acts.slice(index + 1))] : []));
