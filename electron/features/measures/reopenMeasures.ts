/** A missed instalment makes the plan of measures due for revision (B1 §14). For the features that notice it. */
import type { ReopeningCause } from '@shared/domain/measures/plan';
import type { AuditNote, WriteTx } from '../../database/store';
import { insertReopening } from './measures.repository';

export interface MissedPayment {
  readonly household: number;
  readonly cause: ReopeningCause;
  /** What was missed, for people: `协议 … 第3期`. The same reference twice is one event. */
  readonly reference: string;
  readonly missedOn: string;
}

/** In the caller's transaction; its note goes beside the caller's own. None when it was known. */
export async function reopenMeasures(tx: WriteTx, missed: MissedPayment): Promise<AuditNote[]> {
  const { household, cause, reference, missedOn } = missed;
  if (!(await insertReopening(tx, { party_id: household, cause, reference, missed_on: missedOn }))) return [];
  const detail = { cause, missedOn };
  return [
    {
      action: 'measures.reopen',
      objectKind: 'measure-plan',
      objectId: String(household),
      householdId: household,
      detail,
    },
  ];
}
