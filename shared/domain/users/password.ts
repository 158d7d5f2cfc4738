/** The password rule: eight characters or more of three kinds (reliability: keys and people). */

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/u];

export function isStrongPassword(password: string): boolean {
  return [...password].length >= 8 && KINDS.filter((kind) => kind.test(password)).length >= 3;
}
