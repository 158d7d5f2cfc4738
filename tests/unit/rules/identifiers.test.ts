/** Identifiers and capitals: forms, warnings, and the way back (LOAN-02, law.md §13). */
import { yuanText } from '@shared/kernel/money';
import { parseRmbCapitals } from '@shared/kernel/rmbCapitals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf, result } from './support/ask';

describe('identifier/id-number', () => {
  const read = (value: string, more: object = {}) => result('identifier/id-number', { value, ...more });
  test.each([
    [
      '11010519491231002X',
      { valid: true, kind: 'id-18', birthDate: '1949-12-31', normalised: '11010519491231002X', warnings: [] },
    ],
    ['11010519491231002x', { valid: true, normalised: '11010519491231002X' }],
    ['110105491231002', { valid: true, kind: 'id-15', birthDate: '1949-12-31', warnings: ['id-15'] }],
    ['110105194912310020', { valid: false, kind: 'id-18', warnings: ['id-checksum'] }],
    ['110105194902300021', { valid: false, warnings: ['id-birthdate'] }],
    ['1101051949123100', { valid: false, kind: 'unknown', warnings: ['id-length'] }],
    ['110105 19491231 002X', { valid: true, warnings: ['id-spaces'] }],
    ['', { valid: false, kind: 'unknown' }],
  ])('%s', (value, expected) => {
    expect(read(value)).toMatchObject(expected);
  });
  test('a birth after the day of the question is none', () => {
    expect(read('11010519491231002X', { asOf: '1949-12-30' }).valid).toBe(false);
    expect(read('11010519491231002X', { asOf: '1949-12-31' }).valid).toBe(true);
  });
  test('one wrong digit is always found', () => {
    const good = '11010519491231002X';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(good[at]) + shift) % 10;
        expect(read(good.slice(0, at) + digit + good.slice(at + 1)).valid).toBe(false);
      }),
    );
  });
});

describe('identifier/credit-code', () => {
  test.each([
    ['91350100M000100Y43', true, []],
    ['91350100m000100y43', true, []],
    ['91350100M000100Y44', false, ['uscc-checksum']],
    ['91350100M000100I43', false, ['uscc-shape']],
    ['91350100M000100Y4', false, ['uscc-shape']],
  ])('%s', (value, valid, warnings) => {
    expect(result('identifier/credit-code', { value })).toMatchObject({ valid, warnings });
  });
});

describe('identifier/case-number', () => {
  const read = (value: string, more: object = {}) => result('identifier/case-number', { value, ...more });
  test.each([
    ['（2024）渝0236民初123号', '（2024）渝0236民初123号', 'new', []],
    ['(2024)渝0236民初123号', '（2024）渝0236民初123号', 'new', []],
    ['〔2024〕渝0236民初0123号', '（2024）渝0236民初123号', 'new', []],
    ['（2024）渝02民终88号之一', '（2024）渝02民终88号之一', 'new', []],
    ['（2023）渝执复5号', '（2023）渝执复5号', 'new', []],
    ['（2025）最高法民申7298号', '（2025）最高法民申7298号', 'new', []],
    ['（2024）渝0236甲乙1号', '（2024）渝0236甲乙1号', 'new', ['case-type-unknown']],
    ['（2015）渝0236民初1号', '（2015）渝0236民初1号', 'new', ['case-style-of-other-year']],
    ['(2006)巫民初字第12号', '（2006）巫民初字第12号', 'old', []],
    ['（2010）渝二中法民终字第88号', '（2010）渝二中法民终字第88号', 'old', []],
    ['（2015）奉法民初字第00123号', '（2015）奉法民初字第123号', 'old', []],
    ['（2016）奉法民初字第123号', '（2016）奉法民初字第123号', 'old', ['case-style-of-other-year']],
  ])('%s', (value, normalised, style, warnings) => {
    expect(read(value)).toMatchObject({ valid: true, normalised, parts: { style }, warnings });
  });
  test.each([
    '2024渝0236民初123号',
    '（2024）0236民初123号',
    '（1899）渝民初字第1号',
    '（2024）渝0236民初0号',
    '借款合同',
    '',
  ])('"%s" is none', (value) => {
    expect(read(value)).toMatchObject({ valid: false, warnings: ['case-number-form'] });
  });
  test('parts, and a number of another year than that of filing', () => {
    expect(read('（2024）渝0236民初123号', { filedYear: 2023 })).toMatchObject({
      parts: { year: 2024, court: '渝0236', type: '民初', number: 123, suffix: null },
      warnings: ['case-filed-in-other-year'],
    });
  });
  test('normalising twice changes nothing', () => {
    const once = read('(2024) 渝0236 民初 0123 号').normalised as string;
    expect(read(once).normalised).toBe(once);
  });
});

describe('format/rmb-capitals', () => {
  const write = (amount: string) =>
    result('format/rmb-capitals', { amount }) as { text: string; alternatives: string[] };
  test('a zero that must stand is never left out', () => {
    expect(write('100005000.00').alternatives.every((text) => text.includes('亿零伍仟'))).toBe(true);
  });
  test('every form reads back to the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (fen) => {
        const { text, alternatives } = write(yuanText(fen));
        for (const form of [text, ...alternatives]) expect(parseRmbCapitals(form)?.fen).toBe(fen);
        expect(alternatives).not.toContain(text);
      }),
      { numRuns: 300 },
    );
  });
  test('a negative amount has no capitals', () => {
    expect(refusalOf('format/rmb-capitals', { amount: '-1.00' })?.code).toBe('fact-invalid');
  });
});
