/** What is wrong with an open data folder: shown on every screen until it is mended; nothing may be written meanwhile. */

export interface Alarm {
  /** Stable, with sentences in `errors.json` under it; the first four groups come from opening (openStore.ts). */
  readonly code: string;
  /** Never personal data. */
  readonly facts: Readonly<Record<string, unknown>>;
}
