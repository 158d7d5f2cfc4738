/** The program's own addresses: one scheme, one host, pages of the built renderer and one-use print documents. */

export const SCHEME = 'app';
const ORIGIN = 'app://main';
export const START_URL = `${ORIGIN}/index.html`;
const PRINT_PATH = '/__print/';

/** Standard and secure so that origins, CSP and fetch work as on the web; nothing bypasses the CSP. */
export const SCHEME_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true } as const;

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** True for a page of the program itself (not for a print document). */
export function isOwnPage(url: string): boolean {
  const address = parsed(url);
  return (
    address?.protocol === `${SCHEME}:` &&
    address.host === 'main' &&
    address.username === '' &&
    address.password === '' &&
    !address.pathname.startsWith(PRINT_PATH)
  );
}

export function printUrl(token: string): string {
  return `${ORIGIN}${PRINT_PATH}${token}`;
}

/** The token of a print address, or null. */
export function printToken(url: string): string | null {
  const address = parsed(url);
  if (address?.protocol !== `${SCHEME}:` || address.host !== 'main') return null;
  const token = address.pathname.startsWith(PRINT_PATH) ? address.pathname.slice(PRINT_PATH.length) : '';
  return /^[\w-]+$/.test(token) ? token : null;
}

/**
 * The file below the renderer's folder that an address asks for, as path segments; null when it asks for
 * anything else. A path without an extension is a route of the page and gets the page itself.
 */
export function rendererFile(url: string): readonly string[] | null {
  const address = parsed(url);
  if (!address || !isOwnPage(url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(address.pathname);
  } catch {
    return null;
  }
  const segments = path.split('/').filter((segment) => segment !== '');
  const unsafe = (segment: string) => segment.startsWith('.') || /[\\:\0]/.test(segment) || /[. ]$/.test(segment);
  if (segments.some(unsafe)) return null;
  return segments.at(-1)?.includes('.') ? segments : ['index.html'];
}
