/** Kinds of things that papers of several features speak of. */
import { partyIdOf } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { findParty } from '../parties/household.repository';
import { resolveHousehold } from '../parties/householdKey.repository';
import type { SubjectKind } from './form';

/** A borrower with everything he owes; refuses household-unknown, household-ambiguous. */
export const HOUSEHOLD: SubjectKind = {
  name: 'household',
  find: (db, key) => resolveHousehold(db, key),
  describe: (db, id) => ({ id, partyId: id, label: present(findParty(db, id), 'the household exists').name }),
};

/** Party id of a household number, or one that nobody has. */
export const partyOrNobody = (household: string | null): number | null =>
  household === null ? null : (partyIdOf(household) ?? -1);
