/** The evidence list of a case (LIT-02, B4 §9): what is listed stays; what was listed wrongly is withdrawn and listed anew. */
import { RefusalError, refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { KeptFile } from '../contacts/contacts.repository';
import { keepFiles } from '../contacts/keepFiles';
import { insertEvidence, type NewEvidence, withdrawEvidenceRow } from './cases.repository';
import { caseOrRefuse } from './readCase';

export interface AddEvidenceInput extends NewEvidence {
  readonly id: number;
  /** Of the scan on this computer; null: it comes later. */
  readonly file: string | null;
}

/**
 * Pages of a scan, found by bundling it alone: what is taken in will not be refused when the volume is compiled. Refuses
 * scan-encrypted, scan-damaged, scan-kind {name}.
 */
async function scannedPages({ engine, clock }: Services, { files }: OpenFolder, kept: KeptFile): Promise<number> {
  const part = { title: kept.name, bytes: files.get(kept.sha256), stamp: null, pages: null };
  try {
    return (await engine.bundle([part], clock.now())).pages;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return refuse(`scan-${error.refusal.facts?.reason}`, { name: kept.name });
  }
}

/** The pages of a scan are counted, not believed. Refusals in order: file-unreadable, attachment-too-large, scan-encrypted, scan-damaged, scan-kind, case-unknown. */
export async function addEvidence(
  services: Services,
  open: OpenFolder,
  { id, file, ...typed }: AddEvidenceInput,
): Promise<{ evidence: number; pages: number }> {
  const [kept = null] = file === null ? [] : keepFiles(open, [file]);
  const pages = kept === null ? typed.pages : await scannedPages(services, open, kept);
  const item = { ...typed, pages };
  return open.store.write(open.actor, async (tx) => {
    const { household } = caseOrRefuse(tx, id);
    const evidence = await insertEvidence(tx, id, item, kept);
    const detail = { kind: item.kind, original: item.isOriginal, pages, sha256: kept?.sha256 ?? null };
    const audit = { action: 'litigation.addEvidence', objectKind: 'case', objectId: String(id), detail };
    return { result: { evidence, pages }, audit: { ...audit, householdId: household.id } };
  });
}

export interface WithdrawEvidenceInput {
  readonly id: number;
  readonly evidence: number;
  readonly reason: string;
}

/** Refusals in order: case-unknown, evidence-unknown. */
export async function withdrawEvidence(
  open: OpenFolder,
  { id, evidence, reason }: WithdrawEvidenceInput,
): Promise<{ evidence: number }> {
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    const item = file.evidence.find((each) => each.id === evidence) ?? refuse('evidence-unknown', { evidence });
    await withdrawEvidenceRow(tx, evidence, reason);
    const detail = { evidence, kind: item.kind, reason };
    const audit = { action: 'litigation.withdrawEvidence', objectKind: 'case', objectId: String(id), detail };
    return { result: { evidence }, audit: { ...audit, householdId: file.household.id } };
  });
}
