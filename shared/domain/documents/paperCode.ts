/**
 * The code on each page of an issued paper (documents.md §3): what it says and how it is read back. No name, no amount,
 * no identifier; the last part is a truncated HMAC that electron/platform/paperCodes.ts computes and checks.
 *
 *     NP1*7Q2K*REC01*01JB4N8Z6W3TC*R*2/2*H8D3XQ
 */

/** Digits and capitals without I, L, O, U (Crockford's base 32). */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const INSTALLATION_LENGTH = 4;
export const KEY_LENGTH = 13;
export const MAC_LENGTH = 6;

/** M main part, R receipt that is signed and comes back. */
export type PaperPart = 'M' | 'R';

export interface PageCode {
  readonly installation: string;
  /** Without the prefix and hyphens: REC01. */
  readonly form: string;
  /** Random key of the paper. */
  readonly key: string;
  readonly part: PaperPart;
  readonly page: number;
  readonly pages: number;
}

export const formInCode = (form: string): string => form.replace(/^DOC-/, '').replaceAll('-', '');

/** All but the MAC: what the MAC is computed over. */
export const signedPart = (code: PageCode): string =>
  `NP1*${code.installation}*${code.form}*${code.key}*${code.part}*${code.page}/${code.pages}`;

/** Grouped 4-4-5 for typing when the code is torn. */
export const shownKey = (key: string): string => `${key.slice(0, 4)}-${key.slice(4, 8)}-${key.slice(8)}`;

/** The key as a person types it: groups, small letters and the letters that look like digits are taken. Null: no key. */
export function typedKey(text: string): string | null {
  const key = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  return key.length === KEY_LENGTH && [...key].every((letter) => CROCKFORD.includes(letter)) ? key : null;
}

/** Whether the text claims to be a code of this program, whole or not. */
export const looksLikeOurs = (text: string): boolean => text.startsWith('NP1*');

const SHAPE = /^(NP1\*([0-9A-Z]{4})\*([0-9A-Z]{2,12})\*([0-9A-Z]{13})\*([MR])\*(\d{1,3})\/(\d{1,3}))\*([0-9A-Z]{6})$/;

/** The parts of a code that has the right shape; whether it is ours is for the MAC to say. */
export function readPageCode(
  text: string,
): { readonly code: PageCode; readonly signed: string; readonly mac: string } | null {
  const found = SHAPE.exec(text);
  if (!found) return null;
  const [, signed = '', installation = '', form = '', key = '', part, page, pages, mac = ''] = found;
  const code = { installation, form, key, part: part as PaperPart, page: Number(page), pages: Number(pages) };
  return { code, signed, mac };
}

/** Bytes as Crockford letters, five bits each; `length` letters. */
export function crockford(bytes: Uint8Array, length: number): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let letter = 0; letter < length; letter++) {
    text = CROCKFORD.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}
