/** Row types of reward sheets and of the register of liabilities (migration 0160). Money is fen, dates ISO text. */
import type { LiabilityKind } from '@shared/domain/rewards/liability';
import type { Exclusion, LoanClass, RewardLine } from '@shared/domain/rewards/rewardSheet';
import type { SheetState } from '@shared/domain/rewards/sheetStates';
import type { Generated } from 'kysely';

interface RewardSheetTable {
  id: Generated<number>;
  from_day: string;
  to_day: string;
  state: SheetState;
  run: number;
  computed_at: string;
  paid_on: string | null;
  voucher_no: string | null;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface RewardLineTable {
  sheet_id: number;
  run: number;
  seq: number;
  /** Number that the receipt was given here, else its own. */
  receipt_key: string;
  party_id: number;
  borrower: string;
  contract: string;
  received_on: string;
  /** Principal and interest less what was taken back. */
  recovered: number;
  realised: 0 | 1;
  formed_on: string | null;
  form: LoanClass['form'] | null;
  status: LoanClass['status'] | null;
  kind: RewardLine['kind'];
  name: string;
  ppm: number;
  costs: number;
  rate: string;
  due: number;
  before: number;
  amount: number;
  excluded: Exclusion | null;
  article: string | null;
  /** JSON of TraceLine[]. */
  trace: string;
  /** Collector's tasks that ended in the receipt's month, and what he brought of them; null: he had none. */
  planned: number | null;
  done: number | null;
}

interface RewardOutsiderTable {
  name: string;
  basis: string;
  user_id: number;
  at: string;
}

interface RewardCostsTable {
  receipt_key: string;
  name: string;
  amount: number;
  basis: string;
  user_id: number;
  at: string;
}

interface LiabilityTable {
  id: Generated<number>;
  loan_id: number;
  person: string;
  kind: LiabilityKind;
  amount: number;
  decision: string;
  decided_on: string;
  deadline: string;
  /** Item of the rule liability/irregular-lending. */
  irregular_kind: string | null;
  post: string | null;
  withdrawn_on: string | null;
  withdrawn_why: string | null;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface LiabilityPerformanceTable {
  id: Generated<number>;
  liability_id: number;
  on_date: string;
  amount: number;
  evidence: string;
  user_id: number;
  at: string;
}

interface LiabilityHandlingTable {
  id: Generated<number>;
  liability_id: number;
  on_date: string;
  decision: string;
  user_id: number;
  at: string;
}

/** Part of the whole schema (schema.ts). */
export interface RewardSchema {
  reward_sheet: RewardSheetTable;
  reward_line: RewardLineTable;
  reward_outsider: RewardOutsiderTable;
  reward_costs: RewardCostsTable;
  liability: LiabilityTable;
  liability_performance: LiabilityPerformanceTable;
  liability_handling: LiabilityHandlingTable;
}
