/** What a field amounts to: the typed value, else the suggestion (the same rule as the paper's). */
import type { FieldValue, Row } from '@shared/domain/litigation/preLitigationReport/fields';

/** Blank text counts as nothing typed; an emptied table was emptied on purpose. */
export const isTyped = (value: FieldValue | undefined): boolean =>
  value !== undefined && !(typeof value === 'string' && value.trim() === '');

const isFieldValue = (value: unknown): value is FieldValue =>
  typeof value === 'string' || typeof value === 'boolean' || Array.isArray(value);

/** A suggestion off the wire; null when it is none, or says nothing. */
export function usableSuggestion(suggestion: unknown): FieldValue | null {
  if (!isFieldValue(suggestion)) return null;
  if (typeof suggestion === 'string') return suggestion.trim() === '' ? null : suggestion;
  return Array.isArray(suggestion) && suggestion.length === 0 ? null : suggestion;
}

export const asText = (value: FieldValue | null | undefined): string => (typeof value === 'string' ? value : '');

export const asRows = (value: FieldValue | null | undefined): readonly Row[] => (Array.isArray(value) ? value : []);
