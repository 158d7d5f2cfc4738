/** Typed amounts become fen exactly (APP-04, ui.md §4). */
import { describe, expect, it } from 'vitest';
import { parseTypedAmount } from '../../../renderer/ui/amountInput.parse';

describe('APP-04 a typed amount', () => {
  it.each([
    ['36500', 3_650_000],
    ['36,500.00', 3_650_000],
    ['５ｗ', 5_000_000],
    ['5w', 5_000_000],
    ['5万', 5_000_000],
    ['0.00005万', 50],
    ['1.23', 123],
    ['999999999.99', 99_999_999_999],
    ['￥1,000元', 100_000],
    ['0', 0],
  ])('%s is %d fen', (typed, fen) => {
    expect(parseTypedAmount(typed)).toEqual({ fen });
  });

  it('leaves an empty field empty', () => {
    expect(parseTypedAmount('  ')).toEqual({ fen: null });
  });

  it.each([
    ['1.234', 'precision'],
    ['0.0000005万', 'precision'],
    ['abc', 'not-a-number'],
    ['5ww', 'not-a-number'],
    ['99999999999999999', 'range'],
    ['-5', 'negative'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(parseTypedAmount(typed)).toEqual({ problem });
  });

  it('takes a reversal where the field allows it', () => {
    expect(parseTypedAmount('-5.00', true)).toEqual({ fen: -500 });
  });
});
