/** Dunning: the day's pack, the register of notices with their deliveries, returned scans (REC-03 to REC-05). */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CAPACITIES, DELIVERY_METHODS, NOTICE_OUTCOMES } from '../domain/dunning/delivery';
import { DUE_REASONS } from '../domain/dunning/dueNotice';
import { NOTICE_FORMS } from '../domain/dunning/noticeFacts';
import { SCAN_STATES, WAIT_REASONS } from '../domain/dunning/scans';
import { printJob } from './documents.contract';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceList } from './portfolio.contract';

const text = z.string().trim().min(1).nullable();
const role = z.enum(['borrower', 'guarantor', 'owner']);

/** An empty filter is refused, never everybody. */
const packFilter = z.object({
  unit: text.default(null),
  officer: text.default(null),
  area: text.default(null),
  /** Household number. */
  household: text.default(null),
  until: dateText,
});
const typed = z.object({ payBy: dateText.nullable().default(null), contact: text.default(null) });

const packFinding = z.object({ code: z.string(), subject: z.string().nullable() });

export const packEntry = z.object({
  key: z.string(),
  household: z.string(),
  borrower: z.string(),
  role,
  addressee: z.string(),
  address: z.string(),
  unit: z.string(),
  officer: z.string().nullable(),
  contracts: z.array(z.string()),
  form: z.enum(NOTICE_FORMS).nullable(),
  dueOn: dateText,
  reason: z.enum(DUE_REASONS),
  /** When the claim against this signatory runs out. */
  expiry: dateText.nullable(),
  printable: z.boolean(),
  /** How `documents.render` shows it and `documents.issueTyped` issues it alone; null when no paper fits. */
  paper: z.object({ form: z.string(), subject: z.string() }).nullable(),
  blocked: z.array(packFinding),
  /** Of a printable one: what needs a reason when it is printed. */
  warned: z.array(packFinding),
  trace: traceList,
});
export type PackEntry = z.infer<typeof packEntry>;

const PACK_REFUSALS = ['pack-filter-empty', 'unit-unknown', 'filter-too-wide', 'household-unknown'] as const;

export const packEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    stage: z.enum(['looking', 'checking', 'numbering', 'drawing', 'filing']),
    done: z.number(),
    total: z.number(),
  }),
  z.object({ type: z.literal('result'), job: printJob, leftOut: z.array(z.string()) }),
]);

export const noticeView = z.object({
  id: z.number(),
  documentId: z.number().nullable(),
  number: z.string(),
  form: z.string(),
  household: z.string(),
  borrower: z.string(),
  unit: z.string(),
  role,
  addressee: z.string(),
  contracts: z.string(),
  principal: fen.nullable(),
  interest: fen.nullable(),
  asOf: dateText.nullable(),
  officer: z.string().nullable(),
  noticedOn: dateText,
  method: z.enum(DELIVERY_METHODS).nullable(),
  trackingNo: z.string().nullable(),
  arrivedOn: dateText.nullable(),
  outcome: z.enum(NOTICE_OUTCOMES),
  signedBy: z.string().nullable(),
  capacity: z.enum(CAPACITIES).nullable(),
  receiptOn: dateText.nullable(),
  objection: z.string().nullable(),
  consents: z.boolean(),
  witness: z.string().nullable(),
  remark: z.string().nullable(),
  chased: z.number(),
  chasedOn: dateText.nullable(),
  /** When a missing receipt is to be asked for next. */
  chaseOn: dateText.nullable(),
  confirmedBy: z.string().nullable(),
  scans: z.number(),
  voided: z.boolean(),
  voidReason: z.string().nullable(),
  /** What the limitation clock of this signatory hears. */
  effect: z.enum(['interrupts', 'disputed', 'none']),
  /** The receipt is still out after the days that the rule gives. */
  missing: z.boolean(),
  rev: z.number(),
});
export type NoticeView = z.infer<typeof noticeView>;

const registerFilter = z.object({
  unit: text.default(null),
  officer: text.default(null),
  household: text.default(null),
  from: dateText.nullable().default(null),
  to: dateText.nullable().default(null),
  state: z
    .enum([...NOTICE_OUTCOMES, 'missing'])
    .nullable()
    .default(null),
  text: z.string().trim().max(100).default(''),
});

/** What was recorded of a delivery before it was put right. */
const deliveryCorrection = z.object({
  outcome: z.enum(NOTICE_OUTCOMES),
  on: dateText.nullable(),
  signedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type DeliveryCorrection = z.infer<typeof deliveryCorrection>;

const short = z.string().trim().max(200).nullable().default(null);

export const deliveryInput = z.object({
  id: z.number(),
  rev: z.number(),
  method: z.enum(DELIVERY_METHODS),
  trackingNo: short,
  outcome: z.enum(NOTICE_OUTCOMES),
  arrivedOn: dateText.nullable().default(null),
  signedBy: short,
  capacity: z.enum(CAPACITIES).nullable().default(null),
  receiptOn: dateText.nullable().default(null),
  objection: short,
  consents: z.boolean().default(false),
  witness: short,
  remark: short,
});

export const scanView = z.object({
  id: z.number(),
  fileName: z.string(),
  page: z.number(),
  /** Degrees clockwise that set the page upright, as its code tells. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).nullable(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  status: z.enum(SCAN_STATES),
  /** Why it waits. */
  why: z.enum(WAIT_REASONS).nullable(),
  number: z.string().nullable(),
  noticeId: z.number().nullable(),
  addressee: z.string().nullable(),
  part: z.string().nullable(),
  partPage: z.number().nullable(),
  partPages: z.number().nullable(),
  /** Pages of its paper that did not come back, by their codes. */
  missingPages: z.array(z.number()).readonly(),
  /** Why it was set aside or taken back. */
  reason: z.string().nullable(),
});
export type ScanView = z.infer<typeof scanView>;

export const scanEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({
    type: z.literal('result'),
    /** Pages filed to their paper, pages that wait, and files that were here already. */
    filed: z.number(),
    waiting: z.number(),
    known: z.array(z.object({ file: z.string(), number: z.string().nullable() })),
    unreadable: z.array(z.object({ file: z.string(), code: z.string() })),
  }),
]);

export const dunningContract = {
  /** Who is due, with what may be printed; counts before anything is printed. */
  pack: query('notice.view', [...PACK_REFUSALS])
    .input(packFilter.extend(typed.shape))
    .output(z.object({ today: dateText, entries: z.array(packEntry) })),
  /** What the filters may be. */
  places: query('notice.view').output(z.object({ units: z.array(z.string()), officers: z.array(z.string()) })),
  /** Prints what was chosen in one job; ends with one `result` event. An abort before the numbers leaves nothing. */
  printPack: command('notice.prepare', {
    refusals: [
      'request-conflict',
      ...PACK_REFUSALS,
      'papers-none',
      'papers-too-many',
      'warnings-unexplained',
      'series-missing',
      'paper-unfinished',
    ],
    invalidates: ['dunning', 'documents', 'parties.household', 'workbench'],
  })
    .input(
      packFilter.extend(typed.shape).extend({
        keys: z.array(z.string()).max(5_000),
        chosen: z.string().trim().max(200),
        order: z.enum(['unit', 'officer', 'area', 'name']),
        duplex: z.boolean().default(true),
        /** One for all chosen papers that carry warnings. */
        warningsReason: reason.nullable().default(null),
        requestId,
      }),
    )
    .output(eventIterator(packEvent)),
  register: query('notice.view', ['household-unknown'])
    .input(registerFilter.extend({ limit: z.number().int().min(1).max(5_000).default(500) }))
    .output(z.object({ chaseAfterDays: z.number(), missing: z.number(), notices: z.array(noticeView) })),
  notice: query('notice.view', ['notice-unknown'])
    .input(z.object({ id: z.number() }))
    .output(
      z.object({
        notice: noticeView,
        /** Of the signatory's debts, as the radar has them today. */
        clocks: z.array(z.object({ contract: z.string(), expiry: dateText.nullable(), verdict: z.string() })),
        scans: z.array(scanView),
        /** Oldest first. */
        corrections: z.array(deliveryCorrection),
      }),
    ),
  /** What a delivery would mean, before it is recorded. */
  weighDelivery: query('notice.view', ['notice-unknown'])
    .input(deliveryInput.omit({ rev: true }))
    .output(
      z.object({
        refusal: z.string().nullable(),
        effect: z.enum(['interrupts', 'disputed', 'none']),
        reason: z.string().nullable(),
      }),
    ),
  recordDelivery: command('notice.record', {
    refusals: [
      'notice-unknown',
      'paper-voided',
      'delivery-date-missing',
      'delivery-before-notice',
      'delivery-in-future',
      'signer-missing',
      'tracking-missing',
      'consent-not-on-form',
      'stale-version',
      'correction-reason-missing',
    ],
    // A notice that calls a loan in changes from when its penalty interest runs.
    invalidates: ['dunning', 'parties', 'portfolio', 'workbench', 'litigation', 'claims', 'interest'],
  })
    // What was recorded before is put right with a reason only.
    .input(deliveryInput.extend({ reason: reason.nullable().default(null) }))
    .output(z.object({ effect: z.enum(['interrupts', 'disputed', 'none']) })),
  /** A missing receipt was asked for once more. */
  chase: command('notice.record', {
    refusals: ['notice-unknown', 'receipt-not-missing'],
    invalidates: ['dunning', 'workbench'],
  })
    .input(z.object({ id: z.number() }))
    .output(z.object({ chased: z.number() })),
  /** The register as a file; without `path` a dialog asks. */
  exportRegister: command('ledger.export', {
    refusals: ['path-unwritable', 'household-unknown', 'export-too-long', 'glyph-missing'],
    invalidates: [],
  })
    .input(
      registerFilter.extend({ format: z.enum(['xlsx', 'pdf']), reason, path: z.string().nullable().default(null) }),
    )
    .output(z.object({ path: z.string().nullable(), notices: z.number() })),
  /** Asks for a folder of scans. */
  chooseScans: command('notice.record', { refusals: [], invalidates: [] }).output(
    z.object({ path: z.string().nullable() }),
  ),
  /** Files and folders; what is recognised is filed to its paper, the rest waits. Ends with one `result` event. */
  receiveScans: command('notice.record', {
    refusals: ['path-unreadable', 'scans-none'],
    invalidates: ['dunning', 'parties.household', 'workbench'],
  })
    .input(z.object({ paths: z.array(z.string().min(1)).min(1).max(2_000) }))
    .output(eventIterator(scanEvent)),
  scans: query('notice.view')
    .input(z.object({ status: z.enum(SCAN_STATES).default('waiting') }))
    .output(z.array(scanView)),
  scan: query('notice.view', ['scan-unknown', 'attachment-damaged'])
    .input(z.object({ id: z.number() }))
    .output(z.object({ scan: scanView, mediaType: z.string(), fileBase64: z.string() })),
  /** By hand: to a notice, of the old register too, or to the paper whose key stands under its torn code. */
  matchScan: command('notice.record', {
    refusals: ['scan-unknown', 'scan-settled', 'notice-unknown', 'paper-key-unknown', 'scan-there'],
    invalidates: ['dunning', 'parties.household', 'workbench'],
  })
    .input(
      z.object({
        id: z.number(),
        to: z.union([z.object({ noticeId: z.number() }), z.object({ key: z.string() })]),
        /** The page is filed already, and holds the receipt of one more signatory. */
        also: z.boolean().default(false),
      }),
    )
    .output(z.object({ number: z.string() })),
  /** Not one of our papers; it stays, with the reason. */
  setScanAside: command('notice.record', { refusals: ['scan-unknown', 'scan-settled'], invalidates: ['dunning'] })
    .input(z.object({ id: z.number(), reason }))
    .output(z.object({ id: z.number() })),
  /** Settled wrongly: it waits again. What was recorded of a delivery stays; that is for a person to correct. */
  reopenScan: command('notice.record', {
    refusals: ['scan-unknown', 'scan-waits'],
    invalidates: ['dunning', 'parties.household', 'workbench'],
  })
    .input(z.object({ id: z.number(), reason }))
    .output(z.object({ id: z.number() })),
  /** The folder that is watched for scans while somebody works, and what came of it since sign-in. */
  scanFolder: query('notice.view').output(
    z.object({
      path: z.string().nullable(),
      state: z.enum(['watching', 'unreachable', 'stopped']).nullable(),
      cause: z.string().nullable(),
      filed: z.number(),
      waiting: z.number(),
      known: z.number(),
      failed: z.number(),
    }),
  ),
  /** `path`: null watches none. */
  setScanFolder: command('notice.record', {
    refusals: ['path-unreadable', 'scan-folder-ours'],
    invalidates: ['dunning.scanFolder'],
  })
    .input(z.object({ path: z.string().min(1).nullable() }))
    .output(z.object({ path: z.string().nullable() })),
};
