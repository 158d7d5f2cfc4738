/** Permits of a case (B4 §14, §16, §19, §20): asked once and never changed; how they ended and how they were filed is added. */
import type { Permit, PermitKind, PermitTerms } from '@shared/domain/litigation/permits';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface NewPermit {
  readonly caseId: number;
  readonly kind: PermitKind;
  readonly terms: PermitTerms;
  readonly reason: string;
}

export async function insertPermit(tx: WriteTx, { caseId, kind, terms, reason }: NewPermit): Promise<number> {
  const asked = { case_id: caseId, kind, terms: JSON.stringify(terms), reason, state: 'asked' as const };
  const user = present(tx.actor.userId, 'a user asks for a permit');
  const { id } = await tx.q
    .insertInto('case_permit')
    .values({ ...asked, filing_no: null, filed_on: null, user_id: user, at: tx.at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What the file of its case does not say of a permit. */
export interface PermitPlace {
  readonly id: number;
  readonly caseId: number;
  readonly state: Permit['state'];
  readonly askedBy: { readonly userId: number; readonly display: string };
}

export function permitPlace(db: Pick<ReadDb, 'hot'>, id: number): PermitPlace | undefined {
  const row = db
    .hot(
      `SELECT case_permit.id, case_id AS caseId, state, user_id AS userId, display
      FROM case_permit JOIN app_user ON app_user.id = user_id WHERE case_permit.id = ?`,
    )
    .get(id) as Record<string, string | number | null> | undefined;
  if (row === undefined) return undefined;
  const { userId, display, ...place } = row;
  return { ...place, askedBy: { userId, display } } as PermitPlace;
}

export async function endPermit(tx: WriteTx, id: number, state: 'approved' | 'refused'): Promise<void> {
  await tx.q.updateTable('case_permit').set({ state }).where('id', '=', id).execute();
}

/** The filing level's answer. */
export async function insertPermitFiling(tx: WriteTx, id: number, number: string, on: CalendarDate): Promise<void> {
  await tx.q.updateTable('case_permit').set({ filing_no: number, filed_on: on }).where('id', '=', id).execute();
}

/** The paper of a permit in the archive; null: none was issued, or it was made void. */
export const permitDocument = (db: Pick<ReadDb, 'hot'>, id: number): number | null =>
  db
    .hot(`SELECT max(id) FROM document WHERE subject_kind = 'case-permit' AND subject_id = ? AND status = 'issued'`)
    .pluck()
    .get(id) as number | null;
