/** Rewards for recovery (S23; RWD-01, RWD-02, RWD-04): sheets by period with their runs, outsiders, the register of liabilities. */
import { z } from 'zod';
import { STATES as APPROVAL_STATES } from '../domain/approvals/standing';
import { LIABILITY_KINDS, LIABILITY_STATES } from '../domain/rewards/liability';
import { EXCLUSIONS } from '../domain/rewards/rewardSheet';
import { SHEET_STATES } from '../domain/rewards/sheetStates';
import { CONSEQUENCES } from '../domain/targets/responsibility';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceList } from './portfolio.contract';

const id = z.number().int();
const name = z.string().trim().min(1).max(40);
const text = z.string().trim().min(4).max(500);
const at = z.object({ id, rev: z.number().int() });
const period = z.object({ from: dateText, to: dateText });

const sheet = z.object({
  id,
  rev: z.number().int(),
  from: dateText,
  to: dateText,
  state: z.enum(SHEET_STATES),
  /** How often it was computed. */
  run: z.number().int(),
  computedAt: z.string(),
  by: z.string(),
  lines: z.number().int(),
  people: z.number().int(),
  total: fen,
  paidOn: dateText.nullable(),
  voucherNo: z.string().nullable(),
});
export type RewardSheet = z.infer<typeof sheet>;

const line = z.object({
  /** Of the receipt. */
  key: z.string(),
  household: z.string(),
  borrower: z.string(),
  contract: z.string(),
  receivedOn: dateText,
  recovered: fen,
  realised: z.boolean(),
  loanClass: z
    .object({
      formedOn: dateText,
      form: z.enum(['呆滞', '呆账']),
      status: z.enum(['ordinary', 'bill-swapped', 'written-off']),
    })
    .nullable(),
  kind: z.enum(['reward', 'adjustment']),
  name: z.string(),
  /** Millionths. */
  ppm: z.number().int(),
  costs: fen,
  /** Of the collector in the receipt's month; null: none. */
  tasks: z.object({ planned: fen, done: fen }).nullable(),
  /** Decimal text. */
  rate: z.string(),
  due: fen,
  /** Given on earlier sheets. */
  before: fen,
  amount: fen,
  excluded: z.enum(EXCLUSIONS).nullable(),
  article: z.string().nullable(),
  trace: traceList,
});
export type RewardLineView = z.infer<typeof line>;

const detail = sheet.extend({
  lineRows: z.array(line),
  payees: z.array(z.object({ name: z.string(), lines: z.number().int(), amount: fen })),
  /** Against the run before; empty at the first. */
  changes: z.array(z.object({ key: z.string(), name: z.string(), before: fen.nullable(), now: fen.nullable() })),
  /** A draft that no longer says what the books and rules say. */
  outdated: z.boolean(),
  approval: z.object({ id, state: z.enum(APPROVAL_STATES), waitingFor: z.string().nullable() }).nullable(),
});
export type RewardSheetDetail = z.infer<typeof detail>;

const liability = z.object({
  id,
  rev: z.number().int(),
  loanId: id,
  household: z.string(),
  borrower: z.string(),
  contract: z.string(),
  unit: z.string(),
  /** Of the loan today. */
  balance: fen,
  person: z.string(),
  post: z.string().nullable(),
  kind: z.enum(LIABILITY_KINDS),
  irregularity: z.string().nullable(),
  amount: fen,
  /** Decimal text: of all that was decided about the loan; null: withdrawn. */
  share: z.string().nullable(),
  /** He is the one who recovers the loan now. */
  isAppointed: z.boolean(),
  /** Principal and interest of the loan since the decision. */
  received: fen,
  handling: z.string().nullable(),
  handledOn: dateText.nullable(),
  decision: z.string(),
  decidedOn: dateText,
  deadline: dateText,
  performed: fen,
  performedOn: dateText.nullable(),
  state: z.enum(LIABILITY_STATES),
  withdrawnOn: dateText.nullable(),
  withdrawnWhy: z.string().nullable(),
  by: z.string(),
});
export type LiabilityRow = z.infer<typeof liability>;

const seen = ['sheet-unknown', 'sheet-conflict'];
const owed = ['liability-unknown', 'liability-conflict'];
const sheets = ['rewards.list', 'rewards.show'];

export const rewardsContract = {
  list: query('reward.view').output(
    z.object({
      today: dateText,
      sheets: z.array(sheet),
      outsiders: z.array(z.object({ name: z.string(), basis: z.string() })),
    }),
  ),
  show: query('reward.view', ['sheet-unknown', 'rule-not-in-force']).input(z.object({ id })).output(detail),
  compute: command('reward.prepare', {
    refusals: ['sheet-period', 'sheet-open', 'rule-not-in-force'],
    invalidates: sheets,
  })
    .input(period.extend({ requestId }))
    .output(z.object({ id })),
  recompute: command('reward.prepare', {
    refusals: [...seen, 'sheet-not-draft', 'sheet-period', 'rule-not-in-force'],
    invalidates: sheets,
  })
    .input(at.extend(period.shape))
    .output(z.object({ id, changes: z.number().int() })),
  discard: command('reward.prepare', { refusals: [...seen, 'sheet-not-draft'], invalidates: sheets })
    .input(at)
    .output(z.object({ id })),
  submit: command('reward.prepare', {
    refusals: [
      ...seen,
      'sheet-not-draft',
      'sheet-empty',
      'sheet-outdated',
      'request-open',
      'request-approved',
      'authority-missing',
      'rule-not-in-force',
    ],
    invalidates: [...sheets, 'approvals', 'workbench'],
  })
    .input(at)
    .output(z.object({ id, approval: id })),
  pay: command('reward.pay', {
    refusals: [...seen, 'sheet-not-approved', 'sheet-pay-day', 'approval-missing', 'content-changed'],
    invalidates: sheets,
  })
    .input(at.extend({ on: dateText, voucherNo: z.string().trim().min(1).max(60) }))
    .output(z.object({ id })),
  /** Somebody who is not of the branch; what he collects is rewarded after his costs. */
  nameOutsider: command('reward.prepare', { refusals: [], invalidates: sheets })
    .input(z.object({ name, basis: text }))
    .output(z.object({ name })),
  removeOutsider: command('reward.prepare', { refusals: ['outsider-unknown'], invalidates: sheets })
    .input(z.object({ name, basis: text }))
    .output(z.object({ name })),
  /** What an outsider cost for one receipt. */
  setCosts: command('reward.prepare', { refusals: ['outsider-unknown', 'collector-unknown'], invalidates: sheets })
    .input(z.object({ key: z.string().trim().min(1).max(60), name, amount: fen.min(0), basis: text }))
    .output(z.object({ name })),
  liabilities: query('reward.view', ['rule-not-in-force']).output(
    z.object({
      today: dateText,
      /** What the rule lets follow when a time passes. */
      consequence: z.object({ what: z.enum(CONSEQUENCES), trace: traceList }),
      liabilities: z.array(liability),
    }),
  ),
  recordLiability: command('liability.record', {
    refusals: [
      'liability-contract-unknown',
      'liability-future',
      'liability-deadline',
      'irregularity-missing',
      'irregularity-unknown',
      'formation-unknown',
      'rule-not-in-force',
    ],
    invalidates: ['rewards', 'targets', 'workbench'],
  })
    .input(
      z.object({
        contract: z.string().trim().min(1).max(60),
        person: name,
        post: z.string().trim().min(1).max(40).nullable().default(null),
        kind: z.enum(LIABILITY_KINDS),
        /** Item of the rule of irregular lending; with that kind alone. */
        irregularity: z.string().max(40).nullable().default(null),
        /** He recovers the loan from now on (TEAM-06). */
        appoint: z.boolean().default(false),
        amount: fen.positive(),
        decision: text,
        decidedOn: dateText,
        deadline: dateText,
        requestId,
      }),
    )
    .output(z.object({ id })),
  performLiability: command('liability.record', {
    refusals: [...owed, 'liability-ended', 'liability-future', 'liability-exceeded'],
    invalidates: ['rewards', 'workbench'],
  })
    .input(at.extend({ on: dateText, amount: fen.positive(), evidence: text }))
    .output(z.object({ id })),
  /** What was decided when the time had passed. */
  handleLiability: command('liability.record', {
    refusals: [...owed, 'liability-ended', 'liability-future', 'liability-running'],
    invalidates: ['rewards'],
  })
    .input(at.extend({ on: dateText, decision: text }))
    .output(z.object({ id })),
  withdrawLiability: command('liability.record', {
    refusals: [...owed, 'liability-ended'],
    invalidates: ['rewards', 'targets', 'workbench'],
  })
    .input(at.extend({ why: text }))
    .output(z.object({ id })),
  /** A sheet, the ledger of rewards, or the register of liabilities. */
  exportRegister: command('reward.export', {
    refusals: ['sheet-unknown', 'path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        what: z.enum(['sheet', 'rewards', 'liabilities']),
        /** Of the sheet. */
        id: id.nullable(),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        /** null: a save dialog asks. */
        path: z.string().min(1).nullable(),
      }),
    )
    .output(z.object({ path: z.string().nullable(), lines: z.number().int() })),
};
