/** The rules over the whole portfolio: running them, what runs out soon, and the limitation radar of a household (REC-05, S05). */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { FIVE_LEVELS } from '../domain/classification/classes';
import { EVENT_KINDS } from '../domain/limitation/events';
import { GRADE_REASONS, GRADES } from '../domain/portfolio/grades';
import { BUCKETS, SECTIONS } from '../domain/portfolio/overview';
import { RESULT_KINDS } from '../domain/portfolio/questions';
import { VERDICTS } from '../domain/portfolio/verdicts';
import { command, dateText, fen, query } from './entry';
import { traceLine as ruleTraceLine } from './rules.contract';

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

export const traceLine = z.object({
  rule: z.string(),
  version: dateText,
  article: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  row: z.string().optional(),
  status: z.enum(['secondary', 'unconfirmed']).optional(),
});

/** What a figure rests on. */
export const traceList = z.array(traceLine).readonly();

export const radarLine = z.object({
  key: z.string(),
  loanId: z.number(),
  contract: z.string(),
  role: z.enum(['borrower', 'guarantor', 'security']),
  name: z.string(),
  /** Number of the court's document whose enforcement the line is about. */
  judgment: z.string().nullable(),
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
        evidence: z.string().nullable(),
        content: z.enum(['notice', 'consent-to-perform']).nullable(),
        source: z.enum(['receipt', 'notice', 'contact', 'paper', 'case']),
        sourceNo: z.string(),
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
  trace: traceList,
  warnings: z.array(z.record(z.string(), z.unknown())).readonly(),
  provisional: z.boolean(),
  missing: z.array(z.string()).readonly(),
  assumed: z
    .array(z.enum(['called-in', 'extension-consent', 'guarantee-contract-date', 'registered-right']))
    .readonly(),
});
export type RadarLine = z.infer<typeof radarLine>;

export const runEvent = z.discriminatedUnion('type', [
  /** Loans. */
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('result'), result: summary }),
]);

/** Sums over the results of a unit; `loans` and `balance` count each loan once. */
export const overviewCell = z.object({
  section: z.enum(SECTIONS),
  unitId: z.number().int(),
  bucket: z.enum([...BUCKETS, '']),
  booked: z.string(),
  suggested: z.string(),
  results: z.number().int(),
  loans: z.number().int(),
  balance: fen,
  amount: fen,
});
export type OverviewCell = z.infer<typeof overviewCell>;

/** A cell of the overview, or all that fit: null stands for all. */
const cellFilter = z.object({
  section: z.enum(SECTIONS),
  unitId: z.number().int().nullable().default(null),
  bucket: z.enum(BUCKETS).nullable().default(null),
  booked: z.string().nullable().default(null),
  suggested: z.string().nullable().default(null),
});
export type CellFilter = z.output<typeof cellFilter>;

export const resultRow = z.object({
  loanId: z.number().int(),
  kind: z.enum(RESULT_KINDS),
  subject: z.number().int(),
  household: z.string(),
  borrower: z.string(),
  contract: z.string(),
  unit: z.string(),
  balance: fen,
  /** Five-level class in the books. */
  booked: z.string().nullable(),
  guarantor: z.string().nullable(),
  word: z.string().nullable(),
  day: dateText.nullable(),
  arguableDay: dateText.nullable(),
  amount: fen.nullable(),
  refusal: z.string().nullable(),
  provisional: z.boolean(),
});
export type ResultRow = z.infer<typeof resultRow>;

/** Numerator and denominator in fen; the ratio with four places, or n/a. */
const ratio = z.object({ ratio: z.string(), numerator: fen, denominator: fen });
const level = z.enum(FIVE_LEVELS);

export const portfolioContract = {
  /** All rules over all loans as of today; ends with one `result` event. Aborting before it leaves the last run in force. */
  run: command('portfolio.run', {
    refusals: ['portfolio-running', 'books-changing'],
    invalidates: ['portfolio', 'workbench'],
  }).output(eventIterator(runEvent)),
  /** The sums of the last run, by unit. */
  overview: query('ledger.view', ['portfolio-not-run']).output(
    z.object({
      asOf: dateText,
      units: z.array(z.object({ id: z.number().int(), name: z.string() })),
      cells: z.array(overviewCell),
    }),
  ),
  /** The results behind a cell, page by page: the earliest day first (of what is past the latest), else the largest balance. */
  results: query('ledger.view', ['portfolio-not-run'])
    .input(
      cellFilter.extend({
        limit: z.number().int().min(1).max(500).default(100),
        offset: z.number().int().min(0).default(0),
      }),
    )
    .output(z.object({ asOf: dateText, items: z.array(resultRow), next: z.number().int().nullable() })),
  /** What a result of the last run rests on; no rule for one that was refused or lacked facts (`missing`). */
  why: query('ledger.view', ['portfolio-not-run', 'result-unknown'])
    .input(z.object({ loanId: z.number().int(), kind: z.enum(RESULT_KINDS), subject: z.number().int() }))
    .output(
      z.object({
        asOf: dateText,
        trace: z.array(ruleTraceLine),
        provisional: z.boolean(),
        refusal: z.string().nullable(),
        missing: z.array(z.string()),
      }),
    ),
  status: query('ledger.view').output(
    z.object({
      run: summary.extend({ at: z.string(), by: z.string() }).nullable(),
      stale: z.array(z.enum(STALE_REASONS)),
    }),
  ),
  /** The ratios of a month from its imported list (CLS-05); migration since the end of the year before. */
  monthStats: query('ledger.view', ['month-unknown'])
    .input(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }))
    .output(
      z.object({
        month: z.string(),
        opening: z.string(),
        npl: ratio,
        recovery: ratio,
        coverage: ratio,
        provision: ratio,
        migration: z.array(ratio.extend({ class: level })),
        /** `rules`: the books have no reserve, the specific provisions that the rules ask for stand in. */
        reserveFrom: z.enum(['books', 'rules']),
        moved: z.array(
          z.object({
            opening: level,
            closing: level.nullable(),
            loans: z.number().int(),
            openingBalance: fen,
            closingBalance: fen,
            left: fen,
          }),
        ),
        trace: z.array(ruleTraceLine),
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
