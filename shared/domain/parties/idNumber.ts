/** Resident identity numbers: GB 11643 checksum, birth date, the old form of 15 digits (law.md ID-01 to ID-04). */
import { type CalendarDate, calendarDate } from '../../kernel/calendarDate';
import { regionMayExist } from './regionCodes';

/** What is wrong (`refuse`) or worth seeing (`warn`) about an identifier; codes as in the command line. */
export interface IdentifierFinding {
  readonly severity: 'refuse' | 'warn';
  readonly code:
    | 'id-checksum'
    | 'id-length'
    | 'id-birthdate'
    | 'id-scientific'
    | 'id-fullwidth'
    | 'id-spaces'
    | 'id-15'
    | 'id-region-unknown'
    | 'uscc-checksum';
}

export interface IdNumberReading {
  /** 18 characters, upper case; null when refused. */
  readonly normalised: string | null;
  readonly birthDate: CalendarDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly findings: readonly IdentifierFinding[];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
/** People alive when the numbers were first given out were born after this year. */
const FIRST_BIRTH_YEAR = 1880;

const refusal = (code: IdentifierFinding['code']): IdNumberReading => ({
  normalised: null,
  birthDate: null,
  sex: null,
  findings: [{ severity: 'refuse', code }],
});

/** Check character of the first 17 digits (GB 11643). */
export function idCheckCharacter(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return CHECK.charAt(sum % 11);
}

/** 15 → 18 digits. Sequence numbers 996–999 were kept for people born in the century before (ID-02). */
export function lengthenIdNumber(old: string): string {
  const century = Number(old.slice(12)) >= 996 ? '18' : '19';
  const digits = old.slice(0, 6) + century + old.slice(6);
  return digits + idCheckCharacter(digits);
}

export function birthDateOf(id18: string): CalendarDate | null {
  return calendarDate(Number(id18.slice(6, 10)), Number(id18.slice(10, 12)), Number(id18.slice(12, 14)));
}

/**
 * Reads a number without spaces, half-width and upper case (see identifier.ts for what clerks type).
 * Refuses `id-length`, `id-birthdate` (no such day, or born after `asOf`), `id-checksum`;
 * warns `id-15`, `id-region-unknown`.
 */
export function readIdNumber(value: string, asOf: CalendarDate | null): IdNumberReading {
  const old = /^\d{15}$/.test(value);
  if (!old && !/^\d{17}[\dX]$/.test(value)) return refusal('id-length');
  const id = old ? lengthenIdNumber(value) : value;
  const birthDate = birthDateOf(id);
  if (birthDate === null || Number(birthDate.slice(0, 4)) < FIRST_BIRTH_YEAR) return refusal('id-birthdate');
  if (asOf !== null && birthDate > asOf) return refusal('id-birthdate');
  if (!old && idCheckCharacter(id) !== id[17]) return refusal('id-checksum');
  const findings: IdentifierFinding[] = [];
  if (old) findings.push({ severity: 'warn', code: 'id-15' });
  if (!regionMayExist(id.slice(0, 6))) findings.push({ severity: 'warn', code: 'id-region-unknown' });
  const sex = (id.charCodeAt(16) - 48) % 2 === 1 ? 'male' : 'female';
  return { normalised: id, birthDate, sex, findings };
}

/** Whole years at `on`; a birthday on 29 February is reached on 1 March of common years. */
export function ageAt(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
