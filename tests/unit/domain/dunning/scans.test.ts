/** What a page with several codes is filed as (documents §3.5). */
import type { PageCode } from '@shared/domain/documents/paperCode';
import { pagePlaces, type ReadCode } from '@shared/domain/dunning/scans';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const code: PageCode = { installation: '7Q2K', form: 'REC01', key: '01JB4N8Z6W3TC', part: 'R', page: 2, pages: 2 };
const paper = (documentId: number): ReadCode => ({ documentId, code });
const [broken, foreign, unknown] = (['broken', 'foreign', 'unknown-paper'] as const).map((why): ReadCode => ({ why }));
const told = (readable: boolean, codes: readonly (ReadCode | undefined)[]) =>
  pagePlaces(
    readable,
    codes.filter((each) => each !== undefined),
  ).map((place) => ('why' in place ? place.why : place.documentId));

describe('documents §3.5 the papers on a page', () => {
  it.each([
    [false, [], ['unreadable']],
    [true, [], ['no-code']],
    [true, [foreign, foreign], ['foreign']],
    [true, [foreign, broken], ['broken']],
    [true, [unknown], ['unknown-paper']],
    [true, [paper(7)], [7]],
    [true, [paper(7), paper(7)], [7]],
    [true, [paper(7), foreign], [7]],
    [true, [paper(7), paper(8)], [7, 8]],
    [true, [paper(7), broken], [7, 'broken']],
    [true, [unknown, paper(8), broken], [8, 'broken']],
  ] as const)('readable %s, codes %o: %o', (readable, codes, expected) => {
    expect(told(readable, codes)).toEqual(expected);
  });

  it('no page is lost, no paper is there twice, and at most one line waits', () => {
    const any = fc.constantFrom(paper(1), paper(2), paper(3), broken, foreign, unknown);
    fc.assert(
      fc.property(fc.boolean(), fc.array(any, { maxLength: 8 }), (readable, codes) => {
        const places = told(readable, codes);
        expect(places.length).toBeGreaterThan(0);
        expect(new Set(places).size).toBe(places.length);
        expect(places.filter((place) => typeof place === 'string').length).toBeLessThan(2);
      }),
    );
  });
});
