/** Row types of requests for approval (migration 0100). Amounts in fen; JSON texts are written and read by approvals. */

import type { Vote } from '@shared/domain/approvals/committee';
import type { Level } from '@shared/domain/approvals/levels';
import type { RequestState } from '@shared/domain/approvals/standing';
import type { Generated } from 'kysely';

interface ApprovalRequestTable {
  id: Generated<number>;
  kind: string;
  /** The owning feature's row, e.g. `delegation:3`. */
  subject: string;
  title: string;
  party_id: number | null;
  unit_id: number;
  document_id: number | null;
  content: string;
  digest: string;
  facts: string;
  amount: number | null;
  loss_amount: number | null;
  loss_ppm: number | null;
  path: string;
  trace: string;
  /** The day for which the rule was asked. */
  as_of: string;
  submitted_by: number;
  submitted_at: string;
  state: RequestState;
  at_level: number;
  waiting_for: Level | null;
  /** Of the level that is asked now. */
  deadline: string | null;
  deadline_trace: string | null;
  ended_at: string | null;
  rev: Generated<number>;
}

interface ApprovalPreparerTable {
  request_id: number;
  user_id: number;
  act: string;
}

interface ApprovalDecisionTable {
  id: Generated<number>;
  request_id: number;
  at_level: number;
  /** null: withdrawn or void, which no level decides. */
  level: Level | null;
  outcome: 'consent' | 'return' | 'reject' | 'withdraw' | 'void';
  user_id: number;
  /** Whose authority it was, when it was handed over. */
  for_user_id: number | null;
  opinion: string;
  digest: string;
  /** Of the committee. */
  tally: string | null;
  at: string;
  /** Number of its entry in the log; null for what became void by another act, which has an entry of its own. */
  entry: number | null;
}

interface ApprovalVoteTable {
  request_id: number;
  at_level: number;
  user_id: number;
  vote: Vote;
  opinion: string;
  digest: string;
  at: string;
  entry: number;
}

interface ApprovalConflictTable {
  request_id: number;
  user_id: number;
  reason: string;
  recorded_by: number;
  at: string;
}

interface ApprovalDelegationTable {
  id: Generated<number>;
  from_user_id: number;
  to_user_id: number;
  level: Level;
  first_day: string;
  last_day: string;
  basis: string;
  created_at: string;
  /** 1 once it is approved. */
  in_force: Generated<0 | 1>;
  ended_at: string | null;
}

/** Part of the whole schema (schema.ts). */
export interface ApprovalSchema {
  approval_request: ApprovalRequestTable;
  approval_preparer: ApprovalPreparerTable;
  approval_decision: ApprovalDecisionTable;
  approval_vote: ApprovalVoteTable;
  approval_conflict: ApprovalConflictTable;
  approval_delegation: ApprovalDelegationTable;
}
