/**
 * What kind of paper a typed identifier is. Lists mix identity cards, credit codes, business licences and organisation
 * codes in one column, often without saying which; the value decides, a stated type and the holder's name break ties.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { IdKind } from '../imports/records';
import { creditCodeValid, hasCreditCodeShape, organisationCodeValid } from './creditCode';
import { type IdentifierFinding, readIdNumber } from './idNumber';

export interface IdentifierReading {
  readonly idKind: IdKind | null;
  /** Half-width, upper case, no spaces or hyphens, 15 digits lengthened; null when blank or refused. */
  readonly idNo: string | null;
  readonly birthDate: CalendarDate | null;
  readonly findings: readonly IdentifierFinding[];
}

export interface IdentifierHints {
  /** The type column as written, e.g. 身份证; null when the list has none. */
  readonly statedType: string | null;
  readonly organisation: boolean;
  readonly asOf: CalendarDate | null;
}

const BLANK: IdentifierReading = { idKind: null, idNo: null, birthDate: null, findings: [] };
const NOTHING = /^(?:无|空|没有|不详|未知|暂无|[-—－/\\]+|0+)$/;

const STATED: readonly (readonly [RegExp, IdKind])[] = [
  [/护照|军官|军人|士兵|警官|户口|港澳|台胞|台湾|回乡|居留|外国|其他/, 'other'],
  [/身份证|居民/, 'id-number'],
  [/统一|信用代码/, 'credit-code'],
  [/营业执照|工商/, 'business-licence'],
  [/组织机构/, 'organisation-code'],
];

/** The kind that a type column names; null for bank-internal codes and blanks. */
function statedIdKind(text: string | null): IdKind | null {
  if (text === null) return null;
  for (const [pattern, kind] of STATED) if (pattern.test(text)) return kind;
  return null;
}

/** Normalises what clerks type; full-width characters and inner spaces are told, hyphens and case are not. */
export function normaliseIdentifier(text: string): { value: string; findings: IdentifierFinding[] } {
  const findings: IdentifierFinding[] = [];
  let value = text.trim();
  if (/^[0-9A-Z]+$/.test(value)) return { value, findings };
  const half = value.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (half !== value) findings.push({ severity: 'warn', code: 'id-fullwidth' });
  value = half.replace(/\s+/g, '');
  if (value !== half) findings.push({ severity: 'warn', code: 'id-spaces' });
  return { value: value.replace(/[-‐-―−]/g, '').toUpperCase(), findings };
}

const reading = (idKind: IdKind, idNo: string, findings: IdentifierFinding[]): IdentifierReading => ({
  idKind,
  idNo,
  birthDate: null,
  findings,
});

function asIdNumber(value: string, asOf: CalendarDate | null, findings: IdentifierFinding[]): IdentifierReading {
  const id = readIdNumber(value, asOf);
  return {
    idKind: 'id-number',
    idNo: id.normalised,
    birthDate: id.birthDate,
    findings: id.findings.length === 0 ? findings : [...findings, ...id.findings],
  };
}

function asCreditCode(value: string, findings: IdentifierFinding[]): IdentifierReading {
  if (!creditCodeValid(value)) findings.push({ severity: 'warn', code: 'uscc-checksum' });
  return reading('credit-code', value, findings);
}

/** Eighteen characters are an identity number or a credit code; both may consist of digits only. */
function classifyEighteen(
  value: string,
  stated: IdKind | null,
  hints: IdentifierHints,
  findings: IdentifierFinding[],
): IdentifierReading {
  const looksLikeId = /^\d{17}[\dX]$/.test(value);
  if (!looksLikeId) {
    if (hasCreditCodeShape(value)) return asCreditCode(value, findings);
    return { ...BLANK, findings: [...findings, { severity: 'refuse', code: 'id-length' }] };
  }
  const organisation = stated === 'credit-code' || stated === 'business-licence' || hints.organisation;
  if (stated !== 'id-number' && organisation && creditCodeValid(value)) return asCreditCode(value, findings);
  const id = asIdNumber(value, hints.asOf, [...findings]);
  if (id.idNo !== null || stated === 'id-number') return id;
  return creditCodeValid(value) || organisation ? asCreditCode(value, findings) : id;
}

/**
 * Classifies and checks `text` as typed. Refuses `id-length`, `id-birthdate`, `id-checksum`, `id-scientific`;
 * warns `id-fullwidth`, `id-spaces`, `id-15`, `id-region-unknown`, `uscc-checksum` (also for organisation codes, which
 * are positions 9–17 of a credit code).
 */
export function classifyIdentifier(text: string | null, hints: IdentifierHints): IdentifierReading {
  if (text === null || text.trim() === '' || NOTHING.test(text.trim())) return BLANK;
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text.trim()))
    return { ...BLANK, findings: [{ severity: 'refuse', code: 'id-scientific' }] };
  const { value, findings } = normaliseIdentifier(text);
  const stated = statedIdKind(hints.statedType);
  if (stated === 'other') return reading('other', value, findings);
  if (value.length === 18) return classifyEighteen(value, stated, hints, findings);
  if (stated === 'business-licence' && /^\d{13,15}$/.test(value)) return reading('business-licence', value, findings);
  if (stated !== 'id-number' && hints.organisation && /^\d{15}$/.test(value))
    return reading('business-licence', value, findings);
  if (value.length === 15) return asIdNumber(value, hints.asOf, findings);
  if (stated !== 'id-number' && /^[0-9A-Z]{8}[0-9X]$/.test(value)) {
    const valid = organisationCodeValid(value);
    if (!valid && stated === 'organisation-code') findings.push({ severity: 'warn', code: 'uscc-checksum' });
    if (valid || stated === 'organisation-code') return reading('organisation-code', value, findings);
  }
  // Passports and permits when no type column says so: letters first, then at least six digits.
  if (stated === null && /^[A-Z]{1,2}\d{6,9}$/.test(value)) return reading('other', value, findings);
  return { ...BLANK, findings: [...findings, { severity: 'refuse', code: 'id-length' }] };
}
