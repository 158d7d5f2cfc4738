/**
 * Guesses what a list is and which column holds which field: by the words of its headings, then by its values. A wrong column
 * is worse than none: what is ambiguous stays unmapped for a person to decide.
 */
import type { FieldKey, FieldSpec, KindSpec, ValueType } from './fields/fieldSpec';
import { KIND_SPECS } from './fields/kindSpecs';
import type { Heading, HeadingColumn } from './heading';
import { headingBase, isPastOrPlan } from './headingText';
import { type MappedColumn, type Mapping, missingFields } from './mapping';
import type { AmountScale } from './readAmount';
import { readAmount } from './readAmount';
import { readDate, readMonth } from './readDate';
import { IMPORT_KINDS, type ImportKind } from './records';
import type { RawCell, SheetRow } from './sheet';
import { readClass, readFourLevel, readGuaranteeMode } from './words';

export interface Guess {
  readonly mapping: Mapping;
  /** Required fields without a column. */
  readonly missing: readonly FieldKey[];
  /** Fields for which several columns are as good; none was taken. */
  readonly ambiguous: readonly { readonly field: FieldKey; readonly columns: readonly number[] }[];
  /** Where the unit of amounts came from; `assumed` is 元 for lack of any word. */
  readonly amountUnit: 'heading' | 'declared' | 'assumed';
}

interface Candidate {
  readonly field: FieldSpec;
  readonly column: HeadingColumn;
  readonly score: number;
}

const SAMPLE_ROWS = 200;
/** Words that do not change which field is meant. */
const NEUTRAL_PREFIX = /^(?:本期|期末|当前|人民币|最新|月末|本月末|账面|当期|现)(?=.{2})/;
const OTHER_PARTY =
  /借款人|借款户|客户|债务人|保证人|担保人|抵押人|出质人|配偶|共同|联系人|法定代表|法人|所有权人|权利人|推荐人/;

/** Ways to read one heading: with its group, alone, and its alternatives (坐落/存放地点). */
function readings(column: HeadingColumn, spec: KindSpec): { text: string; weight: number }[] {
  const leaf = column.parts[column.parts.length - 1] as string;
  const group = column.parts
    .slice(0, -1)
    .map(headingBase)
    .join('')
    .replace(/(?:基本)?(?:信息|资料|情况|要素)$/, '');
  const found: { text: string; weight: number }[] = [];
  const foreign = OTHER_PARTY.test(group) && !spec.subjects.some((s) => group.includes(s));
  if (group !== '') found.push({ text: group + headingBase(leaf), weight: 1 });
  if (foreign || isPastOrPlan(group)) return found;
  found.push({ text: headingBase(leaf), weight: 0.95 });
  if (/[/、]/.test(leaf)) for (const part of leaf.split(/[/、]/)) found.push({ text: headingBase(part), weight: 0.8 });
  return found;
}

/** 0 when the heading does not mean the field; strong names above 60, weak ones below. */
function nameScore(column: HeadingColumn, field: FieldSpec, spec: KindSpec): number {
  let best = 0;
  for (const { text, weight } of readings(column, spec)) {
    if (text === '') continue;
    const plain = text.replace(NEUTRAL_PREFIX, '');
    const subject = spec.subjects.find((s) => text.startsWith(s) && text.length > s.length);
    const own = subject === undefined ? text : text.slice(subject.length);
    for (const [i, name] of field.names.entries()) {
      const base = headingBase(name);
      const exact = text === base ? 100 : own === base ? 95 : plain === base ? 90 : 0;
      if (exact > 0) best = Math.max(best, exact * weight - i * 0.01);
    }
    for (const name of field.weak ?? []) if (text === headingBase(name)) best = Math.max(best, 50 * weight);
  }
  return best;
}

const textOf = (cell: RawCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.kind === 'formula' ? textOf(cell.value) : '';
  return String(cell)
    .trim()
    .replace(/^'|^="|"$/g, '');
};

/** What a value of the type looks like; types not listed take anything. */
const VALUE_TESTS: Partial<Record<ValueType, (cell: RawCell) => boolean>> = {
  amount: (cell) => typeof readAmount(cell, 10000) === 'number' || readAmount(cell, 10000) === 'amount-precision',
  date: (cell) => readDate(cell).problem === null,
  month: (cell) => readMonth(cell).problem === null,
  class: (cell) => readClass(textOf(cell)) !== null,
  form: (cell) => readFourLevel(textOf(cell)) !== null,
  guarantee: (cell) => readGuaranteeMode(textOf(cell)) !== null,
  identifier: (cell) => /[0-9０-９]{4}/.test(textOf(cell)),
  phone: (cell) => /\d{5}/.test(textOf(cell)),
  name: (cell) => /\p{L}/u.test(textOf(cell)),
  unit: (cell) => /\p{L}/u.test(textOf(cell)),
  subject: (cell) => /^\d{2,}/.test(textOf(cell)),
  'number-text': (cell) => /\d/.test(textOf(cell)),
  rate: (cell) => /^\d*\.?\d+[%‰]?$/.test(textOf(cell)),
};

function valuesFit(type: ValueType, column: number, rows: readonly SheetRow[]): boolean {
  const test = VALUE_TESTS[type];
  if (test === undefined) return true;
  let filled = 0;
  let passed = 0;
  for (const { cells } of rows) {
    const cell = cells[column];
    if (cell === null || cell === undefined || cell === '') continue;
    filled++;
    if (test(cell)) passed++;
  }
  return filled === 0 || passed >= filled * 0.6;
}

const sameValues = (a: number, b: number, rows: readonly SheetRow[]): boolean =>
  rows.every(({ cells }) => textOf(cells[a]) === textOf(cells[b]));

/** Several strong columns: words of equal rank decide nothing, and figures that differ decide nothing either. */
function isAmbiguous(best: Candidate, other: Candidate, rows: readonly SheetRow[]): boolean {
  if (best.score > 60 !== other.score > 60) return false;
  const sameWords = Math.abs(best.score - other.score) < 0.005;
  const risky = best.field.type === 'amount' || best.field.type === 'date';
  if (!sameWords && !risky) return false;
  return !sameValues(best.column.column, other.column.column, rows);
}

function candidatesOf(spec: KindSpec, heading: Heading, rows: readonly SheetRow[]): Candidate[] {
  const visible = heading.columns.filter((c) => !c.hidden);
  const found: Candidate[] = [];
  for (const field of spec.fields) {
    for (const column of visible) {
      const score = nameScore(column, field, spec);
      if (score > 0 && valuesFit(field.type, column.column, rows)) found.push({ field, column, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.column.column - b.column.column);
}

function assign(candidates: readonly Candidate[], rows: readonly SheetRow[]) {
  const chosen = new Map<FieldKey, Candidate>();
  const ambiguous: { field: FieldKey; columns: number[] }[] = [];
  const taken = new Set<number>();
  const settled = new Set<FieldKey>();
  for (const best of candidates) {
    if (settled.has(best.field.key) || taken.has(best.column.column)) continue;
    settled.add(best.field.key);
    const rivals = candidates.filter(
      (c) => c.field === best.field && c !== best && !taken.has(c.column.column) && isAmbiguous(best, c, rows),
    );
    // A rival that another field claims with better words is no rival.
    const real = rivals.filter(
      (r) => !candidates.some((c) => c.column === r.column && c.field !== r.field && c.score > r.score),
    );
    if (real.length > 0)
      ambiguous.push({ field: best.field.key, columns: [best, ...real].map((c) => c.column.column) });
    else {
      chosen.set(best.field.key, best);
      taken.add(best.column.column);
    }
  }
  return { chosen, ambiguous };
}

const filledCells = (row: SheetRow): number =>
  row.cells.reduce<number>((n, cell) => (cell === null || cell === '' ? n : n + 1), 0);

/** The first data rows without the sparse ones: totals, notes and signatures would speak against every column. */
function sampleOf(rows: readonly SheetRow[], firstDataRow: number): SheetRow[] {
  const data = rows.filter((r) => r.row >= firstDataRow).slice(0, SAMPLE_ROWS);
  const fullest = data.reduce((most, row) => Math.max(most, filledCells(row)), 0);
  return data.filter((row) => filledCells(row) * 2 >= fullest);
}

/** Guesses the columns of a list whose kind is known; `rows` are its first data rows (200 are looked at). */
export function guessMapping(kind: ImportKind, heading: Heading, rows: readonly SheetRow[]): Guess {
  const spec = KIND_SPECS[kind];
  const sample = sampleOf(rows, heading.firstDataRow);
  const { chosen, ambiguous } = assign(candidatesOf(spec, heading, sample), sample);
  // A total of interest beside its parts would count twice.
  if (chosen.has('interestOn') || chosen.has('interestOff')) if (kind === 'loans') chosen.delete('interest');
  const columns = [...chosen.values()].map(({ field, column }): MappedColumn => {
    const scale: AmountScale = column.scale ?? heading.declaredScale ?? 1;
    return {
      field: field.key,
      column: column.column,
      heading: column.name,
      ...(field.type === 'amount' ? { scale } : {}),
    };
  });
  const amounts = [...chosen.values()].filter((c) => c.field.type === 'amount');
  const mapping: Mapping = {
    kind,
    headerRows: heading.headerRows,
    firstDataRow: heading.firstDataRow,
    columns: columns.sort((a, b) => a.column - b.column),
    ...(heading.asOf === null ? {} : { asOf: heading.asOf }),
    ...(heading.offBalance ? { offBalance: true } : {}),
  };
  const inHeading = amounts.length > 0 && amounts.every((c) => c.column.scale !== null);
  const amountUnit = inHeading ? 'heading' : heading.declaredScale === null ? 'assumed' : 'declared';
  return { mapping, missing: missingFields(mapping), ambiguous, amountUnit };
}

/**
 * Guesses the kind as well: of the kinds whose required fields all have a column, the one that explains most columns. When none is
 * complete, the one that explains most is returned with what is missing; null when nothing fits at all.
 */
export function guessKind(heading: Heading, rows: readonly SheetRow[]): Guess | null {
  const guesses = IMPORT_KINDS.map((kind) => guessMapping(kind, heading, rows)).filter((guess) => {
    const mapped = new Set(guess.mapping.columns.map((c) => c.field));
    return KIND_SPECS[guess.mapping.kind].signature.every((field) => mapped.has(field));
  });
  const complete = guesses.filter((guess) => guess.missing.length === 0);
  const pool = complete.length > 0 ? complete : guesses;
  return pool.reduce<Guess | null>(
    (best, guess) => (best === null || guess.mapping.columns.length > best.mapping.columns.length ? guess : best),
    null,
  );
}
