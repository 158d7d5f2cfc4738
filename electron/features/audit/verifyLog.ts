/**
 * Walks the chain from its first entry to its head in slices short enough that nobody waits for one, and compares
 * anchors. Names the first entry that does not fit and how; breaks that an administrator accepted are counted apart.
 */
import { setImmediate } from 'node:timers/promises';
import type { LogFault, Verification } from '@shared/contract/audit.contract';
import { type Head, headCode } from '@shared/domain/audit/chain';
import { faultOf, type StoredEntry } from '../../database/auditLog';
import type { Store } from '../../database/store';
import type { Anchor } from './anchors';
import { compareAnchor } from './anchors';

/** Others wait at most this long for a slice, and some for the batch that it ends in. */
const SLICE_MS = 15;
const BATCH = 100;
/** Stretches of bad entries that are told apart; a log with more is beyond telling. */
const MOST_FAULTS = 200;

export interface VerifyOptions {
  readonly anchors: readonly (Head & { readonly at?: string })[];
  /** Runs one slice with no write going on; a caller that is inside a reading already runs it as it is. */
  readonly reading: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** ISO instant of the verification. */
  readonly at: string;
}

/** Every stretch of faults, accepted or not, beside the verification. Throws AbortError when it is cancelled. */
export async function verifyLog(
  store: Store,
  options: VerifyOptions,
): Promise<{ verification: Verification; faults: LogFault[] }> {
  const end = store.auditLog.head();
  const walk = new Walk(store);
  while (walk.before.seq < end.seq && !walk.isOver) {
    options.signal?.throwIfAborted();
    await options.reading(async () => walk.slice(end.seq));
    options.onProgress?.(Math.min(walk.before.seq, end.seq), end.seq);
    await setImmediate();
  }
  const faults = await options.reading(async () => [...walk.faults, ...anchorFaults(store, options.anchors)]);
  const open = faults.filter((fault) => !walk.isAccepted(fault));
  const fault = open.toSorted((a, b) => a.from - b.from)[0] ?? null;
  const counts = { entries: end.seq, accepted: faults.length - open.length, anchors: options.anchors.length };
  const verification = { ok: fault === null, ...counts, code: headCode(end), fault, file: null, at: options.at };
  return { verification, faults };
}

class Walk {
  readonly #store: Store;
  readonly #accepted = new Set<string>();
  readonly faults: LogFault[] = [];
  before: Head = { seq: 0, mac: '0'.repeat(64) };
  /** Nothing more to read, or too much wrong to go on telling. */
  isOver = false;

  constructor(store: Store) {
    this.#store = store;
  }

  slice(end: number): void {
    const until = performance.now() + SLICE_MS;
    do {
      const entries = this.#store.auditLog.slice(this.before.seq, Math.min(BATCH, end - this.before.seq));
      for (const entry of entries) this.#look(entry);
      this.isOver = entries.length === 0 || this.faults.length > MOST_FAULTS;
    } while (performance.now() < until && this.before.seq < end && !this.isOver);
  }

  #look(entry: StoredEntry): void {
    const gap = entry.seq > this.before.seq + 1;
    if (gap) this.#note({ fault: 'gap', from: this.before.seq + 1, to: entry.seq - 1 });
    // What stands behind a gap cannot fit the MAC before the gap: it is looked at for its own sake.
    const before = gap ? { seq: entry.seq - 1, mac: entry.previousMac } : this.before;
    // Behind a bad entry one stretch follows the other: how the first came about is what counts.
    const fault = faultOf(this.#store.auditLog, entry, before, this.faults.at(-1)?.to !== entry.seq - 1);
    if (fault) this.#note({ fault, from: entry.seq, to: entry.seq });
    else if (entry.action === 'audit.acceptBreak') this.#accept(entry);
    this.before = { seq: entry.seq, mac: entry.mac };
  }

  /** Neighbours with the same fault are one stretch. */
  #note(fault: LogFault): void {
    const last = this.faults.at(-1);
    if (last && last.fault === fault.fault && last.to + 1 === fault.from)
      this.faults[this.faults.length - 1] = { ...last, to: fault.to };
    else this.faults.push(fault);
  }

  #accept(entry: StoredEntry): void {
    const { faults } = JSON.parse(entry.detail) as { faults?: LogFault[] };
    for (const fault of faults ?? []) this.#accepted.add(nameOf(fault));
  }

  isAccepted(fault: LogFault): boolean {
    return this.#accepted.has(nameOf(fault));
  }
}

const nameOf = ({ fault, from, to }: LogFault): string => `${fault} ${from} ${to}`;

/** The log against anchors: the first that does not fit, and where the last fitting one leaves off. */
function anchorFaults(store: Store, anchors: readonly (Head | Anchor)[]): LogFault[] {
  let fitting = 0;
  for (const anchor of anchors.toSorted((a, b) => a.seq - b.seq)) {
    const alarm = compareAnchor(store, anchor);
    if (!alarm) {
      fitting = anchor.seq;
      continue;
    }
    const { entries } = alarm.facts;
    if (alarm.code === 'log-behind-anchor')
      return [{ fault: 'behind-anchor', from: entries + 1, to: Math.max(...anchors.map(({ seq }) => seq)) }];
    return [{ fault: 'differs-from-anchor', from: fitting + 1, to: anchor.seq }];
  }
  return [];
}
