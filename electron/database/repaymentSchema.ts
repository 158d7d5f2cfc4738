/** Row types of repayment agreements, papers about the debt and pre-suit requests (migration 0150). Money is fen, dates ISO text. */
import type { AgreedOrder, AgreementState } from '@shared/domain/repayment/agreement';
import type { DebtForm, Reply, SignatoryRole } from '@shared/domain/repayment/signatories';
import type { Generated } from 'kysely';

interface RepaymentAgreementTable {
  id: Generated<number>;
  party_id: number;
  unit_id: number;
  /** Day of the ledger whose debt was agreed. */
  as_of: string;
  payment_order: AgreedOrder;
  /** Who follows the instalments. */
  follower_id: number;
  /** An instalment so many days late makes the whole debt due. */
  grace_days: number;
  state: AgreementState;
  signed_on: string | null;
  ended_on: string | null;
  end_reason: string | null;
  /** The agreement on the order of payment that its signing recorded. */
  order_agreement_id: number | null;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface RepaymentAgreementLoanTable {
  agreement_id: number;
  loan_id: number;
  principal: number;
  interest: number;
}

interface RepaymentInstalmentTable {
  agreement_id: number;
  seq: number;
  /** As agreed. */
  due_on: string;
  /** The same, or the first working day after it. */
  pay_by: string;
  principal: number;
  interest: number;
  /** When its being missed made the measures due for revision. */
  missed_noted_at: string | null;
}

interface RepaymentPaperTable {
  document_id: number;
  party_id: number;
  agreement_id: number | null;
  term_request_id: number | null;
  form: DebtForm;
  issued_on: string;
  /** Of a balance confirmation. */
  reply: Reply | null;
  difference: string | null;
  rev: Generated<number>;
}

/** One row for each debt of each signatory: his signature concerns him alone. */
interface RepaymentSignatoryTable {
  document_id: number;
  seq: number;
  role: SignatoryRole;
  /** null: an actual user who is no party of the file. */
  party_id: number | null;
  name: string;
  loan_id: number;
  guarantee_id: number | null;
  signed_on: string | null;
  recorded_by: number | null;
  recorded_at: string | null;
}

interface PreSuitRequestTable {
  id: Generated<number>;
  party_id: number;
  negotiations: number;
  owed: number;
  reason: string;
  state: 'open' | 'approved' | 'refused';
  user_id: number;
  at: string;
}

/** Part of the whole schema (schema.ts). */
export interface RepaymentSchema {
  repayment_agreement: RepaymentAgreementTable;
  repayment_agreement_loan: RepaymentAgreementLoanTable;
  repayment_instalment: RepaymentInstalmentTable;
  repayment_paper: RepaymentPaperTable;
  repayment_signatory: RepaymentSignatoryTable;
  pre_suit_request: PreSuitRequestTable;
}
