/** The code on papers: its shape, its check, and the key as a person types it (documents.md §3). */
import { CROCKFORD, readPageCode, shownKey, typedKey } from '@shared/domain/documents/paperCode';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCode, newInstallation, newPaperKey, pageCode } from '../../../../electron/platform/paperCodes';

const installation = newInstallation();

describe('a page’s code', () => {
  it('is short, alphanumeric, and says form, key, part and page', () => {
    const key = newPaperKey();
    const text = pageCode({ installation, form: 'DOC-REC-03G', key }, 'R', 2, 2);
    expect(text).toMatch(/^NP1\*[0-9A-Z]{4}\*REC03G\*[0-9A-Z]{13}\*R\*2\/2\*[0-9A-Z]{6}$/);
    expect(text.length).toBeLessThanOrEqual(47);
    expect(checkCode(text, installation)).toEqual({
      ours: { installation: installation.id, form: 'REC03G', key, part: 'R', page: 2, pages: 2 },
    });
  });

  it('that was altered in any place is broken, one from elsewhere is foreign', () => {
    const text = pageCode({ installation, form: 'DOC-REC-01', key: newPaperKey() }, 'M', 1, 2);
    for (let at = 4; at < text.length; at++) {
      const letter = text[at] === '1' ? '2' : '1';
      const altered = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
      if (altered !== text) expect(checkCode(altered, installation), altered).not.toHaveProperty('ours');
    }
    expect(checkCode(text, newInstallation())).toEqual({ why: 'foreign' });
    expect(checkCode('https://example.com', installation)).toEqual({ why: 'broken' });
    expect(checkCode(text, { ...installation, key: newInstallation().key })).toEqual({ why: 'broken' });
  });

  it('reads only its own shape', () => {
    fc.assert(fc.property(fc.string(), (text) => readPageCode(text) === null || text.startsWith('NP1*')));
  });
});

describe('a typed key', () => {
  it('is found again in groups, small letters and with the letters that look like digits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CROCKFORD), { minLength: 13, maxLength: 13 }), (letters) => {
        const key = letters.join('');
        expect(typedKey(shownKey(key).toLowerCase())).toBe(key);
      }),
    );
    expect(typedKey('O1JB-4N8Z-6W3TC')).toBe('01JB4N8Z6W3TC');
    expect(typedKey('01JB-4N8Z')).toBeNull();
  });
});
