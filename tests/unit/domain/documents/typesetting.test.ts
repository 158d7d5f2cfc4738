/** Rules of where a line may break (documents.md §2.4, §2.8; DOC-01). */
import { lineUnits, noBreak, titleLines, visibleText } from '@shared/domain/documents/typesetting';
import { describe, expect, it } from 'vitest';

describe('lineUnits (DOC-01)', () => {
  it.each([
    ['截至2026年9月20日（含当日），', ['截', '至', '2026年', '9月', '20日', '（含', '当', '日），']],
    ['合计1,541,441.76元。', ['合', '计', '1,541,441.76元。']],
    ['（￥1,541,441.76）', ['（￥1,541,441.76）']],
    ['“青禾公司”', ['“青', '禾', '公', '司”']],
    ['河支论字〔2026〕第0007号', ['河', '支', '论', '字', '〔2026〕第0007号']],
    ['依据第六百九十三条办理', ['依', '据', '第六百九十三条', '办', '理']],
    ['PDF and Word', ['PDF ', 'and ', 'Word']],
    ['𬱖䶮𠮷', ['𬱖', '䶮', '𠮷']],
  ])('%s', (text, units) => {
    expect(lineUnits(text)).toEqual(units);
  });

  it('keeps a number of the files on one line', () => {
    expect(lineUnits(`合同${noBreak('河支流借字2023第0316号')}）`)).toEqual(['合', '同', '河支流借字2023第0316号）']);
  });

  it('loses no visible character', () => {
    const text = `甲（${noBreak('云岭（2023）不动产权第0001234号')}） 乙\u200b丙`;
    expect(lineUnits(text).join('')).toBe(visibleText(text));
  });
});

describe('titleLines', () => {
  it('breaks a long name before its legal form', () => {
    const name = '云岭县青禾农产品深加工与冷链物流配送综合服务有限责任公司';
    const lines = titleLines('关于对', name, '采取法律手段清收的诉前论证报告');
    expect(lines.join('')).toContain(name);
    expect(lines.every((line) => line.length <= 20)).toBe(true);
  });

  it('leaves a name that fits in one line', () => {
    expect(titleLines('关于对', '云岭县青禾农产品加工有限公司', '的诉前论证报告')).toEqual([
      '关于对云岭县青禾农产品加工有限公司',
      '的诉前论证报告',
    ]);
  });

  it('prefers the legal form as the place to break', () => {
    expect(titleLines('关于对', '云岭县青禾农产品加工物流有限责任公司', '的诉前论证报告')[1]).toBe('有限责任公司');
  });
});
