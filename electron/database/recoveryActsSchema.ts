/** Row types of contacts, measures and steps that need an approval (migration 0130). Money is fen. */
import type { Evidence } from '@shared/domain/contacts/acts';
import type { ContactKind, Counterpart, Initiative } from '@shared/domain/contacts/contact';
import type { EventKind } from '@shared/domain/limitation/events';
import type { MeasureState, ReopeningCause } from '@shared/domain/measures/plan';
import type { Grade } from '@shared/domain/portfolio/grades';
import type { Generated } from 'kysely';

export interface ContactTable {
  id: Generated<number>;
  /** The household. */
  party_id: number;
  kind: ContactKind;
  initiative: Initiative;
  counterpart: Counterpart;
  /** null: an heir or a third person, who is no party of the books. */
  with_party_id: number | null;
  other_person: string | null;
  relation: string | null;
  /** `YYYY-MM-DD HH:MM` on the branch's clock. */
  held_at: string;
  place: string | null;
  /** JSON: names of the bank's people who took part. */
  staff: string;
  purpose: string;
  basis: string;
  reached: 0 | 1;
  said: string;
  result: string;
  consent: string;
  attitude: string | null;
  ability: string | null;
  /** JSON: Observation[]. */
  observed: string;
  promise_amount: number | null;
  promise_on: string | null;
  next_on: string | null;
  next_what: string | null;
  /** JSON: what the conduct rules said, with their trace. */
  conduct: string;
  corrects: number | null;
  user_id: number;
  recorded_at: string;
}

interface ContactFileTable {
  contact_id: number;
  seq: number;
  name: string;
  sha256: string;
}

interface ContactWithdrawalTable {
  contact_id: number;
  reason: string;
  user_id: number;
  at: string;
}

/** What of a contact a limitation clock hears: one row per loan. */
interface ContactActTable {
  contact_id: number;
  loan_id: number;
  /** Whose clock: null is the borrower's. */
  guarantee_id: number | null;
  kind: EventKind;
  on_date: string;
  grade: Grade;
  evidence: Evidence;
}

interface MeasurePlanTable {
  id: Generated<number>;
  party_id: number;
  version: number;
  reason: string;
  /** How the plan serves each of the three principles. */
  risk: string;
  loss: string;
  recovery: string;
  user_id: number;
  at: string;
}

interface MeasureItemTable {
  id: Generated<number>;
  /** The version that added it. */
  plan_id: number;
  measure: string;
  what: string;
  responsible_id: number;
  due_on: string;
  /** Legal basis; law warns of the measure. */
  basis: string | null;
  /** JSON: what the rules said of it that day (RUL-03). */
  verdict: string;
}

interface MeasureStepTable {
  id: Generated<number>;
  item_id: number;
  state: MeasureState;
  result: string;
  /** The version that dropped it. */
  plan_id: number | null;
  user_id: number;
  at: string;
}

interface MeasureReopeningTable {
  id: Generated<number>;
  party_id: number;
  cause: ReopeningCause;
  reference: string;
  missed_on: string;
  at: string;
}

interface ConductStepTable {
  id: Generated<number>;
  party_id: number;
  act: string;
  basis: string;
  purpose: string;
  channel: string;
  content: string;
  /** JSON: ticked items of the checklist that belongs to the act. */
  checks: string;
  planned_on: string;
  /** JSON: what the rules said, with their trace. */
  finding: string;
  user_id: number;
  at: string;
  done_on: string | null;
  result: string | null;
  done_by: number | null;
  rev: Generated<number>;
}

/** Part of the whole schema (schema.ts). */
export interface RecoveryActsSchema {
  contact: ContactTable;
  contact_file: ContactFileTable;
  contact_withdrawal: ContactWithdrawalTable;
  contact_act: ContactActTable;
  measure_plan: MeasurePlanTable;
  measure_item: MeasureItemTable;
  measure_step: MeasureStepTable;
  measure_reopening: MeasureReopeningTable;
  conduct_step: ConductStepTable;
}
