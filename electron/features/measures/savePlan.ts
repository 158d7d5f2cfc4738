/** A version of the plan of measures (REC-01, B1 §12): made from the newest one, judged by the three principles, never edited. */
import { refuseWords } from '@shared/domain/contacts/talk';
import { isOpen } from '@shared/domain/measures/plan';
import type { MeasureVerdict } from '@shared/domain/measures/suggest';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { AuditNote, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { voidApprovals } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { readMeasures } from './householdFacts';
import { limitedMeasureApproval, measureSubject, needsConsent } from './limitedMeasureApproval';
import { findItem, insertItem, insertStep, insertVersion, itemsOf, planVersions } from './measures.repository';
import { responsiblePeople } from './showMeasures';

export interface PlanInput {
  readonly household: number;
  readonly version: number;
  readonly reason: string;
  readonly risk: string;
  readonly loss: string;
  readonly recovery: string;
  readonly drop: readonly { readonly item: number; readonly why: string }[];
  readonly add: readonly {
    readonly measure: string;
    readonly what: string;
    readonly responsible: number;
    readonly dueOn: CalendarDate;
    readonly basis: string | null;
  }[];
}

/** The verdicts of what is added, one each. Refusals in order: measure-unknown, measure-blocked, measure-basis-missing (with their article). */
function chosen(input: PlanInput, verdicts: readonly MeasureVerdict[]): MeasureVerdict[] {
  return input.add.map(({ measure, basis }) => {
    const verdict = verdicts.find((each) => each.measure === measure) ?? refuse('measure-unknown', { measure });
    const { standing, limit } = verdict;
    if (standing === 'block') refuse('measure-blocked', { measure, reason: limit?.reason ?? '' }, limit?.article);
    if (needsConsent(verdict) && basis === null)
      refuse('measure-basis-missing', { measure, reason: limit?.reason ?? '' }, limit?.article);
    return verdict;
  });
}

/** Refusals in order: measure-unknown, measure-ended, responsible-unknown, measure-due-past, plan-empty. */
async function refuseItems(tx: WriteTx, input: PlanInput, today: CalendarDate): Promise<void> {
  for (const { item } of input.drop) {
    const found = findItem(tx, item);
    if (found?.household !== input.household) refuse('measure-unknown', { measure: String(item) });
    if (!isOpen(found.state)) refuse('measure-ended', { state: found.state });
  }
  const people = new Set((await responsiblePeople(tx)).map(({ id }) => id));
  for (const { responsible, dueOn } of input.add) {
    if (!people.has(responsible)) refuse('responsible-unknown');
    if (dueOn < today) refuse('measure-due-past', { dueOn });
  }
  const dropped = new Set(input.drop.map(({ item }) => item));
  const kept = itemsOf(tx, input.household).filter(({ id, state }) => isOpen(state) && !dropped.has(id));
  if (kept.length + input.add.length === 0) refuse('plan-empty');
}

/** Law warns of it: whoever the rule names is asked at once, and nothing begins before he agreed. */
async function askConsent(
  tx: WriteTx,
  today: CalendarDate,
  household: number,
  item: { id: number } & PlanInput['add'][number],
) {
  const { notes } = await submitRequest(tx, today, limitedMeasureApproval, {
    subject: measureSubject(item.id),
    title: maskNumbersIn(item.what),
    partyId: household,
    unitId: tx.actor.unitId,
    facts: { measure: item.measure },
    // Whoever carries it out does not agree to it either (B2 §26).
    preparers: [{ userId: item.responsible, act: 'measures.savePlan' }],
  });
  return notes;
}

/** The notes are those of the requests that begin and end with it. */
async function write(
  tx: WriteTx,
  input: PlanInput,
  verdicts: readonly MeasureVerdict[],
  today: CalendarDate,
): Promise<{ version: number; notes: readonly AuditNote[] }> {
  const notes: AuditNote[] = [];
  const version = input.version + 1;
  const userId = present(tx.actor.userId, 'a user plans');
  const { household, reason, risk, loss, recovery } = input;
  const planId = await insertVersion(tx, {
    party_id: household,
    version,
    reason,
    risk,
    loss,
    recovery,
    user_id: userId,
  });
  for (const { item, why } of input.drop) {
    await insertStep(tx, { item_id: item, state: 'dropped', result: why, plan_id: planId, user_id: userId });
    notes.push(...(await voidApprovals(tx, measureSubject(item), why)));
  }
  for (const [index, added] of input.add.entries()) {
    const { measure, what, responsible, dueOn, basis } = added;
    const verdict = present(verdicts[index], 'every chosen measure has its verdict');
    const seen = JSON.stringify(verdict);
    const row = { plan_id: planId, measure, what, responsible_id: responsible, due_on: dueOn, basis, verdict: seen };
    const itemId = await insertItem(tx, row);
    await insertStep(tx, { item_id: itemId, state: 'planned', result: '', plan_id: planId, user_id: userId });
    if (needsConsent(verdict)) notes.push(...(await askConsent(tx, today, household, { id: itemId, ...added })));
  }
  return { version, notes };
}

const textsOf = ({ reason, risk, loss, recovery, drop, add }: PlanInput): string[] => [
  ...[reason, risk, loss, recovery],
  ...drop.map(({ why }) => why),
  ...add.flatMap(({ what, basis }) => [what, basis ?? '']),
];

/** The contract lists the refusals in their order. */
export async function savePlan(services: Services, open: OpenFolder, input: PlanInput) {
  const { household } = input;
  const { verdicts, asOf } = await open.store.reading(() => readMeasures(services, open, household));
  return open.store.write(open.actor, async (tx) => {
    const newest = planVersions(tx, household)[0]?.version ?? 0;
    if (newest !== input.version) refuse('plan-conflict', { version: newest });
    const taken = chosen(input, verdicts);
    refuseWords(textsOf(input));
    await refuseItems(tx, input, asOf);
    const { version, notes } = await write(tx, input, taken, asOf);
    const measures = input.add.map(({ measure }) => measure).join(', ');
    const audit = {
      action: 'measures.savePlan',
      objectKind: 'measure-plan',
      objectId: `${household}/${version}`,
      householdId: household,
      detail: { version, measures, dropped: input.drop.length },
      after: input,
    };
    return { result: { version }, audit: [audit, ...notes] };
  });
}
