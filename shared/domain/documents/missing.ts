/** One finding of the missing-field check. */
export interface Missing {
  /** Stable lower-case-hyphen code. */
  readonly code: string;
  /** Gate of documents.md §0.2. */
  readonly gate: string;
  readonly severity: 'block' | 'warn';
  /** Field id, or the part of the file to repair: `party`, `loans`, `collateral`. */
  readonly field: string;
  /** Which party, receipt, collateral or cell (`2.expiry` = second row). */
  readonly subject?: string;
}

export const noticeOf = (
  code: string,
  gate: string,
  severity: 'block' | 'warn',
  field: string,
  subject?: string,
): Missing => ({ code, gate, severity, field, ...(subject === undefined ? {} : { subject }) });
