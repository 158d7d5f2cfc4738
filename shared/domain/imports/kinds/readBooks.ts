/** Rows of receipts of money, subject balances and month-end classes. */
import { readShares } from '../collectorShares';
import type { FieldKey } from '../fields/fieldSpec';
import { contractKey } from '../foldText';
import { type ImportContext, readUnit } from '../interpretContext';
import type { Mapping } from '../mapping';
import { readMonth } from '../readDate';
import type { ClassificationRecord, CollectorShare, ReceiptRecord, SubjectBalanceRecord } from '../records';
import { MAX_REMARK, type RowReader } from '../rowReader';
import { readClass } from '../words';

function receivedOnOf(reader: RowReader, context: ImportContext): string | null {
  const { date, problem } = reader.dateReading('receivedOn');
  if (date === null) reader.refuse(problem ?? 'date-text', 'receivedOn');
  else if (date > context.asOf) reader.refuse('date-future', 'receivedOn');
  return date;
}

/** Principal and interest in fen; only a row that names the entry it reverses may be negative, and it must be. */
function receiptMoney(reader: RowReader, reversal: boolean): { principalFen: number; interestFen: number } | null {
  const principalFen = reader.amount('principal') ?? 0;
  const interestFen = reader.amount('interest') ?? 0;
  const failed = reader.issues.some((i) => i.code.startsWith('amount-'));
  if (failed) return null;
  if (!reversal && principalFen < 0) reader.refuse('amount-negative', 'principal');
  if (!reversal && interestFen < 0) reader.refuse('interest-negative', 'interest');
  if (principalFen === 0 && interestFen === 0) reader.refuse('amount-zero', 'principal');
  const total = reader.amount('total');
  // The entry may be right and its sum wrong, or the other way round: a person decides.
  if (total !== null && total !== principalFen + interestFen) reader.warn('total-mismatch', 'total');
  return { principalFen, interestFen };
}

function readCollectors(reader: RowReader): readonly CollectorShare[] {
  const text = reader.text('shares');
  if (text === null) return [];
  const shares = readShares(text);
  if (shares !== 'shares-not-100') return shares;
  reader.refuse('shares-not-100', 'shares');
  return [];
}

export function readReceipt(reader: RowReader, context: ImportContext, mapping: Mapping): ReceiptRecord | null {
  const receiptNo = reader.numberText('receiptNo', 'key');
  if (receiptNo === null) reader.refuse('receipt-no-missing', 'receiptNo');
  const receivedOn = receivedOnOf(reader, context);
  const unit = readUnit(reader, context, mapping.unit, false);
  const contractNo = reader.contract();
  const key = contractNo === null ? null : contractKey(contractNo);
  if (key !== null && context.knowsContract?.(key) === false) reader.refuse('contract-unknown', 'contractNo');
  const reversesNo = reader.numberText('reversesNo');
  const money = receiptMoney(reader, reversesNo !== null);
  const shares = readCollectors(reader);
  const rest = {
    method: reader.text('method'),
    payer: reader.text('payer'),
    shares,
    voucherNo: reader.numberText('voucherNo'),
    reversesNo,
    remark: reader.text('remark', 'note', MAX_REMARK),
  };
  if (receiptNo === null || receivedOn === null || contractNo === null || key === null || money === null) return null;
  return { receiptNo, receivedOn, unit, contractNo, contractKey: key, ...money, ...rest };
}

export function readSubjectBalance(
  reader: RowReader,
  context: ImportContext,
  mapping: Mapping,
): SubjectBalanceRecord | null {
  const unit = readUnit(reader, context, mapping.unit, true);
  const subject = reader.numberText('subject', 'key');
  const fen = (field: FieldKey): number => reader.amount(field) ?? 0;
  const amounts = {
    subjectName: reader.text('subjectName'),
    openingDebitFen: fen('openingDebit'),
    openingCreditFen: fen('openingCredit'),
    periodDebitFen: fen('periodDebit'),
    periodCreditFen: fen('periodCredit'),
    closingDebitFen: fen('closingDebit'),
    closingCreditFen: fen('closingCredit'),
  };
  if (subject === null) reader.refuse('subject-missing', 'subject');
  return unit === null || subject === null ? null : { unit, subject, ...amounts };
}

export function readHistory(reader: RowReader, context: ImportContext): ClassificationRecord | null {
  const { month, problem } = readMonth(reader.raw('month'));
  if (month === null) reader.refuse(problem ?? 'date-text', 'month');
  else if (month > context.asOf.slice(0, 7)) reader.refuse('date-future', 'month');
  const contractNo = reader.contract();
  const balanceFen = reader.requiredAmount('balance');
  const text = reader.text('fiveLevel');
  const fiveLevel = text === null ? null : (readClass(text)?.five ?? null);
  if (fiveLevel === null) reader.refuse('class-unknown', 'fiveLevel');
  if (month === null || contractNo === null || balanceFen === null || fiveLevel === null) return null;
  return { month, contractNo, contractKey: contractKey(contractNo), balanceFen, fiveLevel };
}
