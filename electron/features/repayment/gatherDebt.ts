/** Gathers what papers about the debt say: the borrower, what he owes by the ledger, and which guarantors still stand. */
import { openAccount } from '@shared/domain/receipts/openAccount';
import { type Replayed, replay } from '@shared/domain/receipts/replay';
import { type DebtFacts, type StandingGuarantor, standingOf } from '@shared/domain/repayment/debtFacts';
import { present } from '@shared/kernel/assert';
import type { ReadDb } from '../../database/store';
import type { Writing } from '../documents/form';
import { noticeGuarantee, noticeParty } from '../dunning/noticeFacts.repository';
import { named, type OwedLoan, owedLoans } from '../dunning/owedLoans';
import { householdRadar } from '../portfolio/householdRadar';
import { householdBooks } from '../receipts/account.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { readBank } from '../users/users.repository';

/** What is owed of each loan by the ledger, less what was received since. */
export async function owedToday(db: ReadDb, partyId: number, today: string): Promise<Replayed['standing']> {
  const { book } = await rulesInForce(db, today);
  return replay(book, openAccount(householdBooks(db, partyId)).account).standing;
}

/** What papers name of each loan at the end of a day. */
export async function owedUntil(db: ReadDb, partyId: number, day: string): Promise<OwedLoan[]> {
  const { book } = await rulesInForce(db, day);
  return owedLoans(db, book, partyId, () => day);
}

/** `only`: of these loans, even if one is paid by now; null: of all that are owed. `asOf`: to whose end interest is computed. */
export async function gatherDebt(
  db: ReadDb,
  partyId: number,
  { today, by }: Writing,
  only: readonly number[] | null = null,
  asOf = today,
): Promise<DebtFacts> {
  const { book } = await rulesInForce(db, today);
  const debtor = noticeParty(db, partyId);
  const owing = owedLoans(db, book, partyId, () => asOf).filter(
    ({ id, balance, interest }) => only?.includes(id) ?? balance + interest > 0,
  );
  const loans = named(owing);
  const { lines } = householdRadar(db, book, { id: partyId, name: debtor.name }, today);
  const contractNo = new Map(owing.map((loan) => [loan.id, loan.contractNo]));
  const ofDebt = lines.filter(({ loanId }) => contractNo.has(loanId));
  const borrowers = (standing: ReturnType<typeof standingOf>) =>
    ofDebt.flatMap(({ role, verdict, loanId }) =>
      role === 'borrower' && standingOf(verdict) === standing ? (contractNo.get(loanId) ?? []) : [],
    );
  const guarantors = ofDebt.flatMap(({ role, verdict, key, loanId }): StandingGuarantor[] => {
    if (role !== 'guarantor' || standingOf(verdict) !== 'stands') return [];
    const guaranteeId = Number(key.slice(1));
    const given = present(noticeGuarantee(db, guaranteeId), 'a line of the radar has its guarantee');
    const { name, kind } = noticeParty(db, given.partyId);
    return [{ partyId: given.partyId, name, kind, loanId, guaranteeId, contractNo: given.contractNo }];
  });
  const { name, address, phone, account } = await readBank(db);
  return {
    asOf: loans.reduce((newest, loan) => (loan.asOf > newest ? loan.asOf : newest), '') || today,
    today,
    bank: { name, address, phone, account },
    unitId: owing[0]?.unitId ?? by.unitId,
    contact: by.display,
    partyId,
    debtor,
    loans,
    expired: borrowers('over'),
    unknown: borrowers('unknown'),
    guarantors,
  };
}
