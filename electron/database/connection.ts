/**
 * The store's connection, which can be replaced: after a storage error the database is opened again before anything is
 * said or done (uncertain.ts). Keeps the prepared statements, the log on it, and why it may only be read.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { present } from '@shared/kernel/assert';
import type Sqlite from 'better-sqlite3';
import type { SqliteStatement } from 'kysely';
import type { Alarm } from './alarm';
import { AuditLog } from './auditLog';
import { REOPENING_PAUSES, stateUnknown } from './uncertain';

/** How a store gets another connection to its folder; without it (a set-up) it has only its first one. */
export interface ConnectionSource {
  open(mode: 'write' | 'read'): Sqlite.Database;
  /** Before and after the folder is let go. */
  closing(): void;
  closed(): void;
}

/** A failure after which the connection is not trusted; `before`: length of the log when the write began. */
export interface Doubt {
  readonly before: number | null;
  readonly cause: unknown;
}

interface Prepared {
  readonly statement: Sqlite.Statement;
  readonly changesLedger: boolean;
}

/** A writing statement that names one of these tables in any place may change what the ledger shows. */
const LEDGER_TABLES = /\b(loan|party|unit)\b/;

/** Around every transaction: kept prepared. */
const CONTROL: ReadonlySet<string> = new Set(['begin', 'commit', 'rollback']);

export class Connection {
  readonly #source: ConnectionSource | null;
  readonly #onReplace: () => void;
  readonly #statements = new Map<string, Prepared>();
  #sqlite: Sqlite.Database;
  #auditLog: AuditLog | null = null;
  #commitFailure: unknown = null;
  #doubt: Doubt | null = null;
  #alarm: Alarm | null = null;
  #settled: Alarm | null = null;
  /** Another number whenever loans, parties or units may have changed. */
  ledgerRevision = 0;

  /** `onReplace` is called before the connection is closed to be opened again. */
  constructor(sqlite: Sqlite.Database, source: ConnectionSource | null, onReplace: () => void) {
    this.#sqlite = sqlite;
    this.#source = source;
    this.#onReplace = onReplace;
  }

  get sqlite(): Sqlite.Database {
    return this.#sqlite;
  }

  hot(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql);
    if (!known) {
      const prepared = this.#prepared(sql);
      this.#statements.set(sql, prepared);
      return prepared.statement;
    }
    if (known.changesLedger) this.ledgerRevision += 1;
    return known.statement;
  }

  /** Every statement of the program passes here, whether built or written by hand. */
  #prepared(sql: string): Prepared {
    if (this.#doubt) throw stateUnknown(this.#doubt.cause);
    const statement = this.#sqlite.prepare(sql);
    const changesLedger = !statement.readonly && LEDGER_TABLES.test(sql);
    if (changesLedger) this.ledgerRevision += 1;
    return { statement, changesLedger };
  }

  /** Kysely rolls back after a failed commit; the failure of that rollback would hide why. */
  forKysely(sql: string): SqliteStatement {
    const statement = CONTROL.has(sql) ? this.hot(sql) : this.#prepared(sql).statement;
    if (sql !== 'commit') return statement as unknown as SqliteStatement;
    const run = () => {
      try {
        return statement.run();
      } catch (error) {
        this.#commitFailure = error;
        throw error;
      }
    };
    return { reader: false, all: () => [], iterate: () => [][Symbol.iterator](), run };
  }

  /** The chained log; made when it is first asked for, as older databases have none. */
  get auditLog(): AuditLog {
    this.#auditLog ??= new AuditLog(this.#sqlite);
    return this.#auditLog;
  }

  /** Trusts the connection no more; whether the write in doubt is there after all. Refuses `state-unknown`. */
  async doubtful(doubt: Doubt): Promise<boolean> {
    if (!this.#source) return false;
    this.#doubt = doubt;
    const done = await this.settle(REOPENING_PAUSES);
    this.#settled = null;
    return done;
  }

  /**
   * Ends a doubt by opening the database again, once now or after each of `pauses` (ms). True when the log has grown since
   * the write in doubt began: then it is there as a whole. Refuses `state-unknown` while the database does not open.
   */
  async settle(pauses: readonly number[] = [0]): Promise<boolean> {
    for (const pause of pauses) {
      if (!this.#doubt) return false;
      if (pause > 0) await wait(pause);
      const { before } = this.#doubt;
      const length = this.#reopened(before !== null);
      if (length === null) continue;
      this.#doubt = null;
      if (before === null) return false;
      if (length < before) this.raise({ code: 'commits-lost', facts: { entries: length, acknowledged: before } });
      this.#settled = { code: length > before ? 'write-done' : 'write-undone', facts: {} };
      return length > before;
    }
    throw stateUnknown(this.#doubt?.cause);
  }

  /**
   * Another connection instead of this one; the log's length, or null when it does not open. Without a write in doubt the log is
   * not asked: should its own page be the bad one, whoever reads next says so.
   */
  #reopened(hasWrite: boolean): number | null {
    this.#statements.clear();
    this.#auditLog?.wipe();
    this.#auditLog = null;
    this.ledgerRevision += 1;
    this.#onReplace();
    try {
      if (this.#sqlite.open) this.#sqlite.close();
      this.#sqlite = present(this.#source, 'only a folder is in doubt').open(this.#alarm ? 'read' : 'write');
      return hasWrite ? this.auditLog.head().seq : 0;
    } catch (error) {
      this.#auditLog = null;
      if (this.#doubt) this.#doubt = { ...this.#doubt, cause: error };
      return null;
    }
  }

  /** What stands above every screen: why nothing may be written, or what became of a write that was in doubt. */
  get alarm(): Alarm | null {
    if (this.#doubt) return { code: 'state-unknown', facts: {} };
    return this.#alarm ?? this.#settled;
  }

  /** From now on the folder is only read. The first alarm stays. With no write going on. */
  raise(alarm: Alarm): void {
    this.#alarm ??= alarm;
    if (this.#sqlite.open) this.#sqlite.pragma('query_only = ON');
  }

  get isDoubtful(): boolean {
    return this.#doubt !== null;
  }

  /** Why the folder may only be read. */
  get barrier(): Alarm | null {
    return this.#alarm;
  }

  /** Before a transaction: what failed earlier is not what fails now. */
  begin(): void {
    this.#commitFailure = null;
  }

  get commitFailure(): unknown {
    return this.#commitFailure;
  }

  /** After a write: whatever was in doubt before is past. */
  finished(): void {
    this.#settled = null;
  }

  /** Takes the alarm away and opens for writing; whoever asked raises it again when his act fails. */
  async lift(): Promise<Alarm> {
    const alarm = present(this.#alarm, 'only an alarm is mended');
    this.#alarm = null;
    try {
      if (this.#source) await this.doubtful({ before: null, cause: null });
      else this.#sqlite.pragma('query_only = OFF');
    } catch (error) {
      this.#alarm = alarm;
      throw error;
    }
    return alarm;
  }

  /**
   * Another file in the place of this one: `swap` renames while nothing is open, and whatever becomes of it, the database
   * is opened again. Refuses `state-unknown` when it does not open.
   */
  async exchange(swap: () => void): Promise<void> {
    const source = present(this.#source, 'only a folder gets another file');
    source.closing();
    this.#doubt = { before: null, cause: null };
    if (this.#sqlite.open) this.#sqlite.close();
    try {
      swap();
    } finally {
      await this.settle(REOPENING_PAUSES);
    }
  }

  /** Lets the folder go; `end` closes what is built on the connection. */
  async close(end: () => Promise<void>): Promise<void> {
    this.#statements.clear();
    this.#auditLog?.wipe();
    this.#source?.closing();
    await end();
    if (this.#sqlite.open) this.#sqlite.close();
    this.#source?.closed();
  }
}
