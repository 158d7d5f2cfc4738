/** One row of a loan list, on or off the balance sheet (LOAN-01). */
import type { Fen } from '../../../kernel/money';
import { contractKey } from '../foldText';
import { type ImportContext, readUnit } from '../interpretContext';
import type { Mapping } from '../mapping';
import type { LoanRecord } from '../records';
import { MAX_REMARK, type RowReader } from '../rowReader';
import { readClass, readFourLevel, readGuaranteeMode } from '../words';
import { checkAge, readFlags, readParty, remarkWithFlags } from './readParty';
import { readAnnualRate } from './readRate';

/** Off-balance subjects: 101 interest, 108 written off, 110 bill-swapped, 112 government-swapped, 115 taken in payment. */
const OFF_SUBJECT = /^1(?:0[1-9]|1[0-5])$/;
const ON_SHEET = /^(?:表内|否|无|正常)$/;
const SHEET_STATUS = /核销|置换|抵债|表外/;

function readMode(reader: RowReader): LoanRecord['guaranteeMode'] {
  const text = reader.text('guaranteeMode');
  if (text === null) return null;
  const reading = readGuaranteeMode(text);
  if (reading === null) {
    reader.refuse('guarantee-mode-unknown', 'guaranteeMode');
    return null;
  }
  if (reading.mixed) reader.warn('guarantee-mode-unknown', 'guaranteeMode');
  return reading.mode;
}

function readClasses(reader: RowReader): Pick<LoanRecord, 'fourLevel' | 'fiveLevel' | 'fineLevel'> {
  const fourText = reader.text('fourLevel');
  const fiveText = reader.text('fiveLevel');
  const fineText = reader.text('fineLevel');
  const four = fourText === null ? null : readFourLevel(fourText);
  const five = fiveText === null ? null : readClass(fiveText);
  const fine = fineText === null ? null : readClass(fineText);
  if (fourText !== null && four === null) reader.refuse('class-unknown', 'fourLevel');
  if (fiveText !== null && five === null) reader.refuse('class-unknown', 'fiveLevel');
  if (fineText !== null && fine === null) reader.refuse('class-unknown', 'fineLevel');
  if (five !== null && fine !== null && five.five !== fine.five) reader.refuse('class-unknown', 'fineLevel');
  // 损失 has one fine level only; it is recorded where the list names fine levels.
  const named = fine?.fine ?? (five?.five === '损失' ? null : (five?.fine ?? null));
  return { fourLevel: four, fiveLevel: five?.five ?? fine?.five ?? null, fineLevel: named };
}

function readDates(reader: RowReader, context: ImportContext) {
  const issueDate = reader.date('issueDate');
  const dueDate = reader.date('dueDate');
  const extendedDueDate = reader.date('extendedDueDate');
  const nplDate = reader.date('nplDate');
  const offBalanceDate = reader.date('offBalanceDate');
  if (issueDate !== null && issueDate > context.asOf) reader.refuse('date-future', 'issueDate');
  if (nplDate !== null && nplDate > context.asOf) reader.refuse('date-future', 'nplDate');
  if (offBalanceDate !== null && offBalanceDate > context.asOf) reader.refuse('date-future', 'offBalanceDate');
  if (issueDate !== null && dueDate !== null && dueDate < issueDate) reader.refuse('due-before-issue', 'dueDate');
  const earliest = dueDate ?? issueDate;
  if (extendedDueDate !== null && earliest !== null && extendedDueDate < earliest)
    reader.refuse('due-before-issue', 'extendedDueDate');
  return { issueDate, dueDate, extendedDueDate, nplDate, offBalanceDate };
}

function readInterest(reader: RowReader, field: 'interestOn' | 'interestOff' | 'interest'): Fen {
  const fen = reader.amount(field) ?? 0;
  if (fen < 0) reader.refuse('interest-negative', field);
  return fen;
}

function readMoney(reader: RowReader): { principalFen: Fen | null; balanceFen: Fen | null } {
  const principalFen = reader.requiredAmount('principal');
  const balanceFen = reader.requiredAmount('balance');
  if (principalFen === 0) reader.refuse('amount-zero', 'principal');
  if (principalFen !== null && balanceFen !== null && principalFen > 0 && balanceFen > principalFen)
    reader.refuse('balance-over-principal', 'balance');
  return { principalFen, balanceFen };
}

/** Null when what identifies the loan or its money is missing or refused; the issues say why. */
export function readLoan(reader: RowReader, context: ImportContext, mapping: Mapping): LoanRecord | null {
  const unit = readUnit(reader, context, mapping.unit, true);
  const contractNo = reader.contract();
  const receiptNo = reader.numberText('receiptNo');
  const found = readParty(reader, 'borrowerName', context.asOf);
  const dates = readDates(reader, context);
  if (found !== null) checkAge(reader, found.birthDate, dates.issueDate);
  const { principalFen, balanceFen } = readMoney(reader);
  const subject = reader.numberText('subject');
  const status = reader.text('sheetStatus');
  const offStatus = status !== null && !ON_SHEET.test(status) && SHEET_STATUS.test(status);
  const off = offStatus || mapping.offBalance === true || (subject !== null && OFF_SUBJECT.test(subject));
  const interest = readInterest(reader, 'interest');
  const interestOnFen = readInterest(reader, 'interestOn') + (off ? 0 : interest);
  const interestOffFen = readInterest(reader, 'interestOff') + (off ? interest : 0);
  const annualRate = readAnnualRate(reader);
  const guaranteeMode = readMode(reader);
  const classes = readClasses(reader);
  const flagText = reader.text('specialFlags');
  const remark = remarkWithFlags(reader.text('remark', 'note', MAX_REMARK), flagText);
  const purpose = reader.text('purpose');
  const officer = reader.text('officer');
  const approver = reader.text('approver');
  const occupancy = reader.text('occupancy');
  const actualUser = reader.text('actualUser');
  const borrowerStatus = reader.text('borrowerStatus');
  const guarantorNames = reader.text('guarantorNames');
  if (unit === null || contractNo === null || found === null || principalFen === null || balanceFen === null)
    return null;
  return {
    unit,
    contractNo,
    contractKey: contractKey(contractNo),
    receiptNo,
    borrower: found.party,
    issueDate: dates.issueDate,
    dueDate: dates.dueDate,
    extendedDueDate: dates.extendedDueDate,
    principalFen,
    balanceFen,
    interestOnFen,
    interestOffFen,
    annualRate,
    guaranteeMode,
    purpose,
    subject,
    sheet: off ? 'off' : 'on',
    sheetStatus: offStatus ? status : null,
    offBalanceDate: dates.offBalanceDate,
    fourLevel: classes.fourLevel,
    fiveLevel: classes.fiveLevel,
    fineLevel: classes.fineLevel,
    nplDate: dates.nplDate,
    officer,
    approver,
    occupancy,
    actualUser,
    specialFlags: readFlags(flagText),
    borrowerStatus,
    guarantorNames,
    remark,
  };
}
