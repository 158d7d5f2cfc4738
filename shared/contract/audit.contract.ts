/** The tamper-evident log (APP-02): reading, verifying, exporting it, and accepting a break with a reason. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ACTION_GROUPS } from '../domain/audit/actions';
import { FAULTS } from '../domain/audit/chain';
import { command, dateText, query, reason } from './entry';

export const auditFilter = z.object({
  /** Sign-in name. */
  user: z.string().max(40).optional(),
  /** Calendar days of this computer, both included. */
  from: dateText.optional(),
  to: dateText.optional(),
  groups: z.array(z.enum(ACTION_GROUPS)).max(ACTION_GROUPS.length).default([]),
  /** Part of the object, of the facts, a household number, or the short code of an entry (`7KQ2-M9XA`). */
  text: z.string().trim().max(100).optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditEntry = z.object({
  seq: z.number().int(),
  /** ISO instant. */
  at: z.string(),
  user: z.string(),
  display: z.string().nullable(),
  roles: z.array(z.string()),
  workstation: z.string(),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  household: z.string().nullable(),
  /** Facts of the act, personal data masked. */
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
  /** SHA-256 of what the act found and left. */
  beforeDigest: z.string().nullable(),
  afterDigest: z.string().nullable(),
  epoch: z.number().int(),
  previousMac: z.string(),
  mac: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Entries `from`…`to` (one number when it is one) that do not fit, and how. */
export const logFault = z.object({ fault: z.enum(FAULTS), from: z.number().int(), to: z.number().int() });
export type LogFault = z.infer<typeof logFault>;

export const verification = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  /** Short code of the head, as on printed approvals. */
  code: z.string(),
  /** The first that nobody accepted. */
  fault: logFault.nullable(),
  /** Breaks that an administrator accepted with a reason. */
  accepted: z.number().int(),
  /** Anchors compared. */
  anchors: z.number().int(),
  /** An earlier export that was handed back: its lines, and the first that is not what this log wrote. */
  file: z.object({ entries: z.number().int(), fault: logFault.nullable() }).nullable(),
  at: z.string(),
});
export type Verification = z.infer<typeof verification>;

export const verifyEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('result'), result: verification }),
]);
export type VerifyEvent = z.infer<typeof verifyEvent>;

export const auditContract = {
  /** Newest first; `cursor`: the number of the last entry of the page before. */
  page: query('audit.view')
    .input(
      z.object({
        filter: auditFilter,
        cursor: z.number().int().nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ entries: z.array(auditEntry), next: z.number().int().nullable() })),
  count: query('audit.view')
    .input(auditFilter)
    .output(z.object({ entries: z.number().int() })),
  state: query('audit.view').output(
    z.object({
      entries: z.number().int(),
      code: z.string(),
      anchor: z.object({ seq: z.number().int(), at: z.string(), failed: z.boolean() }).nullable(),
      /** The background check that is going on. */
      running: z.object({ done: z.number(), total: z.number() }).nullable(),
      /** Since this sign-in. */
      last: verification.nullable(),
      users: z.array(z.object({ name: z.string(), display: z.string() })),
    }),
  ),
  /** The whole chain in slices, with the anchors of both places; `anchorFile`: anchors, or an earlier export, kept elsewhere. */
  verify: command('audit.view', { refusals: ['anchor-file-invalid'], invalidates: ['audit'] })
    .input(z.object({ anchorFile: z.string().nullable().default(null) }).prefault({}))
    .output(eventIterator(verifyEvent)),
  /** `xlsx`: what the filter shows, for reading. `jsonl`: the whole log with every field and MAC, for a proof. */
  export: command('audit.export', { refusals: ['path-unwritable', 'export-too-long'], invalidates: ['audit'] })
    .input(
      z.object({
        format: z.enum(['xlsx', 'jsonl']),
        filter: auditFilter.prefault({}),
        reason,
        /** Words of the language on screen (shared/domain/audit/logWords.ts); codes where they are missing. */
        words: z.record(z.string(), z.string()).default({}),
        /** null: a save dialog asks. */
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), entries: z.number().int() })),
  /** After the cause is known: the anchors begin anew and the folder may be written again. */
  acceptBreak: command('audit.accept-break', { refusals: ['log-unbroken'], invalidates: ['session', 'audit'] })
    .input(z.object({ reason }))
    .output(z.object({ accepted: z.number().int() })),
};
