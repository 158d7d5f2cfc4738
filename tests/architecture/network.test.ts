/** Promise 12 of reliability: no network socket. No source file has the means to open one, or to run code from elsewhere. */
import { describe, expect, it } from 'vitest';
import { PRODUCT } from './sourceTree';

/** Modules that speak to a network, listen on one, or run what is not the program's own code. */
const FORBIDDEN_MODULES =
  /^(node:)?(net|http|https|http2|tls|dgram|dns|dns\/promises|inspector|inspector\/promises|vm|cluster|repl)$/;

/** Globals and methods of the same kind. Loading a page is Electron's business: checklist.test.ts counts `loadURL`. */
const FORBIDDEN_WORDS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['fetches', /\bfetch\s*\(/],
  ['opens a web socket', /\b(WebSocket|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection)\b/],
  ['sends a beacon', /\bsendBeacon\b/],
  ['runs text as code', /\beval\s*\(|\bnew Function\s*\(|\.executeJavaScript\s*\(|\bdocument\.write\s*\(/],
  ['writes markup', /\bdangerouslySetInnerHTML\b|\.(inner|outer)HTML\b|insertAdjacentHTML/],
  ['imports a script', /\bimportScripts\s*\(/],
  ['asks the web for something', /https?:\/\/(?!schemas\.|www\.w3\.org\/|host\b|purl\.org\/)/],
];

/** Parts of Electron that update, report, record, open other programs, or make pages beside the one window. */
const ELECTRON_PARTS = new Set([
  ...['app', 'BrowserWindow', 'dialog', 'ipcMain', 'ipcRenderer', 'Menu', 'powerMonitor', 'protocol', 'screen'],
  ...['session', 'shell', 'webUtils'],
]);

/** Comments may name their source. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

describe('reliability promise 12: no network', () => {
  it('no file imports a module that could open a socket or run foreign code', () => {
    const found = PRODUCT.flatMap((file) =>
      file.imports
        .filter(({ specifier, typeOnly }) => !typeOnly && FORBIDDEN_MODULES.test(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });

  it.each(FORBIDDEN_WORDS)('no file %s', (_what, pattern) => {
    expect(PRODUCT.filter(({ text }) => pattern.test(code(text))).map(({ path }) => path)).toEqual([]);
  });

  it('R17 of Electron only the parts that the program needs are used', () => {
    const used = PRODUCT.flatMap(({ path, text }) =>
      [...text.matchAll(/import\s*\{([^}]*)\}\s*from 'electron'/g)].flatMap(([, names = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type ') && !ELECTRON_PARTS.has(name))
          .map((name) => `${path} uses ${name}`),
      ),
    );
    expect(used).toEqual([]);
  });

  it('R17 the session is the default one, so that no page escapes its policy', () => {
    const other = /\b(fromPartition|fromPath)\s*\(|\bpartition\s*:|\.loadFile\s*\(|\bimport\s*\(\s*[^)'"]*https?:/;
    expect(PRODUCT.filter(({ text }) => other.test(code(text))).map(({ path }) => path)).toEqual([]);
  });
});
