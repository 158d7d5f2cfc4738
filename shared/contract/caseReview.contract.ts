/** The monthly review of open cases (LIT-13, B4 §30), and breaches that the books show (LIT-15, B4 §31–32). */
import { z } from 'zod';
import { BREACH_KINDS, type Breach } from '../domain/litigation/breaches';
import { DEADLINE_KINDS } from '../domain/litigation/deadlineSpecs';
import { STAGES, type Stage } from '../domain/litigation/stages';
import { command, dateText, query, reason } from './entry';
import { traceList } from './portfolio.contract';

const id = z.number().int().positive();
const body = z.string().trim().min(2).max(1000);

const review = z.object({
  on: dateText,
  overdue: z.array(z.string()).readonly(),
  cause: z.string().nullable(),
  difficulty: z.string().nullable(),
  solution: z.string().nullable(),
  until: dateText.nullable(),
  finding: z.string(),
  by: z.string(),
});

const standing = z.object({
  dueOn: dateText.nullable(),
  isDue: z.boolean(),
  overdue: z.array(z.object({ key: z.string(), kind: z.enum(DEADLINE_KINDS), day: dateText })).readonly(),
  trace: traceList,
});

const breach = z.object({
  key: z.custom<Breach['key']>((value) => typeof value === 'string'),
  kind: z.enum(BREACH_KINDS),
  on: dateText.nullable(),
  article: z.string(),
  facts: z.record(z.string(), z.unknown()),
  note: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type BreachView = z.infer<typeof breach>;

const line = z.object({
  id: z.number(),
  key: z.string(),
  unit: z.string(),
  borrower: z.string(),
  stage: z.enum(STAGES as [Stage, ...Stage[]]),
  responsible: z.string(),
  handlers: z.string(),
  last: review.nullable(),
  standing,
  breaches: z.array(breach),
});
export type ReviewLineView = z.infer<typeof line>;

const STALE = ['caseReview', 'workbench'];

export const caseReviewContract = {
  list: query('litigation.view').output(
    z.object({
      today: dateText,
      items: z.array(line),
      /** Cases whose review is due. */
      due: z.number(),
      /** Breaches that nobody took note of. */
      breaches: z.number(),
    }),
  ),
  show: query('litigation.view', ['case-unknown'])
    .input(z.object({ id }))
    .output(z.object({ today: dateText, reviews: z.array(review), standing, breaches: z.array(breach) })),
  record: command('litigation.prepare', {
    refusals: ['case-unknown', 'case-closed', 'review-cause-missing', 'review-until-past'],
    invalidates: STALE,
  })
    .input(
      z.object({
        id,
        finding: body,
        cause: body.nullable(),
        difficulty: body.nullable(),
        solution: body.nullable(),
        until: dateText.nullable(),
      }),
    )
    .output(z.object({ on: dateText })),
  acknowledge: command('litigation.treat', {
    refusals: ['case-unknown', 'breach-unknown', 'breach-noted'],
    invalidates: STALE,
  })
    .input(z.object({ id, breach: z.string().max(200), reason }))
    .output(z.object({ breach: z.string() })),
  export: command('ledger.export', {
    refusals: ['path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        list: z.enum(['reviews', 'breaches']),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), lines: z.number() })),
};
