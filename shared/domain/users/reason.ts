/** A reason for looking at, exporting or printing personal data: four characters or more that say something. */

export const REASON_LENGTH = 4;

/** Letters, characters and digits count; dots and dashes do not. */
export function isReason(text: string): boolean {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].length >= REASON_LENGTH;
}
