/** Who collected a receipt, and with what part of it: millionths that add up to all of it (B1 §15, REC-10). */

export const WHOLE_PPM = 1_000_000;

export interface Collector {
  readonly name: string;
  readonly ppm: number;
}

/** `collectors-missing`, `collector-twice`, `collectors-not-100`, or null when nothing is wrong. */
export function sharesFault(
  collectors: readonly Collector[],
): { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null {
  if (collectors.length === 0) return { code: 'collectors-missing', facts: {} };
  const names = collectors.map(({ name }) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { code: 'collector-twice', facts: { name: twice } };
  const sum = collectors.reduce((total, { ppm }) => total + ppm, 0);
  return sum === WHOLE_PPM ? null : { code: 'collectors-not-100', facts: { percent: percentText(sum) } };
}

/** Equal parts for so many; the millionths that do not divide go to the first. */
export function equalShares(many: number): number[] {
  const part = Math.floor(WHOLE_PPM / many);
  return Array.from({ length: many }, (_, index) => part + (index < WHOLE_PPM % many ? 1 : 0));
}

/** Millionths → percent without trailing zeros: `60`, `33.3333`. */
export function percentText(ppm: number): string {
  const places = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(ppm / 10_000)}${places === '' ? '' : `.${places}`}`;
}

/** Percent text with at most four places → millionths; null for anything else. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{0,4}))?$/.exec(text.trim());
  if (!match) return null;
  const ppm = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  return ppm >= 1 && ppm <= WHOLE_PPM ? ppm : null;
}
