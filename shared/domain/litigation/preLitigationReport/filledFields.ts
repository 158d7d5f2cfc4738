/** What was typed, over the suggestions of the form. */
import { FIELDS } from './catalogue';
import type { ReportFacts } from './facts';
import type { FieldValue, ReportFields } from './fields';

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * Every field with its typed value, else its suggestion. A table that was typed as empty stays empty: its rows were
 * taken out on purpose. Suggestions see what stands before them in the catalogue and everything typed.
 */
export function filledFields(facts: ReportFacts, typed: ReportFields): ReportFields {
  let fields: ReportFields = typed;
  for (const field of FIELDS) {
    if (field.suggest && isEmpty(fields[field.id])) fields = { ...fields, [field.id]: field.suggest(facts, fields) };
  }
  return fields;
}
