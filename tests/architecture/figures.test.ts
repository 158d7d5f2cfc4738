/** The table at the end of `npm run fault`: honest about what was not reached. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { type Figure, printFigure } from '../support/figure';

const script = pathToFileURL(resolve(import.meta.dirname, '../../scripts/figures.mjs')).href;
const { figureTable } = (await import(script)) as { figureTable: (said: readonly string[]) => string };

afterEach(() => vi.restoreAllMocks());

function printed(...figures: Figure[]): string[] {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  for (const figure of figures) printFigure(figure);
  return lines;
}
const rowOf = (id: string, said: readonly string[]) =>
  figureTable(said)
    .split('\n')
    .find((line) => line.startsWith(`${id} `));

it('adds up what the tests of one figure printed', () => {
  const flips = (done: number, bad = 0): Figure => ({ id: 'R7', done, what: 'one-bit flips', bad });
  expect(rowOf('R7', ['stdout | x', ...printed(flips(1000), flips(1000))])).toMatch(/^R7 +reached +target 2000/);
  expect(rowOf('R7', printed(flips(1000), flips(999)))).toContain('NOT REACHED (1999 of 2000)');
  expect(rowOf('R7', printed(flips(2000)))).toContain('NOT REACHED (1 of 2 tests)');
  expect(rowOf('R7', printed(flips(1000), flips(1000, 1)))).toContain('NOT REACHED (1 bad)');
});

it('asks for all where the target is all, and for a line where there is none', () => {
  const roles = (done: number): Figure => ({ id: 'R16', done, of: 12, what: 'pairs', bad: 0 });
  expect(rowOf('R16', printed(roles(12)))).toMatch(/^R16 +reached/);
  expect(rowOf('R16', printed(roles(11)))).toContain('NOT REACHED (11 of 12)');
  expect(rowOf('R4', [])).toContain('NOT REACHED (no test printed it)');
  expect(figureTable(printed(roles(12)))).toMatch(/1 of 20 reached$/);
});
