/** Figures as people read them (ui.md §6). */
import { describe, expect, it } from 'vitest';
import { formatAmount, formatCount, formatDate, formatPercent } from '../../../renderer/i18n/format';

describe('APP-01 formats', () => {
  it('write amounts in yuan or ten thousand yuan, with a real minus', () => {
    expect(formatAmount(123_456_789, 'yuan')).toBe('1,234,567.89');
    expect(formatAmount(12_345_000, 'wan')).toBe('12.35');
    expect(formatAmount(-120_000, 'yuan')).toBe('\u22121,200.00');
  });

  it('never turn the unknown into zero', () => {
    expect([formatAmount(null, 'yuan'), formatDate(null, 'en'), formatPercent(null), formatCount(undefined)]).toEqual(
      Array(4).fill('—'),
    );
    expect(formatAmount(0, 'yuan')).toBe('0.00');
  });

  it('name the weekday in the language on screen', () => {
    expect(formatDate('2026-11-22', 'zh-CN')).toBe('2026-11-22 周日');
    expect(formatDate('2026-11-22', 'zh-TW')).toBe('2026-11-22 週日');
    expect(formatDate('2026-11-22', 'en')).toBe('2026-11-22 Sun');
  });

  it('write ratios and counts', () => {
    expect(formatPercent(0.1234)).toBe('12.34 %');
    expect(formatCount(1204)).toBe('1,204');
  });
});
