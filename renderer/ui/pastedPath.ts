/** A path as people paste it: quoted by the file manager, as a file address, with spaces around it. */

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
];

/** `file:///D:/a%20b.xlsx` → `D:/a b.xlsx`; on other systems the leading slash stays. */
function fromAddress(text: string): string {
  if (!/^file:\/\//i.test(text)) return text;
  const path = text.replace(/^file:\/\//i, '');
  const plain = /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  try {
    return decodeURI(plain);
  } catch {
    return plain;
  }
}

export function pastedPath(typed: string): string {
  const text = typed.trim();
  const quoted = QUOTES.find(([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close));
  return fromAddress(quoted ? text.slice(1, -1).trim() : text);
}
