/** How a court case goes over the wire: what `caseFacts` derives, as the case page shows it. */
import { z } from 'zod';
import { STATES as REQUEST_STATES } from '../domain/approvals/standing';
import { ACT_KINDS } from '../domain/litigation/actKinds';
import { ASSETS } from '../domain/litigation/acts';
import {
  CAPACITIES,
  CLAIM_KINDS,
  COURT_LEVELS,
  EVIDENCE_KINDS,
  PARTY_ROLES,
  PERSON_ROLES,
  ROUTES,
  STANDINGS,
} from '../domain/litigation/caseFile';
import { DEADLINE_KINDS } from '../domain/litigation/deadlineSpecs';
import { DEADLINE_STATES } from '../domain/litigation/deadlines';
import { GATE_STATES, GATE_STEPS } from '../domain/litigation/gate';
import {
  CHANCES,
  CONCLUSIONS,
  FILING_LEVELS,
  FILING_OUTCOMES,
  OVERRIDES,
  TREATMENTS,
} from '../domain/litigation/gateDetail';
import { PERMIT_KINDS, RELEASES } from '../domain/litigation/permits';
import { STATES } from '../domain/litigation/procedure';
import { STAGES, type Stage } from '../domain/litigation/stages';
import { dateText, fen } from './entry';
import { traceList } from './portfolio.contract';

export const id = z.number().int();
export const count = z.number().int();
const text = z.string();
const facts = z.record(text, z.unknown());

export const party = z.object({
  key: text,
  role: z.enum(PARTY_ROLES),
  capacity: z.enum(CAPACITIES),
  name: text,
  kind: z.enum(['person', 'organisation']),
  partyId: id.nullable(),
  guarantees: z.array(z.object({ id, loanId: id, kind: z.enum(['general', 'joint', 'unstated']) })).readonly(),
});

export const person = z.object({
  role: z.enum(PERSON_ROLES),
  userId: id.nullable(),
  name: text,
  reason: text.nullable(),
});

const settlement = z.object({
  floor: fen,
  firstPayment: fen,
  months: count,
  waiver: fen,
  keepsSecurity: z.boolean(),
  onDefault: text,
});

export const opinionView = z.object({
  number: text,
  counsel: text,
  version: count,
  facts: text,
  law: text,
  chance: z.enum(CHANCES),
  adverse: text,
  enforceability: z.enum(CHANCES),
  assets: text,
  expected: fen,
  settlement: settlement.nullable(),
  conclusion: z.enum(CONCLUSIONS),
});

const short = z.string().trim().max(500);

/** Facts of an act that a person types. */
const detailShape = z.object({
  when: z.enum(['pre-suit', 'in-suit', 'pre-enforcement']).optional(),
  court: short.optional(),
  caseNo: z.string().trim().max(60).optional(),
  paperNo: z.string().trim().max(100).optional(),
  amount: fen.min(0).optional(),
  party: z.string().max(6).optional(),
  method: z.enum(['direct', 'post', 'electronic', 'left', 'entrusted']).optional(),
  until: dateText.optional(),
  performBy: dateText.optional(),
  instalments: z.array(dateText).max(120).readonly().optional(),
  procedure: z.enum(['ordinary', 'summary', 'small-claim']).optional(),
  paper: z.enum(['judgment', 'ruling']).optional(),
  result: z.enum(['granted', 'part', 'dismissed', 'reversed']).optional(),
  by: z.enum(['us', 'other']).optional(),
  objection: z.enum(['enforcement-act', 'third-party']).optional(),
  asset: z.enum(ASSETS).optional(),
  item: short.optional(),
  owner: z.string().trim().max(100).optional(),
  rank: z.number().int().min(1).max(99).optional(),
  act: z.string().max(60).optional(),
  permits: z.array(id).max(2).readonly().optional(),
  text: z.string().trim().max(2000).optional(),
});

/** As a person types it. */
export interface TypedDetail extends z.infer<typeof detailShape> {}
export const detail: z.ZodType<TypedDetail, TypedDetail> = detailShape;

const actDetail = detailShape.extend({
  opinion: opinionView.optional(),
  filing: z
    .object({
      level: z.enum(FILING_LEVELS),
      outcome: z.enum(FILING_OUTCOMES).optional(),
      number: text.optional(),
      version: count,
    })
    .optional(),
  treatments: z.array(z.enum(TREATMENTS)).readonly().optional(),
  reviewOn: dateText.optional(),
  override: z.enum(OVERRIDES).optional(),
});

export const actView = z.object({
  key: text,
  kind: z.enum(ACT_KINDS),
  on: dateText.nullable(),
  detail: actDetail,
  documentId: id.nullable(),
  files: z.array(z.object({ name: text, sha256: text })).readonly(),
  note: text.nullable(),
  accepted: z.object({ codes: z.array(text).readonly(), reason: text }).nullable(),
  by: text.nullable(),
  at: text.nullable(),
});
export type ActView = z.infer<typeof actView>;

export const findingView = z.object({
  act: text,
  code: text,
  severity: z.enum(['refuse', 'warn']),
  article: text.nullable(),
  facts,
});

const postponement = z.object({ deadline: text, until: dateText, reason: text, by: text, on: dateText });

export const deadlineShape = z.object({
  key: text,
  kind: z.enum(DEADLINE_KINDS),
  whose: z.enum(['ours', 'option', 'from', 'court', 'other']),
  fixed: z.boolean(),
  cause: text,
  causeKind: z.enum(ACT_KINDS),
  causeOn: dateText.nullable(),
  paperNo: text.nullable(),
  party: text.nullable(),
  item: text.nullable(),
  computed: dateText,
  day: dateText,
  postponed: postponement.nullable(),
  state: z.enum(DEADLINE_STATES),
  metBy: text.nullable(),
  metOn: dateText.nullable(),
  trace: traceList,
  provisional: z.boolean(),
  warnings: z.array(text).readonly(),
});
export interface DeadlineView extends z.infer<typeof deadlineShape> {}
export const deadlineView: z.ZodType<DeadlineView> = deadlineShape;

const gateStep = z.object({
  id: z.enum(GATE_STEPS),
  state: z.enum(GATE_STATES),
  article: text.nullable(),
  facts,
  trace: traceList,
});
export type GateStepView = z.infer<typeof gateStep>;

const seizure = z.object({
  key: text,
  asset: z.enum(ASSETS),
  item: text,
  owner: text.nullable(),
  rank: count.nullable(),
  orderedOn: dateText.nullable(),
  paperNo: text.nullable(),
  setBy: text,
  renewals: count,
  expiry: dateText.nullable(),
  releasedOn: dateText.nullable(),
  trace: traceList,
});

const permitTerms = z.object({
  release: z.enum(RELEASES).optional(),
  act: text.optional(),
  performance: text.optional(),
  effects: text.optional(),
  item: text,
  amount: fen.nullable(),
  firstPayment: fen.optional(),
  months: count.optional(),
  waiver: fen.optional(),
  keepsSecurity: z.boolean().optional(),
  takesThings: z.boolean().optional(),
  exception: text.optional(),
  inspection: text.optional(),
  appraised: fen.optional(),
  appraisal: text.optional(),
});

const permit = z.object({
  id,
  kind: z.enum(PERMIT_KINDS),
  terms: permitTerms,
  reason: text,
  state: z.enum(['asked', 'approved', 'refused']),
  decidedOn: dateText.nullable(),
  filingNo: text.nullable(),
  filedOn: dateText.nullable(),
  /** null: nobody has to do anything about it. */
  waitsFor: z.enum(['filing', 'act']).nullable(),
  /** Key of the act that used it up. */
  usedBy: text.nullable(),
  /** Its approval form in the archive. */
  documentId: id.nullable(),
  /** The request by which it is decided. */
  approval: z.object({ id, state: z.enum(REQUEST_STATES) }).nullable(),
});

const paper = z.object({
  id,
  form: text,
  title: text,
  number: text.nullable(),
  issuedOn: dateText,
  voided: z.boolean(),
});

const caseShape = z.object({
  today: dateText,
  id,
  key: text,
  version: count,
  route: z.enum(ROUTES),
  standing: z.enum(STANDINGS),
  title: text,
  cause: text,
  court: text.nullable(),
  courtLevel: z.enum(COURT_LEVELS),
  unit: text,
  household: z.object({ id, number: text, name: text }),
  openedOn: dateText,
  loans: z.array(
    z.object({ loanId: id, partyId: id, contract: text, receiptNo: text.nullable(), principal: fen, interest: fen }),
  ),
  parties: z.array(party),
  claims: z.array(
    z.object({
      kind: z.enum(CLAIM_KINDS),
      amount: fen.nullable(),
      collateralId: id.nullable(),
      party: text.nullable(),
      text,
    }),
  ),
  securities: z.array(
    z.object({ collateralId: id, loanId: id, description: text, owner: text.nullable(), isLive: z.boolean() }),
  ),
  people: z.array(person),
  remark: text.nullable(),
  statedStage: text.nullable(),
  claimed: z.object({ principal: fen, interest: fen, costs: fen, total: fen }),
  stage: z.enum(STAGES as [Stage, ...Stage[]]),
  state: z.enum(STATES),
  caseNo: text.nullable(),
  enforcementNo: text.nullable(),
  /** In the order of days. */
  acts: z.array(actView),
  findings: z.array(findingView),
  evidence: z.array(
    z.object({
      id,
      kind: z.enum(EVIDENCE_KINDS),
      name: text,
      source: text,
      isOriginal: z.boolean(),
      pages: count,
      proves: text,
      sha256: text.nullable(),
    }),
  ),
  report: z.object({ documentId: id, number: text, issuedOn: dateText }).nullable(),
  consent: z.object({
    state: z.enum([...REQUEST_STATES, 'none', 'recorded']),
    requestId: id.nullable(),
    number: text.nullable(),
    on: dateText.nullable(),
    deadline: dateText.nullable(),
  }),
  gate: z.object({
    steps: z.array(gateStep),
    isOpen: z.boolean(),
    override: z
      .object({ kind: z.enum(OVERRIDES), on: dateText.nullable(), by: text.nullable(), reason: text.nullable() })
      .nullable(),
    filingLevel: z.enum(FILING_LEVELS),
    responsible: z.object({ role: text, trace: traceList }),
  }),
  deadlines: z.array(deadlineView),
  seizures: z.array(seizure),
  /** Newest first. */
  permits: z.array(permit),
  /** The settlement plan of counsel's opinion. */
  plan: settlement.nullable(),
  /** Issued about the case. */
  papers: z.array(paper),
  /** Reports of a difficult case, newest first. */
  reports: z.array(
    z.object({
      documentId: id,
      number: text,
      issuedOn: dateText,
      approval: z.object({ id, state: z.enum(REQUEST_STATES) }).nullable(),
      sentOn: dateText.nullable(),
    }),
  ),
  /** Acts that fit where the case stands. */
  mayFollow: z.array(z.enum(ACT_KINDS)),
});
/** Named, as the compiler would write the whole shape out wherever it is used. */
export interface CaseView extends z.infer<typeof caseShape> {}
export const caseView: z.ZodType<CaseView> = caseShape;
