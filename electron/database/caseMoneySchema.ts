/** Row types of the money, counsels and reviews of court cases (migration 0270). Money is fen, dates ISO text. */
import type { BreachKind } from '@shared/domain/litigation/breaches';
import type { CounselEntryKind, CounselKind, Dismissal, EngagementMode } from '@shared/domain/litigation/counsel';
import type { FeeKind, FeeMove } from '@shared/domain/litigation/fees';
import type { Generated } from 'kysely';

interface CaseFeeTable {
  id: Generated<number>;
  case_id: number;
  kind: FeeKind;
  move: FeeMove;
  /** Negative: it takes another row back. */
  amount: number;
  day: string;
  voucher_no: string;
  payee: string;
  /** What the tariff said; null where there is none. */
  tariff: number | null;
  /** TraceLine[] as JSON. */
  trace: string;
  reason: string | null;
  /** Key of the act that it left in the case. */
  act: string | null;
  reverses: number | null;
  user_id: number;
  at: string;
}

interface CaseReceiptTable {
  case_id: number;
  act: string;
  payment_id: number;
  user_id: number;
  at: string;
}

interface CounselTable {
  id: Generated<number>;
  name: string;
  kind: CounselKind;
  firm: string;
  licence_no: string;
  licensed_on: string;
  experience: string;
  character: string;
  user_id: number;
  at: string;
}

interface CounselEntryTable {
  id: Generated<number>;
  counsel_id: number;
  kind: CounselEntryKind;
  day: string;
  number: string | null;
  cause: Dismissal | null;
  text: string;
  user_id: number;
  at: string;
}

interface CaseCounselTable {
  id: Generated<number>;
  case_id: number;
  counsel_id: number;
  mode: EngagementMode;
  contract_id: number | null;
  permit_no: string | null;
  day: string;
  user_id: number;
  at: string;
  ended_on: string | null;
  ended_reason: string | null;
}

interface CaseReviewTable {
  id: Generated<number>;
  case_id: number;
  day: string;
  /** Kinds of the deadlines that had passed, as JSON. */
  overdue: string;
  cause: string | null;
  solution: string | null;
  finding: string;
  user_id: number;
  at: string;
  difficulty: string | null;
  solution_due: string | null;
}

interface CaseBreachNoteTable {
  case_id: number;
  /** `<kind>:<act or deadline>`. */
  breach: `${BreachKind}:${string}`;
  reason: string;
  user_id: number;
  at: string;
}

/** Part of the whole schema (schema.ts). */
export interface CaseMoneySchema {
  case_fee: CaseFeeTable;
  case_receipt: CaseReceiptTable;
  counsel: CounselTable;
  counsel_entry: CounselEntryTable;
  case_counsel: CaseCounselTable;
  case_review: CaseReviewTable;
  case_breach_note: CaseBreachNoteTable;
}
