/** A tender's deposits: turned into the bond at signing, given back, kept where the winner did not sign, put right (DSP-07, A8). */
import { type DepositBook, decideSettlement, depositBook, turnedIntoBond } from '@shared/domain/contracts/deposits';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { StoredContract } from './contracts.repository';
import { contractsWon, depositUsesOf, findDepositUse, insertDepositUse, turnedInto } from './deposits.repository';
import { biddersOf, findPackage, findTender, type StoredBidder } from './tenders.repository';

const note = (action: string, tenderId: number, detail: Record<string, unknown>): AuditNote => ({
  action,
  objectKind: 'tender',
  objectId: String(tenderId),
  detail,
});

export function bookOf(db: ReadDb, tenderId: number, { name, deposit }: StoredBidder): DepositBook {
  return depositBook(
    deposit,
    depositUsesOf(db, tenderId).filter((use) => use.name === name),
  );
}

const bidderOf = (db: ReadDb, tenderId: number, name: string): StoredBidder | undefined =>
  biddersOf(db, tenderId).find((each) => each.name === name);

/** What signing a contract takes of its winner's deposit; 0 for a contract that nobody bid for. Fen. */
export function depositForBond(
  db: ReadDb,
  { packageId, party, bond }: Pick<StoredContract, 'packageId' | 'party' | 'bond'>,
): Fen {
  if (packageId === null) return 0;
  const { tenderId } = present(findPackage(db, packageId), 'a contract of a tender has its package');
  const bidder = present(bidderOf(db, tenderId, party), 'whoever won had been registered');
  return turnedIntoBond(bookOf(db, tenderId, bidder).held, bond);
}

/** What of a contract's bond is its winner's deposit, before and after the signing; fen. */
export function depositOfBond(db: ReadDb, contract: StoredContract): Fen {
  return contract.state === 'signed' ? turnedInto(db, contract.id) : depositForBond(db, contract);
}

/** With the signing of a contract. */
export function turnDepositIntoBond(tx: WriteTx, contract: StoredContract, on: CalendarDate): Fen {
  const amount = depositForBond(tx, contract);
  if (amount === 0) return 0;
  const { tenderId } = present(findPackage(tx, present(contract.packageId, 'checked')), 'checked');
  const { party: name, id: contractId } = contract;
  const nothing = { payee: null, voucherNo: null, reverses: null, reason: null };
  insertDepositUse(tx, { tenderId, name, kind: 'bond', amount, on, contractId, ...nothing });
  return amount;
}

export interface SettleInput {
  /** Of the tender. */
  readonly id: number;
  readonly name: string;
  readonly on: CalendarDate;
  /** Who got it back; nobody where it is kept. */
  readonly payee: string | null;
  readonly voucherNo: string;
  readonly requestId: string;
}

/**
 * Given back, or kept where he won and did not sign: which of the two follows from his contracts. Refusals in order: tender-unknown,
 * bidder-unknown, those of decideSettlement, deposit-payee-missing.
 */
export async function settleDeposit({ clock }: Services, open: OpenFolder, input: SettleInput) {
  const today = clock.today();
  const work = async (tx: WriteTx) => {
    const { id, openedAt, opensOn } = findTender(tx, input.id) ?? refuse('tender-unknown');
    const { name, on, voucherNo } = input;
    const bidder = bidderOf(tx, id, name) ?? refuse('bidder-unknown');
    const { held } = bookOf(tx, id, bidder);
    const facts = { isOpened: openedAt !== null, opensOn, won: contractsWon(tx, id, name), held };
    const kind = grantedOrRefuse(decideSettlement(facts, on, today));
    const payee = kind === 'returned' ? (input.payee ?? refuse('deposit-payee-missing')) : null;
    const use = { tenderId: id, name, kind, amount: held, on, payee, voucherNo };
    insertDepositUse(tx, { ...use, contractId: null, reverses: null, reason: null });
    const detail = { person: name, kind, amount: yuanText(held), doneOn: on, ...(payee === null ? {} : { payee }) };
    return { result: { id, kind, amount: held }, audit: note('contracts.settleDeposit', id, detail) };
  };
  return open.store.write(open.actor, work, { id: input.requestId, procedure: 'contracts.settleDeposit', input });
}

/** What was booked wrongly is taken back with a reason and both stay. Refuses deposit-use-unknown (none, signed for, or taken back). */
export async function undoDeposit({ clock }: Services, open: OpenFolder, input: { id: number; reason: string }) {
  return open.store.write(open.actor, async (tx) => {
    const use = findDepositUse(tx, input.id);
    if (!use || use.kind === 'bond' || use.reverses !== null || use.isReversed === 1) refuse('deposit-use-unknown');
    const { tenderId, name, kind, amount, payee, voucherNo, contractId } = use;
    const back = { tenderId, name, kind, amount: -amount, on: clock.today(), payee, voucherNo, contractId };
    insertDepositUse(tx, { ...back, reverses: use.id, reason: input.reason });
    const detail = { person: name, kind, amount: yuanText(amount), reason: input.reason };
    return { result: { id: tenderId }, audit: note('contracts.undoDeposit', tenderId, detail) };
  });
}
