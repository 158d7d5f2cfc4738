/**
 * Keeping the register of liabilities (RWD-04, LED-07): a decision is entered, appoints whoever recovers the loan if it says so,
 * is performed in parts, handled when its time has passed, or withdrawn with its reason.
 */
import type { LiabilityRow } from '@shared/contract/rewards.contract';
import { contractKey } from '@shared/domain/imports/foldText';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { decideHandling, decideLiability, decidePerformance, liabilityState } from '@shared/domain/rewards/liability';
import { type Consequence, IRREGULAR_RULE } from '@shared/domain/targets/responsibility';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { fixedText, fraction } from '@shared/kernel/exact';
import { type Fen, yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { appoint } from '../targets/nameResponsible';
import {
  findLiability,
  insertHandling,
  insertLiability,
  insertPerformance,
  listLiabilities,
  loanByContract,
  type NewLiability,
  type StoredLiability,
  setWithdrawn,
} from './liabilities.repository';
import type { Seen } from './runSheet';

const note = (
  action: string,
  { id, partyId, person }: { id: number; partyId: number; person: string },
  detail: object,
) => ({
  action,
  objectKind: 'liability',
  objectId: String(id),
  householdId: partyId,
  detail: { person, ...detail },
});

/** Refusals in order: liability-unknown, liability-conflict. */
function seenLiability(db: ReadDb, { id, rev }: Seen): StoredLiability {
  const liability = findLiability(db, id) ?? refuse('liability-unknown');
  return liability.rev === rev ? liability : refuse('liability-conflict');
}

export const liabilityRows = (db: ReadDb, today: CalendarDate): LiabilityRow[] =>
  listLiabilities(db).map(({ partyId, decidedTotal, ...liability }) => ({
    ...liability,
    household: householdNumber(partyId),
    state: liabilityState(liability, today),
    share:
      liability.withdrawnOn === null ? fixedText(fraction(BigInt(liability.amount), BigInt(decidedTotal)), 4) : null,
  }));

/** The register, and what the rules let follow when a time passes. Refuses rule-not-in-force. */
export async function showLiabilities({ clock }: Services, open: OpenFolder) {
  const today = clock.today();
  const db = open.store.read;
  const inquiry = new Inquiry((await rulesInForce(db, today)).book);
  const { gives } = inquiry.row('recovery/responsible-persons', today, { mode: 'liability-based' });
  const consequence = { what: gives.consequence as Consequence, trace: inquiry.trace };
  return { today, consequence, liabilities: liabilityRows(db, today) };
}

/** Refuses irregularity-unknown. */
async function refuseStrangeIrregularity(tx: WriteTx, today: CalendarDate, irregularity: string | null): Promise<void> {
  if (irregularity === null) return;
  const { book } = await rulesInForce(tx, today);
  if (!new Inquiry(book).items(IRREGULAR_RULE, today).has(irregularity))
    refuse('irregularity-unknown', { irregularity });
}

export interface LiabilityToRecord extends NewLiability {
  readonly contract: string;
  /** He recovers the loan from now on: entered once, known in both registers. */
  readonly appoint: boolean;
  readonly requestId: string;
}

/**
 * Refusals in order: liability-contract-unknown, liability-future, liability-deadline, irregularity-missing, irregularity-unknown,
 * formation-unknown (only when he is appointed).
 */
export async function recordLiability({ clock }: Services, open: OpenFolder, input: LiabilityToRecord) {
  const today = clock.today();
  const work = async (tx: WriteTx) => {
    const { contract, person, kind, irregularity, amount, decision, deadline } = input;
    const loan = loanByContract(tx, contractKey(contract)) ?? refuse('liability-contract-unknown', { contract });
    grantedOrRefuse(decideLiability(input, today));
    await refuseStrangeIrregularity(tx, today, irregularity);
    const id = insertLiability(tx, loan.id, input);
    const named = { loanId: loan.id, person, deadline, reason: decision };
    if (input.appoint) await appoint(tx, today, named, id);
    const detail = { contract, kind, amount: yuanText(amount), deadline, appointed: input.appoint };
    return { result: { id }, audit: note('rewards.recordLiability', { id, partyId: loan.partyId, person }, detail) };
  };
  return open.store.write(open.actor, work, { id: input.requestId, procedure: 'rewards.recordLiability', input });
}

/** Refusals in order: those of seenLiability, liability-ended, liability-future, liability-exceeded {left}. */
export async function performLiability(
  { clock }: Services,
  open: OpenFolder,
  input: Seen & { on: CalendarDate; amount: Fen; evidence: string },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const liability = seenLiability(tx, input);
    const { on, amount, evidence } = input;
    grantedOrRefuse(decidePerformance(liability, input, today));
    insertPerformance(tx, liability.id, input);
    const audit = note('rewards.performLiability', liability, { doneOn: on, amount: yuanText(amount), evidence });
    return { result: { id: liability.id }, audit };
  });
}

/** What follows for him once the time has passed (B2 §19). Refusals in order: those of seenLiability, liability-ended, liability-future, liability-running. */
export async function handleLiability(
  { clock }: Services,
  open: OpenFolder,
  input: Seen & { on: CalendarDate; decision: string },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const liability = seenLiability(tx, input);
    const { on, decision } = input;
    grantedOrRefuse(decideHandling(liability, on, today));
    insertHandling(tx, liability.id, input);
    const audit = note('rewards.handleLiability', liability, { doneOn: on, decision });
    return { result: { id: liability.id }, audit };
  });
}

/** Whoever it appointed recovers the loan no longer. Refusals in order: those of seenLiability, liability-ended. */
export async function withdrawLiability({ clock }: Services, open: OpenFolder, input: Seen & { why: string }) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const liability = seenLiability(tx, input);
    if (liability.withdrawnOn !== null) refuse('liability-ended');
    setWithdrawn(tx, liability.id, today, input.why);
    return { result: { id: liability.id }, audit: note('rewards.withdrawLiability', liability, { reason: input.why }) };
  });
}
