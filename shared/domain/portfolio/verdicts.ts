/** What became of a right, for a signatory or a security. */
export const VERDICTS = [
  'running',
  'halted',
  'restored',
  'defence-risk',
  'barred',
  'lost',
  'settled',
  'needs-facts',
  'refused',
] as const;
export type Verdict = (typeof VERDICTS)[number];
