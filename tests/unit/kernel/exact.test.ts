/** Exact fractions: parsing, arithmetic, rounding half up once. */
import {
  compare,
  fixedText,
  fraction,
  minus,
  parseExact,
  plus,
  ratePercent,
  rateText,
  roundHalfUp,
  roundTogether,
  sum,
  times,
  toFen,
} from '@shared/kernel/exact';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const exact = (text: string) => parseExact(text) ?? fraction(0n, 1n);

describe('exact', () => {
  test.each([
    ['0.000175', 175n, 1_000_000n],
    ['1/3', 1n, 3n],
    ['-2.50', -5n, 2n],
    ['7', 7n, 1n],
  ])('reads %s', (text, n, d) => {
    const common = fraction(n, d);
    expect(parseExact(text)).toEqual(common);
  });

  test.each(['', '.5', '5.', '1e3', '1/0', ' 1', '1,000', '--1'])('does not read "%s"', (text) => {
    expect(parseExact(text)).toBeNull();
  });

  test.each([
    ['2.5', 3n],
    ['-2.5', -3n],
    ['2.49', 2n],
    ['1/3', 0n],
  ])('rounds %s half up', (text, rounded) => {
    expect(roundHalfUp(exact(text))).toBe(rounded);
  });

  test.each([
    ['0.12345', 4, '0.1235'],
    ['-0.00005', 4, '-0.0001'],
    ['12', 0, '12'],
    ['0', 4, '0.0000'],
  ])('%s with %i places is %s', (text, places, written) => {
    expect(fixedText(exact(text), places)).toBe(written);
  });

  test.each([
    ['0.250', '0.25'],
    ['10', '10'],
    ['0', '0'],
    ['1/3', '0.3333333333'],
  ])('rate %s is written %s', (text, written) => {
    expect(rateText(exact(text))).toBe(written);
  });

  test.each([
    ['0.15', '15%'],
    ['0.125', '12.5%'],
    ['0.1', '10%'],
    ['1', '100%'],
    ['0', '0%'],
    ['0.000175', '0.0175%'],
  ])('rate %s is %s', (rate, percent) => {
    expect(ratePercent(rate)).toBe(percent);
  });

  test('plus and minus undo each other, times keeps order', () => {
    const numbers = fc.tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n)).map(([n, d]) => fraction(n, d));
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(times(a, b)).toEqual(times(b, a));
        expect(compare(a, b)).toBe(-compare(b, a) || 0);
      }),
    );
  });

  test('parts rounded together add up to the whole rounded once, whatever they are', () => {
    const part = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 6n)).map(([n, d]) => fraction(n, d));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (parts) => {
        const rounded = roundTogether(parts);
        expect(rounded.reduce((total, each) => total + each, 0)).toBe(toFen(sum(parts)));
        for (const [index, { n, d }] of parts.entries())
          expect(Math.abs(Number(n / d) - (rounded[index] ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('products beyond the safe range stay exact', () => {
    // 380,000 yuan × 17.5 % × 3,650 days / 360: the product of the whole numbers passes 2^53.
    const product = times(times(exact('38000000'), exact('0.175')), exact('3650/360'));
    expect(toFen(product)).toBe(67_423_611);
  });
});
