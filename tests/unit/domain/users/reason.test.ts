/** A reason says something: four letters, characters or digits (ORG-06; reliability: a purpose for every reveal). */
import { reason } from '@shared/contract/entry';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { isReason } from '@shared/domain/users/reason';
import { describe, expect, it } from 'vitest';

describe('ORG-06 a reason', () => {
  it.each(['电话催收', '送达𠮷某', 'plan', ' 核对合同 ', '核1对2'])('%s says enough', (text) => {
    expect(isReason(text)).toBe(true);
  });

  it.each(['', '核对', '催收款', '……………', '----', '    ', '1.2.3'])('%j does not', (text) => {
    expect(isReason(text)).toBe(false);
  });

  it('is trimmed and of bounded length on the wire', () => {
    expect(reason.parse('  电话催收 ')).toBe('电话催收');
    expect(reason.safeParse('催'.repeat(201)).success).toBe(false);
    expect(reason.safeParse('核对').success).toBe(false);
  });

  it('goes to the log without the numbers that somebody typed into it', () => {
    expect(maskNumbersIn('核对 512226194403189114 与 13812345678')).toBe('核对 512226********9114 与 138****5678');
    expect(maskNumbersIn('证号51222619440526910X，2026年第0001号')).toBe('证号512226********910X，2026年第0001号');
    expect(maskNumbersIn('借据 62303192')).toBe('借据 62303192');
  });
});
