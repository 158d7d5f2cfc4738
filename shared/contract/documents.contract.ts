/** Forms: draft, preview, issue, archive, print (DOC, LIT-01). */
import { z } from 'zod';
import { PERMISSIONS, type Permission } from '../domain/users/roles';
import { command, dateText, query, reason, requestId } from './entry';
import { documentView } from './parties.contract';

export const missingItem = z.object({
  /** Field id, or the part of the file to repair: party, loans, collateral. */
  id: z.string(),
  section: z.string(),
  severity: z.enum(['block', 'warn']),
  code: z.string(),
  /** Gate of the forms' rules, e.g. G-PARTY. */
  gate: z.string(),
  /** Which party, receipt, collateral or cell (`2.expiry` = second row). */
  subject: z.string().nullable(),
});
export type MissingItem = z.infer<typeof missingItem>;

export const formField = z.object({
  id: z.string(),
  section: z.string(),
  kind: z.enum(['text', 'longText', 'amount', 'date', 'choice', 'checkbox', 'table']),
  required: z.boolean(),
  maxLength: z.number().nullable(),
  /** Values of a choice; labels are locale keys below `litigation:choice`. */
  options: z.array(z.string()),
  /** Columns of a table field. */
  columns: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['text', 'longText', 'amount', 'percent', 'date', 'choice']),
      options: z.array(z.string()),
      required: z.boolean(),
    }),
  ),
  /** Text that the program proposes from the file; the person may take it over or write anew. */
  suggestion: z.unknown().nullable(),
});
export type FormField = z.infer<typeof formField>;
export type DescribedField = Omit<FormField, 'suggestion'>;

/** A figure that the form takes from the file, with where it came from. */
export const sourcedFigure = z.object({
  label: z.string(),
  value: z.string(),
  source: z.string(),
  asOf: dateText.nullable(),
});

export const draft = z.object({
  id: z.number(),
  rev: z.number(),
  form: z.string(),
  title: z.string(),
  household: z.string().nullable(),
  borrower: z.string(),
  asOf: dateText,
  savedAt: z.string(),
  fields: z.record(z.string(), z.unknown()),
  catalogue: z.array(formField),
  figures: z.array(sourcedFigure),
  missing: z.array(missingItem),
});
export type Draft = z.infer<typeof draft>;

export const formMeta = z.object({
  code: z.string(),
  alias: z.string(),
  title: z.string(),
  purpose: z.string(),
  class: z.enum(['OUT', 'COURT', 'INT', 'SECRET']),
  word: z.boolean(),
  /** Who may make it. */
  permission: z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]),
  /** Kind of thing that it speaks of: household, notice-loan, guarantee … */
  subject: z.string(),
  /** Fields without which it is not issued and for which the program proposes nothing. */
  required: z.array(z.string()),
  /** Every field that a person may type, as the command line's --fields takes it. */
  fields: z.array(formField.omit({ suggestion: true })),
});

/** `subject`: key of what the paper is about, in the form's own way. */
const typed = z.object({
  form: z.string(),
  subject: z.string().trim().min(1),
  fields: z.record(z.string(), z.unknown()),
});
const rendered = z.object({ fileBase64: z.string(), pages: z.number(), missing: z.array(missingItem) });
const ISSUE_REFUSALS = ['fields-missing', 'series-missing', 'glyph-missing', 'paper-unfinished'] as const;
const FORM_REFUSALS = [
  'form-unknown',
  'role-missing',
  'household-unknown',
  'household-ambiguous',
  'subject-unknown',
  'subject-ambiguous',
] as const;

/** Many papers that were numbered and printed together. */
export const printJob = z.object({
  id: z.number(),
  number: z.string(),
  title: z.string(),
  madeOn: dateText,
  madeBy: z.string(),
  papers: z.number(),
  pages: z.number().nullable(),
  prints: z.number(),
  /** Numbers were taken and the file is not there yet. */
  unfinished: z.boolean(),
  first: z.string(),
  last: z.string(),
});
export type PrintJob = z.infer<typeof printJob>;

/** Required for secret papers. */
const handOutReason = reason.nullable().default(null);

/** A paper that somebody asked to make void, or that is. */
const voiding = z.object({
  reason: z.string(),
  state: z.enum(['asked', 'voided', 'refused']),
  by: z.string(),
  at: z.string(),
  approval: z.number().nullable(),
});
export type Voiding = z.infer<typeof voiding>;

const draftKey = z.object({ draftId: z.number() });

export const documentsContract = {
  forms: query('signed-in').output(z.array(formMeta)),
  /** Opens the caller's draft of that form for the subject, or begins one. */
  openDraft: command('paper.prepare', {
    refusals: [...FORM_REFUSALS],
    invalidates: ['parties.household'],
  })
    .input(typed.omit({ fields: true }))
    .output(draft),
  draft: query('paper.prepare', ['draft-unknown', 'role-missing']).input(draftKey).output(draft),
  saveDraft: command('paper.prepare', {
    refusals: ['draft-unknown', 'role-missing', 'stale-version', 'invalid-input'],
    invalidates: [],
  })
    .input(draftKey.extend({ rev: z.number(), fields: z.record(z.string(), z.unknown()) }))
    .output(z.object({ rev: z.number(), savedAt: z.string(), missing: z.array(missingItem) })),
  discardDraft: command('paper.prepare', {
    refusals: ['draft-unknown'],
    invalidates: ['parties.household', 'documents'],
  })
    .input(draftKey)
    .output(z.object({ draftId: z.number() })),
  /** The page as it will print, marked as draft. */
  preview: query('paper.prepare', ['draft-unknown', 'role-missing', 'glyph-missing'])
    .input(draftKey.extend({ rev: z.number() }))
    .output(rendered),
  /** The same without a draft, for a form filled from a file (command line). */
  render: query('paper.prepare', [...FORM_REFUSALS, 'fields-invalid', 'glyph-missing'])
    .input(typed.extend({ format: z.enum(['pdf', 'docx']) }))
    .output(rendered),
  issue: command('paper.prepare', {
    refusals: [
      'request-conflict',
      'draft-unknown',
      'stale-version',
      'role-missing',
      'file-changed',
      'warnings-unexplained',
      ...ISSUE_REFUSALS,
    ],
    invalidates: ['documents', 'parties.household', 'litigation'],
  })
    .input(
      draftKey.extend({
        rev: z.number(),
        requestId,
        warningsReason: z.string().trim().max(500).nullable().default(null),
      }),
    )
    .output(documentView),
  issueTyped: command('paper.prepare', {
    refusals: ['request-conflict', ...FORM_REFUSALS, 'fields-invalid', ...ISSUE_REFUSALS],
    invalidates: ['documents', 'parties.household', 'repayment', 'dunning', 'litigation'],
  })
    .input(typed.extend({ requestId }))
    .output(documentView),
  list: query('archive.view')
    .input(
      z.object({
        text: z.string().trim().max(100).default(''),
        form: z.string().nullable().default(null),
        household: z.string().nullable().default(null),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(z.array(documentView)),
  /** LED-11: every number in the order of its series, of one form or of all; without `path` a save dialog asks. */
  exportNumbers: command('archive.hand-out', {
    refusals: ['form-unknown', 'path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        form: z.string().nullable().default(null),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), lines: z.number().int() })),
  show: query('archive.view', ['document-unknown', 'attachment-damaged'])
    .input(z.object({ id: z.number() }))
    .output(
      z.object({
        document: documentView,
        fileBase64: z.string(),
        data: z.record(z.string(), z.unknown()),
        voiding: voiding.nullable(),
      }),
    ),
  /** Its number stays used; a second person decides (documents.md §0.4). */
  askVoid: command('paper.prepare', {
    refusals: [
      'document-unknown',
      'role-missing',
      'paper-unfinished',
      'paper-voided',
      'paper-void-asked',
      'paper-returned',
      'rule-not-in-force',
      'authority-missing',
    ],
    invalidates: ['documents', 'approvals', 'workbench'],
  })
    .input(z.object({ id: z.number(), reason }))
    .output(z.object({ id: z.number(), approval: z.number() })),
  /** Saves a copy; without `path` a dialog asks. A secret paper asks for a reason (ORG-06). */
  saveCopy: command('archive.hand-out', {
    refusals: ['document-unknown', 'attachment-damaged', 'reason-missing', 'path-unwritable'],
    invalidates: [],
  })
    .input(
      z.object({
        id: z.number(),
        format: z.enum(['pdf', 'docx']),
        reason: handOutReason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable() })),
  /** Hands the archived PDF to the system's print dialog; counted and logged. */
  print: command('archive.hand-out', {
    refusals: ['document-unknown', 'attachment-damaged', 'reason-missing', 'print-failed'],
    invalidates: ['documents', 'parties.household'],
  })
    .input(z.object({ id: z.number(), reason: handOutReason }))
    .output(z.object({ outcome: z.enum(['sent', 'cancelled']) })),
  /** Newest first. */
  jobs: query('archive.view').output(z.array(printJob)),
  /** Completes a job that a crash or a cancel left without its file. */
  finishJob: command('paper.prepare', { refusals: ['job-unknown', 'paper-unfinished'], invalidates: ['documents'] })
    .input(z.object({ id: z.number() }))
    .output(printJob),
  printJob: command('archive.hand-out', {
    refusals: ['job-unknown', 'paper-unfinished', 'paper-voided', 'attachment-damaged', 'print-failed'],
    invalidates: ['documents', 'parties.household'],
  })
    .input(z.object({ id: z.number() }))
    .output(z.object({ outcome: z.enum(['sent', 'cancelled']) })),
  /** The job's file; without `path` a dialog asks. */
  saveJob: command('archive.hand-out', {
    refusals: ['job-unknown', 'paper-unfinished', 'paper-voided', 'attachment-damaged', 'path-unwritable'],
    invalidates: [],
  })
    .input(z.object({ id: z.number(), path: z.string().nullable().default(null) }))
    .output(z.object({ path: z.string().nullable() })),
};
