/** Targets of recovery (TEAM-02, TEAM-03, TEAM-06, IMP-05, ORG-05): proposing, the nine steps, who answers for what by when. */
import { z } from 'zod';
import { STATES as APPROVAL_STATES } from '../domain/approvals/standing';
import { LIABILITY_KINDS } from '../domain/rewards/liability';
import { CONSEQUENCES, MODES, STANDINGS } from '../domain/targets/responsibility';
import { SOURCES, WAYS } from '../domain/targets/sources';
import { DOTS, STEPS } from '../domain/targets/steps';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { ledgerFilter } from './loans.contract';
import { traceList as trace } from './portfolio.contract';

const id = z.number().int();
const count = z.number().int();
const step = z.enum(STEPS);
const text = z.string().trim().min(4).max(500);

const target = z.object({
  id,
  rev: z.number().int(),
  household: z.string(),
  borrower: z.string(),
  source: z.enum(SOURCES),
  unitId: id,
  unit: z.string(),
  reason: z.string(),
  proposedOn: dateText,
  by: z.string(),
  closedOn: dateText.nullable(),
  /** Of its loans today. */
  balance: fen,
  loans: count,
  /** Principal and interest since it was proposed. */
  received: fen,
  step,
  stepOn: dateText,
  /** One for each of the nine steps. */
  dots: z.array(z.enum(DOTS)),
  groupId: id.nullable(),
  group: z.string().nullable(),
  manager: z.string().nullable(),
  goal: fen.nullable(),
  dueOn: dateText.nullable(),
  /** The day has passed and the goal was not reached. */
  late: z.boolean(),
});
export type TargetRow = z.infer<typeof target>;

const named = z.object({
  loanId: id,
  household: z.string(),
  borrower: z.string(),
  contract: z.string(),
  unit: z.string(),
  balance: fen,
  mode: z.enum(MODES),
  person: z.string(),
  deadline: dateText,
  /** What the rule lets follow when the deadline passes. */
  consequence: z.enum(CONSEQUENCES),
  irregularity: z.string().nullable(),
  reason: z.string(),
  /** The decision in the register of liabilities that appointed him; null: none, or not for the caller's eyes. */
  decided: z.object({ kind: z.enum(LIABILITY_KINDS), decision: z.string(), amount: fen }).nullable(),
  standing: z.enum(STANDINGS),
  trace,
  by: z.string(),
  at: z.string(),
});
export type NamedResponsible = z.infer<typeof named>;

const targetLoan = z.object({
  id,
  contract: z.string(),
  sheet: z.enum(['on', 'off']),
  balance: fen,
  officer: z.string().nullable(),
  /** The day on which it went bad, as far as the books tell. */
  formed: dateText.nullable(),
  mode: z
    .object({
      mode: z.enum(MODES),
      responsible: z.enum(['area-officer', 'appointed']),
      consequence: z.enum(CONSEQUENCES),
    })
    .nullable(),
  trace,
  named: named.nullable(),
});
export type TargetLoan = z.infer<typeof targetLoan>;

const targetDetail = target.extend({
  today: dateText,
  steps: z.array(
    z.object({
      step,
      on: dateText,
      skipped: z.boolean(),
      reason: z.string(),
      by: z.string(),
      documentId: id.nullable(),
      document: z.string().nullable(),
    }),
  ),
  /** Newest first. */
  assignments: z.array(
    z.object({
      group: z.string(),
      way: z.enum(WAYS),
      manager: z.string(),
      principal: fen,
      interest: fen,
      dueOn: dateText,
      by: z.string(),
      at: z.string(),
    }),
  ),
  loanRows: z.array(targetLoan),
  approval: z.object({ id, state: z.enum(APPROVAL_STATES), waitingFor: z.string().nullable() }).nullable(),
  /** Versions of the household's plan of measures. */
  plans: z.array(z.object({ version: z.number().int(), at: z.string(), by: z.string() })),
  /** Issued papers of the household, for linking. */
  papers: z.array(z.object({ id, label: z.string() })),
});
export type TargetDetail = z.infer<typeof targetDetail>;

const listedUnit = z.object({
  id,
  unit: z.string(),
  /** Both when the year began: today's with the principal received since. */
  balance: fen,
  listed: fen,
  /** Decimal text; null: nothing off the balance sheet. */
  share: z.string().nullable(),
  least: z.string(),
  needed: fen,
  missing: fen,
  trace,
});
export type ListedUnit = z.infer<typeof listedUnit>;

const choice = z.object({ source: z.enum(SOURCES), filter: ledgerFilter });
const choosing = ['filter-empty', 'filter-invalid', 'choice-too-large'];
const at = z.object({ id, rev: z.number().int() });
const seen = ['target-unknown', 'target-conflict'];

/** null and empty: any. */
const targetFilter = z.object({
  closed: z.boolean().default(false),
  group: z.string().max(30).nullable().default(null),
  step: step.nullable().default(null),
  text: z.string().max(60).default(''),
});

export const targetsContract = {
  list: query('ledger.view')
    .input(
      targetFilter.extend({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(
      z.object({
        /** Newest first. */
        targets: z.array(target),
        offset: count,
        /** Of all that fit, with their sums. */
        total: count,
        totals: z.object({ balance: fen, goal: fen, received: fen }),
        /** That any target of this list has. */
        groups: z.array(z.string()),
      }),
    ),
  show: query('ledger.view', ['target-unknown']).input(z.object({ id })).output(targetDetail),
  listing: query('ledger.view').output(z.object({ year: z.string(), asOf: z.string(), units: z.array(listedUnit) })),
  /** The list of one sub-branch or all (LED-15); without `path` a save dialog asks. */
  exportListing: command('ledger.export', {
    refusals: ['unit-unknown', 'path-unwritable', 'glyph-missing'],
    invalidates: [],
  })
    .input(
      z.object({
        unit: id.nullable(),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), loans: count })),
  /** Targets, or who recovers which loan; without `path` a save dialog asks. */
  exportRegister: command('ledger.export', {
    refusals: ['path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        wanted: z.discriminatedUnion('what', [
          z.object({ what: z.literal('responsible') }),
          targetFilter.extend({ what: z.literal('targets') }),
        ]),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), lines: count })),
  /** The newest naming of each loan, earliest deadline first. */
  responsibilities: query('ledger.view').output(z.object({ loans: z.array(named) })),
  preview: query('target.propose', [...choosing, 'rule-not-in-force'])
    .input(choice)
    .output(
      z.object({
        households: count,
        loans: count,
        balance: fen,
        /** Households that are targets already. */
        known: count,
        /** Loans that the source does not take. */
        unfit: count,
        consent: z.boolean(),
        trace,
      }),
    ),
  propose: command('target.propose', {
    refusals: [...choosing, 'proposal-empty', 'rule-not-in-force'],
    invalidates: ['targets', 'approvals', 'workbench'],
  })
    .input(choice.extend({ reason: text, requestId }))
    .output(z.object({ proposed: count, consent: z.boolean() })),
  step: command('target.lead', {
    refusals: [
      ...seen,
      'document-unknown',
      'target-closed',
      'step-same',
      'step-future',
      'step-before-last',
      'approval-missing',
      'step-backward',
      'step-needs-group',
      'step-facts-missing',
      'step-reason-missing',
    ],
    invalidates: ['targets', 'workbench'],
  })
    .input(
      at.extend({
        to: z.enum(STEPS).exclude(['proposed', 'assigned']),
        on: dateText,
        reason: z.string().trim().max(500),
        documentId: id.nullable(),
      }),
    )
    .output(z.object({ id, step })),
  assign: command('target.assign', {
    refusals: [
      ...seen,
      'target-closed',
      'approval-missing',
      'target-not-in-ledger',
      'group-unknown',
      'manager-outside',
      'goal-missing',
      'assignment-due-past',
    ],
    invalidates: ['targets', 'workbench'],
  })
    .input(
      at.extend({
        groupId: id,
        way: z.enum(WAYS),
        managerId: id,
        principal: fen.min(0),
        interest: fen.min(0),
        dueOn: dateText,
      }),
    )
    .output(z.object({ id })),
  nameResponsible: command('target.name-responsible', {
    refusals: ['deadline-past', 'loan-unknown', 'formation-unknown', 'rule-not-in-force'],
    invalidates: ['targets', 'rewards.liabilities', 'workbench'],
  })
    .input(
      z.object({
        loanId: id,
        person: z.string().trim().min(2).max(40),
        deadline: dateText,
        reason: text,
      }),
    )
    .output(z.object({ mode: z.enum(MODES) })),
};
