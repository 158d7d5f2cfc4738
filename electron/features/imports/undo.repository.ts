/** What a batch wrote, what was built on it since, and taking it back. */
import { assert } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';
import { type BeforeImage, ENTITIES, type EntityName, removeRow, restoreImage } from './entityWriter.repository';
import { removeUnits } from './imports.repository';

/** Dependents before what they hang on. */
const REMOVAL_ORDER: readonly EntityName[] = [
  'case_record',
  'court_case',
  'notice',
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

const OWN_LOAN = '(SELECT id FROM loan WHERE batch_id = @batch)';
const OWN_PARTY = '(SELECT id FROM party WHERE batch_id = @batch)';

/** What may have been built on a batch, and the rows that show it; a new feature is one line. */
const BUILT_ON: readonly (readonly [kind: string, rows: string])[] = [
  ...['guarantee', 'collateral', 'receipt'].map(
    (table) => [table, `${table} WHERE batch_id IS NOT @batch AND loan_id IN ${OWN_LOAN}`] as const,
  ),
  [
    'notice',
    `notice WHERE batch_id IS NOT @batch AND id IN (SELECT notice_id FROM notice_item WHERE loan_id IN ${OWN_LOAN})`,
  ],
  // A delivery that a person recorded since is not thrown away.
  ['changed-later', 'notice WHERE batch_id = @batch AND confirmed_by IS NOT NULL'],
  ['changed-later', 'notice WHERE batch_id = @batch AND id IN (SELECT legacy_notice_id FROM scan)'],
  ['loan', `loan WHERE batch_id <> @batch AND party_id IN ${OWN_PARTY}`],
  ['guarantee', `guarantee WHERE batch_id <> @batch AND party_id IN ${OWN_PARTY}`],
  ['interest-measure', `interest_measure WHERE loan_id IN ${OWN_LOAN}`],
  ['agreement', `order_agreement WHERE party_id IN ${OWN_PARTY}`],
  [
    'repayment',
    `(SELECT 1 FROM repayment_agreement WHERE party_id IN ${OWN_PARTY}
      UNION ALL SELECT 1 FROM repayment_paper WHERE party_id IN ${OWN_PARTY}
      UNION ALL SELECT 1 FROM repayment_signatory WHERE loan_id IN ${OWN_LOAN} OR party_id IN ${OWN_PARTY}
      UNION ALL SELECT 1 FROM repayment_agreement_loan WHERE loan_id IN ${OWN_LOAN}
      UNION ALL SELECT 1 FROM loan_term_request WHERE loan_id IN ${OWN_LOAN} OR party_id IN ${OWN_PARTY}
      UNION ALL SELECT 1 FROM pre_suit_request WHERE party_id IN ${OWN_PARTY})`,
  ],
  [
    'debt-paper',
    `(SELECT 1 FROM interest_terms WHERE loan_id IN ${OWN_LOAN}
      UNION ALL SELECT 1 FROM acceleration WHERE loan_id IN ${OWN_LOAN} OR party_id IN ${OWN_PARTY}
      UNION ALL SELECT 1 FROM heir WHERE party_id IN ${OWN_PARTY})`,
  ],
  ['target', `target_loan WHERE loan_id IN ${OWN_LOAN}`],
  ['responsible', `loan_responsibility WHERE loan_id IN ${OWN_LOAN}`],
  [
    'contact',
    `contact WHERE party_id IN ${OWN_PARTY} OR with_party_id IN ${OWN_PARTY}
      OR id IN (SELECT contact_id FROM contact_act WHERE loan_id IN ${OWN_LOAN})`,
  ],
  [
    'case',
    `case_of_loan WHERE loan_id IN ${OWN_LOAN} AND case_id NOT IN (SELECT id FROM court_case WHERE batch_id = @batch)`,
  ],
  // What people did in an imported case since is not thrown away.
  [
    'case-work',
    `(SELECT case_id FROM case_version UNION ALL SELECT case_id FROM case_act UNION ALL SELECT case_id FROM case_evidence
      UNION ALL SELECT case_id FROM case_postponement UNION ALL SELECT case_id FROM case_permit) AS work
      WHERE case_id IN (SELECT id FROM court_case WHERE batch_id = @batch)`,
  ],
  ['measure-plan', `measure_plan WHERE party_id IN ${OWN_PARTY}`],
  ['conduct-step', `conduct_step WHERE party_id IN ${OWN_PARTY}`],
  ['document', `document WHERE party_id IN ${OWN_PARTY}`],
  ['draft', `document_draft WHERE party_id IN ${OWN_PARTY}`],
];

/** Everything that stands in the way of taking the batch back; empty when nothing does. */
export function blockersOf(db: ReadDb, batch: number): Blocker[] {
  const found: Blocker[] = [];
  const add = (kind: string, rows: string) => {
    const count = db.hot(`SELECT count(*) FROM ${rows}`).pluck().get({ batch }) as number;
    if (count > 0) found.push({ kind, count });
  };
  for (const name of REMOVAL_ORDER) {
    add(
      'changed-later',
      `${ENTITIES[name].table} t WHERE
      (t.batch_id = @batch AND EXISTS (SELECT 1 FROM import_change c JOIN import_batch b ON b.id = c.batch_id AND b.status = 'written'
        WHERE c.entity = '${name}' AND c.row_id = t.id AND c.batch_id > @batch))
      OR EXISTS (SELECT 1 FROM import_change c
        WHERE c.batch_id = @batch AND c.entity = '${name}' AND c.row_id = t.id AND c.rev_after <> t.rev)`,
    );
  }
  for (const [kind, rows] of BUILT_ON) add(kind, rows);
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
