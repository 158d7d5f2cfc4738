/** Measures (REC-01, REC-14): what fits a household and why, its plan, and steps that need a legal basis and an approval. */
import { z } from 'zod';
import { STEP_ACTS } from '../domain/measures/conductSteps';
import { MEASURE_STATES, REOPENING_CAUSES } from '../domain/measures/plan';
import { SOURCES, STANDINGS } from '../domain/measures/suggest';
import { command, dateText, query, reason } from './entry';
import { traceLine, traceList } from './portfolio.contract';

const id = z.number().int();
const cell = z.union([z.string(), z.number(), z.boolean()]);
const limit = z.object({ reason: z.string(), article: z.string() }).nullable();
const line = z.string().trim().min(2).max(200);
const text = z.string().trim().min(4).max(1_000);

export const measureVerdict = z.object({
  measure: z.string(),
  source: z.enum(SOURCES),
  suits: z.boolean(),
  situations: z
    .array(
      z.object({
        label: z.string(),
        article: z.string(),
        holds: z.boolean(),
        conditions: z
          .array(z.object({ fact: z.string(), written: z.string(), given: cell, holds: z.boolean() }))
          .readonly(),
      }),
    )
    .readonly(),
  standing: z.enum(STANDINGS),
  limit,
  approval: z.string().nullable(),
  trace: traceList,
});
export type MeasureVerdict = z.infer<typeof measureVerdict>;

/** Of its request: submitted, approved, returned …; null before one exists, or where none is needed. */
const approval = z.object({ id, state: z.string() }).nullable();

const planItem = z.object({
  id,
  measure: z.string(),
  what: z.string(),
  responsible: z.string(),
  dueOn: dateText,
  /** Of a measure that law warns of. */
  basis: z.string().nullable(),
  state: z.enum(MEASURE_STATES),
  late: z.boolean(),
  addedBy: z.number().int(),
  steps: z.array(z.object({ state: z.enum(MEASURE_STATES), result: z.string(), by: z.string(), at: z.string() })),
  /** What the rules said on the day it was planned (RUL-03). */
  verdict: measureVerdict,
  /** Of a measure that law warns of: it begins with consent only. */
  approval,
});
export type PlanItem = z.infer<typeof planItem>;

const planVersion = z.object({
  version: z.number().int(),
  reason: z.string(),
  risk: z.string(),
  loss: z.string(),
  recovery: z.string(),
  by: z.string(),
  at: z.string(),
});

const conductStep = z.object({
  id,
  rev: z.number().int(),
  act: z.enum(STEP_ACTS),
  basis: z.string(),
  purpose: z.string(),
  channel: z.string(),
  content: z.string(),
  checks: z.array(z.string()),
  plannedOn: dateText,
  limit,
  trace: z.array(traceLine),
  approval,
  doneOn: dateText.nullable(),
  result: z.string().nullable(),
  by: z.string(),
});
export type ConductStepView = z.infer<typeof conductStep>;

export const measuresContract = {
  household: query('ledger.view', ['household-unknown'])
    .input(z.object({ household: id }))
    .output(
      z.object({
        asOf: dateText,
        facts: z.array(z.object({ fact: z.string(), value: cell })),
        verdicts: z.array(measureVerdict),
        versions: z.array(planVersion),
        items: z.array(planItem),
        /** The plan has not answered these yet. */
        reopenings: z.array(z.object({ cause: z.enum(REOPENING_CAUSES), reference: z.string(), missedOn: dateText })),
        steps: z.array(conductStep),
        /** What law says of each act that the papers describe, and what must be there for it. */
        acts: z.array(
          z.object({
            act: z.enum(STEP_ACTS),
            standing: z.enum(STANDINGS),
            limit,
            checks: z.array(z.object({ id: z.string(), text: z.string() })),
          }),
        ),
        people: z.array(z.object({ id, display: z.string() })),
      }),
    ),
  savePlan: command('measure.plan', {
    refusals: [
      'household-unknown',
      'plan-conflict',
      'measure-unknown',
      'measure-blocked',
      'measure-basis-missing',
      'wording-blocked',
      'measure-ended',
      'responsible-unknown',
      'measure-due-past',
      'plan-empty',
      'authority-missing',
      'rule-not-in-force',
    ],
    invalidates: ['measures', 'workbench', 'approvals'],
  })
    .input(
      z.object({
        household: id,
        /** Version that it was made from; 0 for the first plan. */
        version: z.number().int().min(0),
        reason: text,
        risk: text,
        loss: text,
        recovery: text,
        drop: z.array(z.object({ item: id, why: line })).max(100),
        add: z
          .array(
            z.object({
              measure: z.string().max(40),
              what: line,
              responsible: id,
              dueOn: dateText,
              basis: text.nullable().default(null),
            }),
          )
          .max(50),
      }),
    )
    .output(z.object({ version: z.number().int() })),
  moveItem: command('measure.plan', {
    refusals: ['wording-blocked', 'measure-unknown', 'measure-ended', 'approval-missing', 'content-changed'],
    invalidates: ['measures', 'workbench'],
  })
    .input(z.object({ item: id, state: z.enum(['started', 'done', 'failed']), result: line }))
    .output(z.object({ state: z.enum(MEASURE_STATES) })),
  proposeStep: command('measure.step', {
    refusals: [
      'household-unknown',
      'act-blocked',
      'checks-missing',
      'wording-blocked',
      'authority-missing',
      'request-open',
    ],
    invalidates: ['measures', 'workbench', 'approvals'],
  })
    .input(
      z.object({
        household: id,
        act: z.enum(STEP_ACTS),
        basis: text,
        purpose: line,
        channel: line,
        content: text,
        checks: z.array(z.string().max(60)).max(30),
        plannedOn: dateText,
      }),
    )
    .output(z.object({ id })),
  finishStep: command('measure.step', {
    refusals: ['step-unknown', 'step-done', 'step-conflict', 'wording-blocked', 'approval-missing', 'content-changed'],
    invalidates: ['measures', 'workbench'],
  })
    .input(z.object({ id, rev: z.number().int(), doneOn: dateText, result: reason }))
    .output(z.object({ id })),
};
