/** A contract of recovery from its draft to what happens under it (DSP-06, DSP-07, B1 §12(4)-(5), B2 §27, A8). */
import {
  type Advance,
  decideAgencyFee,
  decideEntry,
  type EntryKind,
  lossOf,
  preservedBonus,
  trusteeBond,
  turnoverCharge,
} from '@shared/domain/contracts/contractTerms';
import { contractNames, decideTrusteeLoans } from '@shared/domain/contracts/handover';
import { formationDay } from '@shared/domain/targets/responsibility';
import { present } from '@shared/kernel/assert';
import { addMonths, type CalendarDate } from '@shared/kernel/calendarDate';
import { parseExact } from '@shared/kernel/exact';
import { type Fen, yuanText } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { requireApproved } from '../approvals/requireApproved';
import { submitRequest } from '../approvals/submitRequest';
import { rulesInForce } from '../rules/rulesInForce';
import { contractApproval, contractSubject } from './contractApproval';
import {
  type ContractLoan,
  findContract,
  insertContract,
  insertEntry,
  loansUnder,
  type StoredContract,
  setContractState,
  setSigned,
} from './contracts.repository';
import { owesOneOf } from './holdTender';
import { type OfferedByContract, offeredLoans, owedNow } from './offeredLoans';
import { turnDepositIntoBond } from './settleDeposit';
import { rivals } from './tenders.repository';

const MONTHS = 12;

const note = (action: string, id: number, detail: Record<string, unknown>): AuditNote => ({
  action,
  objectKind: 'recovery-contract',
  objectId: String(id),
  detail,
});

export interface Seen {
  readonly id: number;
  readonly rev: number;
}

/** Refusals in order: contract-unknown, contract-conflict. */
function seenContract(db: ReadDb, { id, rev }: Seen): StoredContract {
  const contract = findContract(db, id) ?? refuse('contract-unknown');
  return contract.rev === rev ? contract : refuse('contract-conflict');
}

export interface DraftInput {
  readonly kind: 'trusteeship' | 'risk-agency';
  readonly party: string;
  readonly basis: string;
  readonly contracts: readonly string[];
  /** Decimal text. */
  readonly feeRate: string;
  /** Decimal text; of a trusteeship. */
  readonly lateRate: string | null;
  readonly years: number;
  readonly requestId: string;
}

/** A case of ours, or what the ledger says of a loan in words. */
const inSuit = ({ status, sued }: OfferedByContract): boolean => sued === 1 || /诉|执行/.test(status ?? '');

/** Police and other organs of the State do not collect debts, whatever an old rule says (law: documents.md DOC-DSP-06). */
const STATE_ORGAN = /公安|派出所|经侦|检察|法院|司法局|监察|纪委/;

/**
 * Refusals in order: agent-state-organ, late-rate-missing, those of offeredLoans, loan-undated {contracts},
 * loan-not-for-trustee {contracts}, fee-beyond-cap {cap, fee}, rule-not-in-force.
 */
export async function draftContract({ clock }: Services, open: OpenFolder, input: DraftInput) {
  const today = clock.today();
  const { kind, party, basis, contracts, feeRate, years } = input;
  const lateRate = kind === 'trusteeship' ? input.lateRate : null;
  const work = async (tx: WriteTx) => {
    if (STATE_ORGAN.test(party)) refuse('agent-state-organ', { party });
    if (kind === 'trusteeship' && lateRate === null) refuse('late-rate-missing');
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    const loans = offeredLoans(tx, inquiry, today, kind, contracts);
    const claim = loans.reduce((sum, { owed }) => sum + owed, 0);
    if (kind === 'trusteeship') grantedOrRefuse(decideTrusteeLoans(inquiry, today, trusteeLoans(loans)));
    else grantedOrRefuse(decideAgencyFee(inquiry, today, rateOf(feeRate), claim));
    const bond = kind === 'trusteeship' ? trusteeBond(inquiry, today) : 0;
    const terms = { amount: claim, bond, feeRate, lateRate, termYears: years, trace: inquiry.trace };
    const id = insertContract(
      tx,
      { kind, party, basis, packageId: null, ...terms },
      loans.map(({ id: loanId, owed }) => ({ loanId, owed })),
    );
    return { result: { id }, audit: note('contracts.draft', id, { kind, person: party, amount: yuanText(claim) }) };
  };
  return open.store.write(open.actor, work, { id: input.requestId, procedure: 'contracts.draft', input });
}

/** Refuses loan-undated {contracts}. */
function trusteeLoans(loans: readonly OfferedByContract[]) {
  const unknown = loans.filter((loan) => formationDay(loan) === null);
  if (unknown.length > 0) refuse('loan-undated', { contracts: contractNames(unknown) });
  return loans.map((loan) => ({
    contract: loan.contract,
    formedOn: present(formationDay(loan), 'checked'),
    inSuit: inSuit(loan),
  }));
}

const rateOf = (text: string) => present(parseExact(text), 'the contract lets only decimals pass');

/** Refusals in order: those of seenContract, contract-not-draft {state}, those of submitRequest. */
export async function submitContract({ clock }: Services, open: OpenFolder, input: Seen) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const { id, kind, party, basis, amount, state, userId, packageId } = seenContract(tx, input);
    if (state !== 'draft') refuse('contract-not-draft', { state });
    setContractState(tx, id, 'submitted');
    const asked = await submitRequest(tx, today, contractApproval, {
      subject: contractSubject(id),
      title: `${party} ${basis}`.slice(0, 100),
      partyId: null,
      unitId: tx.actor.unitId,
      facts: { engagement: kind },
      amount,
      preparers: [{ userId, act: 'contracts.draft' }],
      interested: [
        ...rivals(tx, packageId).map((name) => ({ name, reason: '同一竞标的竞标人' })),
        { name: party, reason: '合同相对方' },
      ],
    });
    const audit = note('contracts.submit', id, { kind, person: party, amount: yuanText(amount) });
    return { result: { id, approval: asked.id }, audit: [audit, ...asked.notes] };
  });
}

/**
 * The bond is there in full (a winner's deposit becomes part of it), and no contractor owes a recovery in his own package, also by a decision after the opening. Refusals in
 * order: those of seenContract, contract-not-approved {state}, sign-day, bond-short {bond}, bidder-liable, those of requireApproved.
 */
export async function signContract(
  { clock }: Services,
  open: OpenFolder,
  input: Seen & { on: CalendarDate; bondPaid: Fen },
) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const contract = seenContract(tx, input);
    const { id, kind, state, bond, termYears, party } = contract;
    const { on, bondPaid } = input;
    if (state !== 'approved') refuse('contract-not-approved', { state });
    if (on > today) refuse('sign-day', { on });
    if (bondPaid < bond) refuse('bond-short', { bond: yuanText(bond) });
    const loanIds = loansUnder(tx, id).map(({ loanId }) => loanId);
    if (kind === 'tender' && owesOneOf(tx, party, loanIds, today)) refuse('bidder-liable');
    await requireApproved(tx, contractApproval, contractSubject(id));
    const until = addMonths(on, MONTHS * termYears);
    setSigned(tx, id, on, until);
    const deposit = turnDepositIntoBond(tx, contract, on);
    const turned = deposit === 0 ? {} : { deposit: yuanText(deposit) };
    const detail = { person: party, doneOn: on, dueOn: until, ...turned };
    return { result: { id, until }, audit: note('contracts.sign', id, detail) };
  });
}

/** A winner who does not sign loses his deposit (A8). Refusals in order: those of seenContract, contract-not-approved {state}. */
export async function giveUpContract(open: OpenFolder, input: Seen & { why: string }) {
  return open.store.write(open.actor, async (tx) => {
    const { id, state, party } = seenContract(tx, input);
    if (state !== 'draft' && state !== 'approved') refuse('contract-not-approved', { state });
    setContractState(tx, id, 'given-up');
    return { result: { id }, audit: note('contracts.giveUp', id, { person: party, reason: input.why }) };
  });
}

export interface EntryInput {
  readonly id: number;
  readonly kind: EntryKind;
  /** Of the loan that it is about: preserved and lost. */
  readonly contract: string | null;
  readonly collectedOn: CalendarDate | null;
  readonly on: CalendarDate;
  /** Fen; what the rules compute is not typed. */
  readonly amount: Fen | null;
  readonly evidence: string;
  /** Of an advance: for which cost. */
  readonly advance: Advance | null;
  readonly requestId: string;
}

/** What an entry comes to, by the rules of its day. */
function computed(
  inquiry: Inquiry,
  contract: StoredContract,
  loan: Pick<ContractLoan, 'owed' | 'price'> | null,
  input: EntryInput,
) {
  const { kind, on, collectedOn } = input;
  const typed = () => input.amount ?? refuse('entry-incomplete');
  const owned = () => loan ?? refuse('entry-incomplete');
  if (kind === 'turnover') {
    const amount = typed();
    const turnover = { collectedOn: collectedOn ?? refuse('entry-incomplete'), turnedOverOn: on, amount };
    const rate = rateOf(present(contract.lateRate, 'a trusteeship has its rate'));
    const { interest, deducted } = turnoverCharge(inquiry, turnover, rate);
    return { amount, interest, deducted };
  }
  if (kind === 'preserved') {
    owned();
    return { amount: preservedBonus(inquiry, on), interest: 0, deducted: 0 };
  }
  if (kind === 'lost') {
    return { ...lossOf(inquiry, on, { ...contract, ...owned() }), interest: 0 };
  }
  if (kind === 'advance') {
    if (input.advance === null) refuse('entry-incomplete');
    inquiry.items('disposal/risk-agency-advances', on);
  }
  return { amount: typed(), interest: 0, deducted: 0 };
}

/** Refusals in order: contract-unknown, those of decideEntry, handed-loan-unknown {contract}, entry-incomplete, rule-not-in-force. */
export async function recordEntry({ clock }: Services, open: OpenFolder, input: EntryInput) {
  const today = clock.today();
  const work = async (tx: WriteTx) => {
    const contract = findContract(tx, input.id) ?? refuse('contract-unknown');
    grantedOrRefuse(decideEntry(contract, input, today));
    const loan = loansUnder(tx, contract.id).find((each) => each.contract === input.contract) ?? null;
    if (input.contract !== null && loan === null) refuse('handed-loan-unknown', { contract: input.contract });
    const inquiry = new Inquiry((await rulesInForce(tx, today)).book);
    const left = loan && { ...loan, owed: owedNow(tx, inquiry.book)(loan) };
    const money = computed(inquiry, contract, left, input);
    const { kind, on, collectedOn, evidence } = input;
    const loanId = loan?.loanId ?? null;
    const advance = kind === 'advance' ? input.advance : null;
    insertEntry(tx, contract.id, { kind, loanId, collectedOn, on, evidence, advance, ...money, trace: inquiry.trace });
    const detail = { kind, person: contract.party, doneOn: on, amount: yuanText(money.amount), evidence };
    return { result: { id: contract.id }, audit: note('contracts.record', contract.id, detail) };
  };
  return open.store.write(open.actor, work, { id: input.requestId, procedure: 'contracts.record', input });
}
