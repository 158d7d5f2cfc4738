/** What is typed into the contact drawer, and the message that it becomes; pure. */
import type { ContactDraft, ContactView } from '@shared/contract/contacts.contract';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { OutputOf } from '../../api/client';

export type People = OutputOf<'contacts.people'>;
export type Person = People['people'][number];

export interface HouseholdChoice {
  readonly id: number;
  readonly borrower: string;
}

const VISIT_CHECKS = ['identified', 'recorded', 'agreed'] as const;
export type VisitCheck = (typeof VISIT_CHECKS)[number];

/** Plain data only: it outlives a lock. */
export interface ContactValues {
  readonly household: HouseholdChoice | null;
  /** `borrower 12`, `heir`, `third-person`. */
  readonly person: string;
  readonly otherPerson: string;
  readonly relation: string;
  readonly kind: ContactDraft['kind'];
  readonly initiative: ContactDraft['initiative'];
  readonly date: CalendarDate | null;
  /** `10:15` or `1015`. */
  readonly time: string;
  readonly place: string;
  /** Names, separated. */
  readonly staff: string;
  readonly purpose: ContactDraft['purpose'];
  readonly basis: ContactDraft['basis'];
  readonly reached: boolean;
  readonly visit: readonly VisitCheck[];
  readonly minor: boolean;
  readonly said: string;
  readonly result: ContactDraft['result'];
  readonly consent: ContactDraft['consent'];
  readonly attitude: ContactDraft['attitude'];
  readonly ability: ContactDraft['ability'];
  readonly observed: ContactDraft['observed'];
  readonly promiseAmount: number | null;
  readonly promiseOn: CalendarDate | null;
  readonly nextOn: CalendarDate | null;
  readonly nextWhat: string;
  readonly act: NonNullable<ContactDraft['act']>['kind'] | null;
  readonly evidence: NonNullable<ContactDraft['act']>['evidence'];
  readonly loans: readonly number[];
  readonly files: readonly string[];
  readonly warningsReason: string;
  readonly corrects: number | null;
}

export const EMPTY: ContactValues = {
  household: null,
  person: '',
  otherPerson: '',
  relation: '',
  kind: 'call',
  initiative: 'bank',
  date: null,
  time: '',
  place: '',
  staff: '',
  purpose: 'negotiate',
  basis: 'loan-contract',
  reached: true,
  visit: [],
  minor: false,
  said: '',
  result: 'negotiating',
  consent: 'not-asked',
  attitude: null,
  ability: null,
  observed: [],
  promiseAmount: null,
  promiseOn: null,
  nextOn: null,
  nextWhat: '',
  act: null,
  evidence: 'none',
  loans: [],
  files: [],
  warningsReason: '',
  corrects: null,
};

/** Nothing has been told yet: the form may go to another household without a loss. */
export const isUntouched = ({ said, promiseAmount, nextOn, files, corrects }: ContactValues): boolean =>
  said === '' && promiseAmount === null && nextOn === null && files.length === 0 && corrects === null;

/** The form with what was changed in it. Another household has other people and loans; cleared fields come as undefined. */
export function changed(before: ContactValues, fields: Partial<ContactValues>): ContactValues {
  const known = Object.entries(fields).map(([key, value]) => [key, value ?? EMPTY[key as keyof ContactValues]]);
  const after = { ...before, ...Object.fromEntries(known) } as ContactValues;
  if (after.household?.id !== before.household?.id) return { ...after, person: '', act: null, loans: [] };
  return after.person === before.person ? after : { ...after, act: null, loans: [] };
}

/** `9:05`, `0905`, `9：05` → `09:05`; null when it is no time of day. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}`;
}

/** Names as people write them in a row. */
export const namesIn = (text: string): string[] => [
  ...new Set(text.split(/[、，,;；\s]+/).filter((name) => name !== '')),
];

export const personKey = ({ counterpart, party }: Pick<Person, 'counterpart' | 'party'>): string =>
  `${counterpart} ${party}`;

/** Whoever the key stands for, as the contract names him. */
function metOf(values: ContactValues): Pick<ContactDraft, 'counterpart' | 'withParty' | 'otherPerson' | 'relation'> {
  const [counterpart, party] = values.person.split(' ');
  const relation = values.relation.trim() || null;
  if (party !== undefined)
    return { counterpart: counterpart as Person['counterpart'], withParty: Number(party), otherPerson: null, relation };
  const other = counterpart as 'heir' | 'third-person';
  return { counterpart: other, withParty: null, otherPerson: values.otherPerson.trim() || null, relation };
}

/** The draft, or null while household, person, day or time are missing. */
export function draftOf(values: ContactValues): ContactDraft | null {
  const time = readTime(values.time);
  const staff = namesIn(values.staff);
  const { household, date, promiseAmount, promiseOn, nextOn, act } = values;
  if (household === null || values.person === '' || date === null || time === null || staff.length === 0) return null;
  return {
    household: household.id,
    ...metOf(values),
    kind: values.kind,
    initiative: values.initiative,
    at: `${date} ${time}`,
    place: values.place.trim() || null,
    staff,
    purpose: values.purpose,
    basis: values.basis,
    reached: values.reached,
    identified: values.visit.includes('identified'),
    recorded: values.visit.includes('recorded'),
    agreed: values.visit.includes('agreed'),
    minor: values.minor,
    said: values.said.trim(),
    result: values.result,
    consent: values.consent,
    attitude: values.attitude,
    ability: values.ability,
    observed: [...values.observed],
    promise: promiseAmount === null || promiseOn === null ? null : { amount: promiseAmount, on: promiseOn },
    next: nextOn === null ? null : { on: nextOn, what: values.nextWhat.trim() },
    act:
      act === null || values.loans.length === 0
        ? null
        : { kind: act, evidence: values.evidence, loans: [...values.loans] },
    files: [...values.files],
    corrects: values.corrects,
    warningsReason: values.warningsReason.trim() || null,
  };
}

/** What a visit was recorded with; the rest was warned of then. */
function checksOf({ kind, warnings }: Pick<ContactView, 'kind' | 'warnings'>): VisitCheck[] {
  if (kind !== 'visit') return [];
  return VISIT_CHECKS.filter((check) => !warnings.some(({ code }) => code === `visit-not-${check}`));
}

/** The form with an entry that is to be put right; its files stay with the new entry. */
export function correctionOf(household: HouseholdChoice, entry: ContactView): ContactValues {
  const { withParty, counterpart } = entry;
  return {
    ...EMPTY,
    household,
    person: withParty === null ? counterpart : `${counterpart} ${withParty}`,
    otherPerson: withParty === null ? entry.person : '',
    relation: entry.relation ?? '',
    kind: entry.kind,
    initiative: entry.initiative,
    date: entry.at.slice(0, 10),
    time: entry.at.slice(11),
    place: entry.place ?? '',
    staff: entry.staff.join('、'),
    purpose: entry.purpose,
    basis: entry.basis,
    reached: entry.reached,
    visit: checksOf(entry),
    said: entry.said,
    result: entry.result,
    consent: entry.consent,
    attitude: entry.attitude,
    ability: entry.ability,
    observed: entry.observed,
    promiseAmount: entry.promise?.amount ?? null,
    promiseOn: entry.promise?.on ?? null,
    nextOn: entry.next?.on ?? null,
    nextWhat: entry.next?.what ?? '',
    act: (entry.acts[0]?.kind as ContactValues['act']) ?? null,
    evidence: entry.acts[0]?.evidence ?? 'none',
    loans: entry.acts.map(({ loan }) => loan),
    warningsReason: entry.warningsReason ?? '',
    corrects: entry.id,
  };
}
