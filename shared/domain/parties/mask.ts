/** How personal data look before somebody reveals them: `512226********1234`, `138****5678`. */

const stars = (n: number): string => '*'.repeat(Math.max(n, 0));

/** First six and last four stay; short papers show their last two only. */
export function maskIdNumber(value: string): string {
  if (value.length >= 14) return value.slice(0, 6) + stars(value.length - 10) + value.slice(-4);
  return value.length <= 2 ? stars(value.length) : stars(value.length - 2) + value.slice(-2);
}

/** Mobile numbers keep three and four digits; others the last three. */
export function maskPhone(value: string): string {
  if (/^\d{11}$/.test(value)) return `${value.slice(0, 3)}****${value.slice(7)}`;
  return value.length <= 3 ? stars(value.length) : stars(value.length - 3) + value.slice(-3);
}

/** Free text that goes to the log: identity, phone and account numbers that somebody typed into it are masked. */
export const maskNumbersIn = (text: string): string =>
  text.replace(/\d{11,}[xX]?/g, (number) => (number.length === 11 ? maskPhone(number) : maskIdNumber(number)));
