/** Scans that nothing recognised, settled by a person: filed to a notice, or set aside with a reason; and what was settled wrongly. */
import { typedKey } from '@shared/domain/documents/paperCode';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { readDocument } from '../documents/documents.repository';
import { readNotice } from './notices.repository';
import { copyScan, documentByKey, isFiledAt, readScan, reopen, type ScanTarget, settleScan } from './scans.repository';

type Typed = { readonly noticeId: number } | { readonly key: string };

interface Found {
  readonly target: ScanTarget;
  readonly number: string;
  readonly partyId: number | null;
}

/** A notice of the old register stands for itself, every other for its paper. */
async function targetOf(db: ReadDb, to: Typed): Promise<Found> {
  if ('noticeId' in to) {
    const { documentId, number, partyId } = readNotice(db, to.noticeId);
    return { target: documentId === null ? { noticeId: to.noticeId } : { documentId }, number, partyId };
  }
  const key = typedKey(to.key);
  const documentId = (key === null ? null : documentByKey(db, key)) ?? refuse('paper-key-unknown', { key: to.key });
  const { view, partyId } = await readDocument(db, documentId);
  return { target: { documentId }, number: view.number, partyId };
}

/**
 * `also`: the page belongs to one more signatory (two receipts on one page).
 * Refusals in order: scan-unknown, scan-settled, notice-unknown, paper-key-unknown, scan-there.
 */
export async function matchScan(
  open: OpenFolder,
  { id, to, also }: { id: number; to: Typed; also: boolean },
): Promise<{ number: string }> {
  return open.store.write(open.actor, async (tx) => {
    const { scan } = readScan(tx, id);
    if (scan.status !== (also ? 'filed' : 'waiting')) refuse('scan-settled', { scan: id });
    const { target, number, partyId } = await targetOf(tx, to);
    if (isFiledAt(tx, id, target)) refuse('scan-there', { number });
    if (also) copyScan(tx, id, target);
    else settleScan(tx, id, target);
    const object = { objectKind: 'scan', objectId: String(id), householdId: partyId };
    return { result: { number }, audit: { action: 'dunning.matchScan', ...object, detail: { number } } };
  });
}

/** Refusals in order: scan-unknown, scan-settled. */
export async function setScanAside(open: OpenFolder, { id, reason }: { id: number; reason: string }) {
  return open.store.write(open.actor, async (tx) => {
    readScan(tx, id);
    settleScan(tx, id, { reason });
    const detail = { reason: maskNumbersIn(reason) };
    const audit = { action: 'dunning.setScanAside', objectKind: 'scan', objectId: String(id), detail };
    return { result: { id }, audit };
  });
}

/** It was filed to somebody else's paper, or set aside too soon. Refusals in order: scan-unknown, scan-waits. */
export async function reopenScan(open: OpenFolder, { id, reason }: { id: number; reason: string }) {
  return open.store.write(open.actor, async (tx) => {
    const { number, status } = readScan(tx, id).scan;
    reopen(tx, id, reason);
    const detail = { status, number, reason: maskNumbersIn(reason) };
    const audit = { action: 'dunning.reopenScan', objectKind: 'scan', objectId: String(id), detail };
    return { result: { id }, audit };
  });
}
