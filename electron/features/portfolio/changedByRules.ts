/** What another book would change in the results of all loans: for the approval of a rule's version; nothing is stored. */
import { setImmediate } from 'node:timers/promises';
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { type LoanResult, PortfolioRun } from '@shared/domain/portfolio/portfolioRun';
import type { ResultKind } from '@shared/domain/portfolio/questions';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { loansAfter } from './portfolioLoans.repository';

/** Loans that are read together. */
const STEP = 250;
/** Loans that are worked on between two looks at the clock. */
const PORTION = 25;
/** Milliseconds of work between two turns of the others; a person notices fifty. */
const TURN_MS = 15;

/** All loans, some at a time; others get their turn in between. */
async function* everyLoan(db: ReadDb): AsyncGenerator<PortfolioLoan[]> {
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
      yield step.slice(at, at + PORTION);
    }
  }
}

export interface ChangedLoan {
  readonly loanId: number;
  readonly kind: ResultKind;
  /** Id of the guarantee; 0 for the loan itself. */
  readonly subject: number;
}

/** How many loans on `asOf`, and the first `most` results. To be called inside a reading. */
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
function saidOf({ outcome: { trace: _, number: __, ...outcome }, ...own }: LoanResult): string {
  return JSON.stringify({ ...own, outcome });
}
