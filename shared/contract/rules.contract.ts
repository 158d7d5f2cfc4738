/** The rules on screen (RUL-01…03): finding and reading one, trying it out, and versions of the branch up to their approval. */
import { z } from 'zod';
import { RESULT_KINDS } from '../domain/portfolio/questions';
import { CELL_INPUTS, FACT_INPUTS, TABLE_SHAPES } from '../domain/rules/factInput';
import { COLUMN_TYPES } from '../domain/rules/versionDraft';
import { LAYERS, RULE_KINDS, SELECTING_DATES, STATUSES } from '../rules/ruleTypes';
import { command, dateText, query, reason } from './entry';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const ruleId = z.string().min(1).max(120);
const cells = z.record(z.string().max(60), z.string().max(400));

/** A fault of a file, for whoever keeps the packs. `standsIn`: its last good version answers, else its rules are missing. */
export const packFault = z.object({
  file: z.string(),
  line: z.number().int(),
  code: z.string(),
  detail: z.string(),
  standsIn: z.boolean(),
});

export const ruleSummary = z.object({
  id: ruleId,
  title: z.string(),
  kind: z.enum(RULE_KINDS),
  layer: z.enum(LAYERS),
  /** Of the version that holds on the day that was asked for; null where none does. */
  version: z
    .object({
      from: dateText,
      document: z.string(),
      article: z.string(),
      status: z.enum(STATUSES),
      layer: z.enum(LAYERS),
    })
    .nullable(),
  /** Gists and sources of all versions, for finding it. */
  words: z.string(),
  /** A version of the branch is being prepared, or was sent back. */
  draft: z.enum(['open', 'returned']).nullable(),
});
export type RuleSummary = z.infer<typeof ruleSummary>;

const source = z.object({
  document: z.string(),
  title: z.string(),
  layer: z.enum(LAYERS),
  articles: z.array(
    z.object({ article: z.string(), gist: z.string(), rules: z.array(ruleId), none: z.string().nullable() }),
  ),
});
export type RuleSource = z.infer<typeof source>;

/** What a version lays down, by the kind of the rule. Amounts are yuan text, rates decimal text. */
export const ruleBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), values: z.record(z.string(), scalar) }),
  z.object({
    kind: z.literal('tiers'),
    rows: z.array(
      z.object({ label: z.string(), upTo: z.string().nullable(), flat: z.string(), rate: z.string().nullable() }),
    ),
    cap: z.string().optional(),
  }),
  z.object({
    kind: z.literal('table'),
    inputs: z.array(z.string()),
    rows: z.array(
      z.object({
        label: z.string(),
        when: z.record(z.string(), z.string()),
        gives: z.record(z.string(), scalar),
        article: z.string().optional(),
      }),
    ),
  }),
  z.object({ kind: z.literal('calendar'), off: z.array(dateText), work: z.array(dateText) }),
  z.object({
    kind: z.literal('checklist'),
    items: z.array(z.object({ id: z.string(), text: z.string(), article: z.string().nullable() })),
  }),
]);
export type RuleBody = z.infer<typeof ruleBody>;

export const ruleVersion = z.object({
  from: dateText,
  /** Last day; null while no later version is known. */
  until: dateText.nullable(),
  document: z.string(),
  article: z.string(),
  gist: z.string(),
  status: z.enum(STATUSES),
  checkedOn: dateText,
  note: z.string().nullable(),
  layer: z.enum(LAYERS),
  body: ruleBody,
});
export type RuleVersion = z.infer<typeof ruleVersion>;

/** A version of the branch as it is edited; every cell is text. */
export const versionDraft = z.object({
  from: z.string().max(10),
  document: z.string().trim().max(120),
  article: z.string().trim().max(60),
  gist: z.string().trim().max(200),
  values: cells,
  rows: z.array(z.object({ when: cells, gives: cells })).max(500),
});

const cellFault = z.object({
  code: z.string(),
  detail: z.string(),
  /** From 0; null: the head, a value, or the table as a whole. */
  row: z.number().int().nullable(),
  /** `when.<input>`, `gives.<column>`, `from`, `document`, the name of a value. */
  field: z.string().nullable(),
});
export type CellFault = z.infer<typeof cellFault>;

const draftView = z.object({
  id: z.number().int(),
  rev: z.number().int(),
  draft: versionDraft,
  faults: z.array(cellFault),
  /** Everybody who had a hand in it; none of them approves it. */
  preparedBy: z.array(z.object({ userId: z.number().int(), display: z.string() })),
  savedAt: z.string(),
  /** Sent back by the person who answers for it; cleared by the next saving. */
  returned: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type RuleDraft = z.infer<typeof draftView>;

const column = z.object({
  name: z.string(),
  type: z.enum(COLUMN_TYPES),
  words: z.array(z.string()),
  required: z.boolean(),
  tighter: z.enum(['less', 'more']).nullable(),
});

const change = z.object({
  how: z.enum(['tighten', 'replace', 'year']),
  /** Single values; then the rows: conditions (`inputs`) and what they give (`columns`). */
  values: z.array(column),
  columns: z.array(column),
  inputs: z.array(z.object({ name: z.string(), type: z.string(), words: z.array(z.string()) })),
  /** What an editor begins with. */
  start: versionDraft,
  draft: draftView.nullable(),
});
export type RuleChange = z.infer<typeof change>;

/** How one fact, or one column of a list of facts, is typed. */
const cell = z.object({
  name: z.string(),
  kind: z.enum(CELL_INPUTS),
  words: z.array(z.string()),
  expected: z.string(),
  optional: z.boolean(),
});
export type RuleCell = z.infer<typeof cell>;

export const ruleDetail = z.object({
  id: ruleId,
  title: z.string(),
  kind: z.enum(RULE_KINDS),
  layer: z.enum(LAYERS),
  selectedBy: z.enum(SELECTING_DATES),
  file: z.string(),
  versions: z.array(ruleVersion),
  /** Rules of other layers on the same matter: what this one narrows, and what narrows it. */
  beside: z.array(z.object({ id: ruleId, title: z.string(), layer: z.enum(LAYERS), says: z.array(ruleVersion) })),
  facts: z.array(
    cell.extend({
      kind: z.enum(FACT_INPUTS),
      shape: z.enum(TABLE_SHAPES).nullable(),
      columns: z.array(cell),
    }),
  ),
  /** null: the branch cannot change it. */
  change: change.nullable(),
});
export type RuleDetail = z.infer<typeof ruleDetail>;
export type RuleFact = RuleDetail['facts'][number];

export const traceLine = z.object({
  rule: ruleId,
  version: dateText,
  article: z.string(),
  inputs: z.record(z.string(), scalar.nullable()),
  row: z.string().optional(),
  status: z.enum(['secondary', 'unconfirmed']).optional(),
  title: z.string(),
  layer: z.enum(LAYERS),
});

/** What the rule answers to the facts that were tried; a refusal of the rule is an answer as well. */
export const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('granted'),
    result: z.record(z.string(), z.unknown()),
    trace: z.array(traceLine),
    warnings: z.array(z.looseObject({ code: z.string() })),
    provisional: z.boolean(),
  }),
  z.object({
    kind: z.literal('refused'),
    code: z.string(),
    article: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    /** The rules that were asked before it. */
    trace: z.array(traceLine),
  }),
  z.object({ kind: z.literal('needs'), facts: z.array(z.string()) }),
]);
export type RuleAnswer = z.infer<typeof answer>;

/** What a draft would change in the portfolio on `asOf`. */
const impact = z.object({
  asOf: dateText,
  loans: z.number().int(),
  /** `subject`: id of the guarantee; 0 for the loan itself. */
  first: z.array(
    z.object({
      contract: z.string(),
      household: z.string(),
      kind: z.enum(RESULT_KINDS),
      subject: z.number().int(),
    }),
  ),
});
export type RuleImpact = z.infer<typeof impact>;

const sheetLine = z.object({ label: z.string().max(80), text: z.string().max(600) });

/** 依据 as it stands on screen; `asked`: the rules that it names, for the log. */
const whyPaper = z.object({
  title: z.string().min(1).max(80),
  value: z.string().max(400),
  sentence: z.string().max(600),
  lines: z.array(sheetLine).max(40),
  columns: z.array(z.string().max(40)).length(5),
  rules: z.array(z.array(z.string().max(200)).length(5)).max(60),
  asked: z.array(z.object({ rule: ruleId, version: dateText })).max(60),
  asOf: dateText.nullable(),
});
export type WhyPaper = z.infer<typeof whyPaper>;

const decided = { refusals: ['rule-draft-unknown', 'stale-version'], invalidates: ['rules'] };
const draftRef = z.object({ id: z.number().int(), rev: z.number().int() });

export const rulesContract = {
  list: query('rules.view')
    .input(z.object({ asOf: dateText }))
    .output(z.object({ rules: z.array(ruleSummary), sources: z.array(source), faults: z.array(packFault) })),
  show: query('rules.view', ['rule-unknown'])
    .input(z.object({ id: ruleId, asOf: dateText }))
    .output(ruleDetail),
  /** `withDraft`: as if the draft of this rule were in force. */
  evaluate: query('rules.view', ['rule-unknown', 'rule-draft-unknown', 'rule-draft-faulty'])
    .input(
      z.object({
        id: ruleId,
        facts: z.record(z.string(), z.unknown()),
        asOf: dateText,
        withDraft: z.boolean().default(false),
      }),
    )
    .output(answer),
  /** The loans whose results a draft would change; `rev` asks anew after another saving. */
  impact: query('rules.impact', ['rule-draft-unknown', 'rule-draft-faulty']).input(draftRef).output(impact),
  /** Prints what a figure rests on; a working paper that is neither numbered nor kept. */
  printWhy: command('archive.hand-out', { refusals: ['glyph-missing', 'print-failed'], invalidates: [] })
    .input(whyPaper)
    .output(z.object({ outcome: z.enum(['sent', 'cancelled']) })),
  /** Kept with its faults; only one without any can be approved. `rev` null: a new draft. */
  saveDraft: command('rules.edit', {
    refusals: ['rule-unknown', 'rule-unchangeable', 'stale-version'],
    invalidates: ['rules'],
  })
    .input(z.object({ ruleId, rev: z.number().int().nullable(), draft: versionDraft }))
    .output(z.object({ id: z.number().int(), rev: z.number().int(), faults: z.array(cellFault) })),
  discardDraft: command('rules.edit', decided)
    .input(draftRef)
    .output(z.object({ id: z.number().int() })),
  /** Back to those who prepared it, with what is to be mended; the next saving takes it up again. */
  returnDraft: command('rules.approve', {
    refusals: [...decided.refusals, 'rule-draft-returned'],
    invalidates: decided.invalidates,
  })
    .input(draftRef.extend({ reason }))
    .output(draftRef),
  approveDraft: command('rules.approve', {
    refusals: [...decided.refusals, 'own-item', 'rule-draft-returned', 'rule-draft-faulty'],
    invalidates: ['rules'],
    separates: 'approval',
  })
    .input(draftRef)
    .output(z.object({ ruleId, from: dateText })),
};
