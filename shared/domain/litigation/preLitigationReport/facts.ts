/**
 * What the file says about a household when the report is made: read once, frozen with the paper. Every figure carries
 * where it came from, so that the annex 数据来源表 can name it (LIT-01 "every figure traceable"). Money in fen.
 */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';

export interface Source {
  /** Words for the annex, e.g. `贷款台账 2026-09-20 导入` */
  readonly label: string;
  readonly kind: 'ledger' | 'contract' | 'appraisal' | 'typed';
  readonly asOf: CalendarDate;
}

export interface Figure {
  readonly value: Fen;
  readonly source: Source;
}

export interface PartyFacts {
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  /** Id number or unified social credit code; null when the file has none. */
  readonly idNo: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly legalRepresentative: string | null;
}

export interface LoanFacts {
  readonly contractNo: string;
  readonly receiptNo: string;
  readonly granted: Figure;
  readonly balance: Figure;
  readonly issuedOn: CalendarDate | null;
  /** With extensions. */
  readonly dueOn: CalendarDate | null;
  /** Yearly rates in ppm (6.50 % = 65,000); null when the file has none. */
  readonly ratePpm: number | null;
  readonly penaltyRatePpm: number | null;
  readonly purpose: string | null;
  /** Words of the ledger, e.g. `抵押+保证`. */
  readonly guaranteeMode: string | null;
  readonly fourLevel: string | null;
  readonly fiveLevel: string | null;
  /** Day the loan became non-performing. */
  readonly formedOn: CalendarDate | null;
}

export interface GuaranteeFacts {
  readonly contractNo: string;
  readonly signedOn: CalendarDate | null;
  readonly guarantor: PartyFacts;
  readonly isMaximum: boolean;
  /** Amount or maximum; null = the whole debt. */
  readonly amount: Figure | null;
  readonly periodEnd: CalendarDate | null;
}

export interface AppraisalFacts {
  readonly on: CalendarDate;
  readonly value: Figure;
  readonly appraiser: string | null;
}

export interface CollateralFacts {
  /** Stable id; a claim names it to realise the security (G-SEC). */
  readonly id: string;
  readonly kind: 'mortgage' | 'pledge';
  readonly isMaximum: boolean;
  readonly contractNo: string;
  readonly description: string;
  readonly location: string | null;
  readonly owner: string;
  readonly quantity: string | null;
  readonly titleNo: string | null;
  readonly registrationNo: string | null;
  readonly registeredOn: CalendarDate | null;
  readonly registeredAmount: Figure | null;
  /** False once released, realised or lost. */
  readonly isLive: boolean;
  /** Newest first. */
  readonly appraisals: readonly AppraisalFacts[];
}

export interface PaymentFacts {
  readonly on: CalendarDate;
  readonly amount: Figure;
}

export interface ContactSummary {
  readonly count: number;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly agreements: number;
  readonly brokenInstalments: number;
}

/** Kinds of documents that the evidence checklist knows (ARC-01, SUR-05). */
export type DocumentKind =
  | 'loanContract'
  | 'loanReceipt'
  | 'borrowerIdentity'
  | 'repaymentRecord'
  | 'dunningProof'
  | 'guaranteeContract'
  | 'guarantorIdentity'
  | 'mortgageContract'
  | 'pledgeContract'
  | 'registrationCertificate'
  | 'appraisalReport'
  | 'other';

export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly form: 'original' | 'copy' | null;
  readonly pages: number | null;
  /** Where in the archive, e.g. `保全类-3`. */
  readonly place: string | null;
}

export interface ReportFacts {
  readonly asOf: CalendarDate;
  readonly bank: { readonly name: string };
  readonly unit: { readonly name: string };
  readonly household: { readonly fileNo: string };
  readonly borrower: PartyFacts;
  readonly loans: readonly LoanFacts[];
  readonly guarantees: readonly GuaranteeFacts[];
  readonly collateral: readonly CollateralFacts[];
  readonly payments: readonly PaymentFacts[];
  readonly contacts: ContactSummary;
  readonly documents: readonly DocumentFacts[];
}
