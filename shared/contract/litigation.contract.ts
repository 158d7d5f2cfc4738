/** Court cases (LIT): opening and describing one, the gate to the court, acts, deadlines, the litigation ledger (S09, S29). */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { COURT_LEVELS, EVIDENCE_KINDS, ROUTES, STANDINGS } from '../domain/litigation/caseFile';
import { FILING_OUTCOMES, OVERRIDES, TREATMENTS } from '../domain/litigation/gateDetail';
import { ACT_PERMIT, casePermitEntries, PLAN } from './casePermits.contract';
import { command, dateText, fen, query, reason, requestId } from './entry';
import {
  act,
  amount,
  body,
  controlLine,
  description,
  filter,
  line,
  listItem,
  opinion,
  version,
} from './litigationInputs';
import { caseView, count, deadlineView, findingView, id, party } from './litigationViews';
import { documentView } from './parties.contract';
import { traceList } from './portfolio.contract';

const done = z.object({ act: z.string() });

const compileEvent = z.discriminatedUnion('type', [
  /** Pieces that are in the volume. */
  z.object({ type: z.literal('progress'), done: count, total: count }),
  z.object({ type: z.literal('result'), document: documentView }),
]);
export type CompileEvent = z.infer<typeof compileEvent>;

const GATE = ['claims', 'security', 'evidence', 'report', 'opinion'].map((step) => `gate-${step}-missing`);
const GATE_ALL = [
  ...GATE,
  ...['missing', 'waiting', 'refused'].flatMap((state) => [`gate-committee-${state}`, `gate-filing-${state}`]),
];
const CHANGES_CASE = ['litigation', 'workbench'];
const CHANGES_CLOCKS = [...CHANGES_CASE, 'portfolio', 'parties.household', 'measures'];

export const litigationContract = {
  list: query('litigation.view')
    .input(filter)
    .output(
      z.object({
        today: dateText,
        items: z.array(listItem),
        /** Of the filter, whatever `limit` lets through. */
        cases: count,
        principal: fen,
        interest: fen,
        recovered: fen,
        units: z.array(z.string()),
      }),
    ),
  show: query('litigation.view', ['case-unknown', 'case-ambiguous', 'household-unknown', 'household-ambiguous'])
    /** `AJ000012`, a court's number, or a household that has one case. */
    .input(z.object({ key: z.string().trim().min(1).max(100) }))
    .output(caseView),
  /** Cases about a household's loans, and what a new one would begin with. */
  household: query('litigation.view', ['household-unknown', 'household-ambiguous'])
    .input(
      z.object({
        household: z.string().trim().min(1).max(60),
        /** Households whose debts are brought together with the first one's. */
        others: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
      }),
    )
    .output(
      z.object({
        id,
        household: z.string(),
        name: z.string(),
        today: dateText,
        /** What a new suit would be called. */
        title: z.string(),
        cause: z.string(),
        cases: z.array(listItem),
        loans: z.array(
          z.object({
            loanId: id,
            contract: z.string(),
            principal: fen,
            interest: fen,
            unit: z.string(),
            borrower: z.string(),
          }),
        ),
        parties: z.array(
          z.object({
            partyId: id.nullable(),
            name: z.string(),
            capacity: party.shape.capacity,
            /** Debts that he owes or guarantees. */
            loanIds: z.array(id),
            guarantees: z.array(z.object({ loanId: id, kind: z.enum(['general', 'joint', 'unstated']) })),
          }),
        ),
        securities: z.array(
          z.object({
            collateralId: id,
            loanId: id,
            description: z.string(),
            owner: z.string().nullable(),
            isLive: z.boolean(),
            claim: z.string(),
          }),
        ),
        people: z.array(z.object({ id, display: z.string(), roles: z.array(z.string()) })),
      }),
    ),
  /** The rules about a claim of this amount: who answers for it, and at which level it is filed. */
  rulesFor: query('litigation.view')
    .input(z.object({ amount, courtLevel: z.enum(COURT_LEVELS), standing: z.enum(STANDINGS), unit: z.string() }))
    .output(z.object({ role: z.string(), filingLevel: z.string(), trace: traceList })),
  /** The control sheet: deadlines of all cases in some days (LIT-07). */
  deadlines: query('litigation.view')
    .input(
      z.object({
        from: dateText,
        until: dateText,
        unit: z.string().nullable().default(null),
        whose: z.enum(['ours', 'all']).default('ours'),
      }),
    )
    .output(
      z.object({
        today: dateText,
        lines: z.array(controlLine),
        /** Open cases in which nothing runs. */
        without: count,
      }),
    ),
  open: command('litigation.prepare', {
    refusals: [
      'loan-unknown',
      'case-claim-wrong',
      'case-security-unlinked',
      'case-party-unlinked',
      'case-person-unknown',
      'counsel-not-registered',
      'case-already-open',
      'request-conflict',
    ],
    invalidates: CHANGES_CLOCKS,
  })
    .input(z.object({ route: z.enum(ROUTES), standing: z.enum(STANDINGS), description, requestId }))
    .output(z.object({ id })),
  amend: command('litigation.prepare', {
    refusals: [
      'case-unknown',
      'stale-version',
      'loan-unknown',
      'case-claim-wrong',
      'case-security-unlinked',
      'case-party-unlinked',
      'case-person-unknown',
      'counsel-not-registered',
    ],
    invalidates: [...CHANGES_CLOCKS, 'approvals'],
  })
    .input(z.object({ id, version, description, reason }))
    .output(z.object({ version })),
  addEvidence: command('litigation.prepare', {
    refusals: [
      'file-unreadable',
      'attachment-too-large',
      'scan-encrypted',
      'scan-damaged',
      'scan-kind',
      'case-unknown',
    ],
    invalidates: CHANGES_CASE,
  })
    .input(
      z.object({
        id,
        kind: z.enum(EVIDENCE_KINDS),
        name: line,
        source: line,
        isOriginal: z.boolean(),
        /** Of what has no scan; those of a scan are counted. */
        pages: z.number().int().min(1).max(5000),
        proves: line,
        file: z.string().max(500).nullable().default(null),
      }),
    )
    .output(z.object({ evidence: id, pages: count })),
  /** A scan of an act or of evidence, as a window can show it. */
  file: query('litigation.view', ['case-unknown', 'case-file-unknown', 'attachment-damaged'])
    .input(z.object({ id, sha256: z.string().length(64), page: z.number().int().min(1).default(1) }))
    .output(z.object({ name: z.string(), mediaType: z.string(), pages: count, fileBase64: z.string() })),
  withdrawEvidence: command('litigation.prepare', {
    refusals: ['case-unknown', 'evidence-unknown'],
    invalidates: CHANGES_CASE,
  })
    .input(z.object({ id, evidence: id, reason }))
    .output(z.object({ evidence: id })),
  giveOpinion: command('litigation.opinion', {
    refusals: ['case-unknown', 'stale-version', 'act-in-future', ...GATE, ...PLAN],
    invalidates: CHANGES_CASE,
  })
    .input(z.object({ id, version, on: dateText, opinion }))
    .output(done),
  askCommittee: command('litigation.prepare', {
    refusals: [
      'case-unknown',
      ...GATE,
      'responsible-missing',
      'handler-missing',
      'responsible-other',
      'request-open',
      'request-approved',
      'rule-not-in-force',
    ],
    invalidates: [...CHANGES_CASE, 'approvals'],
  })
    .input(z.object({ id }))
    .output(z.object({ approval: id })),
  stateTreatment: command('litigation.treat', {
    refusals: ['case-unknown', 'case-not-refused', 'act-in-future', 'act-before', 'act-dates-wrong'],
    invalidates: CHANGES_CASE,
  })
    .input(
      z.object({
        id,
        on: dateText,
        treatments: z.array(z.enum(TREATMENTS)).min(1).max(TREATMENTS.length),
        text: body,
        reviewOn: dateText.nullable(),
      }),
    )
    .output(done),
  askFiling: command('litigation.prepare', {
    refusals: ['case-unknown', 'act-in-future', ...GATE_ALL, 'act-before', 'filing-not-needed', 'filing-open'],
    invalidates: CHANGES_CASE,
  })
    .input(z.object({ id, on: dateText }))
    .output(done),
  recordFiling: command('litigation.file', {
    refusals: ['case-unknown', 'filing-not-asked', 'own-item', 'act-in-future', 'act-before'],
    invalidates: CHANGES_CASE,
    separates: 'approval',
  })
    .input(
      z.object({
        id,
        on: dateText,
        outcome: z.enum(FILING_OUTCOMES),
        number: line,
        note: z.string().trim().max(500).nullable().default(null),
      }),
    )
    .output(done),
  overrideGate: command('litigation.override', {
    refusals: ['case-unknown', 'gate-open', 'own-item'],
    invalidates: CHANGES_CASE,
    separates: 'approval',
  })
    .input(z.object({ id, kind: z.enum(OVERRIDES), reason }))
    .output(done),
  ...casePermitEntries,
  /** The issued report of a difficult case goes to its levels (B4 §24). */
  askCoordination: command('litigation.prepare', {
    refusals: [
      'case-unknown',
      'report-unknown',
      'report-sent',
      'request-open',
      'request-approved',
      'rule-not-in-force',
    ],
    invalidates: [...CHANGES_CASE, 'approvals'],
  })
    .input(z.object({ id, document: id }))
    .output(z.object({ approval: id })),
  sendCoordination: command('litigation.prepare', {
    refusals: [
      'case-unknown',
      'report-unknown',
      'report-sent',
      'approval-missing',
      'content-changed',
      'act-in-future',
      'act-before',
    ],
    invalidates: CHANGES_CASE,
  })
    .input(z.object({ id, document: id, on: dateText, to: line }))
    .output(done),
  previewAct: query('litigation.prepare', ['case-unknown'])
    .input(act)
    .output(z.object({ findings: z.array(findingView), begins: z.array(deadlineView), meets: z.array(deadlineView) })),
  recordAct: command('litigation.prepare', {
    refusals: [
      'file-unreadable',
      'attachment-too-large',
      'case-unknown',
      'act-fact-missing',
      'act-in-future',
      'act-dates-wrong',
      'case-party-unknown',
      'act-unknown',
      'case-number-form',
      'act-repeated',
      'act-out-of-order',
      'act-breaks-later',
      'nothing-to-enforce',
      ...GATE_ALL,
      ...ACT_PERMIT,
      'approval-missing',
      'content-changed',
      'payment-order-excluded',
      'act-warned',
      'request-conflict',
    ],
    invalidates: CHANGES_CLOCKS,
  })
    .input(
      act.extend({
        documentId: id.nullable().default(null),
        note: z.string().trim().max(1000).nullable().default(null),
        files: z.array(z.string().max(500)).max(20).default([]),
        accepted: z.array(z.string().max(60)).max(20).default([]),
        reason: reason.nullable().default(null),
        requestId,
      }),
    )
    .output(done),
  undoAct: command('litigation.prepare', {
    refusals: ['case-unknown', 'act-unknown', 'act-not-undoable', 'act-needed'],
    invalidates: CHANGES_CLOCKS,
  })
    .input(z.object({ id, act: z.string().max(60), reason }))
    .output(done),
  postpone: command('litigation.prepare', {
    refusals: ['case-unknown', 'deadline-unknown', 'deadline-over', 'deadline-fixed', 'deadline-not-later'],
    invalidates: CHANGES_CASE,
  })
    .input(z.object({ id, deadline: z.string().max(80), until: dateText, reason }))
    .output(z.object({ day: dateText })),
  chooseFile: command('litigation.prepare', { refusals: [], invalidates: [] })
    .input(z.object({ title: z.string().max(60) }))
    .output(z.string().nullable()),
  /** The evidence list with every scan behind it, pages numbered through, archived; ends with one `result` event. A cancel leaves nothing. */
  compileEvidence: command('litigation.prepare', {
    refusals: [
      'request-conflict',
      'case-unknown',
      'evidence-none',
      'evidence-unscanned',
      'attachment-damaged',
      'glyph-missing',
      'bundle-file-unreadable',
    ],
    invalidates: [...CHANGES_CASE, 'documents', 'parties.household'],
  })
    .input(z.object({ id, requestId }))
    .output(eventIterator(compileEvent)),
  /** The control sheet to print and sign, the ledger, or a card for each of its cases (PDF alone); without `path` a save dialog asks. */
  exportSheet: command('ledger.export', {
    refusals: ['path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z
        .object({
          sheet: z.enum(['deadlines', 'ledger', 'cards']),
          filter: filter.omit({ limit: true }),
          from: dateText,
          until: dateText,
          format: z.enum(['xlsx', 'pdf']),
          reason,
          path: z.string().nullable().default(null),
        })
        .refine(({ sheet, format }) => sheet !== 'cards' || format === 'pdf', { path: ['format'] }),
    )
    .output(z.object({ path: z.string().nullable(), lines: count })),
};
