/** The stored trace of a result names its rules, and gets their articles back from the book (RUL-02). */
import { linesOfTrace } from '@shared/domain/portfolio/storedTrace';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

describe('RUL-02 a stored trace', () => {
  const { book } = shipped;

  it('has version, row and article of each rule, in its order', () => {
    const lines = linesOfTrace(book, 'limitation/action@2021-01-01; limitation/guarantee@2021-01-01#none');
    expect(lines.map(({ rule, version, row }) => [rule, version, row])).toEqual([
      ['limitation/action', '2021-01-01', undefined],
      ['limitation/guarantee', '2021-01-01', 'none'],
    ]);
    expect(lines[0]?.article).toContain('第一百八十八条');
    expect(lines[1]?.article).toContain('第六百九十二条');
  });

  it('keeps a version that is no longer there, and is empty for nothing', () => {
    expect(linesOfTrace(book, 'limitation/action@1900-01-01')).toMatchObject([{ version: '1900-01-01', article: '' }]);
    expect(linesOfTrace(book, '')).toEqual([]);
  });
});
