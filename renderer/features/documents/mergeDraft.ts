/** Two savings of one draft (ui.md §4 Conflict): changes to different fields are joined, the rest is for a person. */
import type { FieldValue } from '@shared/domain/litigation/preLitigationReport/fields';

/** What a person typed, by field id; a field that is absent or blank has its suggestion. */
export type TypedFields = Readonly<Record<string, FieldValue>>;

export interface MergedDraft {
  /** Mine where nobody else changed it, theirs where I did not; mine in the fields of `conflicts`. */
  readonly fields: TypedFields;
  /** Ids of fields that both sides changed to different values. */
  readonly conflicts: readonly string[];
}

/** Values are text, ticks or rows of text: their JSON tells whether they are equal. */
const isSameValue = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** A copy with the field set, or taken out when there is no value. */
export function withField(fields: TypedFields, id: string, value: FieldValue | undefined): TypedFields {
  const { [id]: _, ...others } = fields;
  return value === undefined ? others : { ...others, [id]: value };
}

/** `base` is what both sides started from. */
export function mergeDraft(base: TypedFields, mine: TypedFields, theirs: TypedFields): MergedDraft {
  const ids = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  const conflicts: string[] = [];
  let fields: TypedFields = mine;
  for (const id of ids) {
    if (isSameValue(base[id], theirs[id]) || isSameValue(mine[id], theirs[id])) continue;
    if (isSameValue(base[id], mine[id])) fields = withField(fields, id, theirs[id]);
    else conflicts.push(id);
  }
  return { fields, conflicts };
}

/** Applies to `newest` what changed between `from` and `to`, but not to fields that were typed in since. */
export function carryOver(newest: TypedFields, from: TypedFields, to: TypedFields): TypedFields {
  let fields = newest;
  for (const id of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (!isSameValue(from[id], to[id]) && isSameValue(newest[id], from[id])) fields = withField(fields, id, to[id]);
  }
  return fields;
}
