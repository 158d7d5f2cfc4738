/**
 * What keeps the report from being issued (documents.md §0.2, §4.1): findings in the order of the paper. `block` wants a
 * repair, `warn` a typed reason. Codes are stable; `field` is a field id, or names the part of the file to repair.
 */

import { isCalendarDate } from '@shared/kernel/calendarDate';
import { type Missing, noticeOf } from '../../documents/missing';
import { FIELDS } from './catalogue';
import type { PartyFacts, ReportFacts } from './facts';
import {
  basisPoints,
  dateOf,
  type FieldDefinition,
  parseAmount,
  type ReportFields,
  type Row,
  rowsOf,
  textOf,
} from './fields';
import { claim, isOldAppraisal, liveCollateral, netRecovery, principal, realisations } from './figures';
import { NECESSITY } from './wording';

function parties(facts: ReportFacts): Missing[] {
  const all: PartyFacts[] = [facts.borrower, ...facts.guarantees.map((guarantee) => guarantee.guarantor)];
  const seen = new Map(all.map((party) => [party.name, party]));
  return [...seen.values()]
    .filter((party) => !party.name || !party.idNo || !party.address)
    .map((party) => noticeOf('party-incomplete', 'G-PARTY', 'block', 'party', party.name));
}

function ledger(facts: ReportFacts): Missing[] {
  const found: Missing[] = [];
  if (facts.loans.length === 0 || principal(facts) <= 0) {
    found.push(noticeOf('claim-not-positive', 'G-AMT', 'block', 'loans'));
  }
  for (const loan of facts.loans) {
    if (loan.balance.value < 0 || loan.balance.value > loan.granted.value) {
      found.push(noticeOf('balance-out-of-range', 'G-AMT', 'block', 'loans', loan.receiptNo));
    }
    if (!loan.issuedOn || !loan.dueOn) {
      found.push(noticeOf('date-missing', 'G-DATE', 'warn', 'loans', loan.receiptNo));
    } else if (loan.issuedOn > loan.dueOn)
      found.push(noticeOf('dates-out-of-order', 'G-DATE', 'block', 'loans', loan.receiptNo));
  }
  return found;
}

/** Cells that a row lacks or that are not what their column holds. */
function rowFinding(field: FieldDefinition, row: Row, index: number): Missing | null {
  for (const column of field.columns ?? []) {
    const cell = (row[column.id] ?? '').trim();
    const where = `${index + 1}.${column.id}`;
    if (cell === '') {
      if (column.required) return noticeOf('field-missing', 'G-SHORT', 'block', field.id, where);
      continue;
    }
    const isBad =
      (column.kind === 'amount' && parseAmount(cell) === null) ||
      (column.kind === 'percent' && basisPoints(cell) === null) ||
      (column.kind === 'date' && !isCalendarDate(cell)) ||
      (column.kind === 'choice' && !column.options?.includes(cell));
    if (isBad)
      return noticeOf('value-invalid', column.kind === 'amount' ? 'G-AMT' : 'G-SHORT', 'block', field.id, where);
    if (cell.length > field.maxLength) return noticeOf('text-too-long', 'G-SHORT', 'block', field.id, where);
  }
  return null;
}

/** Gate of a field whose absence a named gate refuses. */
const gateOf = (id: string): string =>
  id.startsWith('interest') ? 'G-INT' : id.startsWith('fee') ? 'G-AMT' : 'G-SHORT';

function fieldFindings(field: FieldDefinition, fields: ReportFields): Missing[] {
  const { id } = field;
  if (field.kind === 'table') {
    return rowsOf(fields, id).flatMap((row, index) => rowFinding(field, row, index) ?? []);
  }
  const value = textOf(fields, id);
  if (value === '') {
    if (field.required === 'no') return [];
    return [
      noticeOf(field.required === 'block' ? 'field-missing' : 'recommended-missing', gateOf(id), field.required, id),
    ];
  }
  if (value.length > field.maxLength) return [noticeOf('text-too-long', 'G-SHORT', 'block', id)];
  const isBad =
    (field.kind === 'amount' && parseAmount(value) === null) ||
    (field.kind === 'date' && !isCalendarDate(value)) ||
    (field.kind === 'choice' && !field.options?.includes(value));
  return isBad ? [noticeOf('value-invalid', field.kind === 'amount' ? 'G-AMT' : 'G-SHORT', 'block', id)] : [];
}

/** One as-of date for the whole report (G-INT). */
function interestDate(facts: ReportFacts, fields: ReportFields): Missing[] {
  const asOf = dateOf(fields, 'interestAsOf');
  return asOf !== null && asOf !== facts.asOf
    ? [noticeOf('interest-as-of-differs', 'G-INT', 'block', 'interestAsOf', facts.asOf)]
    : [];
}

/** An expired or disputed clock forces the chapter 时效瑕疵及应对 and forbids the grade 充分. */
function time(fields: ReportFields): Missing[] {
  const isFlawed = rowsOf(fields, 'limitation').some((row) => row.status === 'expired' || row.status === 'disputed');
  if (!isFlawed) return [];
  return [
    ...(textOf(fields, 'timeFlaw') === '' ? [noticeOf('time-flaw-missing', 'G-TIME', 'block', 'timeFlaw')] : []),
    ...(textOf(fields, 'evidenceGrade') === 'sufficient'
      ? [noticeOf('grade-too-high', 'G-TIME', 'block', 'evidenceGrade')]
      : []),
  ];
}

function security(facts: ReportFacts, fields: ReportFields): Missing[] {
  const claimed = new Set(rowsOf(fields, 'claims').map((row) => row.collateral));
  const unclaimed = liveCollateral(facts)
    .filter((item) => !claimed.has(item.id))
    .map((item) => noticeOf('security-not-claimed', 'G-SEC', 'block', 'claims', item.description));
  const old = liveCollateral(facts)
    .filter((item) => isOldAppraisal(item, facts.asOf))
    .map((item) => noticeOf('appraisal-old', 'G-SEC', 'warn', 'collateral', item.description));
  const expired = realisations(facts, fields)
    .filter(({ row }) => row.validUntil && row.validUntil < facts.asOf)
    .map(({ collateral }) =>
      noticeOf('appraisal-expired', 'G-SEC', 'warn', 'collateralEstimates', collateral.description),
    );
  return [...unclaimed, ...old, ...expired];
}

/** A claim over the registered maxima must say so (§4.1 gates). */
function maximum(facts: ReportFacts, fields: ReportFields): Missing[] {
  const total = claim(facts, fields);
  const maxima = liveCollateral(facts).filter((item) => item.isMaximum && item.registeredAmount);
  if (total === null || maxima.length === 0 || textOf(fields, 'overMaximumNote') !== '') return [];
  const most = maxima.reduce((sum, item) => sum + (item.registeredAmount?.value ?? 0), 0);
  return total > most ? [noticeOf('over-maximum-unstated', 'G-AMT', 'block', 'overMaximumNote')] : [];
}

function chapters(facts: ReportFacts, fields: ReportFields): Missing[] {
  const found: Missing[] = [];
  const prompts = Object.keys(NECESSITY) as (keyof typeof NECESSITY)[];
  if (prompts.every((id) => textOf(fields, id) === '')) {
    found.push(noticeOf('necessity-missing', 'G-SHORT', 'block', 'necessityEvasion'));
  }
  if (rowsOf(fields, 'claims').length === 0) found.push(noticeOf('field-missing', 'G-SHORT', 'block', 'claims'));
  if (rowsOf(fields, 'risks').length === 0) found.push(noticeOf('field-missing', 'G-SHORT', 'block', 'risks'));
  const debtors = rowsOf(fields, 'limitation').map((row) => row.debtor);
  if (!debtors.includes(facts.borrower.name)) found.push(noticeOf('field-missing', 'G-TIME', 'block', 'limitation'));
  if (rowsOf(fields, 'missingEvidence').length > 0) {
    found.push(noticeOf('evidence-missing', 'G-SHORT', 'warn', 'missingEvidence'));
  }
  const net = netRecovery(fields);
  if (net !== null && net <= 0 && textOf(fields, 'costJustification') === '') {
    found.push(noticeOf('costs-over-recovery', 'G-SHORT', 'block', 'costJustification'));
  }
  return found;
}

/** Findings for the filled fields (filledFields); empty = the report may be issued. */
export function checkReport(facts: ReportFacts, fields: ReportFields): Missing[] {
  return [
    ...parties(facts),
    ...ledger(facts),
    ...FIELDS.flatMap((field) => fieldFindings(field, fields)),
    ...interestDate(facts, fields),
    ...time(fields),
    ...security(facts, fields),
    ...maximum(facts, fields),
    ...chapters(facts, fields),
  ];
}
