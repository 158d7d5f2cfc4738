/** What the screen of the log shows: a page of entries, and the state of the chain above them. */
import type { AuditEntry, AuditFilter } from '@shared/contract/audit.contract';
import { headCode } from '@shared/domain/audit/chain';
import type { OpenFolder } from '../../openFolder';
import { entryFilter, listActors, listEntries } from './audit.repository';

export async function logPage(
  open: OpenFolder,
  input: { readonly filter: AuditFilter; readonly cursor: number | null; readonly limit: number },
): Promise<{ entries: AuditEntry[]; next: number | null }> {
  const entries = await listEntries(open.store.read, entryFilter(input.filter), input.cursor, input.limit);
  const last = entries.at(-1);
  return { entries, next: last && entries.length === input.limit && last.seq > 1 ? last.seq : null };
}

export async function logState({ store, log }: OpenFolder) {
  const head = store.auditLog.head();
  const { newest, failed } = log.anchors.state;
  return {
    entries: head.seq,
    code: headCode(head),
    anchor: newest && { seq: newest.seq, at: newest.at, failed },
    running: log.running,
    last: log.last,
    users: await listActors(store.read),
  };
}
