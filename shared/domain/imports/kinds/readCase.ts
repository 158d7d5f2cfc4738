/** Rows of a branch's litigation ledger (LIT-13): the case as it stood, with whatever days the branch kept. */
import { readCaseNumber } from '../../parties/caseNumber';
import type { FieldKey } from '../fields/fieldSpec';
import { contractKey } from '../foldText';
import { type ImportContext, readUnit } from '../interpretContext';
import type { Mapping } from '../mapping';
import type { CourtCaseRecord } from '../records';
import { MAX_REMARK, type RowReader, shownCell } from '../rowReader';

/** What cannot lie ahead of the ledger's day, in the order in which a case goes. */
const IN_ORDER = [
  'consentOn',
  'filingOn',
  'acceptedOn',
  'hearingOn',
  'judgedOn',
  'effectiveOn',
  'enforcementAppliedOn',
] as const satisfies readonly FieldKey[];

type Days = Record<(typeof IN_ORDER)[number], string | null>;

/** A hearing may be to come; everything else has happened. */
function readDays(reader: RowReader, context: ImportContext): Days {
  const days = Object.fromEntries(IN_ORDER.map((field) => [field, reader.date(field)])) as Days;
  let latest = '';
  for (const field of IN_ORDER) {
    const day = days[field];
    if (day === null) continue;
    if (day > context.asOf && field !== 'hearingOn') reader.refuse('date-future', field);
    if (day < latest) reader.warn('case-dates-order', field);
    latest = day > latest ? day : latest;
  }
  return days;
}

/** One defendant a line, or joined by commas. */
function readDefendants(reader: RowReader): string[] {
  const names = shownDefendants(reader)
    .split(/[\n\r、，,；;]+/)
    .map((name) => name.replace(/\s+/g, ''))
    .filter((name) => name !== '');
  if (names.length === 0) reader.refuse('defendant-missing', 'defendants');
  return [...new Set(names)];
}

function shownDefendants(reader: RowReader): string {
  const cell = reader.raw('defendants');
  // For its findings; what it returns has its lines joined.
  reader.text('defendants', 'note');
  return typeof cell === 'string' ? cell : shownCell(cell);
}

/** Kept as written where it has neither form; the number of an appeal is of another year than the suit. */
function checkCaseNumber(
  reader: RowReader,
  field: 'caseNo' | 'enforcementNo',
  written: string | null,
  day: string | null,
) {
  if (written === null) return;
  const parts = readCaseNumber(written);
  if (parts === null) reader.warn('case-number-form', field);
  else if (day !== null && parts.type !== '民终' && String(parts.year) !== day.slice(0, 4))
    reader.warn('case-filed-in-other-year', field);
}

export function readCase(
  reader: RowReader,
  context: ImportContext,
  mapping: Mapping,
  ordinal: (contract: string) => number,
): CourtCaseRecord | null {
  const unit = readUnit(reader, context, mapping.unit, true);
  const contractNo = reader.contract();
  const defendants = readDefendants(reader);
  const principal = reader.requiredAmount('claimPrincipal');
  const interest = reader.amount('claimInterest') ?? 0;
  if (interest < 0) reader.refuse('amount-negative', 'claimInterest');
  const days = readDays(reader, context);
  const caseNo = reader.text('caseNo');
  const enforcementNo = reader.text('enforcementNo');
  checkCaseNumber(reader, 'caseNo', caseNo, days.acceptedOn);
  checkCaseNumber(reader, 'enforcementNo', enforcementNo, days.enforcementAppliedOn);
  const rest = {
    cause: reader.text('cause') ?? '金融借款合同纠纷',
    defendants,
    interest,
    consentNo: reader.numberText('consentNo'),
    filingNo: reader.numberText('filingNo'),
    court: reader.text('court'),
    caseNo,
    preservation: reader.text('preservation'),
    judgmentNo: reader.text('judgmentNo'),
    enforcementNo,
    recovered: reader.amount('recovered'),
    stage: reader.text('stage'),
    responsible: reader.text('responsible'),
    handler: reader.text('handler'),
    remark: reader.text('remark', 'note', MAX_REMARK),
    ...days,
  };
  if (unit === null || contractNo === null || defendants.length === 0 || principal === null) return null;
  const key = contractKey(contractNo);
  return { unit, contractNo, contractKey: key, ordinal: ordinal(key), principal, ...rest };
}
