/** The identifier questions of `rule eval`. `valid` = well formed, with a correct checksum where there is one. */
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { count, date, optional, text } from '../../rules/facts';
import type { Inquiry } from '../../rules/inquiry';
import { type CaseNumberParts, caseNumberText, readCaseNumber } from './caseNumber';
import { creditCodeValid, hasCreditCodeShape } from './creditCode';
import { normaliseIdentifier } from './identifier';
import { readIdNumber } from './idNumber';

/** What kind of card a number is printed on (law.md ID-03). */
function cardKind(value: string): string {
  if (/^\d{15}$/.test(value)) return 'id-15';
  if (!/^\d{17}[\dX]$/.test(value)) return 'unknown';
  if (/^8[123]/.test(value)) return 'residence-permit';
  return value.startsWith('9') ? 'foreigner-permanent-residence' : 'id-18';
}

const idNumber = evaluator('identifier/id-number', { value: text, asOf: optional(date) }, (inquiry, facts) => {
  inquiry.values('identifier/id-number', null, { value: facts.value });
  const { value, findings } = normaliseIdentifier(facts.value);
  const reading = readIdNumber(value, facts.asOf);
  return {
    valid: reading.normalised !== null,
    kind: cardKind(value),
    ...(reading.birthDate === null ? {} : { birthDate: reading.birthDate }),
    ...(reading.normalised === null ? {} : { normalised: reading.normalised }),
    warnings: [...findings, ...reading.findings].map((finding) => finding.code),
  };
});

const creditCode = evaluator('identifier/credit-code', { value: text }, (inquiry, facts) => {
  inquiry.values('identifier/credit-code', null, { value: facts.value });
  const { value, findings } = normaliseIdentifier(facts.value);
  const warnings: string[] = findings.map((finding) => finding.code);
  if (!hasCreditCodeShape(value)) warnings.push('uscc-shape');
  else if (!creditCodeValid(value)) warnings.push('uscc-checksum');
  return { valid: creditCodeValid(value), normalised: value, warnings };
});

export function caseNumberWarnings(inquiry: Inquiry, parts: CaseNumberParts, filedYear: number | null): string[] {
  const warnings: string[] = [];
  const filedOn = `${filedYear ?? parts.year}-01-01`;
  const style = inquiry.values('identifier/case-number', filedOn, { year: parts.year }).text('style');
  if (style !== parts.style) warnings.push('case-style-of-other-year');
  if (filedYear !== null && filedYear !== parts.year) warnings.push('case-filed-in-other-year');
  const types = parts.style === 'new' && style === 'new' ? inquiry.items('identifier/case-types', filedOn) : null;
  if (types && !types.has(parts.type)) warnings.push('case-type-unknown');
  return warnings;
}

const caseNumber = evaluator(
  'identifier/case-number',
  { value: text, filedYear: optional(count(9999)) },
  (inquiry, facts) => {
    const parts = readCaseNumber(facts.value);
    if (parts === null) return { valid: false, normalised: null, parts: null, warnings: ['case-number-form'] };
    const warnings = caseNumberWarnings(inquiry, parts, facts.filedYear);
    return { valid: true, normalised: caseNumberText(parts), parts, warnings };
  },
);

export const identifierEvaluators: readonly Evaluator[] = [idNumber, creditCode, caseNumber];
