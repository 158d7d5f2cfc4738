/** The state of the data folder, and the fictional branch for learning and trials. */
import { z } from 'zod';
import { logFault } from './audit.contract';
import { command, query } from './entry';
import { packFault } from './rules.contract';

export const checkReport = z.object({
  ok: z.boolean(),
  version: z.string(),
  dataDir: z.string(),
  /** `alarm`: why the folder may only be read, by its code. */
  folder: z.object({ ok: z.boolean(), alarm: z.string().nullable() }),
  database: z.object({ ok: z.boolean(), schema: z.number(), integrity: z.array(z.string()), foreignKeys: z.number() }),
  pragmas: z.object({ ok: z.boolean(), values: z.record(z.string(), z.unknown()) }),
  /** Attachments read back and compared with their names. */
  attachments: z.object({ ok: z.boolean(), count: z.number(), damaged: z.array(z.string()) }),
  documents: z.object({ ok: z.boolean(), issued: z.number(), unfinished: z.number(), withoutFile: z.number() }),
  /** The chain of the log with its anchors; `fault`: what the first bad entries are, and their numbers. */
  audit: z.object({ ok: z.boolean(), entries: z.number(), fault: logFault.nullable() }),
  search: z.object({ ok: z.boolean(), parties: z.number(), loans: z.number() }),
  fonts: z.object({ ok: z.boolean(), files: z.array(z.string()), missing: z.array(z.string()) }),
  /** Files of rules that do not load as they are. */
  rules: z.object({ ok: z.boolean(), count: z.number(), faults: z.array(packFault) }),
  counts: z.record(z.string(), z.number()),
});
export type CheckReport = z.infer<typeof checkReport>;

export const systemContract = {
  check: query('system.check').output(checkReport),
  demo: command('demo.fill', {
    refusals: ['demo-count', 'demo-not-empty', 'password-weak'],
    invalidates: ['loans', 'parties', 'imports', 'units', 'users'],
  })
    .input(z.object({ loans: z.number().int(), password: z.string() }))
    .output(z.object({ loans: z.number(), units: z.number(), users: z.array(z.string()) })),
};
