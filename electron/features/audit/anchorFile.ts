/** What somebody kept of the log elsewhere and hands back: anchors, one head, or a whole .jsonl export. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import type { LogFault } from '@shared/contract/audit.contract';
import type { Head } from '@shared/domain/audit/chain';
import { EMPTY_HEAD, type Fault } from '@shared/domain/audit/chain';
import { refuse } from '@shared/kernel/result';
import { z } from 'zod';
import { faultOf, type StoredEntry } from '../../database/auditLog';
import type { Store } from '../../database/store';
import { PROOF_KIND } from './writeProof';

const head = z.object({
  seq: z.number().int().min(0),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string().optional(),
});
const anchorFile = z.union([
  z.object({ anchors: z.array(head).min(1) }),
  z.array(head).min(1),
  head.transform((one) => [one]),
]);
const proofHeading = z.object({ kind: z.literal(PROOF_KIND), version: z.literal(1), head });
const proofLine = z.object({
  ...head.shape,
  at: z.string(),
  userId: z.number().int().nullable(),
  user: z.string(),
  roles: z.string(),
  workstation: z.string(),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  householdId: z.number().int().nullable(),
  detail: z.string(),
  requestId: z.string().nullable(),
  beforeDigest: z.string().nullable(),
  afterDigest: z.string().nullable(),
  epoch: z.number().int(),
  previousMac: z.string(),
});

export interface KeptElsewhere {
  readonly anchors: readonly Head[];
  /** Of an export: its lines, and the first that this log did not write so. */
  readonly file: { readonly entries: number; readonly fault: LogFault | null } | null;
}

/** Refuses `anchor-file-invalid` {path} for anything that cannot be read as one of the three. */
export async function readKept(store: Store, path: string): Promise<KeptElsewhere> {
  try {
    if (path.toLowerCase().endsWith('.jsonl')) return await readProof(store, path);
    const parsed = anchorFile.parse(JSON.parse(await readFile(path, 'utf8')));
    return { anchors: 'anchors' in parsed ? parsed.anchors : parsed, file: null };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isFileError(error))
      refuse('anchor-file-invalid', { path });
    throw error;
  }
}

const isFileError = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'string';

const PAUSE_EVERY = 500;

/**
 * Every line against the key, and the last one against the log as it stands: a MAC runs over the MAC before it, so equal
 * ends mean equal beginnings.
 */
async function readProof(store: Store, path: string): Promise<KeptElsewhere> {
  let promised: Head | null = null;
  let before = EMPTY_HEAD;
  let fault: LogFault | null = null;
  let entries = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (promised === null) {
      promised = proofHeading.parse(JSON.parse(line)).head;
      continue;
    }
    const entry: StoredEntry = proofLine.parse(JSON.parse(line));
    entries += 1;
    const wrong: Fault | null = fault ? null : faultOf(store.auditLog, entry, before);
    if (wrong) fault = { fault: wrong, from: before.seq + 1, to: Math.max(before.seq + 1, entry.seq) };
    before = { seq: entry.seq, mac: entry.mac };
    if (entries % PAUSE_EVERY === 0) await setImmediate();
  }
  if (promised === null) refuse('anchor-file-invalid', { path });
  if (!fault && before.mac !== promised.mac)
    fault = { fault: 'gap', from: before.seq + 1, to: Math.max(before.seq + 1, promised.seq) };
  return { anchors: fault ? [] : [before], file: { entries, fault } };
}
