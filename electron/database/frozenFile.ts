/**
 * Keeps the database file still while somebody copies it: everything is brought into it, then commits go to the write-ahead
 * log only, until the copy is done. Work goes on meanwhile; nobody waits but for the checkpoint.
 */
import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { assert } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type Sqlite from 'better-sqlite3';

/** Pages of the log after which SQLite brings them into the file; its own default. */
const AUTOCHECKPOINT = 1000;

export interface FrozenSource {
  readonly fd: number;
  readonly size: number;
  readonly pageSize: number;
}

/** Runs with no other work on the connection. */
export type Alone = <T>(work: (sqlite: Sqlite.Database) => T) => Promise<T>;

export class FrozenFile {
  /** Open as long as the connection: closing it would drop SQLite's locks on the same file. */
  readonly #handles: number[] = [];
  #current: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null;

  /**
   * `facts` are read at the very state that `work` copies. Rejects with the signal's reason when the connection is wanted
   * back (`release`); refuses `backup-unverified` when the file changed all the same.
   */
  async hold<F, T>(
    path: string,
    alone: Alone,
    facts: (sqlite: Sqlite.Database) => F,
    work: (source: FrozenSource, facts: F, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    assert(this.#current === null, 'one copy of the database at a time');
    const ended = Promise.withResolvers<void>();
    const abort = new AbortController();
    this.#current = { abort, ended: ended.promise };
    try {
      const begun = await alone((sqlite) => ({ ...this.#freeze(path, sqlite), facts: facts(sqlite) }));
      abort.signal.throwIfAborted();
      const result = await work(begun.source, begun.facts, abort.signal);
      if (stampOf(begun.source.fd) !== begun.stamp) refuse('backup-unverified', { what: 'source-changed' });
      return result;
    } finally {
      this.#current = null;
      await alone(thaw).finally(ended.resolve);
    }
  }

  #freeze(path: string, sqlite: Sqlite.Database): { source: FrozenSource; stamp: string } {
    sqlite.pragma('wal_autocheckpoint = 0');
    const [done] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    assert(done?.busy === 0, 'nobody else holds the database');
    const pageSize = sqlite.pragma('page_size', { simple: true }) as number;
    const fd = this.#handle(path);
    return { source: { fd, size: fstatSync(fd).size, pageSize }, stamp: stampOf(fd) };
  }

  /** A rotation of keys puts another file under the name: then the handle is another one too. */
  #handle(path: string): number {
    const { ino } = statSync(path);
    const known = this.#handles.find((fd) => fstatSync(fd).ino === ino);
    if (known !== undefined) return known;
    const fd = openSync(path, 'r');
    this.#handles.push(fd);
    return fd;
  }

  /** Ends a copy that is under way and waits until it is gone; before the connection closes. */
  async release(): Promise<void> {
    this.#current?.abort.abort();
    await this.#current?.ended;
  }

  /** After the connection was closed, and only then. */
  forget(): void {
    for (const fd of this.#handles.splice(0)) closeSync(fd);
  }
}

function thaw(sqlite: Sqlite.Database): void {
  if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT}`);
}

function stampOf(fd: number): string {
  const { size, mtimeNs } = fstatSync(fd, { bigint: true });
  return `${size} ${mtimeNs}`;
}
