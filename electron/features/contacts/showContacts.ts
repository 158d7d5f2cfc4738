/** The contact log of a household as the screens read it: entries with what became of their promises, people, attachments. */
import type { ContactView } from '@shared/contract/contacts.contract';
import { promiseOutcomes } from '@shared/domain/contacts/promises';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import {
  actsOfContacts,
  contactCount,
  contactsBefore,
  filesOfContacts,
  loansOfPeople,
  paidBy,
  promisesOf,
  type StoredContact,
} from './contacts.repository';
import { peopleOf } from './judgeContact';

export interface ContactPageInput {
  readonly household: number;
  readonly cursor: { readonly at: string; readonly id: number } | null;
  readonly limit: number;
}

type Promised = ContactView['promise'];

/** A promise of an entry that no longer counts is shown as it was given, without an outcome of its own: nothing was paid for it. */
function promiseOf(row: StoredContact, outcomes: ReturnType<typeof outcomesOf>): Promised {
  if (row.promise_amount === null || row.promise_on === null) return null;
  const { state, paid } = outcomes.get(row.id) ?? { state: 'open' as const, paid: 0 };
  return { amount: row.promise_amount, on: row.promise_on, state, paid };
}

function outcomesOf(db: ReadDb, household: number, asOf: CalendarDate) {
  const promises = promisesOf(db, household);
  const receipts = promises.length === 0 ? [] : paidBy(db, household);
  return new Map(promiseOutcomes(promises, receipts, asOf).map((outcome) => [outcome.id, outcome]));
}

function viewOf(row: StoredContact): Omit<ContactView, 'promise' | 'acts' | 'files'> {
  const conduct = JSON.parse(row.conduct) as Pick<ContactView, 'warnings' | 'trace'> & { reason: string | null };
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row;
  return {
    id: row.id,
    at: row.held_at,
    kind: row.kind,
    initiative: row.initiative,
    counterpart: row.counterpart,
    withParty: row.with_party_id,
    person: row.person,
    relation: row.relation,
    place: row.place,
    staff: JSON.parse(row.staff) as string[],
    purpose: row.purpose as ContactView['purpose'],
    basis: row.basis as ContactView['basis'],
    reached: row.reached === 1,
    said: row.said,
    result: row.result as ContactView['result'],
    consent: row.consent as ContactView['consent'],
    attitude: row.attitude as ContactView['attitude'],
    ability: row.ability as ContactView['ability'],
    observed: JSON.parse(row.observed) as ContactView['observed'],
    next: row.next_on === null ? null : { on: row.next_on, what: row.next_what ?? '' },
    warnings: conduct.warnings,
    warningsReason: conduct.reason,
    trace: conduct.trace,
    corrects: row.corrects,
    correctedBy: row.corrected_by,
    withdrawn: at === null ? null : { at, by: by ?? '', reason: reason ?? '' },
    by: row.by,
    recordedAt: row.recorded_at,
  };
}

export function showContacts(db: ReadDb, input: ContactPageInput, asOf: CalendarDate) {
  const { household, cursor, limit } = input;
  const rows = contactsBefore(db, household, cursor, limit + 1);
  const shown = rows.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const acts = Map.groupBy(actsOfContacts(db, ids), ({ contactId }) => contactId);
  const files = Map.groupBy(filesOfContacts(db, ids), ({ contactId }) => contactId);
  const outcomes = outcomesOf(db, household, asOf);
  const contacts = shown.map(
    (row): ContactView => ({
      ...viewOf(row),
      promise: promiseOf(row, outcomes),
      acts: (acts.get(row.id) ?? []).map(({ contactId: _, ...act }) => act),
      files: (files.get(row.id) ?? []).map(({ seq, name }) => ({ seq, name })),
    }),
  );
  const last = shown.at(-1);
  const next = rows.length > limit && last ? { at: last.held_at, id: last.id } : null;
  return { contacts, next, total: contactCount(db, household) };
}

/** Refuses household-unknown. */
export function showPeople(db: ReadDb, household: number) {
  const { borrower, people } = peopleOf(db, household);
  const loans = loansOfPeople(db, household);
  return {
    household: householdNumber(household),
    borrower: borrower.name,
    people: people.map(({ party, counterpart }) => ({
      party: party.id,
      name: party.name,
      counterpart,
      loans: loans
        .filter(({ party: id, guarantee }) => id === party.id && (guarantee === null) === (counterpart === 'borrower'))
        .map(({ loan, contract, settled }) => ({ id: loan, contract, settled: settled === 1 })),
    })),
  };
}
