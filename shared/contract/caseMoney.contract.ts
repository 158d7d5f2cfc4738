/** The money of a court case (S09; LIT-10, LIT-16): fees by tariff and as booked, receipts, delayed interest, costs against recovery. */
import { z } from 'zod';
import { FEE_KINDS, FEE_MOVES, TARIFF_KINDS } from '../domain/litigation/fees';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceList as trace } from './portfolio.contract';
import { RECORD_REFUSALS, receiptInput } from './receipts.contract';

const id = z.number().int().positive();
const text = (most: number) => z.string().trim().min(1).max(most);
const money = fen.positive().max(1_000_000_000_000);

const question = z.object({ kind: z.enum(TARIFF_KINDS), base: fen.min(0), on: dateText, halved: z.boolean() });
const quote = question.extend({ amount: fen, prepaid: z.boolean(), trace });

const entry = z.object({
  id: z.number(),
  caseId: z.number(),
  kind: z.enum(FEE_KINDS),
  move: z.enum(FEE_MOVES),
  amount: fen,
  on: dateText,
  voucherNo: z.string(),
  payee: z.string(),
  tariff: fen.nullable(),
  trace,
  reason: z.string().nullable(),
  act: z.string().nullable(),
  reverses: z.number().nullable(),
  by: z.string(),
});
export type FeeView = z.infer<typeof entry>;

const sums = z.object({ paid: fen, advanced: fen, recovered: fen, refunded: fen });

export const caseMoneyView = z.object({
  today: dateText,
  /** What the case costs by the tariff, as it stands. */
  quotes: z.array(quote),
  entries: z.array(entry),
  sums,
  benefit: z.object({
    toCome: fen,
    spent: fen,
    expected: fen.nullable(),
    net: fen.nullable(),
    isFlagged: z.boolean(),
  }),
  /** Why no fee may be booked; null: they may. */
  closed: z.object({ code: z.string(), article: z.string().nullable(), because: z.string() }).nullable(),
  money: z.array(
    z.object({
      act: z.string(),
      on: dateText.nullable(),
      amount: fen,
      booked: fen,
      dueOn: dateText.nullable(),
      state: z.enum(['booked', 'late', 'missing', 'waiting']),
    }),
  ),
  receipts: z.array(
    z.object({
      act: z.string(),
      paymentId: z.number(),
      number: z.string(),
      receivedOn: dateText,
      bookedOn: dateText,
      amount: fen,
      principal: fen,
    }),
  ),
  /** Receipts of its households that belong to no case. */
  free: z.array(z.object({ id: z.number(), number: z.string(), receivedOn: dateText, amount: fen })),
  delay: z
    .object({
      base: fen,
      since: dateText,
      until: dateText,
      amount: fen.nullable(),
      missing: z.string().nullable(),
      segments: z
        .array(z.object({ from: dateText, to: dateText, days: z.number(), base: fen, amount: fen }))
        .readonly(),
      trace,
    })
    .nullable(),
});
export type CaseMoneyView = z.infer<typeof caseMoneyView>;

const STALE = ['caseMoney', 'caseReview', 'litigation', 'workbench'];

export const caseMoneyContract = {
  show: query('litigation.view', ['case-unknown']).input(z.object({ id })).output(caseMoneyView),
  quote: query('litigation.view', ['rule-not-in-force']).input(question).output(quote),
  book: command('receipt.record', {
    refusals: [
      'case-unknown',
      'fee-base-missing',
      'rule-not-in-force',
      'act-in-future',
      'fee-unfiled',
      'fee-twice',
      'fee-off-tariff',
      'fee-beyond-paid',
      'request-conflict',
    ],
    invalidates: STALE,
  })
    .input(
      z.object({
        id,
        kind: z.enum(FEE_KINDS),
        move: z.enum(FEE_MOVES),
        amount: money,
        on: dateText,
        voucherNo: text(60),
        payee: text(100),
        tariff: question.omit({ kind: true }).nullable(),
        reason: reason.nullable().default(null),
        requestId,
      }),
    )
    .output(z.object({ fee: z.number() })),
  reverse: command('receipt.reverse', {
    refusals: ['fee-unknown', 'case-unknown', 'fee-reversed', 'fee-needed'],
    invalidates: STALE,
  })
    .input(z.object({ fee: id, reason }))
    .output(z.object({ fee: z.number() })),
  /** Books a receipt and records the act of the case with it. */
  receive: command('receipt.record', {
    refusals: [
      'case-unknown',
      'case-household-other',
      'case-money-elsewhere',
      'act-in-future',
      'act-repeated',
      'act-out-of-order',
      'act-breaks-later',
      ...RECORD_REFUSALS,
      'request-conflict',
    ],
    invalidates: [...STALE, 'receipts', 'parties.household', 'portfolio', 'repayment', 'measures'],
  })
    .input(z.object({ id, receipt: receiptInput, requestId }))
    .output(z.object({ act: z.string(), number: z.string() })),
  link: command('receipt.record', { refusals: ['case-unknown', 'act-unknown', 'receipt-unknown'], invalidates: STALE })
    .input(z.object({ id, act: z.string().max(60), payment: id }))
    .output(z.object({ act: z.string() })),
};
