/** Which column of a list holds which field: guessed, corrected by a person, remembered per source (IMP-02). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import type { FieldKey } from './fields/fieldSpec';
import { fieldSpec, KIND_SPECS } from './fields/kindSpecs';
import type { AmountScale } from './readAmount';
import type { ImportKind } from './records';

export interface MappedColumn {
  readonly field: FieldKey;
  /** Zero-based. */
  readonly column: number;
  /** Heading parts joined by `/`, as found; repeated headings on later pages are known by them. */
  readonly heading: string;
  /** Amount columns only: 1 元, 1,000 千元, 10,000 万元. */
  readonly scale?: AmountScale;
}

export interface Mapping {
  readonly kind: ImportKind;
  /** Sheet rows from 1. */
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly columns: readonly MappedColumn[];
  /** Date that the title gives, where it gives one. */
  readonly asOf?: CalendarDate;
  /** The whole list is off the balance sheet (its title or sheet name says 表外). */
  readonly offBalance?: boolean;
  /** Unit of every row, for files that have no such column. */
  readonly unit?: string;
}

export interface MappingCorrections {
  /** `column: null` leaves the field out; a field not listed stays as guessed. */
  readonly columns?: readonly {
    readonly field: FieldKey;
    readonly column: number | null;
    readonly scale?: AmountScale;
  }[];
  readonly unit?: string;
  readonly asOf?: CalendarDate;
  readonly offBalance?: boolean;
}

/** Required fields without a column (a constant unit stands for its column). */
export function missingFields(mapping: Mapping): FieldKey[] {
  const mapped = new Set(mapping.columns.map((c) => c.field));
  return KIND_SPECS[mapping.kind].fields
    .filter((f) => f.required && !mapped.has(f.key) && !(f.key === 'unit' && mapping.unit !== undefined))
    .map((f) => f.key);
}

/** A person's corrections over a guess. A column given to one field is taken from the field that had it. */
export function applyCorrections(
  mapping: Mapping,
  corrections: MappingCorrections,
  headings: ReadonlyMap<number, string> = new Map(),
): Mapping {
  const changes = corrections.columns ?? [];
  const changedFields = new Set(changes.map((c) => c.field));
  const takenColumns = new Set(changes.map((c) => c.column));
  const kept = mapping.columns.filter((c) => !changedFields.has(c.field) && !takenColumns.has(c.column));
  const set = changes.flatMap((change): MappedColumn[] => {
    if (change.column === null) return [];
    const before = mapping.columns.find((c) => c.field === change.field || c.column === change.column);
    const amount = fieldSpec(mapping.kind, change.field)?.type === 'amount';
    const scale = change.scale ?? before?.scale ?? 1;
    const heading =
      headings.get(change.column) ?? mapping.columns.find((c) => c.column === change.column)?.heading ?? '';
    return [{ field: change.field, column: change.column, heading, ...(amount ? { scale } : {}) }];
  });
  const { unit, asOf, offBalance } = corrections;
  return {
    ...mapping,
    columns: [...kept, ...set].sort((a, b) => a.column - b.column),
    ...(unit === undefined ? {} : { unit }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(offBalance === undefined ? {} : { offBalance }),
  };
}

/** Refuses `mapping-incomplete` with the fields that a person must still point at. */
export function decideMapping(mapping: Mapping): Decision<Mapping> {
  const missing = missingFields(mapping);
  return missing.length === 0 ? granted(mapping) : refused('mapping-incomplete', { kind: mapping.kind, missing });
}
