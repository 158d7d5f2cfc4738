/** What a column can be: the shape of the vocabulary that headings are guessed with. */
import type { ImportKind } from '../records';

export type ValueType =
  | 'text'
  | 'name'
  | 'unit'
  | 'number-text'
  | 'identifier'
  | 'phone'
  | 'date'
  /** A date, or a phrase that stands for one. */
  | 'date-or-phrase'
  | 'month'
  | 'amount'
  | 'rate'
  | 'class'
  | 'form'
  | 'guarantee'
  | 'subject';

export interface FieldSpec {
  /** Name in the mapping and under `imports:field.<kind>.<key>` in the locale files. */
  readonly key: FieldKey;
  readonly type: ValueType;
  readonly required?: true;
  /** Headings that mean this field and nothing else in this kind of list. */
  readonly names: readonly string[];
  /** Headings that may mean it: taken only when no better column is there, and only by exact match. */
  readonly weak?: readonly string[];
}

export interface KindSpec {
  readonly kind: ImportKind;
  readonly fields: readonly FieldSpec[];
  /** The party that the list is about; its name may precede a heading (借款人 + 地址) or head a group. */
  readonly subjects: readonly string[];
  /** A row without any of these is not a record. */
  readonly keys: readonly FieldKey[];
  /** Fields without which `auto` does not believe in this kind. */
  readonly signature: readonly FieldKey[];
}

export type FieldKey =
  | 'unit'
  | 'contractNo'
  | 'receiptNo'
  | 'borrowerName'
  | 'partyType'
  | 'idType'
  | 'idNo'
  | 'address'
  | 'phone'
  | 'issueDate'
  | 'dueDate'
  | 'extendedDueDate'
  | 'principal'
  | 'balance'
  | 'interestOn'
  | 'interestOff'
  | 'interest'
  | 'monthlyRate'
  | 'annualRate'
  | 'guaranteeMode'
  | 'purpose'
  | 'subject'
  | 'sheetStatus'
  | 'offBalanceDate'
  | 'fourLevel'
  | 'fiveLevel'
  | 'fineLevel'
  | 'nplDate'
  | 'officer'
  | 'approver'
  | 'occupancy'
  | 'actualUser'
  | 'specialFlags'
  | 'borrowerStatus'
  | 'guarantorNames'
  | 'remark'
  | 'partyName'
  | 'spouse'
  | 'employer'
  | 'legalRepresentative'
  | 'status'
  | 'guaranteeContractNo'
  | 'guarantorName'
  | 'guaranteeKind'
  | 'amount'
  | 'periodStart'
  | 'periodEnd'
  | 'relation'
  | 'itemNo'
  | 'security'
  | 'itemKind'
  | 'location'
  | 'quantity'
  | 'ownerName'
  | 'ownerIdNo'
  | 'certificateNo'
  | 'registeredOn'
  | 'registrationExpiry'
  | 'firstValue'
  | 'firstValuedOn'
  | 'latestValue'
  | 'latestValuedOn'
  | 'sufficient'
  | 'validity'
  | 'receivedOn'
  | 'total'
  | 'method'
  | 'payer'
  | 'shares'
  | 'voucherNo'
  | 'reversesNo'
  | 'subjectName'
  | 'openingDebit'
  | 'openingCredit'
  | 'periodDebit'
  | 'periodCredit'
  | 'closingDebit'
  | 'closingCredit'
  | 'month'
  | 'noticeNo'
  | 'noticeKind'
  | 'addressee'
  | 'addresseeRole'
  | 'noticedOn'
  | 'deliveryMethod'
  | 'signer'
  | 'signerRelation'
  | 'signedOn'
  | 'receiptFlag'
  | 'trackingNo'
  | 'witness'
  | 'cause'
  | 'defendants'
  | 'claimPrincipal'
  | 'claimInterest'
  | 'consentNo'
  | 'consentOn'
  | 'filingNo'
  | 'filingOn'
  | 'court'
  | 'caseNo'
  | 'acceptedOn'
  | 'preservation'
  | 'hearingOn'
  | 'judgmentNo'
  | 'judgedOn'
  | 'effectiveOn'
  | 'enforcementAppliedOn'
  | 'enforcementNo'
  | 'recovered'
  | 'stage'
  | 'responsible'
  | 'handler';

/** Headings separated by white space: long lists stay readable. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/);
