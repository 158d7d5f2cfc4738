/** The rules over the whole portfolio: running them, what runs out soon, and the limitation radar of a household (REC-05, S05). */
import { z } from 'zod';
import { EVENT_KINDS } from '../domain/limitation/events';
import { VERDICTS } from '../domain/portfolio/radar';
import { GRADE_REASONS, GRADES } from '../domain/portfolio/receiptActs';
import { command, dateText, fen, query } from './entry';

/** The books, the rules, or the day are others than those of the last run. */
export const STALE_REASONS = ['books', 'rules', 'day'] as const;

const summary = z.object({ asOf: dateText, loans: z.number().int(), results: z.number().int() });

const span = z.object({ from: dateText, to: dateText.nullable() });

const way = z.object({
  kind: z.enum(EVENT_KINDS),
  content: z.literal('consent-to-perform').optional(),
  article: z.string(),
  disputed: z.boolean(),
});

const traceLine = z.object({
  rule: z.string(),
  version: dateText,
  article: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  row: z.string().optional(),
  status: z.enum(['secondary', 'unconfirmed']).optional(),
});

export const radarLine = z.object({
  key: z.string(),
  loanId: z.number(),
  contract: z.string(),
  role: z.enum(['borrower', 'guarantor', 'security']),
  name: z.string(),
  detail: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  guaranteePeriod: span.nullable(),
  limitation: span.nullable(),
  /** The day that alarms; null while something halts the period, or nothing is known. */
  expiry: dateText.nullable(),
  arguable: dateText.nullable(),
  acts: z
    .array(
      z.object({
        kind: z.enum(EVENT_KINDS),
        on: dateText,
        receiptNo: z.string(),
        voucherNo: z.string().nullable(),
        grade: z.enum(GRADES),
        reason: z.enum(GRADE_REASONS),
      }),
    )
    .readonly(),
  keep: z.array(way).readonly(),
  restore: z.array(way).readonly(),
  steps: z
    .array(z.object({ from: dateText, to: dateText.nullable(), reason: z.string(), article: z.string() }))
    .readonly(),
  trace: z.array(traceLine).readonly(),
  warnings: z.array(z.record(z.string(), z.unknown())).readonly(),
  provisional: z.boolean(),
  missing: z.array(z.string()).readonly(),
  assumed: z.array(z.enum(['extension-consent', 'guarantee-contract-date', 'registered-right'])).readonly(),
});
export type RadarLine = z.infer<typeof radarLine>;

export const portfolioContract = {
  /** All rules over all loans as of today; replaces the last run. */
  run: command('portfolio.run', { refusals: [], invalidates: ['portfolio'] }).output(summary),
  status: query('ledger.view').output(
    z.object({
      run: summary.extend({ at: z.string(), by: z.string() }).nullable(),
      stale: z.array(z.enum(STALE_REASONS)),
    }),
  ),
  /** What runs out from the day of the last run until `until`, earliest first. */
  due: query('ledger.view', ['portfolio-not-run'])
    .input(
      z.object({
        until: dateText,
        limit: z.number().int().min(1).max(1_000).default(200),
        offset: z.number().int().min(0).default(0),
      }),
    )
    .output(
      z.object({
        asOf: dateText,
        total: z.number().int(),
        items: z.array(
          z.object({
            kind: z.enum(['action', 'guarantee', 'notice']),
            day: dateText,
            arguableDay: dateText.nullable(),
            status: z.string().nullable(),
            provisional: z.boolean(),
            household: z.string(),
            borrower: z.string(),
            contract: z.string(),
            unit: z.string(),
            balance: fen,
            guarantor: z.string().nullable(),
          }),
        ),
      }),
    ),
  radar: query('ledger.view', ['household-unknown'])
    .input(z.object({ household: z.number().int() }))
    .output(z.object({ asOf: dateText, lines: z.array(radarLine) })),
};
