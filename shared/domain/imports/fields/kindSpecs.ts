/** The vocabulary of every kind of list. */
import type { ImportKind } from '../records';
import { HISTORY_FIELDS, RECEIPT_FIELDS, SUBJECT_BALANCE_FIELDS } from './bookFields';
import { CASE_FIELDS } from './caseFields';
import type { FieldKey, FieldSpec, KindSpec } from './fieldSpec';
import { LOAN_FIELDS } from './loanFields';
import { NOTICE_FIELDS } from './noticeFields';
import { COLLATERAL_FIELDS, GUARANTOR_FIELDS, PARTY_FIELDS } from './securityFields';

export const KIND_SPECS: Readonly<Record<ImportKind, KindSpec>> = {
  loans: LOAN_FIELDS,
  parties: PARTY_FIELDS,
  guarantors: GUARANTOR_FIELDS,
  collateral: COLLATERAL_FIELDS,
  receipts: RECEIPT_FIELDS,
  'subject-balances': SUBJECT_BALANCE_FIELDS,
  'classification-history': HISTORY_FIELDS,
  notices: NOTICE_FIELDS,
  cases: CASE_FIELDS,
};

export function fieldSpec(kind: ImportKind, key: FieldKey): FieldSpec | undefined {
  return KIND_SPECS[kind].fields.find((field) => field.key === key);
}
