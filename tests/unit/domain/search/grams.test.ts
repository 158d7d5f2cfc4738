import { foldForSearch, grams, gramText, searchTextOf } from '@shared/domain/search/searchText';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const character = fc.constantFrom('1', '2', '9', '0', 'a', 'Ａ', '𠮷', '王', '·', '（', '〕', '㛃', ' ', '-');
const text = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(''));

describe('grams of the search index (LOAN-05)', () => {
  it('finds every part of two characters or more of every field: no miss', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (fields, from, length) => {
        const indexed = new Set(gramText(searchTextOf(fields)).split(' '));
        const characters = [...foldForSearch(fields[0] ?? '')];
        if (characters.length < 2) return;
        const start = from % (characters.length - 1);
        const part = characters.slice(start, start + 2 + (length % 8)).join('');
        for (const gram of grams(part)) expect(indexed.has(gram)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('cuts pairs, but runs of digits in threes, and never across fields', () => {
    expect(grams('王三')).toEqual([`g${'王'.charCodeAt(0).toString(36)}z${'三'.charCodeAt(0).toString(36)}`]);
    expect(grams('12')).toEqual([]);
    expect(grams('1234')).toEqual(['123', '234']);
    expect(grams('1王')).toHaveLength(1);
    expect(grams('王\n三')).toEqual([]);
    expect(grams('12\n345')).toEqual(['345']);
    expect(grams('𠮷𠮷𠮷')).toHaveLength(1);
    expect(grams('')).toEqual([]);
  });

  it('makes tokens of ASCII letters and digits only', () => {
    expect(gramText(foldForSearch('奉信青石（2003）年借字第0056号·𠮷'))).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/);
  });
});
