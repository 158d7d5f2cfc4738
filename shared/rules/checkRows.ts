/** Rows of tariffs and decision tables: read, compiled, and proved to have neither gap nor overlap. */
import { compare, type Exact, fixedText, ZERO } from '../kernel/exact';
import { yuanText } from '../kernel/money';
import { anyCell, readCondition } from './conditions';
import { isFields, type PackCursor } from './packCursor';
import type { JsonValue } from './packText';
import type { Cell, Condition, Hit, InputType, Scalar, TableInput, TableRow, TableRule, TierRow } from './ruleTypes';

const boundText = (bound: Exact | null): string => (bound === null ? '' : fixedText(bound, 2).replace(/\.00$/, ''));

/** Bands in ascending order, the last one open. A missing `flat` or `rate` is nothing. */
export function readTiers(version: PackCursor): TierRow[] {
  const rows: TierRow[] = [];
  let lower: Exact = ZERO;
  const cursors = version.objects('rows');
  cursors.forEach((row, index) => {
    const upTo = row.optionalExact('upTo');
    const last = index === cursors.length - 1;
    if (row.raw('flat') === undefined && row.raw('rate') === undefined)
      row.fault('rate', 'field-missing', 'a row has a flat amount or a rate');
    if (last && row.raw('upTo') !== undefined) row.fault('upTo', 'rows-gap', 'the last row has no upper bound');
    if (!last && upTo === null) row.fault('upTo', 'rows-overlap', 'only the last row is open');
    if (upTo !== null && compare(upTo, lower) <= 0) row.fault('upTo', 'rows-overlap', 'bounds ascend');
    const flat = row.optionalMoney('flat') ?? 0;
    const rate = row.optionalExact('rate') ?? ZERO;
    row.done();
    rows.push({ upTo, flat, rate, label: `${boundText(lower)}-${boundText(upTo)}` });
    lower = upTo ?? lower;
  });
  return rows;
}

const TYPES: readonly InputType[] = ['number', 'money', 'date', 'boolean'];

/** `"daysOverdue": "number"`, or a list of words for an enum. */
export function readInputs(rule: PackCursor): Record<string, TableInput> {
  const inputs: Record<string, TableInput> = {};
  for (const [name, raw] of Object.entries(rule.map('inputs'))) {
    if (Array.isArray(raw) && raw.length > 0 && raw.every((word) => typeof word === 'string'))
      inputs[name] = { type: 'enum', values: raw as string[] };
    else if (typeof raw === 'string' && (TYPES as readonly string[]).includes(raw))
      inputs[name] = { type: raw as InputType, values: [] };
    else rule.list.add(`${rule.at('inputs')}.${name}`, 'field-invalid', `${name}: a type or a list of words expected`);
  }
  return inputs;
}

/** `"outputs": {"level1": [words]}`; a table may do without. */
export function readOutputs(rule: PackCursor): Record<string, readonly string[]> {
  if (rule.raw('outputs') === undefined) return {};
  const outputs: Record<string, readonly string[]> = {};
  for (const [name, raw] of Object.entries(rule.map('outputs')))
    if (Array.isArray(raw) && raw.every((word) => typeof word === 'string')) outputs[name] = raw;
    else rule.list.add(`${rule.at('outputs')}.${name}`, 'field-invalid', `${name}: a list of words expected`);
  return outputs;
}

export const isScalar = (raw: JsonValue): raw is Scalar => raw !== null && typeof raw !== 'object';

function readWhen(row: PackCursor, inputs: Readonly<Record<string, TableInput>>): TableRow['when'] {
  const when: Record<string, Condition> = {};
  for (const [name, raw] of Object.entries(isFields(row.raw('when')) ? row.map('when') : {})) {
    const input = inputs[name];
    const condition = input ? readCondition(raw, input) : null;
    if (!input) row.list.add(`${row.at('when')}.${name}`, 'input-unknown', `"${name}" is not an input of the table`);
    else if (!condition) row.list.add(`${row.at('when')}.${name}`, 'field-invalid', `${name}: condition not readable`);
    else when[name] = condition;
  }
  return when;
}

function readThen(row: PackCursor, outputs: TableRule['outputs']): TableRow['gives'] {
  const gives: Record<string, Scalar> = {};
  for (const [name, raw] of Object.entries(row.map('then'))) {
    const words = outputs[name];
    if (!isScalar(raw))
      row.list.add(`${row.at('then')}.${name}`, 'field-invalid', `${name}: a text, number or true/false expected`);
    else if (words && !words.includes(String(raw)))
      row.list.add(`${row.at('then')}.${name}`, 'field-invalid', `${name}: one of ${words.join(', ')} expected`);
    else gives[name] = raw;
  }
  return gives;
}

export function readTableRows(
  version: PackCursor,
  { inputs, outputs, hit }: Pick<TableRule, 'inputs' | 'outputs' | 'hit'>,
): TableRow[] {
  const rows = version.objects('rows').map((row): TableRow => {
    const when = readWhen(row, inputs);
    const gives = readThen(row, outputs);
    const article = row.optionalText('article');
    const written = Object.entries(when).map(([name, condition]) => `${name} ${condition.written}`);
    const label = row.optionalText('label') ?? (written.length > 0 ? written.join(', ') : 'otherwise');
    row.done();
    return { label, article, when, gives };
  });
  const fault = hit === 'all' || version.list.faults.length > 0 ? null : findRowFault(rows, inputs, hit);
  if (fault) version.fault('rows', fault.code, fault.detail);
  return rows;
}

/** More combinations than this are no table that a person can check either. */
const MOST_CELLS = 200_000;

interface RowFault {
  readonly code: 'rows-gap' | 'rows-overlap' | 'field-invalid';
  readonly detail: string;
}

/** Amounts in yuan, as whoever edits the table wrote them. */
const asWritten = (facts: Readonly<Record<string, Cell>>, inputs: Readonly<Record<string, TableInput>>) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, cell]) => [name, inputs[name]?.type === 'money' ? yuanText(Number(cell)) : cell]),
  );

/** Tries facts on, below and above every bound of every column in all combinations; the first that goes wrong. */
function findRowFault(
  rows: readonly TableRow[],
  inputs: Readonly<Record<string, TableInput>>,
  hit: Hit,
): RowFault | null {
  const columns = Object.entries(inputs).map(([name, input]) => {
    const probes = rows.flatMap((row) => row.when[name]?.probes ?? []);
    return { name, probes: [...new Set<Cell>(probes.length > 0 ? probes : anyCell(input))] };
  });
  const cells = columns.reduce((count, column) => count * column.probes.length, 1);
  if (cells > MOST_CELLS) return { code: 'field-invalid', detail: 'the table has too many combinations' };
  for (let cell = 0; cell < cells; cell++) {
    const facts: Record<string, Cell> = {};
    let rest = cell;
    for (const { name, probes } of columns) {
      facts[name] = probes[rest % probes.length] as Cell;
      rest = Math.floor(rest / probes.length);
    }
    const labels = rows.filter((row) => rowFits(row, facts)).map((row) => row.label);
    const shown = JSON.stringify(asWritten(facts, inputs));
    if (labels.length === 0) return { code: 'rows-gap', detail: `no row for ${shown}` };
    if (hit === 'unique' && labels.length > 1)
      return { code: 'rows-overlap', detail: `rows ${JSON.stringify(labels)} both fit ${shown}` };
  }
  return null;
}

export function rowFits(row: TableRow, facts: Readonly<Record<string, Cell>>): boolean {
  for (const name in row.when) if (!row.when[name]?.fits(facts[name] as Cell)) return false;
  return true;
}
