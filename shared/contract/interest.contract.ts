/** Interest on loans: terms as their contracts have them, and what they come to (REC-13). */
import { z } from 'zod';
import { command, dateText, fen, query } from './entry';
import { traceList } from './portfolio.contract';

const id = z.number().int();
const split = z.object({ contract: fen, penalty: fen, compound: fen });
const amount = fen.min(0);

const terms = z.object({
  /** First day that is computed. */
  from: dateText,
  /** What stood open on it. */
  open: z.object({ contract: amount, penalty: amount, compound: amount }),
  /** Decimal fractions per year; none: the ledger's rate. */
  rates: z.array(z.object({ from: dateText, annualRate: z.string().max(20) })).max(60),
  /** Percent of the contract rate. */
  upliftPercent: z.string().max(12).nullable(),
  compound: z.boolean(),
  /** Penalty interest runs from the day of a call; null: nobody has said. */
  callPenalty: z.boolean().nullable().default(null),
  basis: z.union([z.literal(360), z.literal(365)]),
});
const source = z.string().trim().min(2).max(200);

const accrual = split.extend({
  asOf: dateText,
  open: split,
  lines: z
    .array(
      z.object({
        ...{ kind: z.enum(['contract', 'penalty', 'compound']), from: dateText, to: dateText, days: id },
        ...{ base: fen, annualRate: z.string(), amount: fen },
      }),
    )
    .readonly(),
  paid: fen,
  basis: z.union([z.literal(360), z.literal(365)]),
  callUnsaid: dateText.nullable(),
  trace: traceList,
});

/** Computed interest and the ledger's on one day, when they are far apart. */
const gap = z.object({ on: dateText, computed: fen, ledger: fen });

const preview = z.object({
  accrual: accrual.nullable(),
  /** Code of the fact that is missing. */
  missing: z.string().nullable(),
  gap: gap.nullable(),
});
export type InterestPreview = z.infer<typeof preview>;

const loan = preview.extend({
  id,
  contract: z.string(),
  /** Day of the ledger. */
  asOf: dateText,
  dueOn: dateText.nullable(),
  calledInOn: dateText.nullable(),
  annualRate: z.string().nullable(),
  principal: fen,
  /** In one sum, as the ledger has it, less what came since. */
  ledgerInterest: fen,
  terms: terms.extend({ id, source, by: z.string(), at: z.string(), rates: terms.shape.rates.readonly() }).nullable(),
});
export type LoanInterestView = z.infer<typeof loan>;

const file = z.object({ today: dateText, loans: z.array(loan) });
export type InterestFile = z.infer<typeof file>;

export const interestContract = {
  household: query('ledger.view', ['household-unknown'])
    .input(z.object({ household: id }))
    .output(file),
  /** What typed terms come to. */
  preview: query('notice.prepare', ['loan-unknown', 'terms-date-wrong', 'terms-rate-wrong'])
    .input(terms.extend({ loan: id }))
    .output(preview),
  /** Kept beside the earlier ones; the newest stands. */
  recordTerms: command('notice.prepare', {
    refusals: ['loan-unknown', 'stale-version', 'terms-date-wrong', 'terms-rate-wrong'],
    invalidates: ['interest', 'documents', 'dunning', 'repayment', 'receipts', 'litigation'],
  })
    .input(terms.extend({ loan: id, seen: id.nullable(), source }))
    .output(z.object({ id })),
};
