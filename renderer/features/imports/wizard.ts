/** The import wizard's state and how choices become a mapping (IMP-02). Pure: tested without a screen. */
import type { ImportMapping, ImportResult, ImportRunInput, Inspection } from '@shared/contract/imports.contract';

export const STEPS = ['file', 'heading', 'columns', 'check', 'write'] as const;
export type Step = (typeof STEPS)[number];

export type Kind = ImportMapping['kind'];
export type Scale = 1 | 1000 | 10000;
export const SCALES: readonly Scale[] = [1, 1000, 10000];

/** What a person decided over the guess; every field of the kind has its entry in `columns`. */
export interface Choices {
  readonly columns: Readonly<Record<string, number | null>>;
  readonly scales: Readonly<Record<string, Scale>>;
  /** Fields that were ambiguous and have been decided, also when the decision is "leave out". */
  readonly decided: readonly string[];
  readonly asOf: string | null;
  readonly offBalance: boolean;
  /** Unit of every row where no column names it. */
  readonly unit: string;
  /** Name under which the mapping is remembered; empty: not remembered. */
  readonly rememberAs: string;
}

export interface Wizard {
  readonly step: Step;
  readonly path: string;
  readonly inspection: Inspection | null;
  readonly choices: Choices | null;
  /** Result of the dry run of exactly these choices. */
  readonly checked: ImportResult | null;
  readonly acceptWarnings: boolean;
  /** Units that will be created with the import; empty: none. */
  readonly newUnits: readonly string[];
  readonly written: ImportResult | null;
}

export const FRESH: Wizard = {
  step: 'file',
  path: '',
  inspection: null,
  choices: null,
  checked: null,
  acceptWarnings: false,
  newUnits: [],
  written: null,
};

export function choicesOf(inspection: Inspection): Choices {
  const { mapping, fields } = inspection;
  const mapped = new Map(mapping.columns.map((column) => [column.field, column]));
  const fallback = (inspection.declaredScale ?? 1) as Scale;
  return {
    columns: Object.fromEntries(fields.map(({ field }) => [field, mapped.get(field)?.column ?? null])),
    scales: Object.fromEntries(
      fields.filter(({ amount }) => amount).map(({ field }) => [field, mapped.get(field)?.scale ?? fallback]),
    ),
    decided: [],
    asOf: inspection.asOf,
    offBalance: mapping.offBalance ?? false,
    unit: mapping.unit ?? '',
    rememberAs: inspection.remembered ?? '',
  };
}

/** Gives a column to a field; a column holds one field only, so the field that had it goes without. */
export function chooseColumn(choices: Choices, field: string, column: number | null): Choices {
  const taken = Object.entries(choices.columns).map(([other, held]) => [
    other,
    held === column && column !== null ? null : held,
  ]);
  const decided = choices.decided.includes(field) ? choices.decided : [...choices.decided, field];
  return { ...choices, columns: { ...Object.fromEntries(taken), [field]: column }, decided };
}

/** The field that a column is given to. */
export function fieldOfColumn(choices: Choices, column: number): string | null {
  return Object.entries(choices.columns).find(([, held]) => held === column)?.[0] ?? null;
}

/** Required fields that still have no column; a constant unit stands for its column. */
export function missingFields(inspection: Inspection, choices: Choices): string[] {
  return inspection.fields
    .filter(({ field, required }) => required && choices.columns[field] === null)
    .map(({ field }) => field)
    .filter((field) => !(field === 'unit' && choices.unit !== ''));
}

/** Fields for which several columns are as good and nobody has decided yet. */
export function undecidedFields(inspection: Inspection, choices: Choices): string[] {
  return inspection.ambiguous
    .map(({ field }) => field)
    .filter((field) => choices.columns[field] === null && !choices.decided.includes(field));
}

/** Columns that no field takes, in sheet order. */
export function unusedColumns(inspection: Inspection, choices: Choices): Inspection['columns'] {
  return inspection.columns.filter(({ index }) => fieldOfColumn(choices, index) === null);
}

/** What needs a person first, then the rest as the kind lists it. By the guess, so that lines do not jump while deciding. */
export function fieldsInOrder(inspection: Inspection): Inspection['fields'] {
  const urgent = new Set([...inspection.missing, ...inspection.ambiguous.map(({ field }) => field)]);
  const first = inspection.fields.filter(({ field }) => urgent.has(field));
  return [...first, ...inspection.fields.filter(({ field }) => !urgent.has(field))];
}

export function mappingOf(inspection: Inspection, choices: Choices): ImportMapping {
  const headings = new Map(inspection.columns.map(({ index, title }) => [index, title]));
  const columns = inspection.fields.flatMap(({ field, amount }) => {
    const column = choices.columns[field] ?? null;
    if (column === null) return [];
    const scale = amount ? { scale: choices.scales[field] ?? 1 } : {};
    return [{ field, column, heading: headings.get(column) ?? '', ...scale }];
  });
  const { asOf: _asOf, offBalance: guessed, unit: _unit, ...rest } = inspection.mapping;
  const unit = choices.columns.unit === null ? choices.unit : '';
  return {
    ...rest,
    columns: columns.sort((a, b) => a.column - b.column),
    ...(choices.asOf ? { asOf: choices.asOf } : {}),
    ...(choices.offBalance || guessed !== undefined ? { offBalance: choices.offBalance } : {}),
    ...(unit ? { unit } : {}),
  };
}

/** The command for a dry run or the write; the request id makes a repeated write the same write. */
export function runInput(wizard: Wizard, dryRun: boolean, requestId: string | null): ImportRunInput | null {
  const { inspection, choices } = wizard;
  if (!inspection || !choices) return null;
  return {
    path: inspection.path,
    mapping: mappingOf(inspection, choices),
    mappingName: null,
    kind: inspection.mapping.kind,
    asOf: choices.asOf,
    dryRun,
    acceptWarnings: wizard.acceptWarnings,
    createUnits: wizard.newUnits.length > 0,
    rejectsPath: null,
    requestId,
  };
}

/** Spreadsheet letters of a zero-based column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** Bytes as people read file sizes. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What each part of the mapping step shows and changes. */
export interface MappingProps {
  readonly inspection: Inspection;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}
