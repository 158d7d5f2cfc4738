/** Gathers what a notice says: the addressee's debts whose state asks for that form, by the rules of the day. */

import type { CoSigner, NoticeFacts, NoticeForm, NoticeState } from '@shared/domain/dunning/noticeFacts';
import { guaranteeKindOf, noticeFormOf } from '@shared/domain/dunning/noticeForm';
import { lastSettlement } from '@shared/domain/interest/interestStatement';
import { claimDue } from '@shared/domain/portfolio/loanFacts';
import type { BookLoan } from '@shared/domain/receipts/openAccount';
import type { MissedPlan } from '@shared/domain/repayment/missedInstalments';
import { present } from '@shared/kernel/assert';
import { addDays, type CalendarDate } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { Writing } from '../documents/form';
import { type HouseholdRadar, householdRadar } from '../portfolio/householdRadar';
import { missedPlans } from '../repayment/missedPlans';
import { rulesInForce } from '../rules/rulesInForce';
import { readBank } from '../users/users.repository';
import {
  type GuaranteeOfNotice,
  noticeGuarantee,
  noticeParty,
  noticeSecurity,
  type SecurityOfNotice,
} from './noticeFacts.repository';
import { named, type OwedLoan, owedLoans } from './owedLoans';

interface Household {
  readonly book: RuleBook;
  readonly radar: HouseholdRadar;
  readonly borrowerId: number;
  readonly missed: readonly MissedPlan[];
}

async function householdOf(db: ReadDb, borrowerId: number, today: string): Promise<Household> {
  const { book } = await rulesInForce(db, today);
  const { name } = noticeParty(db, borrowerId);
  const radar = householdRadar(db, book, { id: borrowerId, name }, today);
  return { book, radar, borrowerId, missed: missedPlans(db, book, borrowerId, today) };
}

/** States of the lines of one signatory; a reminder is meant when that form is asked for and the loan is not due. */
function statesOf(
  { book, radar, missed }: Household,
  form: NoticeForm,
  isHis: (key: string) => boolean,
  status: string | null,
  today: string,
): NoticeState[] {
  return radar.lines
    .filter((line) => isHis(line.key))
    .flatMap((line) => {
      const loan = present(
        radar.loans.find((each) => each.id === line.loanId),
        'a line belongs to a loan',
      );
      const due = claimDue(loan);
      const reminding = form === 'DOC-REC-00' && due !== null && today <= due;
      const isPlanMissed = missed.some(({ loanIds }) => loanIds.includes(loan.id));
      const decided = noticeFormOf(book, loan, line, status, { today, reminding, isPlanMissed });
      if (decided === null) return [];
      const { trace: _, ...state } = decided;
      return [state];
    });
}

async function common(db: ReadDb, book: RuleBook, { today, by }: Writing) {
  const { name, address, phone, account } = await readBank(db);
  const term = new Inquiry(book).values('dunning/payment-term', today);
  return {
    today,
    bank: { name, address, phone, account },
    contact: by.display,
    term: { least: term.number('leastDays'), usual: term.number('usualDays') },
  };
}

/**
 * A reminder before the due date tells what will be owed on it, a notice of overdue interest what was due on the last
 * settlement day, every other paper what is owed at the end of its day.
 */
function owedBy(db: ReadDb, { book, borrowerId }: Household, form: NoticeForm, today: CalendarDate): OwedLoan[] {
  const dayOf = ({ dueDate }: BookLoan): CalendarDate => {
    if (form === 'DOC-REC-00' && dueDate !== null && dueDate > today) return addDays(dueDate, -1);
    return form === 'DOC-REC-02' ? lastSettlement(new Inquiry(book), today) : today;
  };
  return owedLoans(db, book, borrowerId, dayOf);
}

/** What only forms 01H, 02, 02A and the joint page know of. */
const ALONE = { heir: null, acceleration: null, coSigners: [], missed: [] } as const;

/** Guarantors of the debts that are demanded who still stand, where the house rule wants a page signed by all. */
function coSigners(db: ReadDb, { book, radar }: Household, states: readonly NoticeState[], today: string): CoSigner[] {
  if (new Inquiry(book).values('dunning/joint-page', today).text('attached') !== 'yes') return [];
  const demanded = new Set(states.filter(({ form }) => form === 'DOC-REC-01').map(({ loanId }) => loanId));
  const standing = radar.lines.filter(
    ({ role, verdict, loanId }) => role === 'guarantor' && verdict === 'running' && demanded.has(loanId),
  );
  const guarantors = standing.map(({ key }) =>
    noticeParty(db, present(noticeGuarantee(db, Number(key.slice(1))), 'a line has its guarantee').partyId),
  );
  const once = new Map(guarantors.map((party) => [party.idNo ?? party.name, party]));
  return [...once.values()].map(({ name, kind }) => ({ title: '保证人', name, kind }));
}

/** The debts that the form is for, and where they are kept. */
function chosen(form: NoticeForm, loans: readonly OwedLoan[], states: readonly NoticeState[], today: string) {
  const wanted = new Set(states.filter((state) => state.form === form).map((state) => state.loanId));
  const fitting = loans.filter((loan) => wanted.has(loan.id));
  const any = fitting[0] ?? loans[0];
  const owed = named(fitting);
  const asOf = owed.reduce((newest, loan) => (loan.asOf > newest ? loan.asOf : newest), '') || (any?.asOf ?? today);
  const unit = { id: any?.unitId ?? 0, name: any?.unit ?? '' };
  return {
    asOf,
    unit,
    officer: any?.officer ?? null,
    loans: owed,
  };
}

/** `status` null: somebody is written to in the borrower's place. `owed`: the form whose day the interest is computed to. */
export async function gatherBorrower(
  form: NoticeForm,
  db: ReadDb,
  partyId: number,
  writing: Writing,
  { status, owed }: { readonly status?: null; readonly owed?: NoticeForm } = {},
): Promise<NoticeFacts> {
  const household = await householdOf(db, partyId, writing.today);
  const borrower = noticeParty(db, partyId);
  const states = statesOf(
    household,
    form,
    (key) => key.startsWith('b'),
    status === null ? null : borrower.status,
    writing.today,
  );
  const debts = chosen(form, owedBy(db, household, owed ?? form, writing.today), states, writing.today);
  const isNamed = ({ loanIds }: MissedPlan) => loanIds.some((id) => debts.loans.some((loan) => loan.id === id));
  return {
    ...(await common(db, household.book, writing)),
    ...debts,
    role: 'borrower',
    partyId,
    addressee: borrower,
    borrower,
    guarantee: null,
    security: null,
    ...ALONE,
    missed: form === 'DOC-REC-02' ? household.missed.filter(isNamed) : [],
    coSigners: form === 'DOC-REC-01' ? coSigners(db, household, states, writing.today) : [],
    states,
  };
}

function guaranteeFacts(book: RuleBook, given: GuaranteeOfNotice, loan: OwedLoan | undefined) {
  const { id, contractNo, amount, periodEnd, periodWording } = given;
  const kind = guaranteeKindOf(new Inquiry(book), given.kind, loan?.issuedOn ?? null);
  return { id, contractNo, kind, amount, periodEnd, periodWording };
}

export async function gatherGuarantor(
  form: NoticeForm,
  db: ReadDb,
  id: number,
  writing: Writing,
): Promise<NoticeFacts> {
  const given = present(noticeGuarantee(db, id), 'the guarantee exists');
  const household = await householdOf(db, given.borrowerId, writing.today);
  const addressee = noticeParty(db, given.partyId);
  const loans = owedBy(db, household, form, writing.today).filter((loan) => loan.id === given.loanId);
  const states = statesOf(household, form, (key) => key === `g${id}`, addressee.status, writing.today);
  return {
    ...(await common(db, household.book, writing)),
    ...chosen(form, loans, states, writing.today),
    role: 'guarantor',
    partyId: given.borrowerId,
    addressee,
    borrower: noticeParty(db, given.borrowerId),
    guarantee: guaranteeFacts(household.book, given, loans[0]),
    security: null,
    ...ALONE,
    states,
  };
}

export async function gatherOwner(form: NoticeForm, db: ReadDb, id: number, writing: Writing): Promise<NoticeFacts> {
  const given: SecurityOfNotice = present(noticeSecurity(db, id), 'the security exists');
  const household = await householdOf(db, given.borrowerId, writing.today);
  const loans = owedBy(db, household, form, writing.today).filter((loan) => loan.id === given.loanId);
  const states = statesOf(household, form, (key) => key === `s${id}`, given.owner.status, writing.today);
  return {
    ...(await common(db, household.book, writing)),
    ...chosen(form, loans, states, writing.today),
    role: 'owner',
    partyId: given.borrowerId,
    addressee: given.owner,
    borrower: noticeParty(db, given.borrowerId),
    guarantee: null,
    security: { id, description: given.description, certificateNo: given.certificateNo },
    ...ALONE,
    states,
  };
}
