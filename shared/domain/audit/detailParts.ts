/** The facts of a log entry as texts: short ones for a line, all of them for the drawer. */

/** What only a program compares (checksums) stays out of a line. */
const FOR_PROGRAMS: readonly string[] = ['sha256', 'rev', 'requestId', 'digest'];
const LONGEST = 80;

export interface DetailPart {
  readonly key: string;
  readonly value: string;
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (Array.isArray(value)) return value.map(textOf).join('、');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** Every fact in full. */
export function allParts(detail: Readonly<Record<string, unknown>>): readonly DetailPart[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => ({ key, value: textOf(value) }));
}

/** What a person reads in a line. */
export function detailParts(detail: Readonly<Record<string, unknown>>): readonly DetailPart[] {
  return allParts(detail)
    .filter(({ key }) => !FOR_PROGRAMS.includes(key))
    .map(({ key, value }) => ({ key, value: value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value }));
}
