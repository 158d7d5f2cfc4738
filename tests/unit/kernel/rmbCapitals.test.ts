/** Capitals of amounts against 支付结算办法 附一 (RMB-01, RMB-02) and back (RMB-04). */
import { parseRmbCapitals, rmbCapitals } from '@shared/kernel/rmbCapitals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const CASES: readonly (readonly [number, string])[] = [
  [0, '人民币零元整'],
  [1, '人民币壹分'],
  [10, '人民币壹角整'],
  [79, '人民币柒角玖分'],
  [100, '人民币壹元整'],
  [105, '人民币壹元零伍分'],
  [150, '人民币壹元伍角整'],
  [1000, '人民币壹拾元整'],
  [10000, '人民币壹佰元整'],
  [10_000_000, '人民币壹拾万元整'],
  [30_982_500, '人民币叁拾万玖仟捌佰贰拾伍元整'],
  [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
  [1_000_500, '人民币壹万零伍元整'],
  [1_005_000, '人民币壹万零伍拾元整'],
  [100_500_000, '人民币壹佰万伍仟元整'],
  [10_050_000, '人民币壹拾万零伍佰元整'],
  [160_932, '人民币壹仟陆佰零玖元叁角贰分'],
  [10_000_000_005, '人民币壹亿元零伍分'],
  [10_000_050_000, '人民币壹亿零伍佰元整'],
  [10_005_000_000, '人民币壹亿零伍万元整'],
  [100_000_000_000_000, '人民币壹万亿元整'],
  [154_144_176, '人民币壹佰伍拾肆万壹仟肆佰肆拾壹元柒角陆分'],
];

describe('rmbCapitals (RMB-01, RMB-02, DOC)', () => {
  it.each(CASES)('%i fen', (fen, text) => {
    expect(rmbCapitals(fen)).toBe(text);
    expect(parseRmbCapitals(text)).toEqual({ fen, standard: true });
  });

  it('is refused for negative and fractional fen', () => {
    expect(() => rmbCapitals(-1)).toThrow(/non-negative/);
    expect(() => rmbCapitals(0.5)).toThrow();
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (fen) => {
        expect(parseRmbCapitals(rmbCapitals(fen))).toEqual({ fen, standard: true });
      }),
    );
  });
});

describe('parseRmbCapitals (RMB-04)', () => {
  it.each([
    ['拾万圆正', 10_000_000],
    ['人民币壹佰圆整', 10_000],
    ['人民币壹万〇伍元整', 1_000_500],
    ['人民币壹佰元', 10_000],
  ])('%s is readable but not standard', (text, fen) => {
    expect(parseRmbCapitals(text)).toEqual({ fen, standard: false });
  });

  it.each([
    ['人民币壹拾万柒仟元零伍角叁分', 10_700_053],
    ['人民币壹拾万零柒仟元伍角叁分', 10_700_053],
    ['人民币叁拾万零玖仟捌佰贰拾伍元整', 30_982_500],
    ['人民币壹仟肆佰零玖元伍角', 140_950],
  ])('%s with its optional 零 or without 整 is standard', (text, fen) => {
    expect(parseRmbCapitals(text)).toEqual({ fen, standard: true });
  });

  it.each(['', '元', '100元', '人民币壹贰元整', '壹佰两元'])('%s is no amount', (text) => {
    expect(parseRmbCapitals(text)).toBeNull();
  });
});
