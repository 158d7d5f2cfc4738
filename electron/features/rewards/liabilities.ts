/** Keeping the register of liabilities: a decision is entered, performed in parts, or withdrawn with its reason (RWD-04). */
import type { LiabilityRow } from '@shared/contract/rewards.contract';
import { contractKey } from '@shared/domain/imports/foldText';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { decideLiability, decidePerformance, liabilityState } from '@shared/domain/rewards/liability';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import {
  findLiability,
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
  listLiabilities(db).map(({ partyId, ...liability }) => ({
    ...liability,
    household: householdNumber(partyId),
    state: liabilityState(liability, today),
  }));

export function showLiabilities({ clock }: Services, open: OpenFolder) {
  const today = clock.today();
  return { today, liabilities: liabilityRows(open.store.read, today) };
}

/** Refusals in order: liability-contract-unknown, liability-future, liability-deadline. */
export async function recordLiability(
  { clock }: Services,
  open: OpenFolder,
  input: NewLiability & { contract: string; requestId: string },
) {
  const today = clock.today();
  const work = async (tx: WriteTx) => {
    const { contract, person, kind, amount, deadline } = input;
    const loan = loanByContract(tx, contractKey(contract)) ?? refuse('liability-contract-unknown', { contract });
    grantedOrRefuse(decideLiability(input, today));
    const id = insertLiability(tx, loan.id, input);
    const detail = { contract, kind, amount: yuanText(amount), deadline };
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

/** Refusals in order: those of seenLiability, liability-ended. */
export async function withdrawLiability({ clock }: Services, open: OpenFolder, input: Seen & { why: string }) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const liability = seenLiability(tx, input);
    if (liability.withdrawnOn !== null) refuse('liability-ended');
    setWithdrawn(tx, liability.id, today, input.why);
    return { result: { id: liability.id }, audit: note('rewards.withdrawLiability', liability, { reason: input.why }) };
  });
}
