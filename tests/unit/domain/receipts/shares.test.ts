/** Shares in millionths: equal parts, percent text (REC-10). */
import { equalShares, parsePercent, percentText, WHOLE_PPM } from '@shared/domain/receipts/shares';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('equal parts are all of it, and differ by a millionth at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (many) => {
      const parts = equalShares(many);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(WHOLE_PPM);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
  expect(equalShares(3)).toEqual([333_334, 333_333, 333_333]);
});

it('a percentage reads as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: WHOLE_PPM }), (ppm) => {
      expect(parsePercent(percentText(ppm))).toBe(ppm);
    }),
  );
  expect([percentText(600_000), percentText(333_333), percentText(1)]).toEqual(['60', '33.3333', '0.0001']);
});

it.each(['', '0', '100.0001', '33.33333', '-1', '六十', '1e2'])('%s is no share', (text) => {
  expect(parsePercent(text)).toBeNull();
});
