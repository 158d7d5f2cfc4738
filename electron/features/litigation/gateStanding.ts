/** What every step to the court looks at first: the case, its gate, the day; and the note that it leaves. */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { type Gate, gateOf } from '@shared/domain/litigation/gate';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { AuditNote, ReadDb } from '../../database/store';
import { rulesInForce } from '../rules/rulesInForce';
import { caseOrRefuse } from './readCase';

export interface GateStanding {
  readonly file: CaseFile;
  readonly gate: Gate;
  readonly book: RuleBook;
}

export async function standing(db: ReadDb, id: number, today: CalendarDate): Promise<GateStanding> {
  const file = caseOrRefuse(db, id);
  const { book } = await rulesInForce(db, today);
  return { file, book, gate: gateOf(book, file, today) };
}

export const noteOf = (action: string, file: CaseFile, detail: Readonly<Record<string, unknown>>): AuditNote => ({
  action,
  objectKind: 'case',
  objectId: String(file.id),
  householdId: file.household.id,
  detail,
});

/** Refusals: act-in-future {on, today}, act-before {kind, on} when it would come before what it answers. */
export function refuseDay(
  on: CalendarDate,
  today: CalendarDate,
  earliest: { kind: string; on: CalendarDate | null } | null,
) {
  if (on > today) refuse('act-in-future', { on, today });
  if (earliest?.on && on < earliest.on) refuse('act-before', { kind: earliest.kind, on: earliest.on });
}
