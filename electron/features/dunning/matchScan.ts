/** Scans that nothing recognised, settled by a person: filed to a notice, or set aside with a reason. */
import { typedKey } from '@shared/domain/documents/paperCode';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { readDocument } from '../documents/documents.repository';
import { readNotice } from './notices.repository';
import { documentByKey, readScan, settleScan } from './scans.repository';

type Target = { readonly noticeId: number } | { readonly key: string };

function documentOf(db: ReadDb, to: Target): number {
  if ('noticeId' in to) return readNotice(db, to.noticeId).documentId ?? refuse('notice-without-paper');
  const key = typedKey(to.key);
  return (key === null ? null : documentByKey(db, key)) ?? refuse('paper-key-unknown', { key: to.key });
}

/** Refusals in order: scan-unknown, scan-settled, notice-unknown, notice-without-paper, paper-key-unknown. */
export async function matchScan(open: OpenFolder, { id, to }: { id: number; to: Target }): Promise<{ number: string }> {
  const db = open.store.read;
  if (readScan(db, id).scan.status !== 'waiting') refuse('scan-settled', { scan: id });
  const documentId = documentOf(db, to);
  const { view, partyId } = await readDocument(db, documentId);
  return open.store.write(open.actor, async (tx) => {
    settleScan(tx, id, { documentId });
    const object = { objectKind: 'scan', objectId: String(id), householdId: partyId };
    const audit = { action: 'dunning.matchScan', ...object, detail: { number: view.number } };
    return { result: { number: view.number }, audit };
  });
}

/** Refusals in order: scan-unknown, scan-settled. */
export async function setScanAside(open: OpenFolder, { id, reason }: { id: number; reason: string }) {
  readScan(open.store.read, id);
  return open.store.write(open.actor, async (tx) => {
    settleScan(tx, id, { reason });
    const detail = { reason: maskNumbersIn(reason) };
    const audit = { action: 'dunning.setScanAside', objectKind: 'scan', objectId: String(id), detail };
    return { result: { id }, audit };
  });
}
