/** Steps to the court (B4 §9–10): counsel's opinion, the committee's review, the treatment of a refusal. */
import { levelOfWord, roleOf } from '@shared/domain/approvals/levels';
import { type CaseFile, claimedOf, personsOf } from '@shared/domain/litigation/caseFile';
import { effectOf } from '@shared/domain/litigation/effect';
import { beforeCommittee, type Gate, gateRefusal, opinionOf } from '@shared/domain/litigation/gate';
import type { Opinion, Treatment } from '@shared/domain/litigation/gateDetail';
import { termsRefusal } from '@shared/domain/litigation/planTerms';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { submitRequest } from '../approvals/submitRequest';
import { listUsers } from '../users/users.repository';
import { describersOf, insertAct, recorderOf } from './cases.repository';
import { noteOf, refuseDay, standing } from './gateStanding';
import { caseSubjectOf, suitConsent } from './suitConsentKind';

export interface OpinionInput {
  readonly id: number;
  readonly version: number;
  /** The day on which the committee receives it; its review is counted from there. */
  readonly on: CalendarDate;
  readonly opinion: Omit<Opinion, 'version'>;
}

/**
 * Counsel has the whole file before him (B4 §9). Refusals in order: case-unknown, stale-version, act-in-future, gate-claims-…,
 * gate-security-missing, gate-evidence-missing, gate-report-missing, those of a plan against itself (termsRefusal).
 */
export async function giveOpinion(
  { clock }: Services,
  open: OpenFolder,
  input: OpinionInput,
): Promise<{ act: string }> {
  const today = clock.today();
  const { id, version, on, opinion } = input;
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    if (file.version !== version) refuse('stale-version', { version: file.version });
    refuseDay(on, today, null);
    const before = gate.steps.slice(
      0,
      gate.steps.findIndex((step) => step.id === 'opinion'),
    );
    const refusal = gateRefusal({ steps: before, override: null }, 'opinion-given');
    if (refusal) throw new RefusalError(refusal);
    const plan = opinion.settlement;
    const wrong = plan && termsRefusal(claimedOf(file), { ...plan, amount: plan.floor }, effectOf(file.acts) !== null);
    if (wrong) throw new RefusalError(wrong);
    const act = await insertAct(tx, {
      caseId: id,
      kind: 'opinion-given',
      on,
      detail: { opinion: { ...opinion, version } },
    });
    const { chance, conclusion, number } = opinion;
    const detail = { number, chance, conclusion, settlement: opinion.settlement !== null };
    return { result: { act }, audit: noteOf('litigation.giveOpinion', file, detail) };
  });
}

/** Refusals in order: responsible-missing, handler-missing, responsible-other {role, needed} when no reason is given (B4 §6). */
async function refusePeople(db: ReadDb, file: CaseFile, gate: Gate): Promise<void> {
  const [responsible] = personsOf(file, 'responsible');
  if (responsible === undefined) return refuse('responsible-missing', { role: gate.responsible.role });
  if (personsOf(file, 'handler').length === 0) refuse('handler-missing');
  const level = levelOfWord(gate.responsible.role);
  const user = (await listUsers(db)).find(({ id }) => id === responsible.userId);
  const fits = level !== null && user?.roles.includes(roleOf(level));
  const [article] = gate.responsible.trace.map((line) => line.article);
  if (!fits && responsible.reason === null) refuse('responsible-other', { role: gate.responsible.role }, article);
}

/**
 * Refusals in order: case-unknown, the steps before it (gate-…), responsible-missing, handler-missing, responsible-other,
 * request-open, request-approved, rule-not-in-force.
 */
export async function askCommittee({ clock }: Services, open: OpenFolder, { id }: { readonly id: number }) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    const refusal = beforeCommittee(gate);
    if (refusal) throw new RefusalError(refusal);
    await refusePeople(tx, file, gate);
    const opinion = opinionOf(file);
    const counsel = opinion === null ? null : recorderOf(tx, opinion.key);
    const preparers = [
      ...describersOf(tx, id).map(({ userId }) => ({ userId, act: 'litigation.amend' })),
      ...(counsel ? [{ userId: counsel.userId, act: 'litigation.giveOpinion' }] : []),
    ];
    const amount = claimedOf(file).total;
    const asked = await submitRequest(tx, today, suitConsent, {
      subject: caseSubjectOf(id),
      title: `起诉审查 ${file.key} ${file.household.number}`,
      partyId: file.household.id,
      unitId: file.unit.id,
      facts: {},
      amount,
      preparers: [...new Map(preparers.map((each) => [each.userId, each])).values()],
    });
    const note = noteOf('litigation.askCommittee', file, { amount: yuanText(amount), approval: asked.id });
    return { result: { approval: asked.id }, audit: [note, ...asked.notes] };
  });
}

export interface TreatmentInput {
  readonly id: number;
  readonly on: CalendarDate;
  readonly treatments: readonly Treatment[];
  readonly text: string;
  readonly reviewOn: CalendarDate | null;
}

/** A refusal says what becomes of the debt (B4 §10). Refusals in order: case-unknown, case-not-refused, act-in-future, act-dates-wrong. */
export async function stateTreatment(
  { clock }: Services,
  open: OpenFolder,
  input: TreatmentInput,
): Promise<{ act: string }> {
  const today = clock.today();
  const { id, on, treatments, text, reviewOn } = input;
  return open.store.write(open.actor, async (tx) => {
    const { file } = await standing(tx, id, today);
    if (file.consent.state !== 'rejected') refuse('case-not-refused', { state: file.consent.state });
    refuseDay(on, today, { kind: 'committee', on: file.consent.on });
    if (reviewOn !== null && reviewOn < on) refuse('act-dates-wrong', { on });
    const detail = { treatments, text, ...(reviewOn === null ? {} : { reviewOn }) };
    const act = await insertAct(tx, { caseId: id, kind: 'treatment-stated', on, detail });
    return { result: { act }, audit: noteOf('litigation.stateTreatment', file, { treatments, reviewOn }) };
  });
}
