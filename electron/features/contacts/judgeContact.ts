/** Gathers what the rules of conduct ask about a contact and puts the question: for the drawer while typing, and before writing. */
import type { ContactDraft } from '@shared/contract/contacts.contract';
import { type ConductFacts, type ConductFinding, conductOf } from '@shared/domain/contacts/conduct';
import { dayOf } from '@shared/domain/contacts/contact';
import { borrowerState } from '@shared/domain/measures/householdState';
import { ageAt, birthDateOf } from '@shared/domain/parties/idNumber';
import { refuse } from '@shared/kernel/result';
import { Inquiry, type TraceLine } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { findParty, guarantorsOf, householdLoans, ownersOf, type StoredParty } from '../parties/household.repository';
import { borrows, callsOn, isStopped, lastReached } from './contacts.repository';

/** What of a draft the rules look at; the rest need not be typed yet. */
export type PlannedContact = Omit<ContactDraft, 'said' | 'result' | 'consent'>;

export interface JudgedContact {
  readonly findings: readonly ConductFinding[];
  readonly trace: readonly TraceLine[];
}

export interface HouseholdPeople {
  readonly borrower: StoredParty;
  readonly people: readonly { readonly party: StoredParty; readonly counterpart: 'borrower' | 'guarantor' | 'owner' }[];
}

/** Everybody of the household who may be met, once per capacity. Refuses household-unknown. */
export function peopleOf(db: ReadDb, household: number): HouseholdPeople {
  const borrower = findParty(db, household) ?? refuse('household-unknown');
  if (!borrows(db, household)) refuse('household-unknown');
  const people = [
    { party: borrower, counterpart: 'borrower' as const },
    ...guarantorsOf(db, household).map((party) => ({ party, counterpart: 'guarantor' as const })),
    ...ownersOf(db, household).map((party) => ({ party, counterpart: 'owner' as const })),
  ];
  return { borrower, people };
}

const GROWN_UP = 18;

function isMinor(party: StoredParty | null, day: string): boolean {
  const birth = party?.id_no?.length === 18 && party.kind === 'person' ? birthDateOf(party.id_no) : null;
  return birth !== null && ageAt(birth, day) < GROWN_UP;
}

/** Of an heir or a third person there is only a name. Refuses person-unknown. */
function metParty({ people }: HouseholdPeople, contact: PlannedContact): StoredParty | null {
  const { counterpart, withParty, otherPerson } = contact;
  if (counterpart === 'heir' || counterpart === 'third-person') {
    if (withParty !== null || !otherPerson) refuse('person-unknown');
    return null;
  }
  const met = people.find((each) => each.counterpart === counterpart && each.party.id === withParty);
  return met?.party ?? refuse('person-unknown');
}

function isUnreachable(db: ReadDb, { borrower }: HouseholdPeople): boolean {
  const statuses = householdLoans(db, borrower.id).map(({ status }) => status);
  return borrowerState([borrower.status, ...statuses]) === 'missing' || lastReached(db, borrower.id) === false;
}

/** Refusals in order: household-unknown, person-unknown. */
export function judgeContact(db: ReadDb, book: RuleBook, contact: PlannedContact): JudgedContact {
  const household = peopleOf(db, contact.household);
  const party = metParty(household, contact);
  const day = dayOf(contact.at);
  const { calls, reached } = party ? callsOn(db, party.id, day, contact.corrects) : { calls: 0, reached: 0 };
  const isThird = contact.counterpart === 'third-person';
  const facts: ConductFacts = {
    ...contact,
    staff: contact.staff.length,
    callsThatDay: calls,
    reachedThatDay: reached,
    minor: contact.minor || isMinor(party, day),
    stopped: isThird && isStopped(db, contact.household, contact.otherPerson ?? ''),
    unreachable: isThird && isUnreachable(db, household),
    estateRecord: contact.basis === 'estate-record' && contact.files.length > 0,
    binding: contact.promise !== null || contact.act !== null,
  };
  const inquiry = new Inquiry(book);
  return { findings: conductOf(inquiry, facts), trace: inquiry.trace };
}
