/**
 * The whole log as a .jsonl file: one heading, then every entry in order with all its fields and MACs.
 *
 * Without a key an outsider sees that numbers have no gap, that each line names the MAC before it, and that the heads he
 * knows (printed codes, earlier exports, anchors of backups) are in it; handed back, the bank's program proves every line
 * against the key (`audit verify --anchor FILE`).
 */
import { type FileHandle, open as openFile, rename, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type Head, headCode } from '@shared/domain/audit/chain';
import type { Store } from '../../database/store';

export const PROOF_KIND = 'qingshou-audit-log';

/** How the MAC is made, for whoever reads the file without this program. */
const CANONICAL =
  'mac = HMAC-SHA256(key of the epoch, UTF-8 of the JSON array [seq, at, userId, user, roles, workstation, action, ' +
  'objectKind, objectId, householdId, detail, requestId, beforeDigest, afterDigest, epoch, previousMac])';

const SLICE = 200;

export interface ProofHeading {
  readonly exportedAt: string;
  readonly by: string;
  readonly reason: string;
  readonly bank: string;
}

/** Writes by way of `path.part`, flushed; entries that come meanwhile stay out. Returns the head that the file ends with. */
export async function writeProof(store: Store, path: string, heading: ProofHeading): Promise<Head> {
  const part = `${path}.part`;
  try {
    const file = await openFile(part, 'w');
    let head: Head;
    try {
      head = await writeLines(store, file, heading);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return head;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function writeLines(store: Store, file: FileHandle, heading: ProofHeading): Promise<Head> {
  const head = await store.reading(async () => store.auditLog.head());
  const first = {
    kind: PROOF_KIND,
    version: 1,
    ...heading,
    entries: head.seq,
    head,
    code: headCode(head),
    canonical: CANONICAL,
  };
  await file.write(`${JSON.stringify(first)}\n`);
  for (let seq = 0; seq < head.seq; ) {
    const entries = await store.reading(async () => store.auditLog.slice(seq, Math.min(SLICE, head.seq - seq)));
    if (entries.length === 0) break;
    await file.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    seq = entries.at(-1)?.seq ?? head.seq;
    await setImmediate();
  }
  return head;
}
