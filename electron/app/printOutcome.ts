/** What became of a print job, from what Chromium says about it. */

export type PrintOutcome = 'sent' | 'cancelled' | 'failed';

/** A closed dialog is told from a printer's failure only by the words of the reason. */
export function printOutcome(success: boolean, reason: string): PrintOutcome {
  if (success) return 'sent';
  return /cancel/i.test(reason) ? 'cancelled' : 'failed';
}
