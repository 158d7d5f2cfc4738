/** Which addresses are ours, and which files they may name (R17, R19 path traversal). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnPage, printToken, printUrl, rendererFile } from '../../../../electron/app/security/urls';

describe('addresses', () => {
  it('files of the renderer, and the page for its routes', () => {
    expect(rendererFile('app://main/index.html')).toEqual(['index.html']);
    expect(rendererFile('app://main/')).toEqual(['index.html']);
    expect(rendererFile('app://main/household/12?tab=loans#x')).toEqual(['index.html']);
    expect(rendererFile('app://main/assets/index-1a.js')).toEqual(['assets', 'index-1a.js']);
  });

  it.each([
    'app://main/..%2f..%2fetc/passwd.js',
    'app://main/%2e%2e%5cx.js',
    'app://main/a%5c..%5cx.js',
    'app://main/.env.js',
    'app://main/c:/x.js',
    'app://main/x.js%00.html',
    'app://main/x.js.',
    'app://main/%zz.js',
    'app://other/index.html',
    'https://main/index.html',
    'app://main/__print/t',
  ])('%s names no file', (url) => expect(rendererFile(url)).toBeNull());

  it('R19 no address leads out of the folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        const file = rendererFile(`app://main/${path}`);
        expect(file?.some((segment) => segment === '..' || /[\\/:]/.test(segment)) ?? false).toBe(false);
      }),
    );
  });

  it('print documents have addresses of their own', () => {
    expect(printToken(printUrl('a-1'))).toBe('a-1');
    expect(isOwnPage(printUrl('a-1'))).toBe(false);
    for (const url of ['app://main/__print/', 'app://main/__print/a/b', 'app://x/__print/a', 'app://main/a', ''])
      expect(printToken(url)).toBeNull();
  });
});
