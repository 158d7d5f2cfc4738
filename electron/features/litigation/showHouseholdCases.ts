/** What a case about one household or several can be about (LIT-02): their debts, who owes and guarantees them, what secures them. */
import { isLiveSecurity } from '@shared/domain/litigation/caseFile';
import { guaranteeClaim, securityClaim, suggestedTitle, USUAL_CAUSE } from '@shared/domain/litigation/claimTexts';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { may } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findParty } from '../parties/household.repository';
import { resolveHousehold } from '../parties/householdKey.repository';
import { owedToday } from '../repayment/gatherDebt';
import { listUsers } from '../users/users.repository';
import {
  type GuarantorOfLoan,
  householdDebts,
  householdGuarantors,
  householdSecurities,
} from './householdCase.repository';
import { listItem } from './listCases';
import { allCaseFacts } from './readCase';

async function borrowerOf(db: ReadDb, partyId: number, today: CalendarDate) {
  const { name } = present(findParty(db, partyId), 'the household was found');
  const owed = await owedToday(db, partyId, today);
  const loans = householdDebts(db, partyId).map(({ id: loanId, contract, unit }) => {
    const { principal, interest } = owed.get(loanId)?.owed ?? { principal: 0, interest: 0 };
    return { loanId, contract, principal, interest, unit, borrower: name };
  });
  return { partyId, name, loans };
}
type Borrower = Awaited<ReturnType<typeof borrowerOf>>;

/** Everybody once; a borrower who guarantees another's debt answers for both. */
function partiesOf(db: ReadDb, borrowers: readonly Borrower[]) {
  const guarantees = new Map<number, (GuarantorOfLoan & { readonly of: string })[]>();
  for (const { partyId, name } of borrowers)
    for (const each of householdGuarantors(db, partyId))
      guarantees.set(each.partyId, [...(guarantees.get(each.partyId) ?? []), { ...each, of: name }]);
  const claimOf = (partyId: number): string | null => {
    const own = guarantees.get(partyId);
    if (own === undefined) return null;
    const whose = borrowers.length === 1 ? null : [...new Set(own.map(({ of }) => of))].join('、');
    return guaranteeClaim(
      present(own[0], 'a group has a row').name,
      own.map(({ kind }) => kind),
      whose,
    );
  };
  const owing = borrowers.map(({ partyId, name, loans }) => {
    const loanIds = loans.map(({ loanId }) => loanId);
    return { partyId, name, capacity: 'borrower' as const, loanIds, claim: claimOf(partyId) };
  });
  const others = [...guarantees].filter(([id]) => !borrowers.some(({ partyId }) => partyId === id));
  return [
    ...owing,
    ...others.map(([partyId, own]) => ({
      partyId,
      name: present(own[0], 'a group has a row').name,
      capacity: 'guarantor' as const,
      loanIds: own.map(({ loanId }) => loanId),
      claim: claimOf(partyId),
    })),
  ];
}

const securitiesOf = (db: ReadDb, { partyId }: Borrower) =>
  householdSecurities(db, partyId).map(({ kind, location, validity, ...security }) => ({
    ...security,
    description: location ? `${kind}（${location}）` : kind,
    isLive: isLiveSecurity(validity),
    claim: securityClaim(location ? `${kind}（${location}）` : kind),
  }));

/** `others`: households whose debts are brought together with the first one's. Refuses household-unknown, household-ambiguous. */
export async function showHouseholdCases(
  { clock }: Services,
  { store }: OpenFolder,
  household: string,
  others: readonly string[] = [],
) {
  const today = clock.today();
  const db = store.read;
  const ids = [...new Set([household, ...others].map((key) => resolveHousehold(db, key)))];
  const borrowers = await Promise.all(ids.map((partyId) => borrowerOf(db, partyId, today)));
  const [{ partyId, name }] = borrowers as [Borrower];
  const parties = partiesOf(db, borrowers);
  return {
    id: partyId,
    household: householdNumber(partyId),
    name,
    today,
    title: suggestedTitle(name, parties.length > 1),
    cause: USUAL_CAUSE,
    cases: (await allCaseFacts(db, today, partyId)).map(listItem),
    loans: borrowers.flatMap(({ loans }) => loans),
    parties,
    securities: borrowers.flatMap((each) => securitiesOf(db, each)),
    people: (await listUsers(db))
      .filter(({ active, roles }) => active && may(roles, 'litigation.view') && !roles.includes('auditor'))
      .map(({ id, display, roles }) => ({ id, display, roles: [...roles] })),
  };
}
