/** Writes a contact into the log (REC-02), or says which rule of conduct stands against it (S17). Nothing written is ever edited. */
import type { ContactDraft } from '@shared/contract/contacts.contract';
import { type GradedAct, gradedAct, needsFile } from '@shared/domain/contacts/acts';
import { dayOf } from '@shared/domain/contacts/contact';
import { talkFindings } from '@shared/domain/contacts/talk';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import { Inquiry, type TraceLine } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { localMinute } from '../../platform/clock';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import {
  findContact,
  insertActs,
  insertContact,
  insertFiles,
  type KeptFile,
  keptFilesOf,
  loansOfPeople,
} from './contacts.repository';
import { type JudgedContact, judgeContact } from './judgeContact';
import { keepFiles } from './keepFiles';

export type RecordInput = ContactDraft & { readonly requestId: string };

/** Whose clock hears the act, loan by loan. */
interface HeardAct extends GradedAct {
  readonly loan: number;
  readonly guarantee: number | null;
}

interface Accepted extends JudgedContact {
  readonly acts: readonly HeardAct[];
}

/** Refusals in order: contact-in-future, promise-before-contact, next-before-contact. */
function refuseDates({ at, promise, next }: ContactDraft, now: string): void {
  const day = dayOf(at);
  if (at > now) refuse('contact-in-future', { at });
  if (promise && promise.on < day) refuse('promise-before-contact', { on: promise.on });
  if (next && next.on < day) refuse('next-before-contact', { on: next.on });
}

/** Refusals in order: act-not-of-obligor, act-loan-foreign, evidence-file-missing. */
function heardActs(db: ReadDb, inquiry: Inquiry, contact: ContactDraft): HeardAct[] {
  const { act, counterpart, withParty } = contact;
  if (act === null) return [];
  if (counterpart !== 'borrower' && counterpart !== 'guarantor') refuse('act-not-of-obligor');
  const theirs = loansOfPeople(db, contact.household).filter(
    ({ party, guarantee }) => party === withParty && (guarantee === null) === (counterpart === 'borrower'),
  );
  const foreign = act.loans.filter((id) => !theirs.some(({ loan }) => loan === id));
  if (foreign.length > 0) refuse('act-loan-foreign', { loans: foreign.length });
  const files = contact.files.length + keptFilesOf(db, contact.corrects).length;
  if (needsFile(act.evidence) && files === 0) refuse('evidence-file-missing', { evidence: act.evidence });
  const graded = gradedAct(inquiry, act.kind, act.evidence, counterpart, dayOf(contact.at));
  return theirs
    .filter(({ loan }) => act.loans.includes(loan))
    .map(({ loan, guarantee }) => ({ ...graded, loan, guarantee }));
}

/** Refusals in order: contact-unknown, contact-withdrawn, contact-corrected. */
export function refuseUnlessCounting(db: ReadDb, id: number, household: number | null): void {
  const entry = findContact(db, id);
  if (!entry || (household !== null && entry.party_id !== household)) refuse('contact-unknown', { id });
  if (entry.withdrawn_at !== null) refuse('contact-withdrawn', { id });
  if (entry.corrected_by !== null) refuse('contact-corrected', { id, by: entry.corrected_by });
}

function accept(db: ReadDb, book: RuleBook, contact: ContactDraft, now: string): Accepted {
  const judged = judgeContact(db, book, contact);
  refuseDates(contact, now);
  const inquiry = new Inquiry(book);
  const acts = heardActs(db, inquiry, contact);
  if (contact.corrects !== null) refuseUnlessCounting(db, contact.corrects, contact.household);
  const findings = [...judged.findings, ...talkFindings(contact)];
  const codes = (level: 'block' | 'warn') => findings.flatMap((each) => (each.level === level ? each.code : []));
  const first = findings.find(({ level }) => level === 'block');
  if (first) refuse('contact-blocked', { findings: codes('block') }, first.article);
  if (findings.length > 0 && contact.warningsReason === null)
    refuse('warnings-reason-missing', { findings: codes('warn') });
  return { findings, trace: [...judged.trace, ...inquiry.trace], acts };
}

interface Conduct {
  readonly warnings: JudgedContact['findings'];
  readonly reason: string | null;
  readonly trace: readonly TraceLine[];
}

async function write(tx: WriteTx, contact: ContactDraft, accepted: Accepted, files: readonly KeptFile[]) {
  const conduct: Conduct = {
    warnings: accepted.findings,
    reason: contact.warningsReason,
    trace: accepted.trace,
  };
  const { household, promise, next } = contact;
  const id = await insertContact(tx, {
    party_id: household,
    kind: contact.kind,
    initiative: contact.initiative,
    counterpart: contact.counterpart,
    with_party_id: contact.withParty,
    other_person: contact.withParty === null ? contact.otherPerson : null,
    relation: contact.relation,
    held_at: contact.at,
    place: contact.place,
    staff: JSON.stringify(contact.staff),
    purpose: contact.purpose,
    basis: contact.basis,
    reached: contact.reached ? 1 : 0,
    said: contact.said,
    result: contact.result,
    consent: contact.consent,
    attitude: contact.attitude,
    ability: contact.ability,
    observed: JSON.stringify(contact.observed),
    promise_amount: promise?.amount ?? null,
    promise_on: promise?.on ?? null,
    next_on: next?.on ?? null,
    next_what: next?.what ?? null,
    conduct: JSON.stringify(conduct),
    corrects: contact.corrects,
    user_id: present(tx.actor.userId, 'whoever works in an open folder is one of its users'),
    recorded_at: tx.at,
  });
  const evidence = contact.act?.evidence ?? 'none';
  await insertActs(
    tx,
    accepted.acts.map(({ loan, guarantee, kind, grade }) => ({
      contact_id: id,
      loan_id: loan,
      guarantee_id: guarantee,
      kind,
      on_date: dayOf(contact.at),
      grade,
      evidence,
    })),
  );
  await insertFiles(tx, id, [...keptFilesOf(tx, contact.corrects), ...files]);
  return id;
}

/** What touches a limitation clock has a name of its own: the portfolio run is out of date after it. */
const actionOf = ({ act, corrects }: ContactDraft): string => {
  if (corrects !== null) return 'contacts.correct';
  return act === null ? 'contacts.record' : 'contacts.acknowledge';
};

/** The contract lists the refusals in their order. */
export async function recordContact(services: Services, open: OpenFolder, input: RecordInput) {
  const { requestId, ...contact } = input;
  const request = { id: requestId, procedure: 'contacts.record', input: contact };
  const first = await open.store.resultOf<{ id: number }>(request);
  if (first) return first;
  const now = localMinute(services.clock.now());
  const { book } = await rulesInForce(open.store.read, services.clock.today());
  // Asked before the files are kept, so that a refused contact leaves nothing; and again where it is written.
  await open.store.reading(async (db) => accept(db, book, contact, now));
  const files = keepFiles(open, contact.files);
  return open.store.write(
    open.actor,
    async (tx) => {
      const accepted = accept(tx, book, contact, now);
      const id = await write(tx, contact, accepted, files);
      const { kind, counterpart, result, corrects } = contact;
      const acts = accepted.acts.map((act) => `${act.kind} ${act.grade}`);
      const detail = { kind, counterpart, result, files: files.length, ...(corrects === null ? {} : { corrects }) };
      const audit = {
        action: actionOf(contact),
        objectKind: 'contact',
        objectId: String(id),
        householdId: contact.household,
        detail: acts.length === 0 ? detail : { ...detail, acts: [...new Set(acts)].join(', ') },
        after: contact,
      };
      return { result: { id }, audit };
    },
    request,
  );
}
