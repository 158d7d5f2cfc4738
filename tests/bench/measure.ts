/** Rounds, spreads and the table: a figure is a ratio to a limit measured in the same run. */

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Line {
  readonly id: string;
  readonly work: string;
  readonly unit: 'x' | 'ms' | 's' | '';
  readonly spread: Spread;
  /** What performance.md asks of the median, or of the maximum where it names a percentile; null: for information. */
  readonly goal: number | null;
  readonly judged: 'median' | 'max';
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}

/** The value that a share of the sample does not exceed, e.g. 0.99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Each side once per round, the first to go changing from round to round; milliseconds by side. */
export async function interleaved<K extends string>(
  rounds: number,
  sides: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(sides) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      globalThis.gc?.();
      times[name].push(await sides[name]());
    }
  }
  return times;
}

/** Ratios round by round: noise that hits a whole round hits both of its sides. */
export const ratios = (times: readonly number[], limits: readonly number[]): number[] =>
  times.map((time, index) => time / (limits[index] as number));

export const scaled = (values: readonly number[], factor: number): number[] => values.map((value) => value * factor);

export function holds(line: Line): boolean | null {
  return line.goal === null ? null : line.spread[line.judged] <= line.goal;
}

const shown = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(value < 100 ? 2 : 0));

export function printTable(lines: readonly Line[]): void {
  const rows = lines.map((line) => {
    const { min, median, max } = line.spread;
    const verdict = holds(line);
    const goal = line.goal === null ? '' : `${line.judged} <= ${line.goal}`;
    const mark = verdict === null ? '' : verdict ? 'ok' : 'MISSED';
    return [line.id, line.work, line.unit, shown(min), shown(median), shown(max), goal, mark];
  });
  const head = ['id', 'work', 'unit', 'min', 'median', 'max', 'goal', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const isNumber = (column: number) => column >= 3 && column <= 5;
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}
