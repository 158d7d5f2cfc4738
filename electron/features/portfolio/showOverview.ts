/** The overview of the last run (S28): its sums, the results behind a sum, and what a result rests on. */
import type { CellFilter } from '@shared/contract/portfolio.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { daysOf, horizonOf } from '@shared/domain/portfolio/overview';
import type { ResultKind } from '@shared/domain/portfolio/questions';
import { linesOfTrace } from '@shared/domain/portfolio/storedTrace';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { rulesInForce, tracedLine } from '../rules/rulesInForce';
import { listUnits } from '../users/users.repository';
import { filteredResults, lastRun, overviewCells, type StoredRun, storedReason } from './portfolioResults.repository';

const theRun = (db: ReadDb): StoredRun => lastRun(db) ?? refuse('portfolio-not-run');

/** Refuses portfolio-not-run. */
export async function showOverview({ store }: OpenFolder) {
  const { id, asOf } = theRun(store.read);
  const units = (await listUnits(store.read)).map((unit) => ({ id: unit.id, name: unit.name }));
  return { asOf, units, cells: overviewCells(store.read, id) };
}

export type ResultsRequest = CellFilter & { readonly limit: number; readonly offset: number };

/** Refuses portfolio-not-run. */
export function listResults({ store }: OpenFolder, { bucket, limit, offset, ...filter }: ResultsRequest) {
  const { id: run, asOf } = theRun(store.read);
  const days = bucket === null ? null : daysOf(bucket, horizonOf(asOf));
  const found = filteredResults(
    store.read,
    { ...filter, run, days, latestFirst: bucket === 'past' },
    limit + 1,
    offset,
  );
  const items = found.slice(0, limit).map(({ partyId, provisional, ...row }) => ({
    ...row,
    provisional: provisional === 1,
    household: householdNumber(partyId),
  }));
  return { asOf, items, next: found.length > limit ? offset + limit : null };
}

export interface ReasonRequest {
  readonly loanId: number;
  readonly kind: ResultKind;
  readonly subject: number;
}

/** Refusals in order: portfolio-not-run, result-unknown. */
export async function showReason({ store }: OpenFolder, { loanId, kind, subject }: ReasonRequest) {
  const { id, asOf } = theRun(store.read);
  const stored = storedReason(store.read, id, loanId, kind, subject) ?? refuse('result-unknown');
  const rules = await rulesInForce(store.read, asOf);
  const lines = stored.refusal === null ? linesOfTrace(rules.book, stored.steps) : [];
  return {
    asOf,
    trace: lines.map((line) => tracedLine(line, rules)),
    provisional: stored.provisional === 1,
    refusal: stored.refusal,
    missing: stored.refusal === 'needs-facts' ? stored.steps.split(', ') : [],
  };
}
