/** Alarms about the log alone. Damaged pages, missing files or a foreign write-ahead log are mended by a restore, never by a signature. */
const ABOUT_THE_LOG: readonly string[] = [
  'log-behind-anchor',
  'log-differs',
  'anchors-missing',
  'log-broken',
  'log-lost',
  'commits-lost',
];

/** Whether an administrator may take note of this alarm with a reason and let work go on. */
export const isAcceptable = (alarm: string): boolean => ABOUT_THE_LOG.includes(alarm);
