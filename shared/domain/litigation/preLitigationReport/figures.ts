/** The figures of the report, computed once from facts and typed parts; all in fen. Null = not yet known. */
import { addMonths } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { CollateralFacts, ReportFacts } from './facts';
import { amountOf, basisPoints, parseAmount, type ReportFields, type Row, rowsOf } from './fields';

const sum = (values: readonly Fen[]): Fen => values.reduce((total, value) => total + value, 0);

export const principal = (facts: ReportFacts): Fen => sum(facts.loans.map((loan) => loan.balance.value));

export interface InterestSplit {
  readonly inTerm: Fen;
  readonly penalty: Fen;
  readonly compound: Fen;
  readonly total: Fen;
}

export function interest(fields: ReportFields): InterestSplit | null {
  const inTerm = amountOf(fields, 'interestInTerm');
  const penalty = amountOf(fields, 'interestPenalty');
  const compound = amountOf(fields, 'interestCompound');
  if (inTerm === null || penalty === null || compound === null) return null;
  return { inTerm, penalty, compound, total: inTerm + penalty + compound };
}

/** Principal and interest. */
export function debt(facts: ReportFacts, fields: ReportFields): Fen | null {
  const split = interest(fields);
  return split === null ? null : principal(facts) + split.total;
}

/** Lawyer's fee and other costs that the contract lays on the debtor. */
const claimedCosts = (fields: ReportFields): Fen =>
  (amountOf(fields, 'lawyerFee') ?? 0) + (amountOf(fields, 'otherCosts') ?? 0);

/** The amount to be claimed (拟诉标的额). */
export function claim(facts: ReportFacts, fields: ReportFields): Fen | null {
  const owed = debt(facts, fields);
  return owed === null ? null : owed + claimedCosts(fields);
}

export const liveCollateral = (facts: ReportFacts): readonly CollateralFacts[] =>
  facts.collateral.filter((item) => item.isLive);

export const appraisedTotal = (facts: ReportFacts): Fen =>
  sum(liveCollateral(facts).map((item) => item.appraisals[0]?.value.value ?? 0));

export interface Realisation {
  readonly collateral: CollateralFacts;
  readonly row: Row;
  /** After rate, tax and prior claims; null while the typed rates are missing. */
  readonly proceeds: Fen | null;
  /** `proceeds` cut to the registered maximum. */
  readonly recoverable: Fen | null;
}

/** value × rate × (1 − tax) − prior claims, half up to the fen; never below zero. */
function proceeds(value: Fen, row: Row): Fen | null {
  const rate = basisPoints(row.rate ?? '');
  const tax = basisPoints(row.tax || '0');
  const prior = parseAmount(row.prior || '0');
  if (rate === null || tax === null || prior === null) return null;
  const product = BigInt(value) * BigInt(rate) * BigInt(10_000 - tax);
  return Math.max(0, Number((product + 50_000_000n) / 100_000_000n) - prior);
}

export function realisations(facts: ReportFacts, fields: ReportFields): Realisation[] {
  const rows = rowsOf(fields, 'collateralEstimates');
  return liveCollateral(facts).map((collateral) => {
    const row = rows.find((candidate) => candidate.collateral === collateral.id) ?? {};
    const value = collateral.appraisals[0]?.value.value;
    const gained = value === undefined ? null : proceeds(value, row);
    const most = collateral.registeredAmount?.value ?? Number.MAX_SAFE_INTEGER;
    return { collateral, row, proceeds: gained, recoverable: gained === null ? null : Math.min(gained, most) };
  });
}

/** What the collateral yields together, null while an estimate is missing. */
export function recoverableTotal(facts: ReportFacts, fields: ReportFields): Fen | null {
  const parts = realisations(facts, fields).map((item) => item.recoverable);
  return parts.some((part) => part === null) ? null : sum(parts as Fen[]);
}

/** Ratio as percent text with two places, half up: `117.73`. */
export function percent(part: Fen, whole: Fen): string {
  if (whole === 0) return '0.00';
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

export const FEE_FIELDS = [
  'feeAcceptance',
  'feePreservation',
  'feePreservationSecurity',
  'feeAnnouncement',
  'feeAppraisalAuction',
  'lawyerFee',
] as const;

/** Costs that the bank pays first (the enforcement fee is collected from the debtor, FEE-11). */
export const prepaidCosts = (fields: ReportFields): Fen => sum(FEE_FIELDS.map((id) => amountOf(fields, id) ?? 0));

/** Expected recovery less prepaid costs; null until the recovery is typed. */
export function netRecovery(fields: ReportFields): Fen | null {
  const expected = amountOf(fields, 'expectedRecovery');
  return expected === null ? null : expected - prepaidCosts(fields);
}

/** Appraisals older than twelve months no longer carry a decision (§4.1 gates). */
export const isOldAppraisal = (item: CollateralFacts, asOf: string): boolean =>
  item.appraisals[0] === undefined || addMonths(item.appraisals[0].on, 12) < asOf;
