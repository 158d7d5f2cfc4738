/** Whom to ask in a dead borrower's place, and calling in a loan before it is due (documents.md DOC-REC-01H, -02A). */
import { z } from 'zod';
import { STATES as REQUEST_STATES } from '../domain/approvals/standing';
import { HEIR_CAPACITIES } from '../domain/dunning/heirs';
import { command, dateText, fen, query } from './entry';

const id = z.number().int();
const words = (most: number) => z.string().trim().min(2).max(most);

const heir = z.object({
  name: words(40),
  idNo: words(30),
  address: words(120),
  phone: z.string().trim().max(40).nullable(),
  capacity: z.enum(HEIR_CAPACITIES),
  /** Value of what he got or keeps. */
  estate: fen.min(0),
  renouncedOn: dateText.nullable(),
  evidence: words(300),
});

const file = z.object({
  today: dateText,
  /** Identifier and telephone stay in the core: the notice prints them, a correction types them again. */
  heirs: z.array(heir.omit({ idNo: true, phone: true }).extend({ id })),
  /** Newest first. */
  accelerations: z.array(
    z.object({
      ...{ id, contract: z.string(), clause: z.string(), breach: z.string(), owed: fen },
      state: z.enum(['open', 'approved', 'refused']),
      approval: z.object({ id, state: z.enum(REQUEST_STATES) }).nullable(),
      /** Arrival of its notice: since then the whole loan is due. */
      calledInOn: dateText.nullable(),
    }),
  ),
  /** Newspaper notices that were asked for as a step, newest first. */
  announcements: z.array(z.object({ id, medium: z.string(), plannedOn: dateText })),
  /** Loans that are not due yet. */
  undue: z.array(z.object({ id, contract: z.string() })),
});
export type ClaimsFile = z.infer<typeof file>;

export const claimsContract = {
  household: query('ledger.view', ['household-unknown'])
    .input(z.object({ household: id }))
    .output(file),
  /** Kept beside the one that it corrects. */
  recordHeir: command('notice.prepare', {
    refusals: [
      'household-unknown',
      'stale-version',
      'heir-date-wrong',
      'id-scientific',
      'id-length',
      'id-birthdate',
      'id-checksum',
    ],
    invalidates: ['claims', 'documents'],
  })
    .input(heir.extend({ household: id, replaces: id.nullable() }))
    .output(z.object({ id })),
  askAcceleration: command('notice.prepare', {
    refusals: [
      'loan-unknown',
      'nothing-owed',
      'loan-due',
      'acceleration-open',
      'rule-not-in-force',
      'authority-missing',
    ],
    invalidates: ['claims', 'documents', 'approvals', 'workbench'],
  })
    .input(z.object({ household: id, loan: id, clause: words(60), breach: words(120) }))
    .output(z.object({ id, approval: id })),
};
