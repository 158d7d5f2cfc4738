/** Tenders and contracts of recovery (S27; DSP-06, DSP-07): sealed bids, contracts with their approval, what happens under them. */
import { z } from 'zod';
import { STATES as APPROVAL_STATES } from '../domain/approvals/standing';
import { ADVANCES, CONTRACT_KINDS, CONTRACT_STATES, ENTRY_KINDS } from '../domain/contracts/contractTerms';
import { BIDDERS, DEPOSIT_FATES, HARD_CLASSES } from '../domain/contracts/tender';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceList as trace } from './portfolio.contract';

const id = z.number().int();
const at = z.object({ id, rev: z.number().int() });
const name = z.string().trim().min(1).max(60);
const text = z.string().trim().min(4).max(500);
const contractNo = z.string().trim().min(1).max(60);
const voucherNo = z.string().trim().min(1).max(60);
/** Decimal, at most six places: `0.30`. */
const rate = z.string().regex(/^0\.\d{1,6}$/);

const tender = z.object({
  id,
  rev: z.number().int(),
  title: z.string(),
  opensOn: dateText,
  openedAt: z.string().nullable(),
  by: z.string(),
  /** Of the deposits, what is still the bidders'. */
  held: fen,
});
export type TenderRow = z.infer<typeof tender>;

const bid = z.object({ name: z.string(), amount: fen });

const packageView = z.object({
  id,
  name: z.string(),
  floor: fen,
  bidders: z.number().int(),
  loans: z.array(
    z.object({
      borrower: z.string(),
      contract: z.string(),
      hard: z.enum(HARD_CLASSES).nullable(),
      balance: fen,
      price: fen,
    }),
  ),
  /** Highest first; null while they are sealed. */
  bids: z.array(bid).nullable(),
  /** With the highest bidder; null: there is none, or he gave it up. */
  contract: id.nullable(),
});

const depositBook = z.object({ received: fen, bond: fen, forfeited: fen, returned: fen, held: fen });

/** A negative amount takes the use back that `reverses` names. */
const depositUse = z.object({
  id,
  kind: z.enum(DEPOSIT_FATES),
  amount: fen,
  on: dateText,
  payee: z.string().nullable(),
  voucherNo: z.string().nullable(),
  reverses: id.nullable(),
  reason: z.string().nullable(),
  isReversed: z.boolean(),
  by: z.string(),
});

const tenderDetail = tender.extend({
  today: dateText,
  packages: z.array(packageView),
  bidders: z.array(
    z.object({
      ...{ name: z.string(), person: z.enum(BIDDERS), deposit: fen, voucherNo: z.string() },
      /** What becomes of the deposit; null before the bids are opened. */
      fate: z.enum(DEPOSIT_FATES).nullable(),
      book: depositBook,
      /** Oldest first. */
      uses: z.array(depositUse),
    }),
  ),
  deposits: depositBook,
});
export type TenderDetail = z.infer<typeof tenderDetail>;

const contract = z.object({
  id,
  rev: z.number().int(),
  kind: z.enum(CONTRACT_KINDS),
  party: z.string(),
  basis: z.string(),
  amount: fen,
  bond: fen,
  feeRate: z.string().nullable(),
  lateRate: z.string().nullable(),
  termYears: z.number().int(),
  state: z.enum(CONTRACT_STATES),
  signedOn: dateText.nullable(),
  until: dateText.nullable(),
  loans: z.number().int(),
  by: z.string(),
});
export type ContractRow = z.infer<typeof contract>;

const detail = contract.extend({
  today: dateText,
  /** What the terms rest on. */
  trace,
  loanRows: z.array(z.object({ borrower: z.string(), contract: z.string(), owed: fen })),
  /** What of the bond is its winner's deposit; turned over at the signing. */
  deposit: fen,
  /** Money received under it. */
  recovered: fen,
  earnedTrace: trace,
  account: z.object({
    earned: fen,
    preserved: fen,
    interest: fen,
    deducted: fen,
    compensation: fen,
    advanced: fen,
    paidOut: fen,
    payable: fen,
    bondLeft: fen,
  }),
  entries: z.array(
    z.object({
      id,
      kind: z.enum(ENTRY_KINDS),
      loanContract: z.string().nullable(),
      collectedOn: dateText.nullable(),
      on: dateText,
      amount: fen,
      interest: fen,
      deducted: fen,
      evidence: z.string(),
      advance: z.enum(ADVANCES).nullable(),
      trace,
      by: z.string(),
    }),
  ),
  approval: z.object({ id, state: z.enum(APPROVAL_STATES), waitingFor: z.string().nullable() }).nullable(),
});
export type ContractDetail = z.infer<typeof detail>;

const OFFERED = ['handed-loan-unknown', 'loan-twice', 'loan-settled', 'loan-taken'];
const seen = ['contract-unknown', 'contract-conflict'];
const all = ['contracts'];

export const contractsContract = {
  list: query('contract.view').output(
    z.object({ today: dateText, tenders: z.array(tender), contracts: z.array(contract) }),
  ),
  tender: query('contract.view', ['tender-unknown']).input(z.object({ id })).output(tenderDetail),
  show: query('contract.view', ['contract-unknown', 'rule-not-in-force']).input(z.object({ id })).output(detail),
  announceTender: command('contract.prepare', {
    refusals: ['tender-day', 'package-twice', ...OFFERED, 'loan-not-off-balance', 'rule-not-in-force'],
    invalidates: all,
  })
    .input(
      z.object({
        title: text,
        opensOn: dateText,
        packages: z
          .array(
            z.object({
              name,
              loans: z
                .array(z.object({ contract: contractNo, hard: z.enum(HARD_CLASSES).nullable(), price: fen.positive() }))
                .min(1)
                .max(500),
            }),
          )
          .min(1)
          .max(50),
        requestId,
      }),
    )
    .output(z.object({ id })),
  registerBidder: command('contract.prepare', {
    refusals: [
      'tender-unknown',
      'tender-opened',
      'bidder-twice',
      'bidder-excluded',
      'deposit-low',
      'rule-not-in-force',
    ],
    invalidates: all,
  })
    .input(z.object({ id, name, person: z.enum(BIDDERS), deposit: fen.positive(), voucherNo }))
    .output(z.object({ id })),
  placeBid: command('contract.prepare', {
    refusals: [
      'package-unknown',
      'tender-unknown',
      'tender-opened',
      'bidder-unknown',
      'bidder-liable',
      'bid-below-floor',
    ],
    invalidates: all,
  })
    .input(z.object({ packageId: id, name, amount: fen.positive() }))
    .output(z.object({ id })),
  openBids: command('contract.prepare', {
    refusals: ['tender-unknown', 'tender-opened', 'tender-early', 'rule-not-in-force'],
    invalidates: all,
  })
    .input(z.object({ id }))
    .output(z.object({ id, contracts: z.number().int() })),
  draft: command('contract.prepare', {
    refusals: [
      'agent-state-organ',
      'late-rate-missing',
      ...OFFERED,
      'loan-undated',
      'loan-not-for-trustee',
      'fee-beyond-cap',
      'rule-not-in-force',
    ],
    invalidates: all,
  })
    .input(
      z.object({
        kind: z.enum(['trusteeship', 'risk-agency']),
        party: name,
        basis: text,
        contracts: z.array(contractNo).min(1).max(5_000),
        feeRate: rate,
        lateRate: rate.nullable(),
        years: z.number().int().min(1).max(10),
        requestId,
      }),
    )
    .output(z.object({ id })),
  submit: command('contract.prepare', {
    refusals: [
      ...seen,
      'contract-not-draft',
      'request-open',
      'request-approved',
      'authority-missing',
      'rule-not-in-force',
    ],
    invalidates: [...all, 'approvals', 'workbench'],
  })
    .input(at)
    .output(z.object({ id, approval: id })),
  sign: command('contract.prepare', {
    refusals: [
      ...seen,
      'contract-not-approved',
      'sign-day',
      'bond-short',
      'bidder-liable',
      'approval-missing',
      'content-changed',
    ],
    invalidates: [...all, 'rewards'],
  })
    .input(at.extend({ on: dateText, bondPaid: fen.min(0) }))
    .output(z.object({ id, until: dateText })),
  /** A deposit given back, or kept where its bidder won and did not sign; which of the two follows from his contracts. */
  settleDeposit: command('contract.prepare', {
    refusals: [
      'tender-unknown',
      'bidder-unknown',
      'deposit-sealed',
      'deposit-awaits-signing',
      'deposit-settled',
      'deposit-day',
      'deposit-payee-missing',
    ],
    invalidates: all,
  })
    .input(z.object({ id, name, on: dateText, payee: name.nullable(), voucherNo, requestId }))
    .output(z.object({ id, kind: z.enum(DEPOSIT_FATES), amount: fen })),
  /** What was booked of a deposit was wrong: it is the bidder's again. */
  undoDeposit: command('contract.prepare', { refusals: ['deposit-use-unknown'], invalidates: all })
    .input(z.object({ id, reason }))
    .output(z.object({ id })),
  giveUp: command('contract.prepare', { refusals: [...seen, 'contract-not-approved'], invalidates: all })
    .input(at.extend({ why: text }))
    .output(z.object({ id })),
  /** The contracts, a tender, its deposits, or the sheet on its borrowers. */
  exportRegister: command('contract.export', {
    refusals: ['tender-unknown', 'rule-not-in-force', 'path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        what: z.enum(['contracts', 'tender', 'deposits', 'situations']),
        /** Of the tender. */
        id: id.nullable(),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        /** null: a save dialog asks. */
        path: z.string().min(1).nullable(),
      }),
    )
    .output(z.object({ path: z.string().nullable(), lines: z.number().int() })),
  record: command('contract.prepare', {
    refusals: [
      'contract-unknown',
      'contract-not-signed',
      'entry-kind',
      'entry-day',
      'handed-loan-unknown',
      'entry-incomplete',
      'rule-not-in-force',
    ],
    invalidates: all,
  })
    .input(
      z.object({
        id,
        kind: z.enum(ENTRY_KINDS),
        contract: contractNo.nullable(),
        collectedOn: dateText.nullable(),
        on: dateText,
        amount: fen.positive().nullable(),
        evidence: text,
        advance: z.enum(ADVANCES).nullable(),
        requestId,
      }),
    )
    .output(z.object({ id })),
};
