/** The facts of an audit entry as short texts; what only a program compares (checksums) is left out. */

const FOR_PROGRAMS: readonly string[] = ['sha256', 'rev', 'requestId', 'digest'];
const LONGEST = 80;

export interface DetailPart {
  readonly key: string;
  readonly value: string;
}

function textOf(value: unknown): string {
  const text = Array.isArray(value)
    ? value.map(String).join('、')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function detailParts(detail: Readonly<Record<string, unknown>>): readonly DetailPart[] {
  return Object.entries(detail)
    .filter(([key, value]) => !FOR_PROGRAMS.includes(key) && value !== null && value !== '')
    .map(([key, value]) => ({ key, value: textOf(value) }));
}
