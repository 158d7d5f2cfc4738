/**
 * The one connection, as the rest of the program sees it: reading is free, writing needs an actor and leaves an
 * audit row in the same transaction. Kysely's lock on the connection keeps readers out of a half-done write.
 */
import { createHash } from 'node:crypto';
import type { Role } from '@shared/domain/users/roles';
import { assert } from '@shared/kernel/assert';
import { RefusalError, refuse } from '@shared/kernel/result';
import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import type { Clock } from '../platform/clock';
import type { Schema } from './schema';

/** Who does it; every command knows. `userId` is null only for the set-up of the folder itself. */
export interface Actor {
  readonly userId: number | null;
  readonly name: string;
  readonly display: string;
  readonly unitId: number;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly workstation: string;
}

export interface AuditNote {
  /** `feature.verb`, e.g. `imports.write`. */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** Party id of the household that the act concerns, if one. */
  readonly householdId?: number | null;
  /** Facts of the act; personal data only in the masked form. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A repository that takes this cannot change anything. */
export interface ReadDb {
  readonly q: Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'case' | 'getExecutor'>;
  /**
   * A prepared statement for a hot path, kept for the life of the connection; writes only inside a transaction, which
   * asks for its statements itself.
   */
  hot(sql: string): Sqlite.Statement;
  /** Another number whenever loans, parties or units may have changed: what was computed from them is out of date. */
  ledgerRevision(): number;
}

export interface WriteTx extends ReadDb {
  readonly q: Transaction<Schema>;
  readonly at: string;
  readonly actor: Actor;
}

export interface Written<T> {
  readonly result: T;
  readonly audit: AuditNote | readonly AuditNote[];
}

/** Names a command that may arrive twice. */
export interface RepeatableRequest {
  readonly id: string;
  readonly procedure: string;
  readonly input: unknown;
}

/**
 * Readers together, a writer alone. Kysely's own lock only orders statements that go through it; prepared
 * statements share the connection and would see a half-done import without this.
 */
class Gate {
  #readers = 0;
  #tail: Promise<void> = Promise.resolve();
  #idle: (() => void) | null = null;

  async read<T>(work: () => Promise<T>): Promise<T> {
    await this.#tail;
    this.#readers += 1;
    try {
      return await work();
    } finally {
      this.#readers -= 1;
      if (this.#readers === 0) this.#idle?.();
    }
  }

  async write<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#tail;
    let done = () => {};
    this.#tail = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    while (this.#readers > 0) {
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
      });
    }
    this.#idle = null;
    try {
      return await work();
    } finally {
      done();
    }
  }
}

interface Prepared {
  readonly statement: Sqlite.Statement;
  readonly changesLedger: boolean;
}

/** A writing statement that names one of these tables in any place may change what the ledger shows. */
const LEDGER_TABLES = /\b(loan|party|unit)\b/;

export class Store {
  readonly #gate = new Gate();
  readonly #sqlite: Sqlite.Database;
  readonly #kysely: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #statements = new Map<string, Prepared>();
  #ledgerRevision = 0;
  readonly read: ReadDb;

  constructor(sqlite: Sqlite.Database, clock: Clock) {
    this.#sqlite = sqlite;
    this.#clock = clock;
    const database = { prepare: (sql: string) => this.#prepared(sql).statement, close: () => sqlite.close() };
    this.#kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
    this.read = { q: this.#kysely, hot: (sql) => this.#hot(sql), ledgerRevision: () => this.#ledgerRevision };
  }

  #hot(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql);
    if (!known) {
      const prepared = this.#prepared(sql);
      this.#statements.set(sql, prepared);
      return prepared.statement;
    }
    if (known.changesLedger) this.#ledgerRevision += 1;
    return known.statement;
  }

  /** Every statement of the program passes here, whether built or written by hand. */
  #prepared(sql: string): Prepared {
    const statement = this.#sqlite.prepare(sql);
    const changesLedger = !statement.readonly && LEDGER_TABLES.test(sql);
    if (changesLedger) this.#ledgerRevision += 1;
    return { statement, changesLedger };
  }

  /** Runs the reading with no write going on; whoever uses `hot` in several steps reads inside one of these. */
  reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    return this.#gate.read(() => work(this.read));
  }

  /**
   * One transaction: the work and its audit rows, or nothing. With a repeatable request the first result is
   * returned again; the same id with other content is refused (`request-conflict`).
   */
  async write<T>(actor: Actor, work: (tx: WriteTx) => Promise<Written<T>>, request?: RepeatableRequest): Promise<T> {
    return this.#gate.write(async () => {
      const before = this.#ledgerRevision;
      try {
        return await this.#transact(actor, work, request);
      } finally {
        // What the transaction itself computed on its way does not outlive it.
        if (this.#ledgerRevision !== before) this.#ledgerRevision += 1;
      }
    });
  }

  async #transact<T>(
    actor: Actor,
    work: (tx: WriteTx) => Promise<Written<T>>,
    request?: RepeatableRequest,
  ): Promise<T> {
    try {
      return await this.#kysely.transaction().execute(async (q) => {
        const digest = request ? digestOf(request) : null;
        if (request) {
          const first = await q.selectFrom('request').selectAll().where('id', '=', request.id).executeTakeFirst();
          if (first && first.input_digest !== digest) refuse('request-conflict');
          if (first) return JSON.parse(first.result) as T;
        }
        const at = this.#clock.now().toISOString();
        const tx: WriteTx = { ...this.read, q, at, actor };
        const { result, audit } = await work(tx);
        await writeAudit(tx, Array.isArray(audit) ? audit : [audit as AuditNote], request?.id ?? null);
        if (request && digest) {
          const row = {
            id: request.id,
            procedure: request.procedure,
            input_digest: digest,
            result: JSON.stringify(result),
            at,
          };
          await q.insertInto('request').values(row).execute();
        }
        return result;
      });
    } catch (error) {
      throw asStorageRefusal(error);
    }
  }

  /** The first result of a repeatable request, if it was done before. */
  async resultOf<T>(request: RepeatableRequest): Promise<T | null> {
    const first = await this.#kysely.selectFrom('request').selectAll().where('id', '=', request.id).executeTakeFirst();
    if (!first) return null;
    if (first.input_digest !== digestOf(request)) refuse('request-conflict');
    return JSON.parse(first.result) as T;
  }

  /** For maintenance that SQL builders do not cover (integrity check, index handling). */
  get sqlite(): Sqlite.Database {
    return this.#sqlite;
  }

  /** Waits for what is being written or read, then closes; whoever comes later finds no connection. */
  close(): Promise<void> {
    return this.#gate.write(async () => {
      this.#statements.clear();
      await this.#kysely.destroy();
      if (this.#sqlite.open) this.#sqlite.close();
    });
  }
}

function digestOf(request: RepeatableRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([request.procedure, request.input]))
    .digest('hex');
}

async function writeAudit(tx: WriteTx, notes: readonly AuditNote[], requestId: string | null): Promise<void> {
  assert(notes.length > 0, 'a command that changes data leaves an audit row');
  const rows = notes.map((note) => ({
    at: tx.at,
    user_id: tx.actor.userId,
    user_name: tx.actor.name,
    roles: tx.actor.roles.join(','),
    workstation: tx.actor.workstation,
    action: note.action,
    object_kind: note.objectKind,
    object_id: note.objectId,
    household_id: note.householdId ?? null,
    detail: JSON.stringify(note.detail ?? {}),
    request_id: requestId,
  }));
  await tx.q.insertInto('audit_entry').values(rows).execute();
}

/** Disk full, I/O error, read-only medium: said as such, never as a bug; the form keeps what was typed. */
export function asStorageRefusal(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(code)) {
    return new RefusalError({ code: 'storage-failed', facts: { cause: code } });
  }
  return error;
}
