/** How a fact of a question is typed on screen, from what its type says of itself (shared/rules/facts.ts). */
import type { FactType, FactTypes } from '../../rules/facts';

export const CELL_INPUTS = ['money', 'date', 'boolean', 'choice', 'number', 'text'] as const;
export type CellInputKind = (typeof CELL_INPUTS)[number];
/** `choices`: several words; `table`: rows of cells. */
export const FACT_INPUTS = [...CELL_INPUTS, 'choices', 'table'] as const;
export type FactInputKind = (typeof FACT_INPUTS)[number];

/** What the rows of a table are: objects of a list, single values of a list, or one object alone. */
export const TABLE_SHAPES = ['records', 'values', 'record'] as const;
export type TableShape = (typeof TABLE_SHAPES)[number];

export interface CellInput {
  readonly name: string;
  readonly kind: CellInputKind;
  /** Of a choice. */
  readonly words: readonly string[];
  /** In the engine's words: shown beside a text. */
  readonly expected: string;
  readonly optional: boolean;
}

export interface FactInput extends Omit<CellInput, 'kind'> {
  readonly kind: FactInputKind;
  readonly shape: TableShape | null;
  /** Of a table. */
  readonly columns: readonly CellInput[];
}

const CELLS: readonly (readonly [pattern: RegExp, kind: CellInputKind])[] = [
  [/^yuan/, 'money'],
  [/^YYYY-MM-DD/, 'date'],
  [/^true \| false$/, 'boolean'],
  [/^(0\.\.|decimal|number)/, 'number'],
];

function kindOf(expected: string): CellInputKind {
  const cell = CELLS.find(([pattern]) => pattern.test(expected));
  if (cell) return cell[1];
  // A form such as `months:N` is no word of a list.
  return expected.includes(' | ') && !expected.includes(':') ? 'choice' : 'text';
}

function cellInput(name: string, { expected, absent }: FactType<unknown>): CellInput {
  const kind = kindOf(expected);
  return { name, kind, words: kind === 'choice' ? expected.split(' | ') : [], expected, optional: !!absent };
}

const cellInputs = (types: FactTypes): CellInput[] =>
  Object.entries(types).map(([name, type]) => cellInput(name, type));

function factInput(name: string, type: FactType<unknown>): FactInput {
  const { item } = type;
  const parts = item?.parts ?? type.parts;
  const single = { ...cellInput(name, item ?? type), expected: type.expected, optional: !!type.absent };
  if (parts) {
    const shape = item ? 'records' : 'record';
    return { ...single, kind: 'table', words: [], shape, columns: cellInputs(parts) };
  }
  if (!item) return { ...single, shape: null, columns: [] };
  if (single.kind === 'choice') return { ...single, kind: 'choices', shape: null, columns: [] };
  return { ...single, kind: 'table', words: [], shape: 'values', columns: [cellInput(name, item)] };
}

/** One input per fact, in the order of the question; the day of the question is asked for elsewhere. */
export const factInputs = (types: FactTypes): FactInput[] =>
  Object.entries(types)
    .filter(([name]) => name !== 'asOf')
    .map(([name, type]) => factInput(name, type));
