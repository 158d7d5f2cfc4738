/**
 * Writes the rows of an import so that the whole batch can be taken back: what is added carries the batch,
 * what is changed leaves its former self in `import_change`. One prepared statement per table and act.
 */
import { gramText } from '@shared/domain/search/searchText';
import { assert, present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

type Statement = ReturnType<ReadDb['hot']>;

export interface EntitySpec {
  readonly table: string;
  /** Columns that a record fills, in the order of the values handed in. */
  readonly columns: readonly string[];
  /** Rows that belong to this one and are replaced with it. */
  readonly child?: { readonly table: string; readonly parent: string; readonly columns: readonly string[] };
  /** Search index over `search_text`. */
  readonly gramTable?: 'loan_gram' | 'party_gram';
}

export const ENTITIES = {
  party: {
    table: 'party',
    columns: [
      'kind',
      'name',
      'id_kind',
      'id_no',
      'unit_id',
      'address',
      'phone',
      'spouse',
      'employer',
      'legal_representative',
      'flags',
      'status',
      'remark',
      'sort_name',
      'search_text',
    ],
    gramTable: 'party_gram',
  },
  loan: {
    table: 'loan',
    columns: [
      'party_id',
      'unit_id',
      'contract_no',
      'contract_key',
      'loan_key',
      'receipt_no',
      'issue_date',
      'due_date',
      'extended_due_date',
      'principal',
      'balance',
      'interest_on',
      'interest_off',
      'annual_rate',
      'guarantee_mode',
      'purpose',
      'subject',
      'sheet',
      'sheet_status',
      'off_balance_date',
      'four_level',
      'five_level',
      'fine_level',
      'npl_date',
      'officer',
      'approver',
      'occupancy',
      'actual_user',
      'flags',
      'status',
      'guarantor_names',
      'remark',
      'as_of',
      'sort_name',
      'search_text',
    ],
    gramTable: 'loan_gram',
  },
  guarantee: {
    table: 'guarantee',
    columns: [
      'loan_id',
      'party_id',
      'guarantee_contract_no',
      'kind',
      'amount',
      'period_start',
      'period_end',
      'period_wording',
      'relation',
      'remark',
    ],
  },
  collateral: {
    table: 'collateral',
    columns: [
      'loan_id',
      'item_no',
      'security',
      'kind',
      'location',
      'quantity',
      'owner_name',
      'owner_id_no',
      'certificate_no',
      'registered_on',
      'registration_expiry',
      'sufficient',
      'validity',
    ],
    child: { table: 'appraisal', parent: 'collateral_id', columns: ['seq', 'valued_on', 'value'] },
  },
  receipt: {
    table: 'receipt',
    columns: [
      'receipt_no',
      'received_on',
      'loan_id',
      'principal',
      'interest',
      'method',
      'payer',
      'voucher_no',
      'reverses_no',
      'remark',
    ],
    child: { table: 'receipt_share', parent: 'receipt_id', columns: ['seq', 'name', 'ppm'] },
  },
  subject_balance: {
    table: 'subject_balance',
    columns: [
      'as_of',
      'unit_id',
      'subject',
      'subject_name',
      'opening_debit',
      'opening_credit',
      'period_debit',
      'period_credit',
      'closing_debit',
      'closing_credit',
    ],
  },
  month_end: {
    table: 'month_end',
    columns: ['month', 'contract_key', 'contract_no', 'loan_id', 'balance', 'five_level'],
  },
  notice: {
    table: 'notice',
    columns: [
      'legacy_no',
      'party_id',
      'unit_id',
      'form',
      'role',
      'addressee',
      'officer',
      'noticed_on',
      'method',
      'tracking_no',
      'arrived_on',
      'outcome',
      'signed_by',
      'capacity',
      'receipt_on',
      'witness',
      'remark',
    ],
    child: { table: 'notice_item', parent: 'notice_id', columns: ['seq', 'loan_id', 'guarantee_id'] },
  },
  court_case: {
    table: 'court_case',
    columns: ['legacy_key', 'unit_id', 'party_id', 'route', 'standing', 'opened_on'],
  },
  case_record: {
    table: 'case_record',
    columns: [
      'case_id',
      'loan_id',
      'cause',
      'principal',
      'interest',
      'consent_no',
      'consent_on',
      'filing_no',
      'filing_on',
      'court',
      'case_no',
      'accepted_on',
      'preservation',
      'hearing_on',
      'judgment_no',
      'judged_on',
      'effective_on',
      'enforcement_applied_on',
      'enforcement_no',
      'recovered',
      'stage',
      'responsible',
      'handler',
      'remark',
    ],
    child: { table: 'case_record_party', parent: 'record_id', columns: ['seq', 'name'] },
  },
} as const satisfies Record<string, EntitySpec>;
export type EntityName = keyof typeof ENTITIES;

const spec = (name: EntityName): EntitySpec => ENTITIES[name];
const marks = (count: number) => new Array(count).fill('?').join(', ');

/** The former self of a changed row, as undo needs it. */
export interface BeforeImage {
  readonly row: Record<string, unknown>;
  readonly children: readonly Record<string, unknown>[];
}

const GRAMS_AT_ONCE = 2_000;

/** `finish` once after the last row. */
export class EntityWriter {
  readonly #tx: WriteTx;
  readonly #spec: EntitySpec;
  readonly #name: EntityName;
  readonly #batch: number;
  /** Kept here: looking a statement up by its text costs as much as hashing the text, for every row. */
  readonly #insertRow: Statement;
  readonly #insertGram: Statement | null;
  readonly #searchText: number;
  /** Rows whose texts are not in the search index yet: many at once cost a fifth less than one between every two rows. */
  #ungrammed: [id: number, text: string][] = [];
  #nextId: number;

  constructor(tx: WriteTx, name: EntityName, batch: number) {
    this.#tx = tx;
    this.#name = name;
    this.#spec = spec(name);
    this.#batch = batch;
    const { table, columns, gramTable } = this.#spec;
    this.#insertRow = tx.hot(
      `INSERT INTO ${table} (id, batch_id, ${columns.join(', ')}) VALUES (?, ?, ${marks(columns.length)})`,
    );
    this.#insertGram = gramTable ? tx.hot(`INSERT INTO ${gramTable} (rowid, grams) VALUES (?, ?)`) : null;
    this.#searchText = columns.indexOf('search_text');
    const newest = tx.hot(`SELECT coalesce(max(id), 0) AS id FROM ${table}`).get() as { id: number };
    this.#nextId = newest.id + 1;
  }

  /** Values in the order of the spec's columns; the new row's id. */
  insert(values: readonly unknown[], children: readonly (readonly unknown[])[] = []): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#insertRow.run(id, this.#batch, ...values);
    this.#insertChildren(id, children);
    this.#insertGrams(id, values);
    return id;
  }

  /** After the last record. */
  finish(): void {
    for (const [id, text] of this.#ungrammed) this.#insertGram?.run(id, gramText(text));
    this.#ungrammed = [];
  }

  update(id: number, values: readonly unknown[], children: readonly (readonly unknown[])[] = []): void {
    const { table, columns } = this.#spec;
    const before = readImage(this.#tx, this.#name, id);
    this.#keepBefore(id, before);
    const assignments = columns.map((column) => `${column} = ?`).join(', ');
    const { changes } = this.#tx
      .hot(`UPDATE ${table} SET ${assignments}, rev = rev + 1 WHERE id = ?`)
      .run(...values, id);
    assert(changes === 1, `one ${table} row changes`);
    deleteChildren(this.#tx, this.#spec, id);
    this.#insertChildren(id, children);
    if (this.#insertGram && before.row.search_text !== values[this.#searchText]) this.#replaceGrams(id, values);
  }

  #replaceGrams(id: number, values: readonly unknown[]): void {
    this.finish();
    deleteGrams(this.#tx, this.#spec, id);
    this.#insertGrams(id, values);
  }

  /** The first former self in a batch counts; a row touched twice keeps it and moves on to the later revision. */
  #keepBefore(id: number, before: BeforeImage): void {
    this.#tx
      .hot(
        `INSERT INTO import_change (batch_id, entity, row_id, before, rev_after) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (batch_id, entity, row_id) DO UPDATE SET rev_after = excluded.rev_after`,
      )
      .run(this.#batch, this.#name, id, JSON.stringify(before), (before.row.rev as number) + 1);
  }

  #insertChildren(id: number, children: readonly (readonly unknown[])[]): void {
    if (children.length === 0) return;
    const child = present(this.#spec.child, 'only entities with children are given some');
    insertChildRows(this.#tx, child, id, children);
  }

  #insertGrams(id: number, values: readonly unknown[]): void {
    if (!this.#insertGram) return;
    this.#ungrammed.push([id, values[this.#searchText] as string]);
    if (this.#ungrammed.length >= GRAMS_AT_ONCE) this.finish();
  }
}

function insertChildRows(
  tx: WriteTx,
  child: NonNullable<EntitySpec['child']>,
  parentId: number,
  rows: readonly (readonly unknown[])[],
): void {
  const sql = `INSERT INTO ${child.table} (${child.parent}, ${child.columns.join(', ')}) VALUES (?, ${marks(child.columns.length)})`;
  for (const row of rows) tx.hot(sql).run(parentId, ...row);
}

function deleteChildren(tx: WriteTx, entity: EntitySpec, id: number): void {
  if (entity.child) tx.hot(`DELETE FROM ${entity.child.table} WHERE ${entity.child.parent} = ?`).run(id);
}

function deleteGrams(tx: WriteTx, entity: EntitySpec, id: number): void {
  if (entity.gramTable) tx.hot(`DELETE FROM ${entity.gramTable} WHERE rowid = ?`).run(id);
}

/** What a row with these values and children would read as. */
export function imageOf(
  name: EntityName,
  values: readonly unknown[],
  children: readonly (readonly unknown[])[],
): BeforeImage {
  const { columns, child } = spec(name);
  const named = (keys: readonly string[], given: readonly unknown[]) =>
    Object.fromEntries(keys.map((key, index) => [key, given[index]]));
  return { row: named(columns, values), children: children.map((each) => named(child?.columns ?? [], each)) };
}

/** A row with its children, as it stands. */
export function readImage(db: ReadDb, name: EntityName, id: number): BeforeImage {
  const { table, child } = spec(name);
  const row = db.hot(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown> | undefined;
  const children = child
    ? (db.hot(`SELECT * FROM ${child.table} WHERE ${child.parent} = ? ORDER BY seq`).all(id) as Record<
        string,
        unknown
      >[])
    : [];
  return { row: present(row, `${table} ${id} exists`), children };
}

/** Puts a changed row back to its former self. */
export function restoreImage(tx: WriteTx, name: EntityName, id: number, image: BeforeImage): void {
  const entity = spec(name);
  const columns = [...entity.columns, 'batch_id'];
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  const values = columns.map((column) => image.row[column] ?? null);
  const { changes } = tx
    .hot(`UPDATE ${entity.table} SET ${assignments}, rev = rev + 1 WHERE id = ?`)
    .run(...values, id);
  assert(changes === 1, `one ${entity.table} row is restored`);
  deleteChildren(tx, entity, id);
  if (entity.child && image.children.length > 0) {
    const child = entity.child;
    insertChildRows(
      tx,
      child,
      id,
      image.children.map((row) => child.columns.map((column) => row[column] ?? null)),
    );
  }
  deleteGrams(tx, entity, id);
  if (entity.gramTable) {
    tx.hot(`INSERT INTO ${entity.gramTable} (rowid, grams) VALUES (?, ?)`).run(
      id,
      gramText(image.row.search_text as string),
    );
  }
}

/** Removes a row that the batch added, with what belongs to it. */
export function removeRow(tx: WriteTx, name: EntityName, id: number): void {
  const entity = spec(name);
  deleteChildren(tx, entity, id);
  deleteGrams(tx, entity, id);
  const { changes } = tx.hot(`DELETE FROM ${entity.table} WHERE id = ?`).run(id);
  assert(changes === 1, `one ${entity.table} row is removed`);
}
