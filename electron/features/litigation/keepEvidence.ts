/** The evidence list of a case (LIT-02, B4 §9): what is listed stays; what was listed wrongly is withdrawn and listed anew. */
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { keepFiles } from '../contacts/keepFiles';
import { insertEvidence, type NewEvidence, withdrawEvidenceRow } from './cases.repository';
import { caseOrRefuse } from './readCase';

export interface AddEvidenceInput extends NewEvidence {
  readonly id: number;
  /** Of the scan on this computer; null: it comes later. */
  readonly file: string | null;
}

/** Refusals in order: file-unreadable, attachment-too-large, case-unknown. */
export async function addEvidence(
  open: OpenFolder,
  { id, file, ...item }: AddEvidenceInput,
): Promise<{ evidence: number }> {
  const [kept = null] = file === null ? [] : keepFiles(open, [file]);
  return open.store.write(open.actor, async (tx) => {
    const { household } = caseOrRefuse(tx, id);
    const evidence = await insertEvidence(tx, id, item, kept);
    const detail = { kind: item.kind, original: item.isOriginal, pages: item.pages, sha256: kept?.sha256 ?? null };
    const audit = { action: 'litigation.addEvidence', objectKind: 'case', objectId: String(id), detail };
    return { result: { evidence }, audit: { ...audit, householdId: household.id } };
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
