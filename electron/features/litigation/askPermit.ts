/** Asking to withdraw, release, settle or take a thing instead of money, the filing level's answer, and the permit at the act (LIT-08 to LIT-10). */
import type { AskedPermit } from '@shared/contract/litigationInputs';
import { type CaseFile, claimedOf } from '@shared/domain/litigation/caseFile';
import { permitWord } from '@shared/domain/litigation/caseWords';
import { effectOf } from '@shared/domain/litigation/effect';
import {
  OF_SEIZURE,
  PERMIT_ARTICLES,
  type Permit,
  type PermitKind,
  type PermitTerms,
} from '@shared/domain/litigation/permits';
import { comparedWithPlan, isException, termsRefusal } from '@shared/domain/litigation/planTerms';
import { LIFTS } from '@shared/domain/litigation/seizures';
import { refuseOwnItem } from '@shared/domain/users/separation';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { fileRequestPaper } from '../approvals/fileRequestPaper';
import { approvalOf, requireApproved } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { describersOf } from './cases.repository';
import { noteOf, refuseDay, standing } from './gateStanding';
import { casePermit, permitSubject, planOf } from './permitKind';
import { endPermit, insertPermit, insertPermitFiling, permitPlace } from './permits.repository';

export interface PermitInput {
  readonly id: number;
  readonly asked: AskedPermit;
  readonly reason: string;
}

/** A release speaks of a seizure that stands. Refusals in order: act-unknown, seizure-released {on}. */
function refuseSeizure(file: CaseFile, { release, act }: PermitTerms): void {
  if (!OF_SEIZURE.includes(release)) return;
  const seized = file.acts.find(({ key, kind }) => key === act && kind === 'seized') ?? refuse('act-unknown', { act });
  const released = file.acts.find(({ kind, detail }) => LIFTS.includes(kind) && detail.act === seized.key);
  if (released) refuse('seizure-released', { on: released.on });
}

/**
 * Refusals in order: act-unknown, seizure-released {on}, permit-in-kind-uninspected, permit-in-kind-unappraised, those of the terms
 * among themselves (termsRefusal), permit-settlement-unexplained {offPlan, secured}.
 */
function refuseTerms(file: CaseFile, kind: PermitKind, terms: PermitTerms): void {
  const article = PERMIT_ARTICLES[kind];
  refuseSeizure(file, terms);
  if (kind === 'in-kind' && !terms.inspection) refuse('permit-in-kind-uninspected', {}, article);
  if (kind === 'in-kind' && (!terms.appraisal || terms.appraised === undefined))
    refuse('permit-in-kind-unappraised', {}, article);
  const wrong = kind === 'settlement' ? termsRefusal(claimedOf(file), terms, effectOf(file.acts) !== null) : null;
  if (wrong) throw new RefusalError(wrong);
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
      (each) =>
        each.state === 'asked' &&
        each.kind === kind &&
        each.terms.release === terms.release &&
        each.terms.act === terms.act,
    );
    if (before) refuse('permit-open', { permit: before.id }, PERMIT_ARTICLES[kind]);
    refuseTerms(file, kind, terms);
    const permit = await insertPermit(tx, { caseId: id, kind, terms, reason });
    const isExcepted = kind === 'settlement' && isException(file.securities, planOf(file), terms);
    const request = await submitRequest(tx, today, casePermit, {
      subject: permitSubject(permit),
      title: `${permitWord({ kind, terms })} ${file.key} ${file.household.number}`,
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
 * What the level answered that files the case; at the branch itself nobody answers his own request (ORG-03). With it the paper of
 * the request is whole and goes into the archive. Refusals in order:
 * case-unknown, permit-unknown, filing-not-needed {level}, permit-not-approved {state}, permit-filed {number}, own-item,
 * act-in-future, act-before.
 */
export async function filePermit(services: Services, open: OpenFolder, input: PermitFilingInput) {
  const today = services.clock.today();
  const { id, permit: permitId, on, outcome, number } = input;
  const filed = await open.store.write(open.actor, async (tx) => {
    const { file, gate } = await standing(tx, id, today);
    const permit = file.permits.find((each) => each.id === permitId);
    const place = permitPlace(tx, permitId);
    if (!permit || !place) return refuse('permit-unknown', { permit: permitId });
    const level = gate.filingLevel;
    if (permit.kind === 'settlement' || level === 'none') refuse('filing-not-needed', { level });
    if (permit.state !== 'approved')
      refuse('permit-not-approved', { state: permit.state }, PERMIT_ARTICLES[permit.kind]);
    if (permit.filingNo !== null) refuse('permit-filed', { number: permit.filingNo });
    const userId = tx.actor.userId ?? -1;
    if (level === 'county') refuseOwnItem([{ ...place.askedBy, act: 'litigation.askPermit' }], { userId });
    refuseDay(on, today, { kind: 'committee', on: permit.decidedOn });
    await insertPermitFiling(tx, permitId, number, on);
    if (outcome === 'refused') await endPermit(tx, permitId, 'refused');
    const detail = { permit: permitId, kind: permit.kind, level, outcome, number };
    return { result: { permit: permitId }, audit: noteOf('litigation.filePermit', file, detail) };
  });
  const request = await approvalOf(open.store.read, casePermit.id, permitSubject(permitId));
  if (request) await fileRequestPaper(services, open, request);
  return filed;
}

/** At the act, after its guard. Refusals: approval-missing, content-changed: the debt, the plan or the securities are others now. */
export async function requirePermits(db: ReadDb, used: readonly Permit[]): Promise<void> {
  for (const { id, kind } of used) await requireApproved(db, casePermit, permitSubject(id), PERMIT_ARTICLES[kind]);
}
