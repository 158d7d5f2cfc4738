/** Tenders and contracts as the screen shows them; bids only once they are opened. */
import type { ContractDetail, ContractRow, TenderDetail } from '@shared/contract/contracts.contract';
import { contractAccount } from '@shared/domain/contracts/contractTerms';
import { depositBook, depositTotals } from '@shared/domain/contracts/deposits';
import { depositFate } from '@shared/domain/contracts/tender';
import { contractReward } from '@shared/domain/rewards/rewards';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { parseExact, times, toFen, whole } from '@shared/kernel/exact';
import type { Fen } from '@shared/kernel/money';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { rulesInForce } from '../rules/rulesInForce';
import { contractApproval, contractSubject } from './contractApproval';
import {
  entriesOf,
  findContract,
  listContracts,
  loansUnder,
  recoveredUnder,
  type StoredContract,
} from './contracts.repository';
import { depositUsesOf, type StoredDepositUse } from './deposits.repository';
import { depositOfBond } from './settleDeposit';
import {
  biddersOf,
  bidsOf,
  findTender,
  listTenders,
  packageLoans,
  packagesOf,
  type StoredBid,
} from './tenders.repository';

const row = ({ trace: _, packageId: _id, package: _name, userId: _by, ...contract }: StoredContract): ContractRow =>
  contract;

export function showContracts({ clock }: Services, open: OpenFolder) {
  const db = open.store.read;
  return { today: clock.today(), tenders: listTenders(db), contracts: listContracts(db).map(row) };
}

/** The last bid of each, the highest first, of equal ones the earlier. `bids` in the order in which they were placed. */
function ranked(bids: readonly StoredBid[]) {
  const last = bids.filter((bid, at) => !bids.some(({ name }, later) => later > at && name === bid.name));
  return last.map(({ name, amount }) => ({ name, amount })).sort((a, b) => b.amount - a.amount);
}

const useView = ({ tenderId: _, name: _name, contractId: _contract, isReversed, ...use }: StoredDepositUse) => ({
  ...use,
  isReversed: isReversed === 1,
});

/** Refuses tender-unknown. */
export function showTender({ clock }: Services, open: OpenFolder, id: number): TenderDetail {
  const db = open.store.read;
  const tender = findTender(db, id) ?? refuse('tender-unknown');
  const loans = packageLoans(db, id);
  const won = listContracts(db).filter(({ packageId }) => packagesOf(db, id).some((each) => each.id === packageId));
  const awarded = (packageId: number) => won.find((each) => each.packageId === packageId && each.state !== 'given-up');
  const fate = (name: string) =>
    tender.openedAt === null ? null : depositFate(won.filter(({ party }) => party === name));
  const bids = tender.openedAt === null ? null : bidsOf(db, id);
  const packages = packagesOf(db, id).map(({ id: packageId, name, floor, bidders }) => ({
    id: packageId,
    name,
    floor,
    bidders,
    loans: loans
      .filter((loan) => loan.packageId === packageId)
      .map(({ borrower, contract, hard, balance, price }) => ({ borrower, contract, hard, balance, price })),
    bids: bids && ranked(bids.filter((bid) => bid.packageId === packageId)),
    contract: awarded(packageId)?.id ?? null,
  }));
  const uses = depositUsesOf(db, id);
  const bidders = biddersOf(db, id).map((bidder) => {
    const own = uses.filter(({ name }) => name === bidder.name);
    return { ...bidder, fate: fate(bidder.name), book: depositBook(bidder.deposit, own), uses: own.map(useView) };
  });
  return {
    ...tender,
    today: clock.today(),
    packages,
    bidders,
    deposits: depositTotals(bidders.map(({ book }) => book)),
  };
}

/** What was recovered under a contract while it runs and what the rules and terms give for it; fen. */
export async function earnings(db: ReadDb, contract: StoredContract, today: CalendarDate) {
  const { id, signedOn, until, feeRate, amount } = contract;
  const inquiry = new Inquiry((await rulesInForce(db, today)).book);
  const recovered: Fen = signedOn === null ? 0 : recoveredUnder(db, id, signedOn, until ?? today);
  if (feeRate === null)
    return { recovered, earned: toFen(contractReward(inquiry, amount, recovered).amount), trace: inquiry.trace };
  const rate = present(parseExact(feeRate), 'a fee is a decimal');
  return { recovered, earned: toFen(times(rate, whole(recovered))), trace: inquiry.trace };
}

/** Refusals in order: contract-unknown, rule-not-in-force. */
export async function showContract({ clock }: Services, open: OpenFolder, id: number): Promise<ContractDetail> {
  const today = clock.today();
  const db = open.store.read;
  const contract = findContract(db, id) ?? refuse('contract-unknown');
  const { recovered, earned, trace } = await earnings(db, contract, today);
  const entries = entriesOf(db, id);
  const request = await approvalOf(db, contractApproval.id, contractSubject(id));
  return {
    ...row(contract),
    today,
    trace: [...contract.trace],
    loanRows: loansUnder(db, id).map(({ borrower, contract: no, owed }) => ({ borrower, contract: no, owed })),
    recovered,
    deposit: depositOfBond(db, contract),
    earnedTrace: trace,
    account: contractAccount(contract.bond, earned, entries),
    entries: entries.map((entry) => ({ ...entry, trace: [...entry.trace] })),
    approval: request && { id: request.id, state: request.state, waitingFor: request.waitingFor },
  };
}
