/** Row types of targets and of the team (migration 0140). Money is fen, dates ISO text. */
import type { Consequence, Mode } from '@shared/domain/targets/responsibility';
import type { Source, Way } from '@shared/domain/targets/sources';
import type { Step } from '@shared/domain/targets/steps';
import type { TypedMark } from '@shared/domain/team/attendance';
import type { LeaveKind, LeaveState } from '@shared/domain/team/leave';
import type { PlanKind, Scope } from '@shared/domain/team/plans';
import type { Generated } from 'kysely';

interface TeamGroupTable {
  id: Generated<number>;
  name: string;
  leader_id: number;
  formed_on: string;
  ended_on: string | null;
  rev: Generated<number>;
}

interface TeamMemberTable {
  group_id: number;
  user_id: number;
}

interface TeamAreaTable {
  group_id: number;
  unit_id: number;
}

interface TargetTable {
  id: Generated<number>;
  party_id: number;
  source: Source;
  unit_id: number;
  reason: string;
  proposed_on: string;
  user_id: number;
  at: string;
  closed_on: string | null;
  rev: Generated<number>;
}

interface TargetLoanTable {
  target_id: number;
  loan_id: number;
  /** When it was proposed. */
  balance: number;
}

interface TargetStepTable {
  id: Generated<number>;
  target_id: number;
  step: Step;
  on_date: string;
  skipped: 0 | 1;
  reason: string;
  document_id: number | null;
  user_id: number;
  at: string;
}

interface TargetAssignmentTable {
  id: Generated<number>;
  target_id: number;
  group_id: number;
  way: Way;
  manager_id: number;
  principal: number;
  interest: number;
  due_on: string;
  user_id: number;
  at: string;
}

interface LoanResponsibilityTable {
  id: Generated<number>;
  loan_id: number;
  mode: Mode;
  person: string;
  deadline: string;
  consequence: Consequence;
  /** Item of the rule liability/irregular-lending. */
  irregularity: string | null;
  reason: string;
  /** The decision that appointed him; null: named without one. */
  appointed_by: Generated<number | null>;
  /** JSON: TraceLine[] of the rules that said how it is recovered. */
  trace: string;
  user_id: number;
  at: string;
}

interface AttendanceTable {
  user_id: number;
  day: string;
  mark: TypedMark;
  keeper_id: number;
  at: string;
}

interface LeaveTable {
  id: Generated<number>;
  user_id: number;
  kind: LeaveKind;
  reason: string;
  first_day: string;
  last_day: string;
  substitute_id: number | null;
  state: LeaveState;
  reported_on: string | null;
  reported_to: number | null;
  at: string;
  rev: Generated<number>;
}

interface WorkPlanTable {
  id: Generated<number>;
  kind: PlanKind;
  title: string;
  first_day: string;
  last_day: string;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface WorkPlanLineTable {
  plan_id: number;
  seq: number;
  scope: Scope;
  subject_id: number | null;
  /** `YYYY-MM`; null: the whole plan. */
  month: string | null;
  principal: number;
  interest: number;
  households: number;
}

/** Part of the whole schema (schema.ts). */
export interface TeamSchema {
  team_group: TeamGroupTable;
  team_member: TeamMemberTable;
  team_area: TeamAreaTable;
  target: TargetTable;
  target_loan: TargetLoanTable;
  target_step: TargetStepTable;
  target_assignment: TargetAssignmentTable;
  loan_responsibility: LoanResponsibilityTable;
  attendance: AttendanceTable;
  leave: LeaveTable;
  work_plan: WorkPlanTable;
  work_plan_line: WorkPlanLineTable;
}
