/** Grams never lose a row: what a text contains, its grams contain (LOAN-05, P5). */
import { foldForSearch, grams, searchTextOf } from '@shared/domain/search/searchText';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const character = fc.constantFrom(...'人民路号村组杨𠮷李㛃·（）()〔〕ＡａB x0123456789　');
const text = fc.array(character, { maxLength: 24 }).map((characters) => characters.join(''));

describe('LOAN-05 search texts', () => {
  it('hold the grams of each of their parts', () => {
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        const whole = new Set(grams(foldForSearch(before + part + after)));
        return grams(foldForSearch(part)).every((gram) => whole.has(gram));
      }),
    );
  });

  it('are made of tokens that no tokenizer splits', () => {
    fc.assert(fc.property(text, (any) => grams(foldForSearch(any)).every((gram) => /^[a-z0-9]+$/.test(gram))));
  });

  it('fold width, case, brackets and spaces, and keep fields apart', () => {
    expect(foldForSearch('青石〔２００８〕 Ａ字')).toBe('青石(2008)a字');
    for (const written of ['(2008)-1', '［2008］－1', '[2008]—1', '【2008】−1'])
      expect(foldForSearch(written)).toBe('(2008)-1');
    expect(searchTextOf(['张三', null, '', '15400000001'])).toBe('张三\n15400000001');
    expect(grams(searchTextOf(['张三', '李四']))).toHaveLength(2);
    expect(grams('12')).toEqual([]);
    expect(grams('123')).toEqual(['123']);
  });
});
