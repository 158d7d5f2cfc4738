/**
 * What a person types for the report. Ids are stable: they are also the keys of the command line's --fields JSON.
 * Amounts are yuan as text (`221441.76`), dates ISO text, tables arrays of rows whose cells are text.
 */
import { isCalendarDate } from '@shared/kernel/calendarDate';
import { type Fen, parseFen } from '@shared/kernel/money';
import type { ReportFacts } from './facts';
import type { FieldId } from './fieldIds';

export type Row = Readonly<Record<string, string>>;
export type FieldValue = string | boolean | readonly Row[];
export type ReportFields = { readonly [Id in FieldId]?: FieldValue };

export type FieldKind = 'text' | 'longText' | 'amount' | 'date' | 'choice' | 'checkbox' | 'table';

export interface TableColumn {
  readonly id: string;
  readonly kind: 'text' | 'longText' | 'amount' | 'percent' | 'date' | 'choice';
  readonly options?: readonly string[];
  readonly required?: boolean;
}

export interface FieldDefinition {
  readonly id: FieldId;
  /** Chapter of the report that it stands in: 0 head … 5 conclusion. */
  readonly section: 0 | 1 | 2 | 3 | 4 | 5;
  readonly kind: FieldKind;
  /** `block`: no print without it; `warn`: the print wants a reason; `no`: may stay empty. */
  readonly required: 'block' | 'warn' | 'no';
  readonly maxLength: number;
  readonly options?: readonly string[];
  readonly columns?: readonly TableColumn[];
  /** The value to start with; fields given earlier in the catalogue are already in `fields`. */
  readonly suggest?: (facts: ReportFacts, fields: ReportFields) => FieldValue;
}

export function textOf(fields: ReportFields, id: FieldId): string {
  const value = fields[id];
  return typeof value === 'string' ? value.trim() : '';
}

export function rowsOf(fields: ReportFields, id: FieldId): readonly Row[] {
  const value = fields[id];
  return Array.isArray(value) ? value : [];
}

/** Fen of an amount as people type it (`1,541,441.76`); null when empty or no amount. */
export function parseAmount(text: string): Fen | null {
  const fen = parseFen(text.trim().replaceAll(',', ''));
  return typeof fen === 'number' && fen >= 0 ? fen : null;
}

export const amountOf = (fields: ReportFields, id: FieldId): Fen | null => parseAmount(textOf(fields, id));

/** Percent text → basis points (`70` = 7,000); null when it is none or over 100. */
export function basisPoints(text: string): number | null {
  const value = parseFen(text.trim().replace(/[%％]$/, ''));
  return typeof value === 'number' && value >= 0 && value <= 10_000 ? value : null;
}

export const dateOf = (fields: ReportFields, id: FieldId): string | null =>
  isCalendarDate(textOf(fields, id)) ? textOf(fields, id) : null;
