/** The household as the tables of measures ask for it: books, radar and contact log together. */

import {
  borrowerState,
  isFraud,
  isOfficial,
  limitationState,
  measureFacts,
} from '@shared/domain/measures/householdState';
import type { MeasureVerdict } from '@shared/domain/measures/suggest';
import { suggestMeasures } from '@shared/domain/measures/suggest';
import { type CalendarDate, daysBetween } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { Cell } from '@shared/rules/ruleTypes';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { impressionsOf } from '../contacts/contacts.repository';
import { peopleOf } from '../contacts/judgeContact';
import { collateralOf, guaranteesOf, householdLoans } from '../parties/household.repository';
import { readRadar } from '../portfolio/readRadar';
import { rulesInForce } from '../rules/rulesInForce';

export interface MeasureView {
  readonly asOf: CalendarDate;
  readonly facts: Readonly<Record<string, Cell>>;
  readonly verdicts: readonly MeasureVerdict[];
}

/** Refuses household-unknown. */
export async function readMeasures(services: Services, open: OpenFolder, household: number): Promise<MeasureView> {
  const db = open.store.read;
  const asOf = services.clock.today();
  const { borrower } = peopleOf(db, household);
  const { lines } = await readRadar(services, open, household);
  const { book } = await rulesInForce(db, asOf);
  const loans = householdLoans(db, household);
  const owing = loans.filter((loan) => loan.balance + loan.interestOn + loan.interestOff > 0);
  const written = [borrower.status, borrower.flags, ...loans.flatMap(({ status, flags }) => [status, flags])];
  const overdue = owing.map(({ dueDate, extendedDueDate }) => {
    const due = extendedDueDate ?? dueDate;
    return due === null ? 0 : Math.max(0, daysBetween(due, asOf));
  });
  const facts = measureFacts({
    owed: owing.reduce((sum, loan) => sum + loan.balance + loan.interestOn + loan.interestOff, 0),
    overdueDays: Math.max(0, ...overdue),
    guaranteed: guaranteesOf(db, household).length > 0,
    secured: collateralOf(db, household).length > 0,
    borrowerKind: borrower.kind,
    borrowerState: borrowerState(written),
    limitationState: limitationState(
      lines.filter(({ role }) => role === 'borrower'),
      asOf,
    ),
    official: isOfficial(written),
    fraud: isFraud([...written, ...loans.map(({ occupancy }) => occupancy)]),
    contacts: impressionsOf(db, household),
  });
  return { asOf, facts, verdicts: suggestMeasures(() => new Inquiry(book), facts, asOf) };
}
