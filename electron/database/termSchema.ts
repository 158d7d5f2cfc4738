/** Row types of extensions and re-lending, of what was put right, and of voided papers (migration 0190). Money is fen, dates ISO text. */
import type { TermKind, TermState } from '@shared/domain/repayment/loanTerm';
import type { Generated } from 'kysely';

interface LoanTermRequestTable {
  id: Generated<number>;
  party_id: number;
  unit_id: number;
  loan_id: number;
  kind: TermKind;
  /** Item of the checklist, with its words and article as they were when it was asked. */
  condition: string;
  condition_text: string;
  article: string;
  /** In the borrower's words. */
  reason: string;
  /** What shows that the condition holds, where it is no file. */
  facts: string | null;
  security: string | null;
  due_on: string;
  new_due_on: string;
  as_of: string;
  principal: number;
  interest: number;
  state: TermState;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface LoanTermInstalmentTable {
  request_id: number;
  seq: number;
  due_on: string;
  principal: number;
  interest: number;
}

interface LoanTermFileTable {
  request_id: number;
  seq: number;
  name: string;
  sha256: string;
}

/** An extension in force; one that was taken back keeps its row and has a reversal. */
interface LoanExtensionTable {
  id: Generated<number>;
  request_id: number;
  loan_id: number;
  from_due: string;
  to_due: string;
  agreed_on: string;
  user_id: number;
  at: string;
}

interface LoanExtensionReversalTable {
  extension_id: number;
  reason: string;
  user_id: number;
  at: string;
}

interface SignatureCorrectionTable {
  id: Generated<number>;
  document_id: number;
  /** `borrower`, `guarantor-12`, `actual-user`. */
  signatory: string;
  /** As it was recorded. */
  signed_on: string;
  /** null: he did not sign. */
  corrected_to: string | null;
  reason: string;
  user_id: number;
  at: string;
}

interface DeliveryCorrectionTable {
  id: Generated<number>;
  notice_id: number;
  /** As it was recorded, with who confirmed it and when. */
  delivery: string;
  reason: string;
  user_id: number;
  at: string;
}

interface DocumentVoidTable {
  id: Generated<number>;
  document_id: number;
  reason: string;
  state: 'asked' | 'voided' | 'refused';
  user_id: number;
  at: string;
}

/** Part of the whole schema (schema.ts). */
export interface TermSchema {
  loan_term_request: LoanTermRequestTable;
  loan_term_instalment: LoanTermInstalmentTable;
  loan_term_file: LoanTermFileTable;
  loan_extension: LoanExtensionTable;
  loan_extension_reversal: LoanExtensionReversalTable;
  signature_correction: SignatureCorrectionTable;
  delivery_correction: DeliveryCorrectionTable;
  document_void: DocumentVoidTable;
}
