/** Loans that are to be handed over for recovery, found by their contracts, with what is owed of them today. */
import type { ContractKind } from '@shared/domain/contracts/contractTerms';
import { contractNames, decideHandover } from '@shared/domain/contracts/handover';
import { contractKey } from '@shared/domain/imports/foldText';
import { openAccount } from '@shared/domain/receipts/openAccount';
import { replay } from '@shared/domain/receipts/replay';
import { sumOf } from '@shared/domain/repayment/agreement';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { householdBooks } from '../receipts/account.repository';
import { type LoanToHandOver, loanToHandOver } from './tenders.repository';

/** What is owed of each loan now: the ledger less what was received since; each household is worked out once. */
export function owedNow(db: ReadDb, book: RuleBook): (loan: { loanId: number; partyId: number }) => Fen {
  const known = new Map<number, ReturnType<typeof replay>['standing']>();
  return ({ loanId, partyId }) => {
    const standing = known.get(partyId) ?? replay(book, openAccount(householdBooks(db, partyId)).account).standing;
    known.set(partyId, standing);
    return sumOf(present(standing.get(loanId), 'every loan stands somewhere').owed);
  };
}

export interface OfferedByContract extends LoanToHandOver {
  /** Principal and interest; fen. */
  readonly owed: Fen;
}

/** In the order of `contracts`. Refusals in order: handed-loan-unknown {contracts}, loan-twice {contracts}, those of decideHandover. */
export function offeredLoans(
  db: ReadDb,
  inquiry: Inquiry,
  today: CalendarDate,
  engagement: ContractKind,
  contracts: readonly string[],
): OfferedByContract[] {
  const found = contracts.map((contract) => ({ contract, loan: loanToHandOver(db, today, contractKey(contract)) }));
  const unknown = found.filter(({ loan }) => loan === undefined);
  if (unknown.length > 0) refuse('handed-loan-unknown', { contracts: contractNames(unknown) });
  const owed = owedNow(db, inquiry.book);
  const loans = found.flatMap(({ loan }) =>
    loan ? [{ ...loan, owed: owed({ loanId: loan.id, partyId: loan.partyId }) }] : [],
  );
  const twice = loans.filter(({ id }, index) => loans.findIndex((each) => each.id === id) !== index);
  if (twice.length > 0) refuse('loan-twice', { contracts: contractNames(twice) });
  const offered = loans.map(({ contract, owed: left, sheet, taken }) => ({
    contract,
    settled: left <= 0,
    handedOver: taken === 1,
    sheet,
  }));
  grantedOrRefuse(decideHandover(inquiry, today, engagement, offered));
  return loans;
}
