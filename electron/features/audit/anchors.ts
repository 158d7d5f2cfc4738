/**
 * Anchors: what the head of the log was, kept outside the database, so that a log that was cut short, exchanged or
 * forged as a whole no longer fits (reliability: a deleted write-ahead log loses commits and every check says ok).
 * One copy lies in the data folder, one in the program's own folder of this user; every backup carries one more.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from '@shared/domain/audit/chain';
import { present } from '@shared/kernel/assert';
import type { Alarm } from '../../database/alarm';
import { readKeyEpochs, subkey } from '../../database/keyEpochs';
import type { Store } from '../../database/store';
import { writeFileAtomic } from '../../platform/atomicFile';
import type { Clock } from '../../platform/clock';
import type { DataFolder } from '../../platform/dataFolder';

export interface Anchor extends Head {
  /** ISO instant. */
  readonly at: string;
}

interface AnchorFile {
  readonly version: 1;
  /** Which log it belongs to. */
  readonly log: string;
  /** Oldest first. */
  readonly anchors: readonly Anchor[];
}

/**
 * Why a data folder opens for reading only. `log-behind-anchor`: entries are lacking at the end. `log-differs`: the entry
 * at an anchored place is another one. `anchors-missing`: somebody signed in before, and no anchor is left anywhere.
 */
export interface LogAlarm extends Alarm {
  readonly code: 'log-behind-anchor' | 'log-differs' | 'anchors-missing';
  /** `entries`: length of the log; `anchored`: the anchor's number; `at`: when it was written. */
  readonly facts: { readonly entries: number; readonly anchored?: number; readonly at?: string };
}

/** Entries that may follow the newest anchor. */
export const ANCHOR_EVERY = 100;
const KEPT = 20;

/** The same for a folder, its copies and backups, and for no other folder. */
function identityOf(store: Store): string {
  const first = present(readKeyEpochs(store.sqlite)[0], 'a data folder has its first key epoch');
  return createHmac('sha256', subkey(first, 'audit')).update('qingshou log identity').digest('hex').slice(0, 16);
}

const isAnchor = (value: unknown): value is Anchor => {
  const anchor = value as Partial<Anchor> | null;
  return (
    Number.isSafeInteger(anchor?.seq) && /^[0-9a-f]{64}$/.test(anchor?.mac ?? '') && typeof anchor?.at === 'string'
  );
};

/** Anchors of a file; none when it is missing, damaged or another log's. */
function readAnchors(path: string, log: string): readonly Anchor[] {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as AnchorFile;
    return file.version === 1 && file.log === log ? file.anchors.filter(isAnchor) : [];
  } catch {
    return [];
  }
}

/** Anchor or alarm of one anchor against the log as it stands; null when it fits. */
export function compareAnchor(store: Store, anchor: Head & { readonly at?: string }): LogAlarm | null {
  const head = store.auditLog.head();
  const facts = { entries: head.seq, anchored: anchor.seq, ...(anchor.at ? { at: anchor.at } : {}) };
  if (anchor.seq > head.seq) return { code: 'log-behind-anchor', facts };
  const mac = anchor.seq === 0 ? anchor.mac : store.auditLog.slice(anchor.seq - 1, 1)[0]?.mac;
  return mac === anchor.mac ? null : { code: 'log-differs', facts };
}

/** Where the anchors of one data folder lie. `ownDir`: the program's own folder of this user. */
export class Anchors {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: string;
  readonly places: readonly string[];
  #head: Head;
  #newest: Anchor | null = null;
  #failed = false;

  constructor(store: Store, folder: DataFolder, ownDir: string | null, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#log = identityOf(store);
    this.#head = store.auditLog.head();
    const own = ownDir === null ? [] : [join(ownDir, 'anchors', `${this.#log}.json`)];
    this.places = [join(folder.root, 'anchors.json'), ...own];
  }

  /** The newest anchor that was written, and whether the last attempt failed in some place. */
  get state(): { newest: Anchor | null; failed: boolean } {
    return { newest: this.#newest, failed: this.#failed };
  }

  /** Every anchor of every place, the newest first. */
  read(): readonly Anchor[] {
    return this.places.flatMap((path) => readAnchors(path, this.#log)).toSorted((a, b) => b.seq - a.seq);
  }

  /** Compares all of them with the log. */
  examine(): LogAlarm | null {
    const anchors = this.read();
    if (anchors.length === 0)
      return this.#wasOpened() ? { code: 'anchors-missing', facts: { entries: this.#head.seq } } : null;
    for (const anchor of anchors) {
      const alarm = compareAnchor(this.#store, anchor);
      if (alarm) return alarm;
    }
    return null;
  }

  /** A sign-in since the log is chained: each one was preceded by an anchor. */
  #wasOpened(): boolean {
    const sql = `SELECT 1 FROM audit_entry WHERE action = 'session.signIn'
      AND id > (SELECT since FROM key_epoch WHERE epoch = 1) LIMIT 1`;
    return this.#store.sqlite.prepare(sql).get() !== undefined;
  }

  /** From now on an anchor follows every hundredth entry; the first is written at once. */
  keep(): void {
    this.write();
    this.#store.afterWrite(() => {
      this.#head = this.#store.auditLog.head();
      if (this.#head.seq - (this.#newest?.seq ?? 0) >= ANCHOR_EVERY) this.write();
    });
  }

  /** Writes an anchor of the newest entry; also after the database is closed. A failure waits for the next occasion. */
  write(): void {
    if (this.#newest?.seq === this.#head.seq && !this.#failed) return;
    const earlier = (path: string) => readAnchors(path, this.#log).filter(({ seq }) => seq < this.#head.seq);
    this.#put((path, anchor) => [...earlier(path), anchor].slice(-KEPT));
  }

  /** Forgets every earlier anchor: after a break was accepted, or a backup restored. */
  beginAnew(): void {
    this.#head = this.#store.auditLog.head();
    this.#put((_, anchor) => [anchor]);
  }

  #put(listOf: (path: string, anchor: Anchor) => readonly Anchor[]): void {
    const anchor: Anchor = { ...this.#head, at: this.#clock.now().toISOString() };
    this.#failed = false;
    for (const path of this.places) {
      const file: AnchorFile = { version: 1, log: this.#log, anchors: listOf(path, anchor) };
      try {
        writeFileAtomic(path, Buffer.from(`${JSON.stringify(file)}\n`));
        this.#newest = anchor;
      } catch {
        // A full or missing disk must not stop the work; the state line of the log says so, and the next entry tries again.
        this.#failed = true;
      }
    }
  }
}
