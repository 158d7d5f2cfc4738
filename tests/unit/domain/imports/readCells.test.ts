/** Amounts, dates, months, texts and shares: what is read, and what is refused just outside the edge (IMP-01). */
import { cleanText, joinName } from '@shared/domain/imports/cleanText';
import { readShares } from '@shared/domain/imports/collectorShares';
import { contractKey } from '@shared/domain/imports/foldText';
import { annualRateOf } from '@shared/domain/imports/kinds/readRate';
import { type AmountScale, readAmount } from '@shared/domain/imports/readAmount';
import { readDate, readMonth } from '@shared/domain/imports/readDate';
import { readClass, readGuaranteeKind, readGuaranteeMode } from '@shared/domain/imports/words';
import { dateParts, epochDay, fromEpochDay } from '@shared/kernel/calendarDate';
import { yuanGrouped, yuanText } from '@shared/kernel/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('IMP-01 amounts', () => {
  it.each([
    ['5,300.00', 1, 530_000],
    ['９００．００', 1, 90_000],
    ['￥1,234.5', 1, 123_450],
    ['(1,234.50)', 1, -123_450],
    ['（12）', 1, -1200],
    ['3.2万元', 1, 3_200_000],
    ['50000元', 10000, 5_000_000],
    ['0.000001', 10000, 1],
    ['1.5', 1000, 150_000],
    ['-0.00', 1, 0],
    [' 12 ', 1, 1200],
    [29, 10000, 29_000_000],
    [4.700001, 10000, 4_700_001],
    [Number('12.340000000000001'), 1, 1234],
    [0.1 + 0.2, 1, 30],
    [{ kind: 'formula', formula: 'A1+A2', value: 1.25 }, 1, 125],
  ] as const)('%j at %d is %d fen', (cell, scale, fen) => {
    expect(readAmount(cell, scale)).toBe(fen);
  });

  it.each([
    ['约五万', 'amount-text'],
    ['1.234.56', 'amount-text'],
    ['1,23,456', 'amount-text'],
    ['1.2E5', 'amount-text'],
    ['--5', 'amount-text'],
    [true, 'amount-text'],
    [1e17, 'amount-text'],
    ['1000.005', 'amount-precision'],
    [1000.005, 'amount-precision'],
    [81_227_394.845, 'amount-precision'],
    ['#REF!', 'amount-error-cell'],
    [{ kind: 'error', code: '#DIV/0!' }, 'amount-error-cell'],
    ['', 'blank'],
    ['-', 'blank'],
    [null, 'blank'],
  ] as const)('%j is %s', (cell, code) => {
    expect(readAmount(cell, 1)).toBe(code);
  });

  it('a fraction of a fen in 万元 is refused at the seventh decimal only', () => {
    expect(readAmount('1.2345678', 10000)).toBe('amount-precision');
    expect(readAmount('1.234567', 10000)).toBe(1_234_567);
    expect(readAmount('1.2345670', 10000)).toBe(1_234_567);
  });

  it('round-trips every fen as number and as text, in every unit', () => {
    const units: readonly (readonly [AmountScale, number])[] = [
      [1, 2],
      [1000, 5],
      [10000, 6],
    ];
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom(...units), (fen, [scale, places]) => {
        const digits = String(Math.abs(fen)).padStart(places + 1, '0');
        const text = `${fen < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(readAmount(text, scale)).toBe(fen);
        expect(readAmount(Number(text), scale)).toBe(fen);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(readAmount(yuanText(fen), 1)).toBe(fen);
        expect(readAmount(yuanGrouped(fen), 1)).toBe(fen);
        expect(readAmount(fullWidth(yuanGrouped(fen)), 1)).toBe(fen);
      }),
    );
  });

  it('takes sums of fen as they come out of floating point', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 2, maxLength: 6 }), (parts) => {
        const noisy = parts.reduce((s, fen) => s + fen / 100, 0);
        expect(readAmount(noisy, 1)).toBe(parts.reduce((s, fen) => s + fen, 0));
      }),
    );
  });
});

describe('IMP-01 dates', () => {
  it.each([
    ['20080818'],
    ['2008-08-18'],
    ['2008/8/18'],
    ['2008.8.18'],
    ['2008年8月18日'],
    ['２００８－０８－１８'],
    ['2008-08-18 00:00:00'],
    ['2008年08月18日 12时'],
    ["'20080818"],
    [20080818],
    [39678],
    ['39678'],
    [{ kind: 'date', serial: 39678.5 } as const],
  ])('%j is 2008-08-18', (cell) => {
    expect(readDate(cell)).toEqual({ date: '2008-08-18', problem: null });
  });

  it.each([
    ['2019-02-30', 'date-impossible'],
    ['2019-02-28', null],
    ['2018/13/25', 'date-impossible'],
    ['2018/12/25', null],
    [9_999_999, 'date-impossible'],
    [73_050, null],
    [73_051, 'date-impossible'],
    [10_959, null],
    [10_958, 'date-impossible'],
    ['1899-12-31', 'date-impossible'],
    ['1900-01-01', null],
    ['到期未定', 'date-text'],
    ['08-08-18', 'date-text'],
    [{ kind: 'error', code: '#VALUE!' } as const, 'date-text'],
    ['', null],
    ['00000000', null],
    ['9999-12-31', null],
    [99_991_231, null],
  ] as const)('%j → %s', (cell, problem) => {
    expect(readDate(cell).problem).toBe(problem);
  });

  it('round-trips every day in every form', () => {
    const first = epochDay('1930-01-01');
    fc.assert(
      fc.property(fc.integer({ min: first, max: epochDay('2099-12-31') }), (day) => {
        const date = fromEpochDay(day);
        const { year, month, day: d } = dateParts(date);
        const forms = [
          date,
          date.replaceAll('-', ''),
          Number(date.replaceAll('-', '')),
          `${year}/${month}/${d}`,
          `${year}.${month}.${d}`,
        ];
        const cells = [
          ...forms,
          `${year}年${month}月${d}日`,
          fullWidth(date),
          day + 25_569,
          { kind: 'date', serial: day + 25_569 } as const,
        ];
        for (const cell of cells) expect(readDate(cell).date).toBe(date);
      }),
    );
  });

  it.each([
    ['202610', '2026-10'],
    [202610, '2026-10'],
    ['2026-10', '2026-10'],
    ['2026年9月', '2026-09'],
    ['2026-10-31', '2026-10'],
    ['20261031', '2026-10'],
  ])('month %j', (cell, month) => {
    expect(readMonth(cell)).toEqual({ month, problem: null });
  });

  it.each([
    ['202613', 'date-impossible'],
    ['十月', 'date-text'],
  ])('month %j is refused', (cell, problem) => {
    expect(readMonth(cell)).toEqual({ month: null, problem });
  });
});

describe('IMP-01 texts', () => {
  it.each([
    ['奉信青石（2008）年借字第1号', '奉信青石(2008)年借字第1号'],
    ['奉信青石【2008】年 借字第1号', '奉信青石(2008)年借字第1号'],
    ['奉信青石[2008]年借字第1号', '奉信青石〔2008〕年借字第1号'],
    ['ｃｄ－01', 'CD-01'],
  ])('contract %s and %s are one', (a, b) => {
    expect(contractKey(a)).toBe(contractKey(b));
  });

  it('contractKey folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        expect(contractKey(contractKey(s))).toBe(contractKey(s));
      }),
    );
  });

  it.each([
    ["=cmd|'/C calc'!A0", 'refuse', 'formula-injection'],
    ['@SUM(1)', 'refuse', 'formula-injection'],
    ['王\u200b明', 'warn', 'zero-width'],
    ['张\u202e三', 'refuse', 'bidi'],
    ['王\ue123', 'warn', 'private-use'],
    ['刘\ufffd强', 'refuse', 'name-replacement'],
  ])('a name %j: %s %s', (raw, severity, code) => {
    expect(cleanText(raw, 'key').findings).toEqual([{ severity, code }]);
  });

  it.each(['="00036005"', "'00036005", '杨𠮷', '阿依·古丽', '+86 138 0000 0000', '-', '5-3号'])(
    '%j is harmless',
    (raw) => {
      expect(cleanText(raw, 'key').findings).toEqual([]);
    },
  );

  it('takes protection off', () => {
    expect(cleanText('="00036005"', 'key').text).toBe('00036005');
    expect(cleanText("'00036005", 'key').text).toBe('00036005');
  });

  it('joins names of Han characters, keeps Latin ones apart', () => {
    expect(joinName('李 　四')).toEqual({ name: '李四', changed: true });
    expect(joinName('John Smith')).toEqual({ name: 'John Smith', changed: false });
  });

  it.each([
    ['次级', '次级', null],
    ['3-次级类', '次级', null],
    ['可疑二级', '可疑', '可疑二级'],
    ['次级1', '次级', '次级一级'],
    ['损失', '损失', '损失级'],
    ['正常二级', '正常', null],
  ])('class %s', (text, five, fine) => {
    expect(readClass(text)).toEqual({ five, fine });
  });

  it.each(['六级', '', '次', '5'])('class %j is unknown', (text) => {
    expect(readClass(text)).toBeNull();
  });

  it('guarantee modes and kinds', () => {
    expect(readGuaranteeMode('最高额抵押担保')).toEqual({ mode: '抵押', mixed: false });
    expect(readGuaranteeMode('抵押+保证')).toEqual({ mode: '抵押', mixed: true });
    expect(readGuaranteeMode('口头担保')).toBeNull();
    expect([readGuaranteeKind('连带责任保证'), readGuaranteeKind('一般保证'), readGuaranteeKind(null)]).toEqual([
      'joint',
      'general',
      'unstated',
    ]);
    expect(readGuaranteeKind('抵押')).toBeNull();
  });

  it('shares add up to exactly 100 %', () => {
    expect(readShares('张三60%、李四40%')).toEqual([
      { name: '张三', ppm: 600_000 },
      { name: '李四', ppm: 400_000 },
    ]);
    expect(readShares('张三33.33%,李四33.33%,王五33.34%')).toHaveLength(3);
    expect(readShares('张三：６０％；李四（40%）')).toHaveLength(2);
    expect(readShares('王 某60%、王某40%')).toEqual([{ name: '王某', ppm: 1_000_000 }]);
    expect(readShares('张三')).toEqual([{ name: '张三', ppm: 1_000_000 }]);
    for (const text of ['张三60%、李四39.99%', '张三60%、李四30%', '张三、李四', '张三60%、李四40.01%'])
      expect(readShares(text)).toBe('shares-not-100');
  });

  it('rates are exact', () => {
    expect(annualRateOf('5.8', 'month')).toBe('0.0696');
    expect(annualRateOf('7.47', 'month')).toBe('0.08964');
    expect(annualRateOf('6.96', 'year')).toBe('0.0696');
    expect(annualRateOf('0.58%', 'month')).toBe('0.0696');
    expect(annualRateOf('面议', 'year')).toBeNull();
  });
});
