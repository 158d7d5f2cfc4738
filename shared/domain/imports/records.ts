/** The records that an import produces: one type per kind, values normalised, money in fen, dates ISO. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { Capacity, DeliveryMethod, NoticeOutcome } from '../dunning/delivery';
import type { NoticeRole } from '../dunning/noticeFacts';
import type { CaseRecord } from '../litigation/caseRecord';

export const IMPORT_KINDS = [
  'loans',
  'parties',
  'guarantors',
  'collateral',
  'receipts',
  'subject-balances',
  'classification-history',
  'notices',
  'cases',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type PartyKind = 'person' | 'organisation';
/** How a party is identified: resident ID (18 digits after lengthening), credit code, or any other paper kept as text. */
export type IdKind = 'id-number' | 'credit-code' | 'business-licence' | 'organisation-code' | 'other';

export interface PartyFacts {
  readonly name: string;
  readonly kind: PartyKind;
  readonly idKind: IdKind | null;
  /** Normalised: half-width, upper case, no spaces or hyphens; a 15-digit resident ID lengthened to 18. */
  readonly idNo: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export interface LoanRecord {
  readonly unit: string;
  /** As written (trimmed); matching uses `contractKey`. */
  readonly contractNo: string;
  /** Brackets and width folded, upper case, no spaces. */
  readonly contractKey: string;
  readonly receiptNo: string | null;
  readonly borrower: PartyFacts;
  readonly issueDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly extendedDueDate: CalendarDate | null;
  readonly principalFen: Fen;
  readonly balanceFen: Fen;
  readonly interestOnFen: Fen;
  readonly interestOffFen: Fen;
  /** Annual rate as a decimal fraction in text, e.g. "0.0696" (monthly ‰ × 12 / 1000, exact). */
  readonly annualRate: string | null;
  readonly guaranteeMode: '信用' | '保证' | '抵押' | '质押' | '联保' | null;
  readonly purpose: string | null;
  /** Accounting subject, e.g. 1303, 108. */
  readonly subject: string | null;
  readonly sheet: 'on' | 'off';
  /** Off-balance category as written: 已核销, 票据置换, 三峡专项置换, 政府置换, 抵债; null on the balance sheet. */
  readonly sheetStatus: string | null;
  readonly offBalanceDate: CalendarDate | null;
  readonly fourLevel: '正常' | '逾期' | '呆滞' | '呆账' | null;
  readonly fiveLevel: '正常' | '关注' | '次级' | '可疑' | '损失' | null;
  readonly fineLevel: '次级一级' | '次级二级' | '可疑一级' | '可疑二级' | '损失级' | null;
  /** Formation date of the NPL. */
  readonly nplDate: CalendarDate | null;
  readonly officer: string | null;
  readonly approver: string | null;
  /** 本人, 个人贷款集体用款, 冒名贷款 … as written. */
  readonly occupancy: string | null;
  readonly actualUser: string | null;
  /** 公职人员, 村干部, 内部员工, 关联人 …; empty when none. */
  readonly specialFlags: readonly string[];
  /** 正常, 停产, 死亡, 破产, 服刑, 失踪 … as written. */
  readonly borrowerStatus: string | null;
  /** Names of guarantors written in the loan's own row; information only, the guarantor list decides. */
  readonly guarantorNames: string | null;
  readonly remark: string | null;
}

export interface PartyRecord extends PartyFacts {
  readonly unit: string | null;
  readonly spouse: string | null;
  readonly employer: string | null;
  readonly legalRepresentative: string | null;
  readonly specialFlags: readonly string[];
  readonly status: string | null;
  readonly remark: string | null;
}

export interface GuaranteeRecord {
  readonly contractNo: string;
  readonly contractKey: string;
  readonly guaranteeContractNo: string | null;
  readonly guarantor: PartyFacts;
  readonly kind: 'general' | 'joint' | 'unstated';
  readonly amountFen: Fen | null;
  readonly periodStart: CalendarDate | null;
  readonly periodEnd: CalendarDate | null;
  /** The phrase where the end is not a date (直至主债务本息还清为止, 未约定), kept as written. */
  readonly periodWording: string | null;
  readonly relation: string | null;
  readonly employer: string | null;
  readonly remark: string | null;
}

export interface CollateralRecord {
  readonly contractNo: string;
  readonly contractKey: string;
  /** Running number within the loan; with the contract it identifies the item. */
  readonly itemNo: string;
  readonly security: '抵押' | '质押' | null;
  readonly kind: string;
  readonly location: string | null;
  /** Quantity with its unit as written, e.g. 326.5㎡. */
  readonly quantity: string | null;
  readonly ownerName: string | null;
  readonly ownerIdNo: string | null;
  readonly certificateNo: string | null;
  readonly registeredOn: CalendarDate | null;
  readonly registrationExpiry: CalendarDate | null;
  readonly firstValueFen: Fen | null;
  readonly firstValuedOn: CalendarDate | null;
  readonly latestValueFen: Fen | null;
  readonly latestValuedOn: CalendarDate | null;
  readonly sufficient: string | null;
  readonly validity: string | null;
}

export interface CollectorShare {
  readonly name: string;
  /** Whole hundredths of a percent: 60 % = 6000; the shares of one receipt add up to 10000. */
  /** Millionths. */
  readonly ppm: number;
}

export interface ReceiptRecord {
  readonly receiptNo: string;
  readonly receivedOn: CalendarDate;
  readonly unit: string | null;
  readonly contractNo: string;
  readonly contractKey: string;
  /** Negative in a reversal. */
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly method: string | null;
  readonly payer: string | null;
  readonly shares: readonly CollectorShare[];
  readonly voucherNo: string | null;
  readonly reversesNo: string | null;
  readonly remark: string | null;
}

export interface SubjectBalanceRecord {
  readonly unit: string;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly openingDebitFen: Fen;
  readonly openingCreditFen: Fen;
  readonly periodDebitFen: Fen;
  readonly periodCreditFen: Fen;
  readonly closingDebitFen: Fen;
  readonly closingCreditFen: Fen;
}

export interface ClassificationRecord {
  /** YYYY-MM. */
  readonly month: string;
  readonly contractNo: string;
  readonly contractKey: string;
  readonly balanceFen: Fen;
  readonly fiveLevel: '正常' | '关注' | '次级' | '可疑' | '损失';
}

/** One person who was notified. */
export interface NoticeRecord {
  readonly noticeNo: string;
  readonly unit: string;
  readonly contractNo: string;
  readonly contractKey: string;
  /** The paper as the register calls it. */
  readonly kindText: string | null;
  readonly role: NoticeRole;
  readonly addressee: string;
  readonly noticedOn: CalendarDate;
  readonly method: DeliveryMethod | null;
  readonly outcome: NoticeOutcome;
  readonly arrivedOn: CalendarDate | null;
  readonly signedBy: string | null;
  readonly capacity: Capacity | null;
  readonly receiptOn: CalendarDate | null;
  readonly trackingNo: string | null;
  readonly witness: string | null;
  readonly officer: string | null;
  readonly remark: string | null;
}

/** A case as the branch's own ledger has it. */
export interface CourtCaseRecord extends CaseRecord {
  readonly unit: string;
  readonly contractNo: string;
  readonly contractKey: string;
  /** Running number among the cases of the contract. */
  readonly ordinal: number;
  readonly defendants: readonly string[];
}

export interface ImportRecords {
  loans: LoanRecord;
  parties: PartyRecord;
  guarantors: GuaranteeRecord;
  collateral: CollateralRecord;
  receipts: ReceiptRecord;
  'subject-balances': SubjectBalanceRecord;
  'classification-history': ClassificationRecord;
  notices: NoticeRecord;
  cases: CourtCaseRecord;
}

/** One finding about a cell. `refuse`: the row is not written; `warn`: written only once a person accepted it. */
export interface CellIssue {
  readonly severity: 'refuse' | 'warn';
  readonly code: string;
  /** Zero-based column, or -1 for the row as a whole. */
  readonly column: number;
  /** The cell as the person sees it, shortened to 80 characters. */
  readonly value: string;
}

/** A sheet row that carried a record: the record when it could be built, and what was found on the way. */
export interface ParsedRow<K extends ImportKind> {
  readonly row: number;
  readonly record: ImportRecords[K] | null;
  readonly issues: readonly CellIssue[];
}
