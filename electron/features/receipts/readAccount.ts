/** The account of a household: what its ledger says, what has come since, and how each receipt was spread. */
import type { PaymentView, ReceiptAccount } from '@shared/contract/receipts.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { type OpenAccount, openAccount } from '@shared/domain/receipts/openAccount';
import { replay } from '@shared/domain/receipts/replay';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findParty, householdLoans } from '../parties/household.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { householdBooks } from './account.repository';
import { agreementsOf } from './agreements.repository';
import { measuresOf } from './askMeasure';

import { colleagueNames, collectorRows, lineRows, type PaymentRow, paymentRows } from './payments.repository';

function stateOf(row: PaymentRow, ledgerDay: CalendarDate): PaymentView['state'] {
  if (row.reversedOn !== null) return 'reversed';
  if (row.inCore === 1) return 'in-core';
  return row.bookedOn <= ledgerDay ? 'in-ledger' : 'open';
}

function paymentViews(db: ReadDb, partyId: number, { ledgerDay }: OpenAccount): PaymentView[] {
  const lines = Map.groupBy(lineRows(db, partyId), ({ paymentId }) => paymentId);
  const collectors = Map.groupBy(collectorRows(db, partyId), ({ paymentId }) => paymentId);
  return paymentRows(db, partyId).map((row): PaymentView => {
    const { inCore, reversedOn, reversalReason, reversedBy, designation, trace, ...payment } = row;
    const own = lines.get(row.id) ?? [];
    const live = own.filter(({ kind }) => kind !== 'reversal');
    const spread = live.reduce((sum, { costs, principal, interest }) => sum + costs + principal + interest, 0);
    return {
      ...payment,
      designation: designation && JSON.parse(designation),
      trace: JSON.parse(trace),
      state: stateOf(row, ledgerDay),
      reversal: reversedOn === null ? null : { on: reversedOn, reason: reversalReason ?? '', by: reversedBy ?? '' },
      collectors: (collectors.get(row.id) ?? []).map(({ name, ppm }) => ({ name, ppm })),
      lines: own.map(({ paymentId, ...line }) => line),
      rest: row.amount - spread,
    };
  });
}

/** Refuses household-unknown. */
export async function readAccount(
  { clock }: Services,
  { store }: OpenFolder,
  partyId: number,
): Promise<ReceiptAccount> {
  const db = store.read;
  const books = householdBooks(db, partyId);
  const borrower = findParty(db, partyId);
  if (!borrower || books.loans.length === 0) return refuse('household-unknown');
  const today = clock.today();
  const { book } = await rulesInForce(db, today);
  const open = openAccount(books);
  const { standing } = replay(book, open.account);
  const measures = await measuresOf(db, partyId);
  const suspended = (loanId: number) =>
    measures
      .filter((each) => each.loanId === loanId && each.state === 'approved' && each.measure !== 'relief')
      .filter(({ until }) => until === null || until > today)
      .reduce((sum, { amount }) => sum + amount, 0);
  const ledger = new Map(books.loans.map((loan) => [loan.id, loan]));
  return {
    household: householdNumber(partyId),
    borrower: borrower.name,
    today,
    ledgerDay: open.ledgerDay,
    loans: householdLoans(db, partyId).map(({ id, contract, receipt, sheet }) => {
      const { asOf, principal, interest, issueDate, dueDate } = present(ledger.get(id), 'the same loans');
      const now = present(standing.get(id), 'every loan stands somewhere');
      const loan = { id, contract, receiptNo: receipt, sheet, issueDate, dueDate, suspended: suspended(id) };
      return { ...loan, ...now, ledger: { asOf, principal, interest } };
    }),
    agreements: agreementsOf(db, partyId).map(({ partyId: _, ...agreement }) => agreement),
    payments: paymentViews(db, partyId, open),
    measures,
    colleagues: colleagueNames(db),
  };
}
