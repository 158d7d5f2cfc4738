/** The detail and summary ledger (LOAN-05, LOAN-06). Lists carry masked personal data only. */
import { z } from 'zod';
import {
  FILTER_COLUMNS,
  FILTER_OPERATORS,
  LEDGER_COLUMNS,
  SORT_COLUMNS,
  SUMMARY_DIMENSIONS,
} from '../domain/loans/ledger';
import { command, dateText, fen, query, reason } from './entry';

export const ledgerFilter = z.object({
  text: z.string().trim().max(100).optional(),
  conditions: z
    .array(
      z.object({
        column: z.enum(FILTER_COLUMNS),
        operator: z.enum(FILTER_OPERATORS),
        values: z
          .array(z.union([z.string(), z.number()]))
          .min(1)
          .max(200),
      }),
    )
    .max(30)
    .default([]),
});

export const ledgerSort = z.object({ column: z.enum(SORT_COLUMNS), descending: z.boolean().default(false) });

const text = z.string().nullable();
const date = dateText.nullable();

export const ledgerRow = z.object({
  id: z.number(),
  /** Household number, e.g. H000123. */
  household: z.string(),
  borrower: z.string(),
  unit: z.string(),
  idNumber: text,
  address: text,
  phone: text,
  contract: z.string(),
  receipt: text,
  issueDate: date,
  dueDate: date,
  extendedDueDate: date,
  principal: fen,
  balance: fen,
  interestOn: fen,
  interestOff: fen,
  guarantee: text,
  guarantors: text,
  collateral: text,
  fourLevel: text,
  fiveLevel: text,
  fineLevel: text,
  sheet: z.enum(['on', 'off']),
  sheetStatus: text,
  subject: text,
  nplDate: date,
  purpose: text,
  officer: text,
  approver: text,
  occupancy: text,
  actualUser: text,
  flags: text,
  status: text,
  remark: text,
});
export type LedgerRow = z.infer<typeof ledgerRow>;

export const ledgerTotals = z.object({
  loans: z.number(),
  borrowers: z.number(),
  principal: fen,
  balance: fen,
  interestOn: fen,
  interestOff: fen,
});
export type LedgerTotals = z.infer<typeof ledgerTotals>;

export const savedView = z.object({
  id: z.number(),
  name: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
  filter: ledgerFilter,
  sort: ledgerSort,
  columns: z.array(z.enum(LEDGER_COLUMNS)),
});

export const loansContract = {
  /** One page of at most 200 rows behind the cursor of the page before. */
  page: query('ledger.view', ['filter-invalid', 'cursor-invalid'])
    .input(
      z.object({
        filter: ledgerFilter,
        sort: ledgerSort,
        cursor: z.string().nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(ledgerRow), next: z.string().nullable() })),
  totals: query('ledger.view', ['filter-invalid']).input(ledgerFilter).output(ledgerTotals),
  /** Values that occur, for the filter lists. */
  options: query('ledger.view').output(
    z.object({
      units: z.array(z.string()),
      officers: z.array(z.string()),
      sheetStatuses: z.array(z.string()),
      subjects: z.array(z.string()),
      occupancies: z.array(z.string()),
      statuses: z.array(z.string()),
    }),
  ),
  summary: query('ledger.view', ['filter-invalid'])
    .input(z.object({ filter: ledgerFilter, dims: z.array(z.enum(SUMMARY_DIMENSIONS)).min(1).max(4) }))
    .output(
      z.object({
        dims: z.array(z.string()),
        cells: z.array(ledgerTotals.extend({ key: z.array(z.string().nullable()) })),
      }),
    ),
  /** Writes the ledger exactly as seen: filter, order, columns and unit of amounts; without `path` a save dialog asks. */
  export: command('ledger.export', {
    refusals: ['filter-invalid', 'path-unwritable', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        filter: ledgerFilter,
        sort: ledgerSort,
        columns: z.array(z.enum(LEDGER_COLUMNS)).min(1),
        /** Heading texts in the same order, in the language on screen. */
        titles: z.array(z.string()),
        amountUnit: z.enum(['yuan', 'wan']).default('yuan'),
        /** Stands in the file and in the log (ORG-06). */
        reason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), rows: z.number() })),
  views: query('ledger.view').output(z.array(savedView)),
  saveView: command('ledger.keep-views', { refusals: ['view-exists'], invalidates: ['loans.views'] })
    .input(savedView.omit({ id: true, own: true }))
    .output(savedView),
  deleteView: command('ledger.keep-views', { refusals: ['view-unknown'], invalidates: ['loans.views'] })
    .input(z.object({ id: z.number() }))
    .output(z.object({ id: z.number() })),
};
