/** The work bench (工作台, S02, RPT-01): what is overdue, due today and this week, from every feature. */
import { z } from 'zod';
import { SPANS, WORK_KINDS } from '../domain/workbench/workItem';
import { dateText, fen, query } from './entry';

export const SCOPES = ['mine', 'unit', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

export const workItemView = z.object({
  kind: z.enum(WORK_KINDS),
  key: z.string(),
  span: z.enum(SPANS),
  day: dateText.nullable(),
  household: z.string().nullable(),
  borrower: z.string().nullable(),
  unit: z.string().nullable(),
  responsible: z.string().nullable(),
  what: z.string(),
  amount: fen.nullable(),
  link: z.string(),
});
export type WorkItemView = z.infer<typeof workItemView>;

const counts = z.record(z.enum(SPANS), z.number().int());

export const workbenchContract = {
  list: query('ledger.view')
    .input(
      z.object({
        scope: z.enum(SCOPES).default('mine'),
        spans: z.array(z.enum(SPANS)).default([...SPANS]),
        kinds: z.array(z.enum(WORK_KINDS)).default([]),
      }),
    )
    .output(
      z.object({
        today: dateText,
        counts,
        items: z.array(workItemView),
        /** Day of the run that the limitation deadlines come from; null before the first. */
        portfolioAsOf: dateText.nullable(),
      }),
    ),
};
