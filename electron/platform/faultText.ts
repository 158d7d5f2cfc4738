/**
 * An error as the log may have it (reliability: logs carry no personal data). Our own messages are English and say no
 * values; whatever else an error quotes (a cell, a line of JSON, a path) is cut out: words of other scripts and long numbers.
 */

const FOREIGN = /[^\t\n\x20-\x7e]+/g;
const LONG_NUMBER = /\d{6,}[xX]?/g;

/** Name, message and stack. */
export function faultText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(FOREIGN, '…').replace(LONG_NUMBER, '#');
}
