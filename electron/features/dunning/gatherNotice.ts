/** Gathers what a notice says: the addressee's debts whose state asks for that form, by the rules of the day. */

import type { NoticeFacts, NoticeForm, NoticeState } from '@shared/domain/dunning/noticeFacts';
import { guaranteeKindOf, noticeFormOf } from '@shared/domain/dunning/noticeForm';
import { borrowerDue } from '@shared/domain/portfolio/loanFacts';
import { present } from '@shared/kernel/assert';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import type { Writing } from '../documents/form';
import { type HouseholdRadar, householdRadar } from '../portfolio/householdRadar';
import { rulesInForce } from '../rules/rulesInForce';
import { readBank } from '../users/users.repository';
import {
  type GuaranteeOfNotice,
  type LoanOfNotice,
  noticeGuarantee,
  noticeLoans,
  noticeParty,
  noticeSecurity,
  type SecurityOfNotice,
} from './noticeFacts.repository';

interface Household {
  readonly book: RuleBook;
  readonly radar: HouseholdRadar;
  readonly borrowerId: number;
}

async function householdOf(db: ReadDb, borrowerId: number, today: string): Promise<Household> {
  const { book } = await rulesInForce(db, today);
  const { name } = noticeParty(db, borrowerId);
  return { book, radar: householdRadar(db, book, { id: borrowerId, name }, today), borrowerId };
}

/** States of the lines of one signatory; a reminder is meant when that form is asked for and the loan is not due. */
function statesOf(
  { book, radar }: Household,
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
      const due = borrowerDue(loan);
      const reminding = form === 'DOC-REC-00' && due !== null && today <= due;
      const decided = noticeFormOf(book, loan, line, status, today, reminding);
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

/** The debts that the form is for, and where they are kept. */
function chosen(form: NoticeForm, loans: readonly LoanOfNotice[], states: readonly NoticeState[], today: string) {
  const wanted = new Set(states.filter((state) => state.form === form).map((state) => state.loanId));
  const fitting = loans.filter((loan) => wanted.has(loan.id));
  const any = fitting[0] ?? loans[0];
  const asOf = fitting.reduce((newest, loan) => (loan.asOf > newest ? loan.asOf : newest), '') || (any?.asOf ?? today);
  const unit = { id: any?.unitId ?? 0, name: any?.unit ?? '' };
  return {
    asOf,
    unit,
    officer: any?.officer ?? null,
    loans: fitting.map(({ unitId: _id, unit: _unit, officer: _officer, ...loan }) => loan),
  };
}

export async function gatherBorrower(
  form: NoticeForm,
  db: ReadDb,
  partyId: number,
  writing: Writing,
): Promise<NoticeFacts> {
  const household = await householdOf(db, partyId, writing.today);
  const borrower = noticeParty(db, partyId);
  const states = statesOf(household, form, (key) => key.startsWith('b'), borrower.status, writing.today);
  return {
    ...(await common(db, household.book, writing)),
    ...chosen(form, noticeLoans(db, partyId), states, writing.today),
    role: 'borrower',
    partyId,
    addressee: borrower,
    borrower,
    guarantee: null,
    security: null,
    states,
  };
}

function guaranteeFacts(book: RuleBook, given: GuaranteeOfNotice, loan: LoanOfNotice | undefined) {
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
  const loans = noticeLoans(db, given.borrowerId).filter((loan) => loan.id === given.loanId);
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
    states,
  };
}

export async function gatherOwner(form: NoticeForm, db: ReadDb, id: number, writing: Writing): Promise<NoticeFacts> {
  const given: SecurityOfNotice = present(noticeSecurity(db, id), 'the security exists');
  const household = await householdOf(db, given.borrowerId, writing.today);
  const loans = noticeLoans(db, given.borrowerId).filter((loan) => loan.id === given.loanId);
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
    states,
  };
}
