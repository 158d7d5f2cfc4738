/** The register of counsels and agents (LIT-12, B4 §25–27), and who acts in a case. */
import { z } from 'zod';
import {
  COUNSEL_ENTRY_KINDS,
  COUNSEL_KINDS,
  DISMISSALS,
  ENGAGEMENT_MODES,
  REQUIREMENTS,
} from '../domain/litigation/counsel';
import { command, dateText, query, reason } from './entry';
import { traceList } from './portfolio.contract';

const id = z.number().int().positive();
const text = (most: number) => z.string().trim().min(1).max(most);

const head = z.object({
  name: text(40),
  kind: z.enum(COUNSEL_KINDS),
  firm: text(100),
  licenceNo: text(30),
  licensedOn: dateText,
  /** Empty: none is known, and B4 asks for it. */
  experience: z.string().trim().max(500),
  character: z.string().trim().max(500),
});

const entry = z.object({
  kind: z.enum(COUNSEL_ENTRY_KINDS),
  on: dateText,
  number: text(60).nullable(),
  cause: z.enum(DISMISSALS).nullable(),
  text: text(500),
});

const item = head.extend({
  id: z.number(),
  entries: z.array(entry).readonly(),
  cases: z.number(),
  fitness: z.object({
    isFit: z.boolean(),
    checks: z.array(z.object({ id: z.enum(REQUIREMENTS), met: z.boolean(), article: z.string() })).readonly(),
    yearsFullOn: dateText,
    trace: traceList,
  }),
});
export type CounselView = z.infer<typeof item>;

const STALE = ['counsel', 'caseReview'];

export const counselContract = {
  list: query('litigation.view').output(z.object({ today: dateText, items: z.array(item) })),
  ofCase: query('litigation.view', ['case-unknown'])
    .input(z.object({ id }))
    .output(
      z.object({
        today: dateText,
        engaged: z.array(
          z.object({
            id: z.number(),
            caseId: z.number(),
            counselId: z.number(),
            name: z.string(),
            firm: z.string(),
            mode: z.enum(ENGAGEMENT_MODES),
            contractId: z.number().nullable(),
            permitNo: z.string().nullable(),
            on: dateText,
            endedOn: dateText.nullable(),
            endedReason: z.string().nullable(),
          }),
        ),
        counsels: z.array(z.object({ id: z.number(), name: z.string(), firm: z.string(), isFit: z.boolean() })),
        contracts: z.array(z.object({ id: z.number(), party: z.string(), state: z.string() })),
      }),
    ),
  register: command('litigation.file', { refusals: ['date-future', 'licence-known'], invalidates: STALE })
    .input(head)
    .output(z.object({ id: z.number() })),
  /** Filing, penalty or dismissal; nothing in the register is ever edited. */
  note: command('litigation.file', {
    refusals: ['counsel-unknown', 'date-future', 'counsel-dismissed', 'counsel-entry-incomplete'],
    invalidates: STALE,
  })
    .input(entry.extend({ id }))
    .output(z.object({ ended: z.number() })),
  engage: command('litigation.file', {
    refusals: [
      'case-unknown',
      'counsel-unknown',
      'date-future',
      'counsel-engaged',
      'counsel-unfit',
      'risk-agency-unapproved',
      'risk-agency-other',
      'risk-agency-unfiled',
    ],
    invalidates: STALE,
  })
    .input(
      z.object({
        id,
        counsel: id,
        mode: z.enum(ENGAGEMENT_MODES),
        contract: id.nullable(),
        permitNo: text(60).nullable(),
        on: dateText,
      }),
    )
    .output(z.object({ engagement: z.number() })),
  end: command('litigation.file', {
    refusals: ['case-unknown', 'engagement-unknown', 'date-future', 'engagement-end-wrong'],
    invalidates: STALE,
  })
    .input(z.object({ id, engagement: id, on: dateText, reason }))
    .output(z.object({ engagement: z.number() })),
};
