/** Slips that were found once and that the types cannot see. */
import { expect, it } from 'vitest';
import { PRODUCT } from './sourceTree';

/** Lines of the product that a pattern finds, as `path: line`. */
const linesWith = (pattern: RegExp, side = 'electron/'): string[] =>
  PRODUCT.filter(({ path }) => path.startsWith(side)).flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

it('R12 the program writes no error into its log but through faultText', () => {
  expect(linesWith(/\blog\(.*(\.message|\.stack|String\(error)/)).toEqual([]);
});

it('the day of an instant is never its first ten characters, which are the day in Greenwich', () => {
  expect(linesWith(/\b(\w+_)?[aA]t\.slice\(0, ?10\)|At\.slice\(0, ?10\)|substr\((\w+\.)?(\w+_)?at, 1, 10\)/)).toEqual([
    // The minute that a person typed on the branch's own clock.
    ...linesWith(/substr\(held_at, 1, 10\)/),
  ]);
});
