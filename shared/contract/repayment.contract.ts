/** Agreements to repay, confirmations of the debt and who signed them, the pre-suit notice and its gate (REC-06, 07, 09). */
import { z } from 'zod';
import { STATES as REQUEST_STATES } from '../domain/approvals/standing';
import { AGREED_ORDERS, AGREEMENT_STATES } from '../domain/repayment/agreement';
import { INSTALMENT_STATES } from '../domain/repayment/followUp';
import { TERM_KINDS, TERM_STATES } from '../domain/repayment/loanTerm';
import { DEBT_FORMS, REPLIES, SIGNATORY_ROLES } from '../domain/repayment/signatories';
import { command, dateText, fen, query, reason } from './entry';
import { traceList } from './portfolio.contract';

const id = z.number().int();
const debt = z.object({ principal: fen, interest: fen });
const amount = fen.min(0);
const typedInstalment = z.object({ dueOn: dateText, principal: amount, interest: amount });
const instalment = debt.extend({ seq: id, dueOn: dateText, payBy: dateText });
const approval = z.object({ id, state: z.enum(REQUEST_STATES) }).nullable();

const agreementView = z.object({
  id,
  rev: id,
  state: z.enum(AGREEMENT_STATES),
  approval,
  asOf: dateText,
  order: z.enum(AGREED_ORDERS),
  graceDays: id,
  follower: z.string(),
  signedOn: dateText.nullable(),
  endedOn: dateText.nullable(),
  endReason: z.string().nullable(),
  contracts: z.array(z.string()),
  debt,
  instalments: z.array(instalment.extend({ state: z.enum(INSTALMENT_STATES), paid: fen, paidOn: dateText.nullable() })),
  /** Instalment that is later than the agreement allows: the whole debt may be called in. */
  breach: id.nullable(),
});
export type AgreementView = z.infer<typeof agreementView>;

const paperView = z.object({
  documentId: id,
  rev: id,
  form: z.enum(DEBT_FORMS),
  number: z.string(),
  issuedOn: dateText,
  voided: z.boolean(),
  agreementId: id.nullable(),
  termId: id.nullable(),
  reply: z.enum(REPLIES).nullable(),
  difference: z.string().nullable(),
  scans: id,
  /** Pages of which no scan came back, by their codes, once one did. */
  missingPages: z.array(id),
  signatories: z.array(
    z.object({
      key: z.string(),
      role: z.enum(SIGNATORY_ROLES),
      name: z.string(),
      contracts: z.array(z.string()),
      signedOn: dateText.nullable(),
    }),
  ),
  /** Signatures that were recorded wrongly, oldest first; null: he did not sign. */
  corrections: z.array(
    z.object({
      key: z.string(),
      signedOn: dateText,
      correctedTo: dateText.nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});
export type DebtPaperView = z.infer<typeof paperView>;

const termView = z.object({
  id,
  rev: id,
  kind: z.enum(TERM_KINDS),
  state: z.enum(TERM_STATES),
  approval,
  contract: z.string(),
  /** In the words of the article. */
  condition: z.string(),
  article: z.string(),
  reason: z.string(),
  facts: z.string().nullable(),
  files: z.array(z.object({ seq: id, name: z.string() })),
  security: z.string().nullable(),
  dueOn: dateText,
  newDueOn: dateText,
  debt,
  signedOn: dateText.nullable(),
  by: z.string(),
  /** Extensions that it put in force, oldest first; one that was taken back says why. */
  extensions: z.array(z.object({ id, agreedOn: dateText, takenBack: z.string().nullable() })),
});
export type TermView = z.infer<typeof termView>;

const termChoice = z.object({
  article: z.string(),
  conditions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      article: z.string(),
      needsSecurity: z.boolean(),
      needsPayment: z.boolean(),
    }),
  ),
});

const household = z.object({
  today: dateText,
  asOf: dateText,
  /** Debts that can be agreed upon, as they are owed today. */
  loans: z.array(debt.extend({ id, contract: z.string(), dueOn: dateText.nullable() })),
  /** Newest first. */
  agreements: z.array(agreementView),
  papers: z.array(paperView),
  /** Extensions and re-lending, newest first. */
  terms: z.array(termView),
  termChoices: z.object({ extension: termChoice, relending: termChoice }),
  preSuit: z.object({
    held: id,
    needed: id,
    article: z.string(),
    trace: traceList,
    approval,
    /** Keys of guarantors who can be written to. */
    guarantors: z.array(z.object({ key: z.string(), name: z.string(), contract: z.string() })),
  }),
  /** Who can follow the instalments. */
  people: z.array(z.object({ id, display: z.string() })),
});
export type RepaymentFile = z.infer<typeof household>;

const order = z.enum(AGREED_ORDERS);
const loans = z.array(id).min(1).max(200);

/** A signature restarts clocks, begins an agreement with its order of payment, or moves a due date. */
const BY_SIGNATURE = [
  'repayment',
  'receipts',
  'loans',
  'portfolio',
  'parties.household',
  'dunning',
  'measures',
  'workbench',
  'litigation',
];

export const repaymentContract = {
  household: query('ledger.view', ['household-unknown'])
    .input(z.object({ household: id }))
    .output(household),
  /** What a schedule would be: instalments that were typed, or equal ones. */
  schedule: query('agreement.prepare', ['household-unknown', 'loan-unknown', 'nothing-owed'])
    .input(
      z.object({
        household: id,
        loans,
        order,
        typed: z.array(typedInstalment).max(120).nullable().default(null),
        rhythm: z.object({
          first: dateText,
          count: z.number().int().min(1).max(120),
          months: z.number().int().min(1).max(36),
        }),
      }),
    )
    .output(
      z.object({
        debt,
        instalments: z.array(instalment),
        /** Day after which no instalment may lie. */
        latest: dateText,
        fault: z
          .object({ code: z.string(), facts: z.record(z.string(), z.unknown()), article: z.string().optional() })
          .nullable(),
        trace: traceList,
        provisional: z.boolean(),
      }),
    ),
  askAgreement: command('agreement.prepare', {
    refusals: [
      'household-unknown',
      'loan-unknown',
      'nothing-owed',
      'agreement-open',
      'follower-unknown',
      'schedule-dates-wrong',
      'schedule-too-long',
      'schedule-sum-wrong',
      'rule-not-in-force',
      'authority-missing',
    ],
    invalidates: ['repayment', 'approvals', 'workbench'],
  })
    .input(
      z.object({
        household: id,
        loans,
        order,
        follower: id,
        graceDays: z.number().int().min(0).max(90),
        instalments: z.array(typedInstalment).min(1).max(120),
      }),
    )
    .output(z.object({ id, approval: id })),
  /** From the signed copy that came back: who signed, each with his day. */
  recordReturn: command('agreement.record', {
    refusals: [
      'paper-unknown',
      'stale-version',
      'paper-voided',
      'signature-missing',
      'signatory-unknown',
      'signature-date-wrong',
      'reply-missing',
      'agreement-not-approved',
      'agreement-overlaps',
      'extension-after-due',
    ],
    invalidates: BY_SIGNATURE,
  })
    .input(
      z.object({
        documentId: id,
        rev: id,
        signatures: z.array(z.object({ key: z.string().max(20), signedOn: dateText })).max(100),
        reply: z.enum(REPLIES).nullable().default(null),
        difference: z.string().trim().min(2).max(200).nullable().default(null),
      }),
    )
    .output(z.object({ documentId: id })),
  endAgreement: command('agreement.record', {
    refusals: ['agreement-unknown', 'stale-version', 'agreement-not-in-force', 'agreement-end-wrong'],
    invalidates: ['repayment', 'receipts', 'workbench'],
  })
    .input(z.object({ id, rev: id, endedOn: dateText, reason }))
    .output(z.object({ id })),
  /** Repeated negotiation is looked for first; then asset preservation is asked (B1 §13(4)). */
  askPreSuit: command('agreement.prepare', {
    refusals: [
      'household-unknown',
      'nothing-owed',
      'negotiations-few',
      'pre-suit-open',
      'rule-not-in-force',
      'authority-missing',
    ],
    invalidates: ['repayment', 'approvals', 'workbench'],
  })
    .input(z.object({ household: id, reason: z.string().trim().min(4).max(500) }))
    .output(z.object({ id, approval: id })),
  /** A signature that was recorded wrongly: another day, or none. What was recorded stays with the reason. */
  correctSignature: command('agreement.record', {
    refusals: [
      'paper-unknown',
      'stale-version',
      'paper-voided',
      'signatory-unknown',
      'signature-date-wrong',
      'agreement-not-in-force',
      'agreement-overlaps',
      'extension-after-due',
    ],
    invalidates: BY_SIGNATURE,
  })
    .input(z.object({ documentId: id, rev: id, key: z.string().max(20), signedOn: dateText.nullable(), reason }))
    .output(z.object({ documentId: id })),
  /** Extension or re-lending under a listed condition with its evidence (B2 §21, §22; REC-08). */
  askTerm: command('agreement.prepare', {
    refusals: [
      'household-unknown',
      'loan-unknown',
      'term-open',
      'nothing-owed',
      'off-balance-money-only',
      'term-due-unknown',
      'extension-after-due',
      'relending-before-due',
      'condition-unmet',
      'condition-evidence-missing',
      'condition-needs-security',
      'condition-needs-payment',
      'term-date-wrong',
      'schedule-dates-wrong',
      'schedule-sum-wrong',
      'file-unreadable',
      'attachment-too-large',
      'rule-not-in-force',
      'authority-missing',
    ],
    invalidates: ['repayment', 'approvals', 'workbench'],
  })
    .input(
      z.object({
        household: id,
        loan: id,
        kind: z.enum(TERM_KINDS),
        /** null: none of the listed conditions holds. */
        condition: z.string().max(40).nullable(),
        reason: z.string().trim().min(4).max(300),
        facts: z.string().trim().min(4).max(500).nullable(),
        /** Paths on this computer; kept by their content. */
        files: z.array(z.string().max(1_000)).max(20),
        security: z.string().trim().min(2).max(300).nullable(),
        newDueOn: dateText,
        instalments: z.array(typedInstalment).min(1).max(120),
      }),
    )
    .output(z.object({ id, approval: id })),
  /** One that was approved and will not be signed. */
  dropTerm: command('agreement.prepare', {
    refusals: ['term-unknown', 'stale-version', 'term-not-approved'],
    invalidates: ['repayment', 'approvals', 'workbench'],
  })
    .input(z.object({ id, rev: id, reason }))
    .output(z.object({ id })),
  /** A copy of a piece of evidence for use outside; logged with its reason (ORG-06). A null path asks with a dialog. */
  saveTermFile: command('archive.hand-out', {
    refusals: ['term-unknown', 'attachment-damaged', 'path-unwritable'],
    invalidates: [],
  })
    .input(z.object({ id, seq: id, reason, path: z.string().nullable().default(null) }))
    .output(z.object({ path: z.string().nullable() })),
};
