/** An internal tender (DSP-07, A8): packages are put up, bidders registered, bids sealed, and opened on their day. */
import {
  type BidderKind,
  decideBid,
  decideBidder,
  decideOpening,
  type HardClass,
  tenderTerms,
  winningBid,
} from '@shared/domain/contracts/tender';
import { owesRecovery } from '@shared/domain/rewards/liability';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { liabilitiesByLoan, namedByLoan } from '../rewards/rewardReceipts.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { insertContract } from './contracts.repository';
import { offeredLoans } from './offeredLoans';
import {
  biddersOf,
  bidsOf,
  findPackage,
  findTender,
  insertBid,
  insertBidder,
  insertTender,
  packageLoans,
  packagesOf,
  type StoredTender,
  setOpened,
} from './tenders.repository';

const note = (action: string, id: number, detail: Record<string, unknown>): AuditNote => ({
  action,
  objectKind: 'tender',
  objectId: String(id),
  detail,
});

export interface TenderInput {
  readonly title: string;
  readonly opensOn: CalendarDate;
  readonly packages: readonly {
    readonly name: string;
    readonly loans: readonly { readonly contract: string; readonly hard: HardClass | null; readonly price: Fen }[];
  }[];
  readonly requestId: string;
}

/** Refusals in order: tender-day, package-twice {name}, those of offeredLoans, rule-not-in-force. */
export async function announceTender({ clock }: Services, open: OpenFolder, input: TenderInput) {
  const today = clock.today();
  const { title, opensOn, packages } = input;
  const work = async (tx: WriteTx) => {
    if (opensOn <= today) refuse('tender-day', { on: opensOn });
    const names = packages.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) refuse('package-twice', { name: twice });
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    const listed = packages.flatMap(({ name, loans }) => loans.map((loan) => ({ name, ...loan })));
    const contracts = listed.map(({ contract }) => contract);
    const found = offeredLoans(tx, inquiry, today, 'tender', contracts);
    const put = found.map(({ id: loanId, owed: balance }, index) => {
      const { name, hard, price } = present(listed[index], 'a loan for each line');
      return { name, loanId, hard, balance, price };
    });
    const packed = names.map((name) => ({ name, loans: put.filter((loan) => loan.name === name) }));
    const id = insertTender(tx, title, opensOn, packed);
    const detail = { title, plannedOn: opensOn, loans: put.length };
    return { result: { id }, audit: note('contracts.announceTender', id, detail) };
  };
  return open.store.write(open.actor, work, { id: input.requestId, procedure: 'contracts.announceTender', input });
}

const tenderAt = (db: ReadDb, id: number): StoredTender => findTender(db, id) ?? refuse('tender-unknown');

/** Refusals in order: tender-unknown, tender-opened, bidder-twice {name}, those of decideBidder. */
export async function registerBidder(
  { clock }: Services,
  open: OpenFolder,
  input: { id: number; name: string; person: BidderKind; deposit: Fen; voucherNo: string },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { id, openedAt, opensOn } = tenderAt(tx, input.id);
    const { name, person, deposit } = input;
    if (openedAt !== null) refuse('tender-opened', { on: opensOn });
    if (biddersOf(tx, id).some((each) => each.name === name)) refuse('bidder-twice', { name });
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    grantedOrRefuse(decideBidder(inquiry, today, input));
    insertBidder(tx, id, input);
    const detail = { person: name, kind: person, amount: yuanText(deposit) };
    return { result: { id }, audit: note('contracts.registerBidder', id, detail) };
  });
}

/** Whether somebody owes the recovery of one of these loans (RWD-01). */
export function owesOneOf(db: ReadDb, name: string, loanIds: readonly number[], today: CalendarDate): boolean {
  const liabilities = liabilitiesByLoan(db);
  const named = namedByLoan(db);
  return loanIds.some((id) => owesRecovery(name, today, liabilities.get(id) ?? [], named.get(id) ?? []));
}

/** The log names bidder and package, not the sum: it is sealed. Refusals in order: package-unknown, those of decideBid. */
export async function placeBid(
  { clock }: Services,
  open: OpenFolder,
  { packageId, name, amount }: { packageId: number; name: string; amount: Fen },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const chosen = findPackage(tx, packageId) ?? refuse('package-unknown');
    const { id, openedAt, opensOn } = tenderAt(tx, chosen.tenderId);
    const loans = packageLoans(tx, id).filter((loan) => loan.packageId === packageId);
    const loanIds = loans.map(({ loanId }) => loanId);
    const isLiable = owesOneOf(tx, name, loanIds, today);
    const isBidder = biddersOf(tx, id).some((each) => each.name === name);
    const facts = { isOpened: openedAt !== null, opensOn, isBidder, isLiable, floor: chosen.floor };
    grantedOrRefuse(decideBid(facts, amount, today));
    insertBid(tx, packageId, name, amount);
    return { result: { id }, audit: note('contracts.placeBid', id, { person: name, title: chosen.name }) };
  });
}

/** Each package with a bid becomes the draft of a contract with the winner. Refusals in order: tender-unknown, those of decideOpening. */
export async function openBids({ clock }: Services, open: OpenFolder, { id }: { id: number }) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { openedAt, opensOn, title } = tenderAt(tx, id);
    grantedOrRefuse(decideOpening({ isOpened: openedAt !== null, opensOn }, today));
    const { book } = await rulesInForce(tx, today);
    setOpened(tx, id);
    const [bids, loans] = [bidsOf(tx, id), packageLoans(tx, id)];
    const won = packagesOf(tx, id).flatMap((each) => {
      const winner = winningBid(bids.filter(({ packageId }) => packageId === each.id));
      if (winner === null) return [];
      const inquiry = new Inquiry(book);
      const { bond, years } = tenderTerms(inquiry, today, winner.amount);
      const terms = {
        amount: winner.amount,
        bond,
        feeRate: null,
        lateRate: null,
        termYears: years,
        trace: inquiry.trace,
      };
      const own = loans
        .filter(({ packageId }) => packageId === each.id)
        .map(({ loanId, balance: owed }) => ({ loanId, owed }));
      const basis = `${title} ${each.name}`;
      return [insertContract(tx, { kind: 'tender', party: winner.name, basis, packageId: each.id, ...terms }, own)];
    });
    return {
      result: { id, contracts: won.length },
      audit: note('contracts.openBids', id, { title, count: won.length }),
    };
  });
}
