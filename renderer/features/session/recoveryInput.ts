/** Typing a recovery code from paper: spaces, hyphens and case do not matter, and both halves may be pasted as one. */

export const HALF_LENGTH = 16;
const GROUP = 4;

const bare = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Letters and digits of what was typed. */
export const halfLength = (typed: string): number => bare(typed).length;

/** In groups as on paper: `abcd efgh…` → `ABCD-EFGH-…`. */
export function grouped(typed: string): string {
  return bare(typed).replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-');
}

/** Both halves when the whole code was put into one field, else null. */
export function splitCode(typed: string): readonly [string, string] | null {
  const code = bare(typed);
  if (code.length !== 2 * HALF_LENGTH) return null;
  return [grouped(code.slice(0, HALF_LENGTH)), grouped(code.slice(HALF_LENGTH))];
}
