/** Gathers what papers of a case say: the case, who its parties are, what is owed with interest of the day, securities, votes, fees. */
import { acceptanceFee, paymentOrderFee, preservationFee } from '@shared/domain/courtFees/courtFees';
import { guaranteeKindOf } from '@shared/domain/dunning/noticeForm';
import { delayedPerformance } from '@shared/domain/interest/delayedPerformance';
import { ASSETS } from '@shared/domain/litigation/acts';
import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { type CaseFile, type CaseParty, personsOf, unclaimedSecurities } from '@shared/domain/litigation/caseFile';
import { enforcementClock } from '@shared/domain/litigation/effect';
import { gateRefusal } from '@shared/domain/litigation/gate';
import type {
  CasePaperFacts,
  PaperAgent,
  PaperDelay,
  PaperLoan,
  PaperParty,
} from '@shared/domain/litigation/papers/paperFacts';
import { present } from '@shared/kernel/assert';
import { addDays, type CalendarDate, daysBetween } from '@shared/kernel/calendarDate';
import { toFen } from '@shared/kernel/exact';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { engagementsOf, listCounsels } from '../counsel/counsel.repository';
import type { Writing } from '../documents/form';
import { named, owedLoans } from '../dunning/owedLoans';
import { termsOfHousehold } from '../interest/terms.repository';
import { householdRadar } from '../portfolio/householdRadar';
import { rulesInForce } from '../rules/rulesInForce';
import { readBank } from '../users/users.repository';
import {
  guaranteeDetails,
  loanDetails,
  ownerDetails,
  partyDetails,
  securityDetails,
} from './casePaperFacts.repository';
import { readCaseFacts } from './readCase';

const UNKNOWN_PARTY = { idNo: null, address: null, phone: null, employer: null, legalRepresentative: null };

function partyOf(db: ReadDb, book: RuleBook, loans: readonly PaperLoan[], party: CaseParty): PaperParty {
  const loanIds = loans.map(({ id }) => id);
  const owned = () => (party.capacity === 'owner' ? ownerDetails(db, loanIds, party.name) : undefined);
  const known = party.partyId === null ? owned() : partyDetails(db, party.partyId);
  const guarantees = party.guarantees.map(({ id, loanId, kind }) => {
    const issuedOn = loans.find((loan) => loan.id === loanId)?.issuedOn ?? null;
    return { id, loanId, ...guaranteeDetails(db, id), kind: guaranteeKindOf(new Inquiry(book), kind, issuedOn) };
  });
  return { ...party, ...(known ?? UNKNOWN_PARTY), guarantees };
}

/** End of the limitation against the borrower of each loan, where it runs. */
function limitationEnds(db: ReadDb, book: RuleBook, { loans, household }: CaseFile, today: CalendarDate) {
  const owners = [...new Set(loans.map(({ partyId }) => partyId))];
  const lines = owners.flatMap((id) => householdRadar(db, book, { id, name: household.name }, today).lines);
  const own = lines.filter(({ role }) => role === 'borrower');
  return new Map(own.map(({ loanId, expiry }) => [loanId, expiry]));
}

/** Interest has one day on one paper (G-INT): computed for every loan of the case, or the ledger's sum for every loan. */
function loansOf(db: ReadDb, book: RuleBook, file: CaseFile, today: CalendarDate): PaperLoan[] {
  const owners = [...new Set(file.loans.map(({ partyId }) => partyId))];
  const claimed = new Map(file.loans.map((loan) => [loan.loanId, loan]));
  const owed = owners.flatMap((id) => owedLoans(db, book, id, () => today)).filter(({ id }) => claimed.has(id));
  const terms = new Map(owners.flatMap((id) => [...termsOfHousehold(db, id)]));
  const details = loanDetails(db, [...claimed.keys()]);
  const ends = limitationEnds(db, book, file, today);
  return named(owed).map((loan) => {
    const { principal, interest, partyId: borrowerId } = present(claimed.get(loan.id), 'a loan of the case is claimed');
    const { purpose, fiveLevel, officer, annualRate } = present(details.get(loan.id), 'a claimed loan exists');
    const { upliftPercent = null, compound = false, source: termsSource = null, rates = [] } = terms.get(loan.id) ?? {};
    return {
      ...loan,
      borrowerId,
      ...{ claimedPrincipal: principal, claimedInterest: interest, purpose, fiveLevel, officer },
      annualRate: rates.at(-1)?.annualRate ?? annualRate,
      ...{ upliftPercent, compound, termsSource, limitationEnd: ends.get(loan.id) ?? null },
    };
  });
}

/** What came after the last day of performance, no more of it than is owed. */
function paymentsAfter(acts: CaseFacts['acts'], due: CalendarDate, base: number) {
  let rest = base;
  return acts.flatMap(({ kind, on, detail }) => {
    if (kind !== 'money-received' || on === null || on <= due) return [];
    const principal = Math.min(rest, detail.amount ?? 0);
    rest -= principal;
    return [{ on, principal }];
  });
}

/** Of the money that the document fixed beside interest (DPI-01), until the end of `today`; null where the day's law asks for more. */
function delayOf(book: RuleBook, { effect, claimed, acts }: CaseFacts, today: CalendarDate): PaperDelay | null {
  const due = effect?.performBy ?? null;
  const base = claimed.principal + claimed.costs;
  if (due === null || due >= today || base <= 0) return null;
  const inquiry = new Inquiry(book);
  const from = addDays(due, 1);
  const method = inquiry.valuesInForce('interest/delayed-performance', from, {})?.text('method');
  if (method !== 'fixed' && method !== 'benchmark') return null;
  const payments = paymentsAfter(acts, due, base);
  const { amount } = delayedPerformance(inquiry, {
    ...{ base, performanceDue: due, payments, until: today, highestLoanRate: null },
  });
  return { base, from, until: today, days: daysBetween(due, today), amount: toFen(amount) };
}

/** Named in the case, or engaged for it; a name that the register has twice is nobody's. */
function agentsOf(db: ReadDb, file: CaseFile): PaperAgent[] {
  const engaged = engagementsOf(db, file.id).filter(({ endedOn }) => endedOn === null);
  const names = new Set([...personsOf(file, 'agent'), ...engaged].map(({ name }) => name));
  const known = Map.groupBy(listCounsels(db), ({ name }) => name);
  return [...names].map((name) => {
    const [one, ...more] = known.get(name) ?? [];
    return one && more.length === 0
      ? { name, firm: one.firm, licenceNo: one.licenceNo }
      : { name, firm: null, licenceNo: null };
  });
}

function enforcementOf(book: RuleBook, facts: CaseFacts, today: CalendarDate): CasePaperFacts['enforcement'] {
  const clock = enforcementClock(book, facts, today);
  if (clock === null) return null;
  const { status, expiry } = clock.answer;
  return { status, expiry, article: clock.trace[0]?.article ?? null };
}

function ofTheDay(book: RuleBook, { claimed }: CaseFacts, today: CalendarDate) {
  const inquiry = new Inquiry(book);
  const months = ASSETS.map((asset) => [asset, Number(inquiry.row('seizure/expiry', today, { asset }).gives.months)]);
  return {
    fees: {
      acceptance: toFen(acceptanceFee(inquiry, claimed.total, today, false)),
      preservation: toFen(preservationFee(inquiry, claimed.total, today)),
      paymentOrder: toFen(paymentOrderFee(inquiry, claimed.total, today)),
    },
    seizureMonths: Object.fromEntries(months) as Record<string, number>,
    refusalCopies: inquiry.values('litigation/refusal-copies', today).number('copies'),
  };
}

/** Refuses case-unknown. */
export async function gatherCasePaper(db: ReadDb, id: number, { today, by }: Writing): Promise<CasePaperFacts> {
  const { book } = await rulesInForce(db, today);
  const facts = await readCaseFacts(db, id, today);
  const { deadlines: _d, findings: _f, asOf: _a, gate, parties, loans: _l, securities: _s, ...file } = facts;
  const bank = await readBank(db);
  const loans = loansOf(db, book, facts, today);
  const { requestId } = facts.consent;
  const { vote, levels } = requestId === null ? { vote: null, levels: [] } : await approvalPaper(db, requestId);
  const [line] = gate.responsible.trace;
  return {
    asOf: loans.reduce((newest, loan) => (loan.asOf > newest ? loan.asOf : newest), '') || today,
    today,
    bank,
    contact: by.display,
    byCounsel: by.roles.includes('counsel'),
    file,
    filingLevel: gate.filingLevel,
    override: gate.override,
    responsibleRole: { role: gate.responsible.role, article: line?.article ?? '' },
    closed: gateRefusal(gate, 'sued'),
    closedForPreservation: gateRefusal(gate, 'preservation-applied'),
    unclaimed: unclaimedSecurities(facts).map(({ description }) => description),
    parties: parties.map((party) => partyOf(db, book, loans, party)),
    agents: agentsOf(db, facts),
    loans,
    securities: securityDetails(
      db,
      facts.loans.map(({ loanId }) => loanId),
    ),
    permit: null,
    vote,
    levels,
    enforcement: enforcementOf(book, facts, today),
    delay: delayOf(book, facts, today),
    ...ofTheDay(book, facts, today),
  };
}
