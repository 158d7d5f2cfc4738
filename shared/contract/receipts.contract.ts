/** Money received (S08; REC-10…12): the account of a household, a receipt before and after it is recorded, and what is asked for interest. */
import { z } from 'zod';
import { joinName } from '../domain/imports/cleanText';
import { CHANNELS, RECOVERY_FORMS } from '../domain/receipts/channels';
import { HARDSHIPS, MEASURE_STATES, MEASURES } from '../domain/receipts/interestMeasure';
import { LINE_CAUSES, LINE_KINDS } from '../domain/receipts/postings';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceLine } from './portfolio.contract';

const id = z.number().int().positive();
const money = fen.positive();
const text = (most: number) => z.string().trim().min(1).max(most);

const designation = z.object({
  note: text(200),
  parts: z
    .array(z.object({ loanId: id, amount: money }))
    .min(1)
    .max(200),
});

/** Amounts are fen, shares millionths. What is wrong with it the preview says; the command refuses with the first. */
export const receiptInput = z.object({
  household: id,
  receivedOn: dateText,
  /** When the core banking system books it. */
  bookedOn: dateText,
  amount: money,
  /** Costs of realising the debt that the debtor owes on this day. */
  costsOwed: fen.min(0),
  voucherNo: text(60),
  payer: text(100),
  channel: z.enum(CHANNELS),
  form: z.enum(RECOVERY_FORMS),
  /** null: the order of the law among several loans. */
  designation: designation.nullable(),
  /** Interest accrued since the ledger that is not in it. */
  accrued: z.array(z.object({ loanId: id, interest: money })).max(200),
  /** 王 某 and 王某 are one person, as in imports. */
  collectors: z
    .array(z.object({ name: text(40).overwrite((name) => joinName(name).name), ppm: id.max(1_000_000) }))
    .max(50),
  doubleReason: reason.nullable(),
  remark: text(500).nullable(),
});
export type ReceiptInput = z.infer<typeof receiptInput>;

const debt = z.object({ principal: fen, interest: fen });
/** As the bank books it, and as the debtor owes it. */
const standing = z.object({ book: debt, owed: debt });

const line = z.object({
  loanId: z.number(),
  costs: fen,
  principal: fen,
  interest: fen,
  owedPrincipal: fen,
  owedInterest: fen,
});
export type ReceiptLine = z.infer<typeof line>;

export const PAYMENT_STATES = ['open', 'in-ledger', 'in-core', 'reversed'] as const;

export const paymentView = z.object({
  id: z.number(),
  number: z.string(),
  receivedOn: dateText,
  bookedOn: dateText,
  amount: fen,
  costsOwed: fen,
  voucherNo: z.string(),
  payer: z.string(),
  channel: z.enum(CHANNELS),
  form: z.enum(RECOVERY_FORMS),
  designation: designation.nullable(),
  doubleReason: z.string().nullable(),
  remark: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  /** open: only here; in-ledger: its day is in the balances; in-core: booked by the core banking system under its own number. */
  state: z.enum(PAYMENT_STATES),
  reversal: z.object({ on: dateText, reason: z.string(), by: z.string() }).nullable(),
  collectors: z.array(z.object({ name: z.string(), ppm: z.number() })),
  lines: z.array(
    line.extend({ kind: z.enum(LINE_KINDS), cause: z.enum(LINE_CAUSES), causeNo: z.string(), postedOn: dateText }),
  ),
  /** What no loan could take any more. */
  rest: fen,
  trace: z.array(traceLine),
});
export type PaymentView = z.infer<typeof paymentView>;

export const measureView = z.object({
  id: z.number(),
  loanId: z.number(),
  measure: z.enum(MEASURES),
  amount: fen,
  hardship: z.enum(HARDSHIPS),
  facts: z.string(),
  evidence: z.string(),
  investigators: z.array(z.string()),
  principles: z.array(z.string()),
  conditions: z.string().nullable(),
  until: dateText.nullable(),
  state: z.enum(MEASURE_STATES),
  decidedOn: dateText.nullable(),
  /** The newest request for its approval. */
  approval: z.number().nullable(),
  by: z.string(),
});
export type MeasureView = z.infer<typeof measureView>;

const account = z.object({
  household: z.string(),
  borrower: z.string(),
  today: dateText,
  ledgerDay: dateText,
  loans: z.array(
    standing.extend({
      id: z.number(),
      contract: z.string(),
      receiptNo: z.string().nullable(),
      sheet: z.enum(['on', 'off']),
      issueDate: dateText.nullable(),
      dueDate: dateText.nullable(),
      ledger: debt.extend({ asOf: dateText }),
      /** Interest that an approved measure suspends; the debtor owes it all the same. */
      suspended: fen,
    }),
  ),
  agreements: z.array(
    z.object({
      id: z.number(),
      agreedOn: dateText,
      evidence: z.string(),
      endedOn: dateText.nullable(),
      /** The debts it was made for; null: all that he owes. */
      loanIds: z.array(z.number()).readonly().nullable(),
      rev: z.number(),
    }),
  ),
  /** Newest first. */
  payments: z.array(paymentView),
  measures: z.array(measureView),
  /** Colleagues, for choosing collectors. */
  colleagues: z.array(z.string()),
});
export type ReceiptAccount = z.infer<typeof account>;

const preview = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      article: z.string().optional(),
      facts: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  loans: z.array(
    z.object({
      loanId: z.number(),
      before: standing,
      after: standing,
      line: line.nullable(),
      /** Principal first was agreed in writing for the day of the payment. */
      agreed: z.boolean(),
    }),
  ),
  rest: fen,
  /** Receipts that come after it, and what is posted on them. */
  adjustments: z.array(z.object({ number: z.string(), line })),
  trace: z.array(traceLine),
});
export type ReceiptPreview = z.infer<typeof preview>;

const NAMED = ['household-unknown', 'loan-unknown', 'rule-not-in-force'];
const PROBLEMS = [
  'date-future',
  'booked-date-wrong',
  'receipt-in-ledger',
  'receipt-before-loan',
  'designation-mismatch',
  'collectors-missing',
  'collector-twice',
  'collectors-not-100',
  'receipt-twice',
  'receipt-looks-double',
  'off-balance-money-only',
  'receipt-exceeds-debt',
  'later-receipt-exceeds-debt',
];
/** Of recording a receipt, in their order. */
export const RECORD_REFUSALS = [...NAMED, ...PROBLEMS];
/** Money fulfils promises, instalments, goals and plans, and is rewarded. */
const STALE = [
  ...['receipts', 'parties.household', 'portfolio', 'repayment', 'workbench', 'litigation'],
  ...['targets', 'team', 'rewards', 'contracts'],
];
const changed = z.object({ id: z.number(), adjusted: z.number() });

export const receiptsContract = {
  account: query('receipt.view', ['household-unknown'])
    .input(z.object({ household: id }))
    .output(account),
  preview: query('receipt.record', NAMED).input(receiptInput).output(preview),
  record: command('receipt.record', { refusals: RECORD_REFUSALS, invalidates: STALE })
    .input(receiptInput.extend({ requestId }))
    .output(changed.extend({ number: z.string() })),
  /** Both entries stay; receipts after it are run again. */
  reverse: command('receipt.reverse', {
    refusals: ['receipt-unknown', 'receipt-reversed', 'receipt-in-core'],
    invalidates: STALE,
  })
    .input(z.object({ id, reason, requestId }))
    .output(z.object({ number: z.string(), adjusted: z.number() })),
  /** Principal before interest, as the debtor agreed in writing (民法典 561). */
  recordAgreement: command('receipt.record', {
    refusals: ['household-unknown', 'date-future', 'agreement-overlaps'],
    invalidates: STALE,
  })
    .input(z.object({ household: id, agreedOn: dateText, evidence: text(200) }))
    .output(changed),
  endAgreement: command('receipt.record', {
    refusals: ['agreement-unknown', 'stale-version', 'agreement-ended', 'agreement-end-wrong'],
    invalidates: STALE,
  })
    .input(z.object({ id, rev: z.number().int(), endedOn: dateText }))
    .output(changed),
  /** Asks for the approval of a suspension or relief of interest (B1 §19). */
  askMeasure: command('receipt.record', {
    refusals: [
      'loan-unknown',
      'measure-open',
      'measure-exceeds-interest',
      'measure-not-all',
      'measure-investigators',
      'measure-until-past',
      'rule-not-in-force',
      'authority-missing',
    ],
    invalidates: ['receipts', 'approvals', 'workbench'],
  })
    .input(
      z.object({
        loanId: id,
        measure: z.enum(MEASURES),
        amount: money,
        hardship: z.enum(HARDSHIPS),
        facts: text(2_000),
        evidence: text(500),
        investigators: z.array(text(40)).min(2).max(5),
        /** A reason for each of the three principles, in their order. */
        principles: z.array(text(300)).length(3),
        conditions: text(500).nullable(),
        until: dateText.nullable(),
      }),
    )
    .output(z.object({ id: z.number(), approval: z.number() })),
};
