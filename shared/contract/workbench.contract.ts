/** The work bench (工作台, S02, RPT-01): what is overdue, due today and this week, from every feature. */
import { z } from 'zod';
import { SPANS, WORK_KINDS } from '../domain/workbench/workItem';
import { command, dateText, fen, query, reason } from './entry';
import { traceLine } from './rules.contract';

export const SCOPES = ['mine', 'unit', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** A colleague's; of law, of an approval or owed by a debtor; put off in the case, if at all; as often as the rule allows. */
export const WORK_FIXED = ['foreign', 'fixed', 'in-case', 'used-up'] as const;
const workRef = z.object({ kind: z.enum(WORK_KINDS), key: z.string().max(200) });

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
  /** From the day it had by itself; null: never put off. */
  postponed: z
    .object({ from: dateText.nullable(), times: z.number().int(), reason: z.string(), by: z.string() })
    .nullable(),
  may: z.object({
    /** Last day that may be given, and the rule; null: see `fixed`. */
    postpone: z.object({ until: dateText, trace: z.array(traceLine) }).nullable(),
    /** Why not; null: it may. */
    fixed: z.enum(WORK_FIXED).nullable(),
    done: z.boolean(),
  }),
});
export type WorkItemView = z.infer<typeof workItemView>;

const count = z.number().int();
const counts = z.record(z.enum(SPANS), count);
const done = z.object({ principal: fen, interest: fen, households: count });

const wanted = z.object({
  scope: z.enum(SCOPES).default('mine'),
  spans: z.array(z.enum(SPANS)).default([...SPANS]),
  kinds: z.array(z.enum(WORK_KINDS)).default([]),
  /** Name of whoever has to do it; null: anybody. */
  person: z.string().max(60).nullable().default(null),
  /** null: thirty days. */
  until: dateText.nullable().default(null),
});

const idleTarget = z.object({
  id: count,
  household: z.string(),
  borrower: z.string(),
  unit: z.string(),
  group: z.string().nullable(),
  manager: z.string().nullable(),
  balance: fen,
});
export type IdleTargetView = z.infer<typeof idleTarget>;

const personLoad = z.object({
  /** null: what nobody is named for. */
  name: z.string().nullable(),
  unit: z.string().nullable(),
  overdue: count,
  today: count,
  week: count,
  later: count,
  total: count,
});

const board = z.object({
  today: dateText,
  counts,
  kinds: z.array(z.object({ kind: z.enum(WORK_KINDS), count })),
  /** Loans whose guarantees run out within the time of the list, each once. */
  expiring: z.object({ loans: count, amount: fen }),
  /** Seven days from today on; what is overdue counts for today. */
  load: z.array(z.object({ day: dateText, items: count })),
  /** Who has how much; empty for one's own list. */
  people: z.array(personLoad),
  /** The month's goal of oneself, the unit or the branch, and what came in; null: no plan says anything. */
  plan: z
    .object({
      plan: count,
      title: z.string(),
      from: dateText,
      to: dateText,
      name: z.string(),
      goal: done.nullable(),
      done,
      share: z.string().nullable(),
    })
    .nullable(),
  /** Open targets for which nobody has planned anything. */
  idle: count,
  items: z.array(workItemView),
  /** Day of the run that the limitation deadlines come from; null before the first. */
  portfolioAsOf: dateText.nullable(),
});

export const workbenchContract = {
  list: query('ledger.view').input(wanted).output(board),
  idle: query('ledger.view')
    .input(wanted.pick({ scope: true }))
    .output(z.object({ households: z.array(idleTarget) })),
  postpone: command('work.settle', {
    refusals: ['work-unknown', 'work-foreign', 'work-fixed', 'postponed-often', 'postponement-day'],
    invalidates: ['workbench'],
  })
    .input(workRef.extend({ until: dateText, reason }))
    .output(z.object({ until: dateText })),
  /** Where nothing in the books says so; `result`: what came of it. */
  markDone: command('work.settle', {
    refusals: ['work-unknown', 'work-foreign', 'work-computed'],
    invalidates: ['workbench'],
  })
    .input(workRef.extend({ result: reason }))
    .output(z.object({ kind: z.enum(WORK_KINDS) })),
  /** The day's work sheet; without `path` a save dialog asks. */
  exportSheet: command('ledger.export', {
    refusals: ['path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(wanted.extend({ format: z.enum(['xlsx', 'pdf']), reason, path: z.string().nullable().default(null) }))
    .output(z.object({ path: z.string().nullable(), lines: count })),
};
