/** The password rule: eight characters or more of three kinds (reliability: keys and people). */

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/u];

export const PASSWORD_LENGTH = 8;
export const PASSWORD_KINDS = 3;

/** How far a password meets the rule, for showing it while somebody types. */
export function passwordParts(password: string): { readonly characters: number; readonly kinds: number } {
  return { characters: [...password].length, kinds: KINDS.filter((kind) => kind.test(password)).length };
}

export function isStrongPassword(password: string): boolean {
  const { characters, kinds } = passwordParts(password);
  return characters >= PASSWORD_LENGTH && kinds >= PASSWORD_KINDS;
}
