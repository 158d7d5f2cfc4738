/** The party of a row: borrower, guarantor or a party list's own. */
import type { CalendarDate } from '../../../kernel/calendarDate';
import { classifyIdentifier, type IdentifierReading } from '../../parties/identifier';
import { ageAt } from '../../parties/idNumber';
import { decidePartyKind, nameSaysOrganisation } from '../../parties/partyKind';
import type { FieldKey } from '../fields/fieldSpec';
import { foldText } from '../foldText';
import type { PartyFacts } from '../records';
import type { RowReader } from '../rowReader';

/** Younger or older borrowers than this (years at the day of the loan) are told. */
const MIN_AGE = 18;
const MAX_AGE = 100;

const PHONE = /^\+?[\d()（）\-－—\s、,，;；/转]+$/;

/** Identifier of a cell with its issues; number cells of more than 15 digits have lost some (`id-scientific`). */
export function readIdentifier(
  reader: RowReader,
  field: FieldKey,
  organisation: boolean,
  asOf: CalendarDate,
): IdentifierReading | null {
  const cell = reader.raw(field);
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number' && cell > Number.MAX_SAFE_INTEGER) {
    reader.refuse('id-scientific', field);
    return null;
  }
  const text = reader.text(field, 'key');
  if (text === null) return null;
  const statedType = reader.text('idType');
  const reading = classifyIdentifier(text, { statedType, organisation, asOf });
  for (const { severity, code } of reading.findings) reader.issue(severity, code, field);
  return reading;
}

export interface ReadParty {
  readonly party: PartyFacts;
  readonly birthDate: CalendarDate | null;
}

/** Null when the name is missing or refused. */
export function readParty(reader: RowReader, nameField: FieldKey, asOf: CalendarDate): ReadParty | null {
  const name = reader.name(nameField);
  const statedType = reader.text('partyType');
  const organisation =
    statedType === null ? nameSaysOrganisation(name ?? '') : /企业|公司|对公|法人|机构|单位|组织/.test(statedType);
  const id = readIdentifier(reader, 'idNo', organisation, asOf);
  const address = reader.text('address');
  const phone = readPhone(reader);
  if (name === null) return null;
  const idKind = id?.idNo == null ? null : id.idKind;
  const kind = decidePartyKind(name, idKind, statedType);
  return { party: { name, kind, idKind, idNo: id?.idNo ?? null, address, phone }, birthDate: id?.birthDate ?? null };
}

function readPhone(reader: RowReader): string | null {
  const phone = reader.text('phone');
  if (phone === null || phone === '无') return null;
  return PHONE.test(phone) ? phone.replace(/\s+/g, '') : phone;
}

/** `id-age`: the person was a minor, or over a hundred, on the day. */
export function checkAge(reader: RowReader, birthDate: CalendarDate | null, on: CalendarDate | null): void {
  if (birthDate === null || on === null) return;
  const age = ageAt(birthDate, on);
  if (age < MIN_AGE || age > MAX_AGE) reader.warn('id-age', 'idNo');
}

const NO_FLAGS: readonly string[] = [];

/** 公职人员（某局）、村干部 → [公职人员, 村干部]; 无, 否, 正常 are none. */
export function readFlags(text: string | null): readonly string[] {
  if (text === null || /^(?:无|否|正常|普通|一般)$/.test(text)) return NO_FLAGS;
  return text
    .replace(/（[^）]*）|\([^)]*\)/g, '')
    .split(/[、,，;；/\s]+/)
    .filter((flag) => flag !== '');
}

/** The remark, with what brackets in the flags said (an employer) kept beside it. */
export function remarkWithFlags(remark: string | null, flags: string | null): string | null {
  if (flags === null || !/[（(]/.test(flags)) return remark;
  return remark === null ? flags : `${remark}；${flags}`;
}

/** A party without an identifier is told apart by name and unit. */
export const partyKey = (party: PartyFacts, unit: string | null): string =>
  party.idNo ?? `${foldText(party.name)}\u0000${unit ?? ''}`;
