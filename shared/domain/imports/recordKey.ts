/** What identifies a record within its kind: repeated rows of a file and, later, what a file changes are found by it. */
import { foldText } from './foldText';
import { partyKey } from './kinds/readParty';
import type { ImportKind, ImportRecords, PartyFacts } from './records';

type KeyOf = { readonly [K in ImportKind]: (record: ImportRecords[K]) => string };

const SEPARATOR = '\u0000';

const KEYS: KeyOf = {
  /** A contract may be drawn in several receipts (借据), each with its own balance. */
  loans: (r) => r.contractKey + SEPARATOR + (r.receiptNo === null ? '' : foldText(r.receiptNo)),
  parties: (r) => partyKey(r, r.unit),
  guarantors: (r) =>
    [r.contractKey, partyKey(r.guarantor, null), foldText(r.guaranteeContractNo ?? '')].join(SEPARATOR),
  collateral: (r) => r.contractKey + SEPARATOR + r.itemNo,
  receipts: (r) => foldText(r.receiptNo),
  'subject-balances': (r) => r.unit + SEPARATOR + r.subject,
  'classification-history': (r) => r.month + SEPARATOR + r.contractKey,
  /** One paper goes to each person notified. */
  notices: (r) => [foldText(r.noticeNo), r.contractKey, foldText(r.addressee)].join(SEPARATOR),
  /** A contract may be sued for again; its cases differ by their numbers. */
  cases: (r) => [r.contractKey, foldText(r.caseNo ?? ''), r.acceptedOn ?? ''].join(SEPARATOR),
};

/** The key is text for comparison only; never shown. */
export function recordKey<K extends ImportKind>(kind: K, record: ImportRecords[K]): string {
  return KEYS[kind](record);
}

/** The party whose identifier and name must agree over the file. */
export function recordParty<K extends ImportKind>(kind: K, record: ImportRecords[K]): PartyFacts | null {
  if (kind === 'loans') return (record as ImportRecords['loans']).borrower;
  if (kind === 'guarantors') return (record as ImportRecords['guarantors']).guarantor;
  return kind === 'parties' ? (record as ImportRecords['parties']) : null;
}
