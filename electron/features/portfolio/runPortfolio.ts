/**
 * The rules over every loan: computed and written in short steps beside the run in force, which it replaces in one short
 * transaction at the end. Others read and write in between; what the books were in the middle of a change is never shown, and a
 * run that is broken off leaves the last one as it was.
 */
import { setImmediate } from 'node:timers/promises';
import { Tally } from '@shared/domain/portfolio/overview';
import { PortfolioRun } from '@shared/domain/portfolio/portfolioRun';
import { refuse } from '@shared/kernel/result';
import type { DerivedTx, Store } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { type RulesInForce, rulesInForce } from '../rules/rulesInForce';
import { loanCount, loansAfter } from './portfolioLoans.repository';
import { booksChangedSince, lastEntry, lastRun, recordRun } from './portfolioResults.repository';
import { RunWriter, sweep } from './portfolioWriter.repository';

/** Milliseconds that a step may take before others get their turn; a person notices fifty. */
const STEP_MS = 40;
/** Loans between two looks at the clock. */
const PORTION = 500;
/** Times that a run begins anew because the books changed under it. */
const ATTEMPTS = 3;

export interface RunSummary {
  readonly asOf: string;
  readonly loans: number;
  readonly results: number;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly report?: (done: number, total: number) => void;
}

/** Which rules answer: those of this version of the program, with the branch's own. */
export const rulesMark = (services: Services, revision: string) => `${services.version}|${revision}`;

const running = new WeakSet<Store>();

/** Refuses portfolio-running; books-changing when they were changed again and again meanwhile. */
export async function runPortfolio(
  services: Services,
  open: OpenFolder,
  options: RunOptions = {},
): Promise<RunSummary> {
  const { store } = open;
  if (running.has(store)) refuse('portfolio-running');
  running.add(store);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const run = new PendingRun(services, open, options, await rulesInForce(store.read, services.clock.today()));
      const summary = await run.complete();
      if (summary !== null) return summary;
    }
    return refuse('books-changing');
  } finally {
    running.delete(store);
  }
}

/** One attempt. */
class PendingRun {
  readonly #services: Services;
  readonly #open: OpenFolder;
  readonly #options: RunOptions;
  readonly #rules: RulesInForce;
  readonly #asOf: string;

  constructor(services: Services, open: OpenFolder, options: RunOptions, rules: RulesInForce) {
    this.#services = services;
    this.#open = open;
    this.#options = options;
    this.#rules = rules;
    this.#asOf = services.clock.today();
  }

  /** Some work alone with the database. */
  async #step<T>(work: (db: DerivedTx) => T): Promise<T> {
    await setImmediate();
    const { store } = this.#open;
    if (this.#services.session.open?.store !== store) throw new DOMException('signed out', 'AbortError');
    return store.derive(work);
  }

  async #swept(): Promise<void> {
    while (!(await this.#step((db) => sweep(db, lastRun(db)?.id ?? 0))));
  }

  /** null: the books changed meanwhile. */
  async complete(): Promise<RunSummary | null> {
    await this.#swept();
    const { id, afterEntry, total } = await this.#step((db) => {
      return { id: (lastRun(db)?.id ?? 0) + 1, afterEntry: lastEntry(db), total: loanCount(db) };
    });
    const run = new PortfolioRun(this.#rules.book, this.#asOf);
    const writer = new RunWriter(id);
    const tally = new Tally(this.#asOf);
    let loans = 0;
    for (let last: number | null = 0; last !== null; ) {
      this.#options.signal?.throwIfAborted();
      const from: number = last;
      const step = await this.#step((db) =>
        booksChangedSince(db, afterEntry) ? null : work(db, { run, writer, tally }, from),
      );
      if (step === null) return null;
      loans += step.loans;
      last = step.last;
      this.#options.report?.(loans, Math.max(total, loans));
    }
    this.#options.signal?.throwIfAborted();
    await this.#step((db) => {
      writer.putCells(db, tally.cells);
      writer.flush(db);
    });
    const summary = { asOf: this.#asOf, loans, results: writer.results };
    const isInForce = await this.#putInForce(id, afterEntry, summary);
    await this.#swept();
    return isInForce ? summary : null;
  }

  async #putInForce(id: number, afterEntry: number, summary: RunSummary): Promise<boolean> {
    const { store, actor } = this.#open;
    const rules = rulesMark(this.#services, this.#rules.revision);
    try {
      return await store.write(actor, async (tx) => {
        if (booksChangedSince(tx, afterEntry)) throw new BooksChanged();
        await recordRun(tx, { ...summary, id, rules, afterEntry });
        const object = { objectKind: 'folder', objectId: 'portfolio' };
        return { result: true, audit: { action: 'portfolio.run', ...object, detail: { ...summary } } };
      });
    } catch (error) {
      if (error instanceof BooksChanged) return false;
      throw error;
    }
  }
}

/** Ends the transaction that would have put a run in force. */
class BooksChanged extends Error {}

interface Tools {
  readonly run: PortfolioRun;
  readonly writer: RunWriter;
  readonly tally: Tally;
}

/** The loans after the id `last` for as long as a step may take; `last` null: there are no more. */
function work(db: DerivedTx, { run, writer, tally }: Tools, last: number) {
  const began = performance.now();
  let [done, at]: [number, number | null] = [0, last];
  while (at !== null && performance.now() - began < STEP_MS) {
    const portion = loansAfter(db, at, PORTION);
    for (const loan of portion) {
      const results = run.resultsOf(loan);
      writer.put(db, loan.id, results);
      tally.add(loan, results);
    }
    done += portion.length;
    at = portion.at(-1)?.id ?? null;
  }
  writer.flush(db);
  return { loans: done, last: at };
}
