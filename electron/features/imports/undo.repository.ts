/** What a batch wrote, what was built on it since, and taking it back. */
import { assert } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';
import { type BeforeImage, ENTITIES, type EntityName, removeRow, restoreImage } from './entityWriter.repository';
import { removeUnits } from './imports.repository';

/** Dependents before what they hang on. */
const REMOVAL_ORDER: readonly EntityName[] = [
  'month_end',
  'receipt',
  'collateral',
  'guarantee',
  'loan',
  'subject_balance',
  'party',
];

export interface Blocker {
  /** What was built on the batch: `changed-later`, `document`, `draft`, or the entity of another batch. */
  readonly kind: string;
  readonly count: number;
}

/** Everything that stands in the way of taking the batch back; empty when nothing does. */
export function blockersOf(db: ReadDb, batch: number): Blocker[] {
  const count = (sql: string, ...values: unknown[]) => (db.hot(sql).get(...values) as { n: number }).n;
  const found: Blocker[] = [];
  const add = (kind: string, n: number) => {
    if (n > 0) found.push({ kind, count: n });
  };
  for (const name of REMOVAL_ORDER) {
    const { table } = ENTITIES[name];
    const later = `SELECT count(*) AS n FROM ${table} t WHERE
      (t.batch_id = ? AND EXISTS (SELECT 1 FROM import_change c JOIN import_batch b ON b.id = c.batch_id AND b.status = 'written'
        WHERE c.entity = '${name}' AND c.row_id = t.id AND c.batch_id > ?))
      OR EXISTS (SELECT 1 FROM import_change c WHERE c.batch_id = ? AND c.entity = '${name}' AND c.row_id = t.id AND c.rev_after <> t.rev)`;
    add('changed-later', count(later, batch, batch, batch));
  }
  const ownLoan = '(SELECT id FROM loan WHERE batch_id = ?)';
  const ownParty = '(SELECT id FROM party WHERE batch_id = ?)';
  for (const table of ['guarantee', 'collateral', 'receipt']) {
    add(table, count(`SELECT count(*) AS n FROM ${table} WHERE batch_id <> ? AND loan_id IN ${ownLoan}`, batch, batch));
  }
  add('loan', count(`SELECT count(*) AS n FROM loan WHERE batch_id <> ? AND party_id IN ${ownParty}`, batch, batch));
  add(
    'guarantee',
    count(`SELECT count(*) AS n FROM guarantee WHERE batch_id <> ? AND party_id IN ${ownParty}`, batch, batch),
  );
  add('document', count(`SELECT count(*) AS n FROM document WHERE party_id IN ${ownParty}`, batch));
  add('draft', count(`SELECT count(*) AS n FROM document_draft WHERE party_id IN ${ownParty}`, batch));
  return found;
}

interface Change {
  readonly entity: EntityName;
  readonly row_id: number;
  readonly before: string;
  readonly rev_after: number;
}

/** An earlier batch that changed the same row stays takeable: its last revision moves on with the row's. */
function putBack(tx: WriteTx, batch: number, change: Change): void {
  const image = JSON.parse(change.before) as BeforeImage;
  restoreImage(tx, change.entity, change.row_id, image);
  tx.hot(
    'UPDATE import_change SET rev_after = ? WHERE entity = ? AND row_id = ? AND batch_id < ? AND rev_after = ?',
  ).run(change.rev_after + 1, change.entity, change.row_id, batch, image.row.rev);
}

/** Takes every row of the batch back; the caller has made sure that nothing was built on it. */
export function takeBack(tx: WriteTx, batch: number): { removed: number; restored: number } {
  // Former selves first: they never point at what the batch added, while what it added may hang on later parties.
  const changes = tx
    .hot("SELECT entity, row_id, before, rev_after FROM import_change WHERE batch_id = ? AND entity <> 'unit'")
    .all(batch) as Change[];
  for (const change of changes) putBack(tx, batch, change);
  tx.hot('UPDATE month_end SET loan_id = NULL WHERE loan_id IN (SELECT id FROM loan WHERE batch_id = ?)').run(batch);
  let removed = 0;
  for (const name of REMOVAL_ORDER) {
    const rows = tx.hot(`SELECT id FROM ${ENTITIES[name].table} WHERE batch_id = ?`).all(batch) as { id: number }[];
    for (const row of rows) removeRow(tx, name, row.id);
    removed += rows.length;
  }
  removeUnits(tx, batch);
  tx.hot('DELETE FROM import_change WHERE batch_id = ?').run(batch);
  const { changes: marked } = tx.hot("UPDATE import_batch SET status = 'undone' WHERE id = ?").run(batch);
  assert(marked === 1, 'one batch is marked as undone');
  return { removed, restored: changes.length };
}
