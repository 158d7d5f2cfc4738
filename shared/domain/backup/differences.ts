/** What a restore would change: the records of the backup beside those of the present folder, kind by kind. */

/** Kinds in the order in which they are shown; `attachments` are files, all others rows of a table. */
export const COUNTED_KINDS = [
  'loan',
  'party',
  'guarantee',
  'collateral',
  'receipt',
  'subject_balance',
  'month_end',
  'import_batch',
  'document',
  'attachment',
  'app_user',
  'unit',
  'audit_entry',
] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];

export interface Difference {
  readonly kind: CountedKind;
  readonly backup: number;
  /** Null: the present folder cannot be read. */
  readonly present: number | null;
}

export function differences(
  backup: Readonly<Record<string, number>>,
  present: Readonly<Record<string, number>> | null,
): Difference[] {
  return COUNTED_KINDS.map((kind) => ({
    kind,
    backup: backup[kind] ?? 0,
    present: present === null ? null : (present[kind] ?? 0),
  }));
}
