/** What the last run found to run out soon. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { dueCount, dueRows, lastRun } from './portfolioResults.repository';

export interface DueRequest {
  readonly until: string;
  readonly limit: number;
  readonly offset: number;
}

/** Refuses portfolio-not-run. What is past is no deadline any more and is not among it. */
export function showDue({ store }: OpenFolder, { until, limit, offset }: DueRequest) {
  const db = store.read;
  const { id: run, asOf } = lastRun(db) ?? refuse('portfolio-not-run');
  const span = { run, from: asOf, until };
  const items = dueRows(db, span, limit, offset).map(({ partyId, provisional, ...row }) => ({
    ...row,
    provisional: provisional === 1,
    household: householdNumber(partyId),
  }));
  return { asOf, total: dueCount(db, span), items };
}
