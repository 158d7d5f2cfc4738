/** What a case about one household or several can be about (LIT-02): their debts, who owes and guarantees them, what secures them. */
import { isLiveSecurity } from '@shared/domain/litigation/caseFile';
import { securityClaim, suggestedTitle, usualCause } from '@shared/domain/litigation/claimTexts';
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
import { householdDebts, householdGuarantors, householdSecurities } from './householdCase.repository';
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

/** Everybody once; a borrower who guarantees another's debt answers for both. `loanIds`: the debts that he owes or guarantees. */
function partiesOf(db: ReadDb, borrowers: readonly Borrower[]) {
  const given = Map.groupBy(
    borrowers.flatMap(({ partyId }) => householdGuarantors(db, partyId)),
    ({ partyId }) => partyId,
  );
  const guaranteesOf = (partyId: number) => (given.get(partyId) ?? []).map(({ loanId, kind }) => ({ loanId, kind }));
  const party = (partyId: number, name: string, own: readonly { readonly loanId: number }[]) => {
    const guarantees = guaranteesOf(partyId);
    return { partyId, name, loanIds: [...own, ...guarantees].map(({ loanId }) => loanId), guarantees };
  };
  const isBorrower = (id: number) => borrowers.some(({ partyId }) => partyId === id);
  return [
    ...borrowers.map(({ partyId, name, loans }) => ({
      ...party(partyId, name, loans),
      capacity: 'borrower' as const,
    })),
    ...[...given]
      .filter(([id]) => !isBorrower(id))
      .map(([id, [first]]) => ({
        ...party(id, present(first, 'a group has a row').name, []),
        capacity: 'guarantor' as const,
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
    title: suggestedTitle({ route: 'suit', standing: 'plaintiff' }, name, parties.length > 1),
    cause: usualCause('suit'),
    cases: (await allCaseFacts(db, today, partyId)).map(listItem),
    loans: borrowers.flatMap(({ loans }) => loans),
    parties,
    securities: borrowers.flatMap((each) => securitiesOf(db, each)),
    people: (await listUsers(db))
      .filter(({ active, roles }) => active && may(roles, 'litigation.view') && !roles.includes('auditor'))
      .map(({ id, display, roles }) => ({ id, display, roles: [...roles] })),
  };
}
