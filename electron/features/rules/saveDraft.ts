/** Keeps a version of the branch as a draft, with whatever faults it still has; they come back at their cells. */
import { type CellFault, checkDraft } from '@shared/domain/rules/branchVersions';
import { asChangeable, type VersionDraft } from '@shared/domain/rules/versionDraft';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { localDay } from '../../platform/clock';
import { shippedRules } from './rulesInForce';
import { draftOfRule, putDraft } from './ruleVersions.repository';

export interface SaveDraftInput {
  readonly ruleId: string;
  /** null: there is no draft yet. */
  readonly rev: number | null;
  readonly draft: VersionDraft;
}

export interface SavedDraft {
  readonly id: number;
  readonly rev: number;
  readonly faults: CellFault[];
}

/** Refusals in order: rule-unknown, rule-unchangeable, stale-version. */
export async function saveDraft(open: OpenFolder, { ruleId, rev, draft }: SaveDraftInput): Promise<SavedDraft> {
  const { book } = shippedRules();
  const rule = book.find(ruleId) ?? refuse('rule-unknown', { rule: ruleId });
  const changeable = asChangeable(rule) ?? refuse('rule-unchangeable', { rule: ruleId });
  return open.store.write(open.actor, async (tx) => {
    const before = await draftOfRule(tx, ruleId);
    if ((before?.rev ?? null) !== rev) refuse('stale-version');
    const saved = await putDraft(tx, ruleId, draft, before);
    const faults = [...checkDraft(book.rules, changeable, draft, localDay(tx.at)).faults];
    const detail = { rule: ruleId, from: draft.from, document: draft.document, faults: faults.length };
    const audit = {
      action: 'rules.saveDraft',
      objectKind: 'rule',
      objectId: ruleId,
      detail,
      before: before?.draft ?? null,
      after: draft,
    };
    return { result: { ...saved, faults }, audit };
  });
}
