/** What is asked of litigation and typed into it: the ledger's rows and filter, a case's description, an opinion, an act. */
import { z } from 'zod';
import { COURT_ACTS } from '../domain/litigation/actKinds';
import { ALERTS } from '../domain/litigation/alerts';
import { CLAIM_KINDS, COURT_LEVELS, ROUTES, STANDINGS } from '../domain/litigation/caseFile';
import { DEADLINE_KINDS } from '../domain/litigation/deadlineSpecs';
import { CHANCES, CONCLUSIONS } from '../domain/litigation/gateDetail';
import { RELEASES } from '../domain/litigation/permits';
import { STAGES, type Stage } from '../domain/litigation/stages';
import { dateText, fen } from './entry';
import { count, deadlineShape, detail, id, party, person } from './litigationViews';

export const stage = z.enum(STAGES as [Stage, ...Stage[]]);
export const amount = fen.min(0).max(1_000_000_000_000);
export const line = z.string().trim().min(1).max(200);
export const body = z.string().trim().min(2).max(4000);
export const version = z.number().int().min(0);

const nextDeadline = z.object({
  key: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  day: dateText,
  missed: z.boolean(),
  provisional: z.boolean(),
  item: z.string().nullable(),
});

const listShape = z.object({
  id,
  key: z.string(),
  household: z.string(),
  borrower: z.string(),
  unit: z.string(),
  contracts: z.array(z.string()),
  route: z.enum(ROUTES),
  standing: z.enum(STANDINGS),
  cause: z.string(),
  defendants: count,
  principal: fen,
  interest: fen,
  costs: fen,
  court: z.string().nullable(),
  caseNo: z.string().nullable(),
  enforcementNo: z.string().nullable(),
  stage,
  responsible: z.string().nullable(),
  handlers: z.string(),
  acceptedOn: dateText.nullable(),
  judgedOn: dateText.nullable(),
  effectiveOn: dateText.nullable(),
  enforcementOn: dateText.nullable(),
  recovered: fen,
  /** Passed, or passed by an override. */
  gate: z.enum(['open', 'overridden', 'closed']),
  /** The earliest that is ours or a right of ours; else the earliest at all. */
  next: nextDeadline.nullable(),
  missed: count,
});
export interface CaseListItem extends z.infer<typeof listShape> {}
export const listItem: z.ZodType<CaseListItem> = listShape;

export const filter = z.object({
  /** Case number, name, contract, court: part of any. */
  text: z.string().trim().max(100).default(''),
  unit: z.string().nullable().default(null),
  stages: z.array(stage).default([]),
  /** open: not closed. without-deadline: open, and nothing runs. missed: something was missed. */
  view: z.enum(['open', 'without-deadline', 'missed', 'closed', 'all']).default('open'),
  limit: z.number().int().min(1).max(2000).default(500),
});
export type CaseFilter = z.infer<typeof filter>;

export const description = z.object({
  title: line,
  cause: line,
  court: line.nullable(),
  courtLevel: z.enum(COURT_LEVELS),
  remark: z.string().trim().max(1000).nullable(),
  loans: z
    .array(z.object({ loanId: id, principal: amount, interest: amount }))
    .min(1)
    .max(50),
  parties: z
    .array(z.object({ role: party.shape.role, capacity: party.shape.capacity, partyId: id.nullable(), name: line }))
    .min(1)
    .max(60),
  claims: z
    .array(
      z.object({
        kind: z.enum(CLAIM_KINDS),
        amount: amount.nullable(),
        collateralId: id.nullable(),
        party: z.string().max(6).nullable(),
        text: body,
      }),
    )
    .max(100),
  people: z
    .array(z.object({ role: person.shape.role, userId: id.nullable(), name: line, reason: line.nullable() }))
    .max(10),
});
export type CaseDescription = z.infer<typeof description>;

const settlement = z.object({
  floor: amount,
  firstPayment: amount,
  months: z.number().int().min(0).max(120),
  waiver: amount,
  keepsSecurity: z.boolean(),
  onDefault: body,
});

export const opinion = z.object({
  number: line,
  counsel: line,
  facts: body,
  law: body,
  chance: z.enum(CHANCES),
  adverse: body,
  enforceability: z.enum(CHANCES),
  assets: body,
  expected: amount,
  settlement: settlement.nullable(),
  conclusion: z.enum(CONCLUSIONS),
});

const told = z.string().trim().max(2000);

/** What is asked to be permitted. A settlement that leaves the plan, or of a secured debt, says why (`exception`). */
export const askedPermit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('release'),
    release: z.enum(RELEASES),
    item: body,
    amount: z.null(),
    /** The seizure that is released. */
    act: z.string().max(60).optional(),
    performance: body,
    effects: body,
  }),
  z.object({
    kind: z.literal('settlement'),
    item: body,
    amount,
    firstPayment: amount,
    months: z.number().int().min(0).max(120),
    waiver: amount,
    keepsSecurity: z.boolean(),
    takesThings: z.boolean(),
    exception: told,
  }),
  z.object({
    kind: z.literal('in-kind'),
    item: body,
    amount,
    inspection: told,
    appraised: amount.optional(),
    appraisal: told,
  }),
]);
export type AskedPermit = z.infer<typeof askedPermit>;

export const act = z.object({ id, kind: z.enum(COURT_ACTS), on: dateText, detail });

const lineShape = deadlineShape.extend({
  case: z.string(),
  borrower: z.string(),
  unit: z.string(),
  court: z.string().nullable(),
  caseNo: z.string().nullable(),
  responsible: z.string().nullable(),
  handlers: z.string(),
  alert: z.union(ALERTS.map((each) => z.literal(each))).nullable(),
});
/** A deadline of one of many cases. */
export interface ControlLine extends z.infer<typeof lineShape> {}
export const controlLine: z.ZodType<ControlLine> = lineShape;
