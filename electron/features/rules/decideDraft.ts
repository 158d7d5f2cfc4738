/** The end of a draft: approved by somebody who had no hand in it (ORG-03), or discarded by those who prepare. */

import { maskNumbersIn } from '@shared/domain/parties/mask';
import { checkDraft } from '@shared/domain/rules/branchVersions';
import { asChangeable } from '@shared/domain/rules/versionDraft';
import { refuseOwnItem } from '@shared/domain/users/separation';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { localDay } from '../../platform/clock';
import { shippedRules } from './rulesInForce';
import { decideDraft, draftById, preparersOf, type StoredDraft, sendBack } from './ruleVersions.repository';

export interface DraftRef {
  readonly id: number;
  readonly rev: number;
}

/** Refusals in order: rule-draft-unknown, stale-version. */
async function draftAsSeen(db: ReadDb, { id, rev }: DraftRef): Promise<StoredDraft> {
  const draft = (await draftById(db, id)) ?? refuse('rule-draft-unknown');
  return draft.rev === rev ? draft : refuse('stale-version');
}

const noteOf = (action: string, { ruleId, draft }: StoredDraft) => ({
  action,
  objectKind: 'rule',
  objectId: ruleId,
  detail: { rule: ruleId, from: draft.from, document: draft.document },
});

/** Refusals in order: rule-draft-unknown, stale-version, rule-draft-returned (it is back already). */
export async function returnDraft(
  open: OpenFolder,
  { reason, ...ref }: DraftRef & { readonly reason: string },
): Promise<DraftRef> {
  return open.store.write(open.actor, async (tx) => {
    const stored = await draftAsSeen(tx, ref);
    if (stored.returned) refuse('rule-draft-returned');
    const result = await sendBack(tx, stored, reason);
    const { detail, ...note } = noteOf('rules.returnDraft', stored);
    return { result, audit: { ...note, detail: { ...detail, reason: maskNumbersIn(reason) } } };
  });
}

/**
 * In force from its date on. Refusals in order: rule-draft-unknown, stale-version, own-item, rule-draft-returned,
 * rule-draft-faulty.
 */
export async function approveDraft(open: OpenFolder, ref: DraftRef): Promise<{ ruleId: string; from: string }> {
  return open.store.write(open.actor, async (tx) => {
    const stored = await draftAsSeen(tx, ref);
    const prepared = (await preparersOf(tx, stored.id)).map((person) => ({ ...person, act: 'rules.saveDraft' }));
    refuseOwnItem(prepared, { userId: present(tx.actor.userId, 'an approver is one of the users') });
    if (stored.returned) refuse('rule-draft-returned');
    const { rules } = shippedRules().book;
    const rule = rules.find((each) => each.id === stored.ruleId);
    const changeable = (rule && asChangeable(rule)) ?? refuse('rule-draft-faulty', { count: 1 });
    const { faults } = checkDraft(rules, changeable, stored.draft, localDay(tx.at));
    if (faults.length > 0) refuse('rule-draft-faulty', { count: faults.length });
    await decideDraft(tx, stored, 'approved');
    const result = { ruleId: stored.ruleId, from: stored.draft.from };
    return { result, audit: { ...noteOf('rules.approveDraft', stored), after: stored.draft } };
  });
}

/** Refusals in order: rule-draft-unknown, stale-version. */
export async function discardDraft(open: OpenFolder, ref: DraftRef): Promise<{ id: number }> {
  return open.store.write(open.actor, async (tx) => {
    const stored = await draftAsSeen(tx, ref);
    await decideDraft(tx, stored, 'discarded');
    return { result: { id: stored.id }, audit: { ...noteOf('rules.discardDraft', stored), before: stored.draft } };
  });
}
