/** What a page with several codes is filed as (documents §3.5). */
import type { PageCode } from '@shared/domain/documents/paperCode';
import { missingPages, pagePlaces, type ReadCode, type Unread } from '@shared/domain/dunning/scans';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const code: PageCode = { installation: '7Q2K', form: 'REC01', key: '01JB4N8Z6W3TC', part: 'R', page: 2, pages: 2 };
const paper = (documentId: number): ReadCode => ({ documentId, code });
const [broken, foreign, unknown] = (['broken', 'foreign', 'unknown-paper'] as const).map((why): ReadCode => ({ why }));
const told = (unread: Unread | null, codes: readonly (ReadCode | undefined)[]) =>
  pagePlaces(
    unread,
    codes.filter((each) => each !== undefined),
  ).map((place) => ('why' in place ? place.why : place.documentId));

describe('documents §3.5 the papers on a page', () => {
  it.each([
    ['unreadable', [], ['unreadable']],
    ['packing', [], ['packing']],
    [null, [], ['no-code']],
    [null, [foreign, foreign], ['foreign']],
    [null, [foreign, broken], ['broken']],
    [null, [unknown], ['unknown-paper']],
    [null, [paper(7)], [7]],
    [null, [paper(7), paper(7)], [7]],
    [null, [paper(7), foreign], [7]],
    [null, [paper(7), paper(8)], [7, 8]],
    [null, [paper(7), broken], [7, 'broken']],
    [null, [unknown, paper(8), broken], [8, 'broken']],
  ] as const)('unread: %s, codes %o: %o', (unread, codes, expected) => {
    expect(told(unread, codes)).toEqual(expected);
  });

  it('no page is lost, no paper is there twice, and at most one line waits', () => {
    const any = fc.constantFrom(paper(1), paper(2), paper(3), broken, foreign, unknown);
    fc.assert(
      fc.property(fc.constantFrom(null, 'unreadable', 'packing'), fc.array(any, { maxLength: 8 }), (unread, codes) => {
        const places = told(unread, codes);
        expect(places.length).toBeGreaterThan(0);
        expect(new Set(places).size).toBe(places.length);
        expect(places.filter((place) => typeof place === 'string').length).toBeLessThan(2);
      }),
    );
  });
});

describe('documents §3.6 pages that did not come back', () => {
  it.each([
    ['the receipt alone, the addressee keeps the text', [['R', 2, 2]], []],
    ['half of a receipt', [['R', 3, 4]], [4]],
    [
      'a page of the text as well: all are expected',
      [
        ['M', 1, 4],
        ['R', 4, 4],
      ],
      [2, 3],
    ],
    [
      'the same page twice',
      [
        ['M', 1, 1],
        ['M', 1, 1],
      ],
      [],
    ],
    ['filed by a person, without a code', [[null, null, null]], []],
    ['nothing', [], []],
  ] as const)('%s', (_, filed, missing) => {
    expect(missingPages(filed)).toEqual(missing);
  });
});
