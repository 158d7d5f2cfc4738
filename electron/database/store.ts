/**
 * The one connection, as the rest of the program sees it: reading is free, writing needs an actor and leaves an
 * audit row in the same transaction. Kysely's lock on the connection keeps readers out of a half-done write.
 */
import { createHash } from 'node:crypto';
import type { Role } from '@shared/domain/users/roles';
import { assert } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import type { Clock } from '../platform/clock';
import type { Alarm } from './alarm';
import { type AuditLog, digestOfValue } from './auditLog';
import { Connection, type ConnectionSource } from './connection';
import { FrozenFile, type FrozenSource } from './frozenFile';
import { Gate } from './gate';
import type { RequestTable, Schema } from './schema';
import { asStorageRefusal, isReadFault, storageCause } from './uncertain';

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
  /** What the act found and what it left, as plain values: only their SHA-256 is kept. */
  readonly before?: unknown;
  readonly after?: unknown;
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

/** Reads everything and writes what was computed. */
export type DerivedTx = Pick<ReadDb, 'hot'>;

const DERIVED = /^(INSERT INTO|DELETE FROM) portfolio_/;

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

export class Store {
  readonly #gate = new Gate();
  readonly #frozenFile = new FrozenFile();
  readonly #connection: Connection;
  readonly #kysely: Kysely<Schema>;
  readonly #clock: Clock;
  #afterWrite: () => void = () => {};
  readonly read: ReadDb;

  constructor(sqlite: Sqlite.Database, clock: Clock, source: ConnectionSource | null = null) {
    this.#clock = clock;
    // A copy that is under way ends by itself; waiting for it there would be waiting for ourselves.
    const connection = new Connection(sqlite, source, () => void this.#frozenFile.release());
    this.#connection = connection;
    const database = { prepare: (sql: string) => connection.forKysely(sql), close: () => connection.sqlite.close() };
    this.#kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
    this.read = { q: this.#kysely, hot: (sql) => connection.hot(sql), ledgerRevision: () => connection.ledgerRevision };
  }

  /**
   * Runs the reading with no write going on; whoever uses `hot` in several steps reads inside one of these. A page that
   * could not be read is tried once more on another connection: only what fails twice is damaged (`database-damaged`).
   */
  async reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    if (this.#connection.isDoubtful) await this.#gate.write(() => this.#connection.settle());
    const { sqlite } = this.#connection;
    try {
      return await this.#gate.read(() => work(this.read));
    } catch (error) {
      if (!isReadFault(error)) throw error;
      await this.mistrust(error, sqlite);
    }
    try {
      return await this.#gate.read(() => work(this.read));
    } catch (error) {
      if (!isReadFault(error)) throw error;
      const found = storageCause(error);
      await this.#gate.write(async () => this.raise({ code: 'database-damaged', facts: { found } }));
      return refuse('database-damaged', { found });
    }
  }

  /**
   * One transaction: the work and its audit rows, or nothing. With a repeatable request the first result is
   * returned again; the same id with other content is refused (`request-conflict`).
   * Refuses folder-read-only {alarm}; storage-failed {cause, done: false} when nothing was written; state-unknown {cause}
   * when that cannot be seen yet.
   */
  async write<T>(actor: Actor, work: (tx: WriteTx) => Promise<Written<T>>, request?: RepeatableRequest): Promise<T> {
    return this.#gate.write(async () => {
      await this.#connection.settle();
      const { barrier } = this.#connection;
      if (barrier) refuse('folder-read-only', { alarm: barrier.code });
      return this.#writeAlone(actor, work, request);
    });
  }

  /**
   * One short transaction on what was computed from the books and can be computed again (tables `portfolio_…`): it is nobody's
   * act and leaves no entry in the log. `work` does not wait. Refuses as `write` does.
   */
  async derive<T>(work: (db: DerivedTx) => T): Promise<T> {
    return this.#gate.write(async () => {
      await this.#connection.settle();
      const { barrier } = this.#connection;
      if (barrier) refuse('folder-read-only', { alarm: barrier.code });
      const hot = (sql: string) => {
        const statement = this.read.hot(sql);
        assert(
          statement.readonly || DERIVED.test(sql),
          'only what was computed is written without an entry in the log',
        );
        return statement;
      };
      try {
        return this.sqlite.transaction(() => work({ hot })).immediate();
      } catch (error) {
        if (storageCause(error) === null) throw error;
        await this.#connection.doubtful({ before: null, cause: error });
        throw asStorageRefusal(error);
      }
    });
  }

  /** Writes in spite of the alarm and ends it: for the acts that mend. One that fails leaves the alarm as it was. */
  async mend<T>(actor: Actor, work: (tx: WriteTx) => Promise<Written<T>>): Promise<T> {
    return this.#gate.write(async () => {
      await this.#connection.settle();
      const alarm = await this.#connection.lift();
      try {
        return await this.#writeAlone(actor, work);
      } catch (error) {
        this.raise(alarm);
        throw error;
      }
    });
  }

  async #writeAlone<T>(
    actor: Actor,
    work: (tx: WriteTx) => Promise<Written<T>>,
    request?: RepeatableRequest,
  ): Promise<T> {
    const before = this.#connection.ledgerRevision;
    try {
      const result = await this.#transact(actor, work, request);
      this.#connection.finished();
      this.#afterWrite();
      return result;
    } finally {
      // What the transaction itself computed on its way does not outlive it.
      if (this.#connection.ledgerRevision !== before) this.#connection.ledgerRevision += 1;
    }
  }

  async #transact<T>(
    actor: Actor,
    work: (tx: WriteTx) => Promise<Written<T>>,
    request?: RepeatableRequest,
  ): Promise<T> {
    const seen: { before: number | null; made?: { result: T }; failure?: unknown } = { before: null };
    this.#connection.begin();
    try {
      seen.before = this.auditLog.head().seq;
      return await this.#kysely.transaction().execute(async (q) => {
        try {
          seen.made = { result: await this.#perform(q, actor, work, request) };
          return seen.made.result;
        } catch (error) {
          seen.failure = error;
          throw error;
        }
      });
    } catch (error) {
      const failure = seen.failure ?? this.#connection.commitFailure ?? error;
      if (storageCause(failure) === null) throw failure;
      const done = await this.#connection.doubtful({ before: seen.before, cause: failure });
      if (done && seen.made) return seen.made.result;
      throw asStorageRefusal(failure);
    }
  }

  async #perform<T>(
    q: Transaction<Schema>,
    actor: Actor,
    work: (tx: WriteTx) => Promise<Written<T>>,
    request?: RepeatableRequest,
  ): Promise<T> {
    const digest = request ? digestOf(request) : null;
    if (request) {
      const first = this.read.hot(REQUEST).get(request.id) as RequestTable | undefined;
      if (first && first.input_digest !== digest) refuse('request-conflict');
      if (first) return JSON.parse(first.result) as T;
    }
    const at = this.#clock.now().toISOString();
    const tx: WriteTx = { ...this.read, q, at, actor };
    const { result, audit } = await work(tx);
    writeAudit(this.auditLog, tx, Array.isArray(audit) ? audit : [audit as AuditNote], request?.id ?? null);
    if (request && digest) {
      const { id, procedure } = request;
      this.read.hot(REMEMBER).run(id, procedure, digest, JSON.stringify(result), at);
    }
    return result;
  }

  /** Opens the connection again when it is still the one that failed; `error` came from it. */
  async mistrust(error: unknown, sqlite = this.sqlite): Promise<void> {
    if (!isReadFault(error)) return;
    await this.#gate.write(async () => {
      if (this.sqlite === sqlite && !this.#connection.isDoubtful)
        await this.#connection.doubtful({ before: null, cause: error });
    });
  }

  /** What stands above every screen: why nothing may be written, or what became of a write that was in doubt. */
  get alarm(): Alarm | null {
    return this.#connection.alarm;
  }

  get readOnly(): boolean {
    return this.#connection.barrier !== null;
  }

  /** From now on the folder is only read. The first alarm stays. With no write going on. */
  raise(alarm: Alarm): void {
    this.#connection.raise(alarm);
  }

  /** The chained log. */
  get auditLog(): AuditLog {
    return this.#connection.auditLog;
  }

  /** `listener` runs after every finished transaction, before anybody else reads or writes; it must not throw. */
  afterWrite(listener: () => void): void {
    this.#afterWrite = listener;
  }

  /** The first result of a repeatable request, if it was done before. */
  async resultOf<T>(request: RepeatableRequest): Promise<T | null> {
    const first = this.read.hot(REQUEST).get(request.id) as RequestTable | undefined;
    if (!first) return null;
    if (first.input_digest !== digestOf(request)) refuse('request-conflict');
    return JSON.parse(first.result) as T;
  }

  /** For maintenance that SQL builders do not cover (integrity check, index handling). */
  get sqlite(): Sqlite.Database {
    return this.#connection.sqlite;
  }

  /**
   * The database file stays as it is while `work` copies it; reading and writing go on. `path`: the file. Rejects when the
   * folder is closed meanwhile.
   */
  frozen<F, T>(
    path: string,
    facts: (sqlite: Sqlite.Database) => F,
    work: (source: FrozenSource, facts: F, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const alone = <R>(act: (sqlite: Sqlite.Database) => R) => this.#gate.write(async () => act(this.sqlite));
    return this.#frozenFile.hold(path, alone, facts, work);
  }

  /**
   * Alone with the database: `prepare` makes another file from it, `swap` puts that in its place while nothing is open.
   * A `prepare` that fails changes nothing. Refuses folder-read-only {alarm}.
   */
  async exchange(prepare: (sqlite: Sqlite.Database) => Promise<void>, swap: () => void): Promise<void> {
    await this.#frozenFile.release();
    return this.#gate.write(async () => {
      await this.#connection.settle();
      const { barrier } = this.#connection;
      if (barrier) refuse('folder-read-only', { alarm: barrier.code });
      await prepare(this.sqlite);
      await this.#connection.exchange(() => {
        this.#frozenFile.forget();
        swap();
      });
    });
  }

  /** Waits for what is being written or read, then closes; whoever comes later finds no connection. */
  async close(): Promise<void> {
    await this.#frozenFile.release();
    return this.#gate.write(async () => {
      await this.#connection.close(() => this.#kysely.destroy());
      this.#frozenFile.forget();
    });
  }
}

const REQUEST = 'SELECT * FROM request WHERE id = ?';
const REMEMBER = 'INSERT INTO request (id, procedure, input_digest, result, at) VALUES (?, ?, ?, ?, ?)';

function digestOf(request: RepeatableRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([request.procedure, request.input]))
    .digest('hex');
}

function writeAudit(log: AuditLog, tx: WriteTx, notes: readonly AuditNote[], requestId: string | null): void {
  assert(notes.length > 0, 'a command that changes data leaves an audit row');
  const entries = notes.map((note) => ({
    at: tx.at,
    userId: tx.actor.userId,
    user: tx.actor.name,
    roles: tx.actor.roles.join(','),
    workstation: tx.actor.workstation,
    action: note.action,
    objectKind: note.objectKind,
    objectId: note.objectId,
    householdId: note.householdId ?? null,
    detail: JSON.stringify(note.detail ?? {}),
    requestId,
    beforeDigest: note.before === undefined ? null : digestOfValue(note.before),
    afterDigest: note.after === undefined ? null : digestOfValue(note.after),
  }));
  log.append(entries);
}
