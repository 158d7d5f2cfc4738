/** Asking to withdraw, release, settle or take a thing instead of money, the filing level's answer, and the permit at the act (LIT-08 to LIT-10). */
import type { AskedPermit } from '@shared/contract/litigationInputs';
import type { CourtAct } from '@shared/domain/litigation/actKinds';
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import {
  PERMIT_ARTICLES,
  type Permit,
  type PermitKind,
  type PermitTerms,
  permitFor,
} from '@shared/domain/litigation/permits';
import { comparedWithPlan, isException } from '@shared/domain/litigation/planTerms';
import { TRANSITIONS } from '@shared/domain/litigation/procedure';
import { refuseOwnItem } from '@shared/domain/users/separation';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { localDate } from '../../platform/clock';
import type { Services } from '../../services';
import { approvalOf, requireApproved } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { describersOf } from './cases.repository';
import { noteOf, refuseDay, standing } from './gateStanding';
import { casePermit, permitSubject, planOf } from './permitKind';
import { endPermit, findPermit, insertPermit, insertPermitFiling } from './permits.repository';

export interface PermitInput {
  readonly id: number;
  readonly asked: AskedPermit;
  readonly reason: string;
}

const TITLES = { release: '撤诉、解除查封', settlement: '调解、和解', 'in-kind': '以物抵债' } as const;

/** Refusals in order: permit-in-kind-uninspected, permit-in-kind-unappraised, permit-settlement-unexplained {offPlan, secured}. */
function refuseTerms(file: CaseFile, kind: PermitKind, terms: PermitTerms): void {
  const article = PERMIT_ARTICLES[kind];
  if (kind === 'in-kind' && !terms.inspection) refuse('permit-in-kind-uninspected', {}, article);
  if (kind === 'in-kind' && (!terms.appraisal || terms.appraised === undefined))
    refuse('permit-in-kind-unappraised', {}, article);
  const plan = planOf(file);
  if (kind !== 'settlement' || terms.exception || !isException(file.securities, plan, terms)) return;
  const offPlan = comparedWithPlan(plan, terms).flatMap(({ term, keeps }) => (keeps ? [] : [term]));
  refuse('permit-settlement-unexplained', { offPlan, secured: file.securities.some(({ isLive }) => isLive) }, article);
}

/**
 * Who decides is the rule's to say: the committee; a settlement within the plan of an unsecured debt, the responsible person.
 * Refusals in order: case-unknown, permit-open {permit}, those of the terms (refuseTerms), rule-not-in-force.
 */
export async function askPermit({ clock }: Services, open: OpenFolder, { id, asked, reason }: PermitInput) {
  const today = clock.today();
  const { kind, ...terms }: { kind: PermitKind } & PermitTerms = asked;
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    const before = file.permits.find(
      (each) => each.state === 'asked' && each.kind === kind && each.terms.release === terms.release,
    );
    if (before) refuse('permit-open', { permit: before.id }, PERMIT_ARTICLES[kind]);
    refuseTerms(file, kind, terms);
    const permit = await insertPermit(tx, { caseId: id, kind, terms, reason });
    const isExcepted = kind === 'settlement' && isException(file.securities, planOf(file), terms);
    const request = await submitRequest(tx, today, casePermit, {
      subject: permitSubject(permit),
      title: `${TITLES[kind]} ${file.key} ${file.household.number}`,
      partyId: file.household.id,
      unitId: file.unit.id,
      facts: { permit: kind, isException: isExcepted, responsible: gate.responsible.role },
      ...(terms.amount === null ? {} : { amount: terms.amount }),
      preparers: describersOf(tx, id).map(({ userId }) => ({ userId, act: 'litigation.amend' })),
    });
    const amount = terms.amount === null ? null : yuanText(terms.amount);
    const note = noteOf('litigation.askPermit', file, { permit, kind, isException: isExcepted, amount, reason });
    return { result: { permit, approval: request.id }, audit: [note, ...request.notes] };
  });
}

export interface PermitFilingInput {
  readonly id: number;
  readonly permit: number;
  readonly on: CalendarDate;
  readonly outcome: 'agreed' | 'refused';
  readonly number: string;
}

/**
 * What the level answered that files the case; at the branch itself nobody answers his own request (ORG-03). Refusals in order:
 * case-unknown, permit-unknown, filing-not-needed {level}, permit-not-approved {state}, permit-filed {number}, own-item,
 * act-in-future, act-before.
 */
export async function filePermit({ clock }: Services, open: OpenFolder, input: PermitFilingInput) {
  const today = clock.today();
  const { id, permit: permitId, on, outcome, number } = input;
  return open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    const permit = findPermit(tx, permitId);
    if (permit?.caseId !== id) return refuse('permit-unknown', { permit: permitId });
    const level = gate.filingLevel;
    if (permit.kind === 'settlement' || level === 'none') refuse('filing-not-needed', { level });
    if (permit.state !== 'approved')
      refuse('permit-not-approved', { state: permit.state }, PERMIT_ARTICLES[permit.kind]);
    if (permit.filingNo !== null) refuse('permit-filed', { number: permit.filingNo });
    const userId = tx.actor.userId ?? -1;
    if (level === 'county') refuseOwnItem([{ ...permit.askedBy, act: 'litigation.askPermit' }], { userId });
    const approval = await approvalOf(tx, casePermit.id, permitSubject(permitId));
    const endedAt = approval?.endedAt ?? null;
    refuseDay(on, today, { kind: 'committee', on: endedAt === null ? null : localDate(new Date(endedAt)) });
    if (outcome === 'agreed') await insertPermitFiling(tx, permitId, number, on);
    else await endPermit(tx, permitId, 'refused');
    const detail = { permit: permitId, kind: permit.kind, level, outcome, number };
    return { result: { permit: permitId }, audit: noteOf('litigation.filePermit', file, detail) };
  });
}

/** At the act, after its guard. Refusals: approval-missing, content-changed: the debt, the plan or the securities are others now. */
export async function requirePermit(db: ReadDb, { permits }: CaseFile, act: CourtAct): Promise<void> {
  const { guard } = TRANSITIONS[act];
  if (guard === null || guard === 'gate') return;
  const used = (kind: PermitKind): Permit => present(permitFor(permits, kind, act), 'the guard found the permit');
  const permit = used(guard);
  const kinds: PermitKind[] = permit.terms.takesThings ? [guard, 'in-kind'] : [guard];
  for (const kind of kinds) await requireApproved(db, casePermit, permitSubject(used(kind).id), PERMIT_ARTICLES[kind]);
}
