/** What every kind of import does with one record: compare it with what is there and, when writing, store it. */
import type { ImportKind, ImportRecords } from '@shared/domain/imports/records';
import type { ReadDb, WriteTx } from '../../database/store';
import { type EntityName, EntityWriter } from './entityWriter.repository';

export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export type Applied =
  | { readonly status: 'added' | 'unchanged' }
  | { readonly status: 'changed'; readonly key: string; readonly fields: readonly FieldChange[] }
  /** Found only against the ledger, e.g. `contract-unknown`; `field` names the column to mark. */
  | { readonly status: 'refused' | 'warned'; readonly code: string; readonly field: string };

export interface Differences {
  new: number;
  settled: number;
  worsened: number;
  absent: number;
}

export interface Applier<K extends ImportKind> {
  apply(record: ImportRecords[K], acceptWarnings: boolean): Applied;
  /** After the last record: writes what waits, and says what the file as a whole means for the ledger. */
  finish(differences: Differences): void;
}

/** Reading only (dry run) or writing into a batch. */
export interface ApplyContext {
  readonly db: ReadDb;
  readonly write: { readonly tx: WriteTx; readonly batch: number } | null;
  readonly asOf: string;
  readonly units: ReadonlyMap<string, number>;
  /** How many records will come: decides between loading the keys once and looking each one up. */
  readonly expected: number;
}

/** Whether a record says what is stored; columns in `besides` may differ without the record having changed. */
export function sameValues(
  columns: readonly string[],
  before: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
  besides?: ReadonlySet<string>,
): boolean {
  return columns.every((column, index) => before[column] === values[index] || besides?.has(column));
}

export function writerFor(context: ApplyContext, name: EntityName): EntityWriter | null {
  return context.write ? new EntityWriter(context.write.tx, name, context.write.batch) : null;
}

/** Which of the named columns differ between a stored row and new values, as text for the dry run's list. */
export function changedFields(
  columns: readonly string[],
  before: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
  hidden: ReadonlySet<string>,
): FieldChange[] {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  return columns.flatMap((field, index) => {
    const from = text(before[field]);
    const to = text(values[index]);
    return from === to || hidden.has(field) ? [] : [{ field, from, to }];
  });
}
