/** A reason for looking at, exporting or printing personal data: four characters or more that say something. */

export const REASON_LENGTH = 4;

/** Letters, characters and digits count; dots and dashes do not. */
export const lettersIn = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length;

export const isReason = (text: string): boolean => lettersIn(text) >= REASON_LENGTH;
