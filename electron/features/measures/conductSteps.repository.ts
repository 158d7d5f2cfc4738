/** Steps that need a legal basis and an approval, in the database (REC-14). */
import type { StepAct } from '@shared/domain/measures/conductSteps';
import type { Insertable } from 'kysely';
import type { FeatureSchema } from '../../database/featureSchema';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredConductStep {
  readonly id: number;
  readonly household: number;
  readonly act: StepAct;
  readonly basis: string;
  readonly purpose: string;
  readonly channel: string;
  readonly content: string;
  /** JSON: ids of ticked items. */
  readonly checks: string;
  readonly plannedOn: string;
  /** JSON: limit and trace. */
  readonly finding: string;
  readonly userId: number;
  readonly by: string;
  readonly doneOn: string | null;
  readonly result: string | null;
  readonly rev: number;
}

const STEP = `SELECT step.id, party_id AS household, act, basis, purpose, channel, content, checks, planned_on AS plannedOn,
    finding, user_id AS userId, app_user.display AS "by", done_on AS doneOn, result, step.rev
  FROM conduct_step AS step JOIN app_user ON app_user.id = step.user_id`;

/** Newest first. */
export const conductStepsOf = (db: ReadDb, partyId: number): StoredConductStep[] =>
  db.hot(`${STEP} WHERE party_id = ? ORDER BY step.id DESC`).all(partyId) as StoredConductStep[];

export const findConductStep = (db: ReadDb, id: number): StoredConductStep | undefined =>
  db.hot(`${STEP} WHERE step.id = ?`).get(id) as StoredConductStep | undefined;

/** Not done yet, of all households, planned until `until`. */
export const openConductSteps = (db: ReadDb, until: string): StoredConductStep[] =>
  db
    .hot(`${STEP} WHERE done_on IS NULL AND planned_on <= ? ORDER BY planned_on, step.id`)
    .all(until) as StoredConductStep[];

export async function insertConductStep(
  tx: WriteTx,
  row: Omit<Insertable<FeatureSchema['conduct_step']>, 'at'>,
): Promise<number> {
  const values = { ...row, at: tx.at };
  const { id } = await tx.q.insertInto('conduct_step').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function closeConductStep(
  tx: WriteTx,
  step: StoredConductStep,
  done: { readonly doneOn: string; readonly result: string; readonly userId: number },
): Promise<void> {
  await tx.q
    .updateTable('conduct_step')
    .set({ done_on: done.doneOn, result: done.result, done_by: done.userId, rev: step.rev + 1 })
    .where('id', '=', step.id)
    .execute();
}
