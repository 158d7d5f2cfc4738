/** Row types of money recorded by hand (migration 0120). Money columns are fen, dates ISO text. */
import type { Channel, RecoveryForm } from '@shared/domain/receipts/channels';
import type { Hardship, Measure, MeasureState } from '@shared/domain/receipts/interestMeasure';
import type { LineCause, LineKind } from '@shared/domain/receipts/postings';
import type { Generated } from 'kysely';

interface PaymentTable {
  id: Generated<number>;
  /** The receipt's number here; with `.n` per loan when it reached several. */
  number: string;
  /** When the debtor paid: rules and order go by it. */
  received_on: string;
  /** When the core banking system books it: a ledger of that day or later contains it. */
  booked_on: string;
  amount: number;
  costs_owed: number;
  voucher_no: string;
  payer: string;
  channel: Channel;
  form: RecoveryForm;
  /** JSON of Designation, or null. */
  designation: string | null;
  /** JSON: [loan id, fen][]. */
  accrued: string;
  double_reason: string | null;
  remark: string | null;
  /** JSON of TraceLine[]. */
  trace: string;
  user_id: number;
  at: string;
}

interface PaymentLineTable {
  payment_id: number;
  seq: number;
  loan_id: number;
  kind: LineKind;
  cause: LineCause;
  cause_id: number;
  posted_on: string;
  /** As the bank books it. */
  costs: number;
  principal: number;
  interest: number;
  /** What the debtor owes less of; with `costs` the same total as the bank's. */
  owed_principal: number;
  owed_interest: number;
}

interface PaymentReversalTable {
  payment_id: number;
  reversed_on: string;
  reason: string;
  user_id: number;
  at: string;
}

interface OrderAgreementTable {
  id: Generated<number>;
  party_id: number;
  agreed_on: string;
  evidence: string;
  ended_on: string | null;
  /** It was recorded wrongly and counts for no day. */
  taken_back: Generated<0 | 1>;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface InterestMeasureTable {
  id: Generated<number>;
  party_id: number;
  loan_id: number;
  measure: Measure;
  amount: number;
  hardship: Hardship;
  facts: string;
  evidence: string;
  /** JSON: two names. */
  investigators: string;
  /** JSON: a reason for each of the three principles, in their order. */
  principles: string;
  conditions: string | null;
  until: string | null;
  state: MeasureState;
  decided_on: string | null;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

/** Part of the whole schema (schema.ts). */
export interface ReceiptsSchema {
  payment: PaymentTable;
  payment_line: PaymentLineTable;
  payment_reversal: PaymentReversalTable;
  order_agreement: OrderAgreementTable;
  interest_measure: InterestMeasureTable;
}
