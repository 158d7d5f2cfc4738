/** Files stay under 400 lines, functions under 70, every file says what it is for. */
import { expect, test } from 'vitest';
import { PRODUCT, SOURCES } from './sourceTree';

const FILE_LINES = 400;
const FUNCTION_LINES = 70;

test('no file over 400 lines', () => {
  const long = SOURCES.filter((file) => file.text.split('\n').length > FILE_LINES + 1);
  expect(long.map((file) => file.path)).toEqual([]);
});

test('no function over 70 lines', () => {
  const long = PRODUCT.flatMap((file) =>
    file.functions
      .filter((each) => each.lines > FUNCTION_LINES)
      .map((each) => `${file.path}:${each.line} ${each.lines} lines`),
  );
  expect(long).toEqual([]);
});

test('every file begins with what it is for', () => {
  const silent = PRODUCT.filter((file) => !/^\s*\/(\*\*|\/)/.test(file.text));
  expect(silent.map((file) => file.path)).toEqual([]);
});
