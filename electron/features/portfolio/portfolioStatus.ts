/** The run in force, and why it no longer tells how things stand. */
import { STALE_REASONS } from '@shared/contract/portfolio.contract';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { booksChangedSince, lastRun } from './portfolioResults.repository';
import { rulesMark } from './runPortfolio';

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
