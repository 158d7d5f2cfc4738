/** Versions of rules that the branch makes itself: one draft per rule, approved ones for good, and who had a hand in each. */
import type { ApprovedVersion } from '@shared/domain/rules/branchVersions';
import type { VersionDraft } from '@shared/domain/rules/versionDraft';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';
import { localDay } from '../../platform/clock';

export interface StoredDraft {
  readonly id: number;
  readonly ruleId: string;
  readonly draft: VersionDraft;
  readonly savedAt: string;
  readonly rev: number;
  /** Why it was sent back, by whom (display name) and when; null once it was saved again. */
  readonly returned: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

const drafts = (db: ReadDb) =>
  db.q
    .selectFrom('rule_version')
    .select(['id', 'rule_id', 'draft', 'saved_at', 'rev', 'returned'])
    .where('state', '=', 'draft');

type DraftRecord = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number];

const stored = (row: DraftRecord): StoredDraft => ({
  id: row.id,
  ruleId: row.rule_id,
  draft: JSON.parse(row.draft) as VersionDraft,
  savedAt: row.saved_at,
  rev: row.rev,
  returned: row.returned === null ? null : (JSON.parse(row.returned) as StoredDraft['returned']),
});

export async function listDrafts(db: ReadDb): Promise<StoredDraft[]> {
  return (await drafts(db).orderBy('id').execute()).map(stored);
}

export async function draftOfRule(db: ReadDb, ruleId: string): Promise<StoredDraft | null> {
  const row = await drafts(db).where('rule_id', '=', ruleId).executeTakeFirst();
  return row ? stored(row) : null;
}

export async function draftById(db: ReadDb, id: number): Promise<StoredDraft | null> {
  const row = await drafts(db).where('id', '=', id).executeTakeFirst();
  return row ? stored(row) : null;
}

/** Asked for with every computation. */
const APPROVED = `SELECT id, rule_id, draft, saved_at FROM rule_version WHERE state = 'approved' ORDER BY decided_at, id`;

/** In the order of their approval, with the id of each. */
export async function approvedVersions(db: ReadDb): Promise<(ApprovedVersion & { readonly id: number })[]> {
  const rows = db.hot(APPROVED).all() as Pick<DraftRecord, 'id' | 'rule_id' | 'draft' | 'saved_at'>[];
  return rows.map((row) => ({
    id: row.id,
    ruleId: row.rule_id,
    draft: JSON.parse(row.draft) as VersionDraft,
    savedOn: localDay(row.saved_at),
  }));
}

export async function preparersOf(db: ReadDb, versionId: number): Promise<{ userId: number; display: string }[]> {
  return db.q
    .selectFrom('rule_version_preparer')
    .innerJoin('app_user', 'app_user.id', 'rule_version_preparer.user_id')
    .select(['app_user.id as userId', 'app_user.display'])
    .where('rule_version_preparer.version_id', '=', versionId)
    .orderBy('app_user.id')
    .execute();
}

/** Writes the draft of a rule, a new one or over the one that is there; the actor has had a hand in it from now on. */
export async function putDraft(
  tx: WriteTx,
  ruleId: string,
  draft: VersionDraft,
  before: StoredDraft | null,
): Promise<Pick<StoredDraft, 'id' | 'rev'>> {
  const userId = present(tx.actor.userId, 'whoever works in an open folder is one of its users');
  const values = { draft: JSON.stringify(draft), effective_from: draft.from, saved_at: tx.at };
  const rev = before ? before.rev + 1 : 1;
  const id = before
    ? before.id
    : (
        await tx.q
          .insertInto('rule_version')
          .values({ ...values, rule_id: ruleId, state: 'draft' })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
  if (before)
    await tx.q
      .updateTable('rule_version')
      .set({ ...values, rev, returned: null })
      .where('id', '=', id)
      .execute();
  await tx.q
    .insertInto('rule_version_preparer')
    .values({ version_id: id, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { id, rev };
}

/** Sends a draft back; it stays a draft. */
export async function sendBack(tx: WriteTx, draft: StoredDraft, reason: string): Promise<{ id: number; rev: number }> {
  const rev = draft.rev + 1;
  const returned = JSON.stringify({ reason, by: tx.actor.display, at: tx.at });
  await tx.q.updateTable('rule_version').set({ returned, rev }).where('id', '=', draft.id).execute();
  return { id: draft.id, rev };
}

/** From now on the row never changes. */
export async function decideDraft(tx: WriteTx, draft: StoredDraft, state: 'approved' | 'discarded'): Promise<void> {
  await tx.q
    .updateTable('rule_version')
    .set({ state, decided_by: tx.actor.userId, decided_at: tx.at, rev: draft.rev + 1 })
    .where('id', '=', draft.id)
    .execute();
}
