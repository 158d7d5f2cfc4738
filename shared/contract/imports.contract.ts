/** Bringing files in (IMP): inspect → map → dry run → write → undo. Long work streams its progress. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { IMPORT_KINDS } from '../domain/imports/records';
import { command, dateText, query, requestId } from './entry';

export const importKind = z.enum(IMPORT_KINDS);

export const columnMapping = z.object({
  field: z.string(),
  column: z.number().int().min(0),
  heading: z.string(),
  scale: z.union([z.literal(1), z.literal(1000), z.literal(10000)]).optional(),
});

export const mapping = z.object({
  kind: importKind,
  sheet: z.number().int().min(0).default(0),
  headerRows: z.array(z.number().int()),
  firstDataRow: z.number().int(),
  columns: z.array(columnMapping),
  asOf: dateText.optional(),
  /** The whole list is off the balance sheet. */
  offBalance: z.boolean().optional(),
  /** Unit of every row, for a file without such a column. */
  unit: z.string().optional(),
});
export type ImportMapping = z.infer<typeof mapping>;

export const inspection = z.object({
  path: z.string(),
  fileName: z.string(),
  byteLength: z.number(),
  format: z.string(),
  encoding: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Declared unit of amounts found in the sheet: 1, 1000, 10000. */
  declaredScale: z.number().nullable(),
  asOf: dateText.nullable(),
  columns: z.array(
    z.object({ index: z.number(), title: z.string(), hidden: z.boolean(), samples: z.array(z.string()) }),
  ),
  mapping,
  /** Fields of the kind, for correction by hand; `label` is a locale key below `imports:field`. */
  fields: z.array(z.object({ field: z.string(), required: z.boolean(), amount: z.boolean() })),
  missing: z.array(z.string()),
  /** Fields for which several columns are as good; a person decides. */
  ambiguous: z.array(z.object({ field: z.string(), columns: z.array(z.number()) })),
  /** Where the unit of amounts came from; `assumed` is 元 for lack of any word. */
  amountUnit: z.enum(['heading', 'declared', 'assumed']),
  /** Whether the mapping was remembered from an earlier file of the same source. */
  remembered: z.string().nullable(),
  /** First rows as text, for the preview of the heading. */
  head: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
});
export type Inspection = z.infer<typeof inspection>;

export const issueRow = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.string(),
  code: z.string(),
  value: z.string(),
  message: z.string(),
});

export const importResult = z.object({
  batch: z.string().nullable(),
  kind: importKind,
  dryRun: z.boolean(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  warned: z.number(),
  refused: z.number(),
  skipped: z.number(),
  /** Loans: principal, balance, interestOn, interestOff; receipts: principal, interest; else empty. Fen. */
  totals: z.record(z.string(), z.number()),
  /** Against what is in the ledger (IMP-04). */
  differences: z.object({ new: z.number(), settled: z.number(), worsened: z.number(), absent: z.number() }),
  unknownUnits: z.array(z.string()),
  refusals: z.array(issueRow),
  warnings: z.array(issueRow),
  /** Up to 200 changed records with what changes. */
  changes: z.array(
    z.object({
      row: z.number(),
      key: z.string(),
      fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  rejectsPath: z.string().nullable(),
});
export type ImportResult = z.infer<typeof importResult>;

export const importEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    stage: z.enum(['reading', 'comparing', 'writing']),
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.object({ type: z.literal('result'), result: importResult }),
]);

export const FILE_REFUSALS = [
  'file-encrypted',
  'file-truncated',
  'file-empty',
  'file-type',
  'file-too-large',
  'file-unreadable',
  'no-heading',
] as const;

const runInput = z.object({
  path: z.string(),
  mapping: mapping.nullable().default(null),
  /** Name of a remembered mapping; used when `mapping` is null. */
  mappingName: z.string().nullable().default(null),
  kind: importKind.nullable().default(null),
  asOf: dateText.nullable().default(null),
  dryRun: z.boolean(),
  acceptWarnings: z.boolean().default(false),
  createUnits: z.boolean().default(false),
  rejectsPath: z.string().nullable().default(null),
  requestId: requestId.nullable().default(null),
});
export type ImportRunInput = z.infer<typeof runInput>;

export const batchRow = z.object({
  batch: z.string(),
  kind: importKind,
  fileName: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
  asOf: dateText,
  added: z.number(),
  changed: z.number(),
  refused: z.number(),
  status: z.enum(['written', 'undone']),
});

export const importsContract = {
  chooseFile: command('import.run', { refusals: [], invalidates: [] }).output(z.string().nullable()),
  inspect: query('import.run', [...FILE_REFUSALS])
    .input(
      z.object({
        path: z.string(),
        kind: importKind.nullable().default(null),
        sheet: z.number().int().nullable().default(null),
      }),
    )
    .output(inspection),
  /** Dry run or write; ends with one `result` event. Aborting before it leaves nothing written. */
  run: command('import.run', {
    refusals: ['path-unwritable', 'mapping-unknown', ...FILE_REFUSALS, 'mapping-incomplete', 'request-conflict'],
    invalidates: ['imports', 'loans', 'parties', 'units', 'portfolio', 'litigation'],
  })
    .input(runInput)
    .output(eventIterator(importEvent)),
  rememberMapping: command('import.run', { refusals: [...FILE_REFUSALS], invalidates: ['imports'] })
    .input(z.object({ name: z.string().trim().min(1).max(60), path: z.string(), mapping }))
    .output(z.object({ name: z.string() })),
  mappings: query('import.run').output(z.array(z.object({ name: z.string(), kind: importKind, usedAt: z.string() }))),
  /** Asks where to save and writes the refused rows with their reasons beside the cells; an export, logged as such. */
  saveRejects: command('import.run', {
    refusals: ['path-unwritable', 'mapping-unknown', ...FILE_REFUSALS, 'mapping-incomplete'],
    invalidates: [],
  })
    .input(runInput)
    .output(z.object({ path: z.string().nullable() })),
  batches: query('import.view').output(z.array(batchRow)),
  undo: command('import.run', {
    refusals: ['batch-unknown', 'batch-undone', 'undo-blocked'],
    invalidates: ['imports', 'loans', 'parties', 'portfolio', 'litigation'],
  })
    .input(z.object({ batch: z.string() }))
    .output(z.object({ batch: z.string(), removed: z.number(), restored: z.number() })),
};
