/** The contact log (REC-02, S17): what was said with whom, promises, next dates, and the rules of conduct (law.md §15). */
import { z } from 'zod';
import { CONTACT_ACTS, EVIDENCE } from '../domain/contacts/acts';
import { CONDUCT_CODES } from '../domain/contacts/conduct';
import {
  ABILITIES,
  ATTITUDES,
  BASES,
  CONSENTS,
  CONTACT_KINDS,
  CONTACT_RESULTS,
  COUNTERPARTS,
  INITIATIVES,
  OBSERVATIONS,
  PURPOSES,
} from '../domain/contacts/contact';
import { PROMISE_STATES } from '../domain/contacts/promises';
import { GRADES } from '../domain/portfolio/grades';
import { isCalendarDate } from '../kernel/calendarDate';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceList } from './portfolio.contract';

const minute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isCalendarDate(text.slice(0, 10)), { error: 'date-invalid' });
const line = z.string().trim().max(200);
const id = z.number().int();

/** Who was met; an heir or a third person is named, everybody else is a party of the household. */
const person = {
  counterpart: z.enum(COUNTERPARTS),
  withParty: id.nullable().default(null),
  otherPerson: line.nullable().default(null),
  relation: line.nullable().default(null),
};

export const contactDraft = z.object({
  household: id,
  kind: z.enum(CONTACT_KINDS),
  initiative: z.enum(INITIATIVES),
  ...person,
  at: minute,
  place: line.nullable().default(null),
  /** Names of the bank's people who took part. */
  staff: z.array(line.min(1)).min(1).max(12),
  purpose: z.enum(PURPOSES),
  basis: z.enum(BASES),
  reached: z.boolean(),
  identified: z.boolean().default(false),
  recorded: z.boolean().default(false),
  agreed: z.boolean().default(false),
  /** Somebody under eighteen. */
  minor: z.boolean().default(false),
  said: z.string().trim().min(2).max(4_000),
  result: z.enum(CONTACT_RESULTS),
  consent: z.enum(CONSENTS),
  attitude: z.enum(ATTITUDES).nullable().default(null),
  ability: z.enum(ABILITIES).nullable().default(null),
  observed: z.array(z.enum(OBSERVATIONS)).max(OBSERVATIONS.length).default([]),
  promise: z
    .object({ amount: fen.min(1), on: dateText })
    .nullable()
    .default(null),
  next: z.object({ on: dateText, what: line }).nullable().default(null),
  /** What a limitation clock is to hear, for these loans only; the paper that shows it is among the files. */
  act: z
    .object({ kind: z.enum(CONTACT_ACTS), evidence: z.enum(EVIDENCE), loans: z.array(id).min(1).max(200) })
    .nullable()
    .default(null),
  /** Paths on this computer; kept by their content. */
  files: z.array(z.string().max(1_000)).max(20).default([]),
  /** The entry that this one puts right. */
  corrects: id.nullable().default(null),
  /** Why warnings were passed. */
  warningsReason: reason.nullable().default(null),
});
export type ContactDraft = z.infer<typeof contactDraft>;

export const conductFinding = z.object({
  code: z.enum(CONDUCT_CODES),
  level: z.enum(['block', 'warn']),
  article: z.string(),
  limit: z.number().optional(),
  words: z.string().optional(),
});

export const contactView = z.object({
  id,
  at: minute,
  kind: z.enum(CONTACT_KINDS),
  initiative: z.enum(INITIATIVES),
  counterpart: z.enum(COUNTERPARTS),
  withParty: id.nullable(),
  /** Name of whoever was met. */
  person: z.string(),
  relation: z.string().nullable(),
  place: z.string().nullable(),
  staff: z.array(z.string()),
  purpose: z.enum(PURPOSES),
  basis: z.enum(BASES),
  reached: z.boolean(),
  said: z.string(),
  result: z.enum(CONTACT_RESULTS),
  consent: z.enum(CONSENTS),
  attitude: z.enum(ATTITUDES).nullable(),
  ability: z.enum(ABILITIES).nullable(),
  observed: z.array(z.enum(OBSERVATIONS)),
  promise: z.object({ amount: fen, on: dateText, state: z.enum(PROMISE_STATES), paid: fen }).nullable(),
  next: z.object({ on: dateText, what: z.string() }).nullable(),
  acts: z.array(
    z.object({ loan: id, contract: z.string(), kind: z.string(), grade: z.enum(GRADES), evidence: z.enum(EVIDENCE) }),
  ),
  files: z.array(z.object({ seq: id, name: z.string() })),
  warnings: z.array(conductFinding).readonly(),
  warningsReason: z.string().nullable(),
  trace: traceList,
  corrects: id.nullable(),
  correctedBy: id.nullable(),
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  by: z.string(),
  recordedAt: z.string(),
});
export type ContactView = z.infer<typeof contactView>;

export const contactsContract = {
  /** Newest first; withdrawn and corrected entries stay to be seen. */
  page: query('ledger.view')
    .input(
      z.object({
        household: id,
        cursor: z.object({ at: minute, id }).nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        contacts: z.array(contactView),
        next: z.object({ at: minute, id }).nullable(),
        total: z.number().int(),
      }),
    ),
  /** Who can be met and which loans are theirs, for the drawer. */
  people: query('ledger.view', ['household-unknown'])
    .input(z.object({ household: id }))
    .output(
      z.object({
        household: z.string(),
        borrower: z.string(),
        people: z.array(
          z.object({
            party: id,
            name: z.string(),
            counterpart: z.enum(['borrower', 'guarantor', 'owner']),
            loans: z.array(z.object({ id, contract: z.string(), settled: z.boolean() })),
          }),
        ),
      }),
    ),
  /** What stands against a contact before it is made: shown while it is being typed. */
  check: query('contact.record', ['household-unknown', 'person-unknown'])
    .input(contactDraft.partial({ said: true, result: true, consent: true }))
    .output(z.object({ findings: z.array(conductFinding).readonly(), trace: traceList })),
  record: command('contact.record', {
    refusals: [
      'household-unknown',
      'person-unknown',
      'contact-in-future',
      'promise-before-contact',
      'next-before-contact',
      'act-not-of-obligor',
      'act-loan-foreign',
      'evidence-file-missing',
      'contact-unknown',
      'contact-withdrawn',
      'contact-corrected',
      'contact-blocked',
      'warnings-reason-missing',
      'file-unreadable',
      'attachment-too-large',
      'request-conflict',
    ],
    invalidates: ['contacts', 'measures', 'workbench', 'portfolio', 'parties.household', 'repayment', 'litigation'],
  })
    .input(contactDraft.extend({ requestId }))
    .output(z.object({ id })),
  withdraw: command('contact.record', {
    refusals: ['contact-unknown', 'contact-withdrawn', 'contact-corrected'],
    invalidates: ['contacts', 'measures', 'workbench', 'portfolio', 'parties.household', 'repayment', 'litigation'],
  })
    .input(z.object({ id, reason }))
    .output(z.object({ id })),
  /** A copy of an attachment for use outside; logged with its reason (ORG-06). A null path asks with a dialog. */
  saveFile: command('archive.hand-out', {
    refusals: ['contact-unknown', 'attachment-damaged', 'path-unwritable'],
    invalidates: [],
  })
    .input(z.object({ id, seq: id, reason, path: z.string().nullable().default(null) }))
    .output(z.object({ path: z.string().nullable() })),
  chooseFile: command('contact.record', { refusals: [], invalidates: [] })
    .input(z.object({ title: z.string().max(60) }))
    .output(z.string().nullable()),
};
