/**
 * The rules over every loan: one transaction, in steps between which the thread hears others. Repeating it replaces what was
 * there; the books themselves are not touched.
 */
import { setImmediate } from 'node:timers/promises';
import { STALE_REASONS } from '@shared/contract/portfolio.contract';
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { type LoanResult, PortfolioRun } from '@shared/domain/portfolio/portfolioRun';
import type { ResultKind } from '@shared/domain/portfolio/questions';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { loansAfter } from './portfolioLoans.repository';
import { booksChangedSince, lastEntry, lastRun, ResultWriter, recordRun } from './portfolioResults.repository';

/** Loans that are read together. */
const STEP = 250;
/** Loans that are worked on between two looks at the clock. */
const PORTION = 25;
/** Milliseconds of work between two turns of the others; a person notices fifty. */
const TURN_MS = 15;

export interface RunSummary {
  readonly asOf: string;
  readonly loans: number;
  readonly results: number;
}

/** All loans, some at a time; others get their turn in between. Aborting rejects. */
export async function* everyLoan(db: ReadDb, signal?: AbortSignal): AsyncGenerator<PortfolioLoan[]> {
  let turn = performance.now();
  for (let last = 0; ; ) {
    const step = loansAfter(db, last, STEP);
    const end = step.at(-1)?.id;
    if (end === undefined) return;
    last = end;
    for (let at = 0; at < step.length; at += PORTION) {
      if (performance.now() - turn > TURN_MS) {
        await setImmediate();
        turn = performance.now();
      }
      signal?.throwIfAborted();
      yield step.slice(at, at + PORTION);
    }
  }
}

/** Which rules answer: those of this version of the program, with the branch's own. */
const rulesMark = (services: Services, revision: string) => `${services.version}|${revision}`;

export async function runPortfolio(services: Services, open: OpenFolder, signal?: AbortSignal): Promise<RunSummary> {
  const asOf = services.clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { book, revision } = await rulesInForce(tx, asOf);
    const afterEntry = lastEntry(tx);
    const writer = new ResultWriter(tx);
    const run = new PortfolioRun(book, asOf);
    let loans = 0;
    for await (const portion of everyLoan(tx, signal)) {
      for (const loan of portion) for (const result of run.resultsOf(loan)) writer.put(loan.id, result);
      loans += portion.length;
    }
    writer.finish();
    const result = { asOf, loans, results: writer.written };
    await recordRun(tx, { ...result, rules: rulesMark(services, revision), afterEntry });
    return { result, audit: { action: 'portfolio.run', objectKind: 'folder', objectId: 'portfolio', detail: result } };
  });
}

/** The last run, and why it no longer tells how things stand. */
export async function portfolioStatus(services: Services, { store }: OpenFolder) {
  const db = store.read;
  const run = lastRun(db);
  if (run === null) return { run: null, stale: [] };
  const today = services.clock.today();
  const { revision } = await rulesInForce(db, today);
  const because = {
    books: booksChangedSince(db, run.afterEntry),
    rules: run.rules !== rulesMark(services, revision),
    day: run.asOf !== today,
  };
  const { at, by, asOf, loans, results } = run;
  return { run: { at, by, asOf, loans, results }, stale: STALE_REASONS.filter((reason) => because[reason]) };
}

export interface ChangedLoan {
  readonly loanId: number;
  readonly kind: ResultKind;
  /** Id of the guarantee; 0 for the loan itself. */
  readonly subject: number;
}

/**
 * What another book would change in the results of all loans on `asOf`: how many loans, and the first `most` results. For the
 * approval of a rule's version; nothing is stored. To be called inside a reading.
 */
export async function changedByRules(
  db: ReadDb,
  books: { readonly before: RuleBook; readonly after: RuleBook },
  asOf: string,
  most: number,
): Promise<{ readonly loans: number; readonly first: ChangedLoan[] }> {
  const before = new PortfolioRun(books.before, asOf);
  const after = new PortfolioRun(books.after, asOf);
  const first: ChangedLoan[] = [];
  let loans = 0;
  for await (const portion of everyLoan(db))
    for (const loan of portion) {
      const old = before.resultsOf(loan).map(saidOf);
      const differing = after.resultsOf(loan).filter((result, index) => saidOf(result) !== old[index]);
      if (differing.length > 0) loans += 1;
      for (const { kind, subject } of differing)
        if (first.length < most) first.push({ loanId: loan.id, kind, subject });
    }
  return { loans, first };
}

/** Another version with the same result changes nothing. */
const saidOf = ({ trace: _, ...said }: LoanResult): string => JSON.stringify(said);
