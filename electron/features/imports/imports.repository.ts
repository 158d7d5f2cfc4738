/** Import batches and remembered column mappings. */
import type { ImportKind } from '@shared/domain/imports/records';
import type { ReadDb, WriteTx } from '../../database/store';

export interface BatchRow {
  readonly id: number;
  readonly number: string;
  readonly kind: ImportKind;
  readonly status: 'written' | 'undone';
}

/** The next number of the day, e.g. B20261122-03. */
export async function nextBatchNumber(tx: WriteTx, today: string): Promise<string> {
  const prefix = `B${today.replaceAll('-', '')}-`;
  const row = await tx.q
    .selectFrom('import_batch')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('number', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow();
  return `${prefix}${String(row.count + 1).padStart(2, '0')}`;
}

export async function insertBatch(
  tx: WriteTx,
  batch: { number: string; kind: string; fileName: string; sha256: string; asOf: string; mapping: unknown },
): Promise<number> {
  const row = await tx.q
    .insertInto('import_batch')
    .values({
      number: batch.number,
      kind: batch.kind,
      file_name: batch.fileName,
      sha256: batch.sha256,
      as_of: batch.asOf,
      mapping: JSON.stringify(batch.mapping),
      counts: '{}',
      imported_at: tx.at,
      user_id: tx.actor.userId as number,
      status: 'written',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function recordCounts(tx: WriteTx, id: number, counts: Record<string, number>): Promise<void> {
  await tx.q
    .updateTable('import_batch')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
}

/** A unit that the import made: it goes with the batch unless somebody uses it by then. */
export function recordUnit(tx: WriteTx, batch: number, unit: number): void {
  const sql = "INSERT INTO import_change (batch_id, entity, row_id, before, rev_after) VALUES (?, 'unit', ?, '{}', 1)";
  tx.hot(sql).run(batch, unit);
}

/** For an import that turned out to change nothing. */
export async function discardBatch(tx: WriteTx, id: number): Promise<void> {
  removeUnits(tx, id);
  await tx.q.deleteFrom('import_change').where('batch_id', '=', id).execute();
  await tx.q.deleteFrom('import_batch').where('id', '=', id).execute();
}

const USES_OF_UNIT = ['loan', 'party', 'subject_balance', 'app_user', 'number_series'];

/** Takes the units back that a batch made and that nobody else uses. */
export function removeUnits(tx: WriteTx, batch: number): void {
  const used = USES_OF_UNIT.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE unit_id = unit.id)`).join(' OR ');
  tx.hot(
    `DELETE FROM unit WHERE id IN (SELECT row_id FROM import_change WHERE batch_id = ? AND entity = 'unit') AND NOT (${used})`,
  ).run(batch);
}

export async function listBatches(db: ReadDb) {
  const rows = await db.q
    .selectFrom('import_batch')
    .innerJoin('app_user', 'app_user.id', 'import_batch.user_id')
    .select([
      'import_batch.number',
      'import_batch.kind',
      'import_batch.file_name',
      'import_batch.imported_at',
      'import_batch.as_of',
      'import_batch.counts',
      'import_batch.status',
      'app_user.display',
    ])
    .orderBy('import_batch.id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => {
    const counts = JSON.parse(row.counts) as { added?: number; changed?: number; refused?: number };
    return {
      batch: row.number,
      kind: row.kind as ImportKind,
      fileName: row.file_name,
      importedAt: row.imported_at,
      importedBy: row.display,
      asOf: row.as_of,
      added: counts.added ?? 0,
      changed: counts.changed ?? 0,
      refused: counts.refused ?? 0,
      status: row.status,
    };
  });
}

export async function findBatch(db: ReadDb, number: string): Promise<BatchRow | undefined> {
  const row = await db.q
    .selectFrom('import_batch')
    .select(['id', 'number', 'kind', 'status'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? { ...row, kind: row.kind as ImportKind } : undefined;
}

export async function listMappings(db: ReadDb) {
  const rows = await db.q.selectFrom('import_mapping').selectAll().orderBy('used_at', 'desc').execute();
  return rows.map((row) => ({
    name: row.name,
    kind: row.kind as ImportKind,
    signature: row.signature,
    usedAt: row.used_at,
    mapping: JSON.parse(row.mapping) as unknown,
  }));
}

/** One mapping per name; a source is recognised again by the signature of its heading. */
export async function saveMapping(
  tx: WriteTx,
  mapping: { name: string; kind: string; signature: string; mapping: unknown },
): Promise<void> {
  const row = {
    kind: mapping.kind,
    signature: mapping.signature,
    mapping: JSON.stringify(mapping.mapping),
    used_at: tx.at,
  };
  await tx.q
    .insertInto('import_mapping')
    .values({ name: mapping.name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}
