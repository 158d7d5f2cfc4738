/** Two views of one debt keep the same total, whatever the core banking system books (REC-10). */
import { afterBooked, shifted, totalOf } from '@shared/domain/receipts/standing';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const fen = fc.integer({ min: 0, max: 1_000_000 });
const debt = fc.record({ principal: fen, interest: fen });

it('the core banking system paid interest that we do not know: nothing falls below zero', () => {
  const standing = shifted({ principal: 1_000, interest: 100 }, 50);
  expect(standing.owed).toEqual({ principal: 1_050, interest: 50 });
  expect(afterBooked(standing, { principal: 400, interest: 250 })).toEqual({
    book: { principal: 600, interest: 0 },
    owed: { principal: 600, interest: 0 },
  });
});

it('its reversal brings the debt back', () => {
  const standing = shifted({ principal: 1_000, interest: 100 }, 50);
  expect(afterBooked(standing, { principal: -300, interest: -20 })).toEqual({
    book: { principal: 1_300, interest: 120 },
    owed: { principal: 1_350, interest: 70 },
  });
});

it('both views lose the same and none falls below zero; a shift moves what is there', () => {
  fc.assert(
    fc.property(debt, debt, fc.integer({ min: -1_000_000, max: 1_000_000 }), (owing, paid, moved) => {
      const before = shifted(owing, moved);
      const { book, owed } = afterBooked(before, paid);
      expect(totalOf(before.owed)).toBe(totalOf(owing));
      expect(totalOf(owed)).toBe(totalOf(book));
      expect(Math.min(book.principal, book.interest, owed.principal, owed.interest)).toBeGreaterThanOrEqual(0);
    }),
  );
});
