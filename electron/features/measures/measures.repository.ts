/** Plans of measures in the database: versions, items and steps are only ever added. */
import type { MeasureState, ReopeningCause } from '@shared/domain/measures/plan';
import type { Insertable } from 'kysely';
import type { FeatureSchema } from '../../database/featureSchema';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredVersion {
  readonly id: number;
  readonly version: number;
  readonly reason: string;
  readonly risk: string;
  readonly loss: string;
  readonly recovery: string;
  readonly by: string;
  readonly at: string;
}

/** Newest first. */
export function planVersions(db: ReadDb, partyId: number): StoredVersion[] {
  const sql = `SELECT plan.id, version, reason, risk, loss, recovery, app_user.display AS "by", at
    FROM measure_plan AS plan JOIN app_user ON app_user.id = plan.user_id WHERE party_id = ? ORDER BY version DESC`;
  return db.hot(sql).all(partyId) as StoredVersion[];
}

export interface StoredItem {
  readonly id: number;
  readonly household: number;
  readonly measure: string;
  readonly what: string;
  readonly responsibleId: number;
  readonly responsible: string;
  readonly dueOn: string;
  readonly basis: string | null;
  /** JSON of a MeasureVerdict. */
  readonly verdict: string;
  readonly addedBy: number;
  readonly state: MeasureState;
}

/** SQL: the state of the item `item`. */
const STATE = '(SELECT state FROM measure_step AS step WHERE step.item_id = item.id ORDER BY step.id DESC LIMIT 1)';

const ITEM = `SELECT item.id, plan.party_id AS household, measure, what, responsible_id AS responsibleId,
    app_user.display AS responsible, due_on AS dueOn, basis, verdict, plan.version AS addedBy, ${STATE} AS state
  FROM measure_item AS item
  JOIN measure_plan AS plan ON plan.id = item.plan_id
  JOIN app_user ON app_user.id = item.responsible_id`;

export function itemsOf(db: ReadDb, partyId: number): StoredItem[] {
  return db.hot(`${ITEM} WHERE plan.party_id = ? ORDER BY due_on, item.id`).all(partyId) as StoredItem[];
}

export const findItem = (db: ReadDb, id: number): StoredItem | undefined =>
  db.hot(`${ITEM} WHERE item.id = ?`).get(id) as StoredItem | undefined;

/** Items whose work is not at an end, of all households, due until `until`. */
export function openItems(db: ReadDb, until: string): StoredItem[] {
  const sql = `SELECT * FROM (${ITEM} WHERE due_on <= ?) WHERE state IN ('planned', 'started') ORDER BY dueOn, id`;
  return db.hot(sql).all(until) as StoredItem[];
}

export interface StoredStep {
  readonly itemId: number;
  readonly state: MeasureState;
  readonly result: string;
  readonly by: string;
  readonly at: string;
}

export function stepsOf(db: ReadDb, partyId: number): StoredStep[] {
  const sql = `SELECT item_id AS itemId, state, result, app_user.display AS "by", step.at
    FROM measure_step AS step JOIN app_user ON app_user.id = step.user_id
    WHERE item_id IN (SELECT item.id FROM measure_item AS item JOIN measure_plan AS plan ON plan.id = item.plan_id
      WHERE plan.party_id = ?) ORDER BY step.id`;
  return db.hot(sql).all(partyId) as StoredStep[];
}

export interface StoredReopening {
  readonly household: number;
  readonly cause: ReopeningCause;
  readonly reference: string;
  readonly missedOn: string;
  readonly at: string;
}

/** What no later version of the plan has answered; of one household, or of all. */
export function unansweredReopenings(db: ReadDb, partyId: number | null): StoredReopening[] {
  const sql = `SELECT party_id AS household, cause, reference, missed_on AS missedOn, at FROM measure_reopening AS r
    WHERE (? IS NULL OR party_id = ?)
      AND NOT EXISTS (SELECT 1 FROM measure_plan AS plan WHERE plan.party_id = r.party_id AND plan.at >= r.at)
    ORDER BY missed_on, id`;
  return db.hot(sql).all(partyId, partyId) as StoredReopening[];
}

export async function insertVersion(
  tx: WriteTx,
  row: Omit<Insertable<FeatureSchema['measure_plan']>, 'at'>,
): Promise<number> {
  const values = { ...row, at: tx.at };
  const { id } = await tx.q.insertInto('measure_plan').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertItem(tx: WriteTx, row: Insertable<FeatureSchema['measure_item']>): Promise<number> {
  const { id } = await tx.q.insertInto('measure_item').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertStep(
  tx: WriteTx,
  row: Omit<Insertable<FeatureSchema['measure_step']>, 'at'>,
): Promise<void> {
  await tx.q
    .insertInto('measure_step')
    .values({ ...row, at: tx.at })
    .execute();
}

/** The same event twice is one. True when it is new. */
export async function insertReopening(
  tx: WriteTx,
  row: Omit<Insertable<FeatureSchema['measure_reopening']>, 'at'>,
): Promise<boolean> {
  const result = await tx.q
    .insertInto('measure_reopening')
    .values({ ...row, at: tx.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
