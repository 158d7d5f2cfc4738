/** Approvals and votes (ORG-03, ORG-04): what waits for whom, one request in full, deciding it, and authority during leave. */
import { z } from 'zod';
import { VOTES } from '../domain/approvals/committee';
import { NUMBER_TYPES, TEXT_TYPES } from '../domain/approvals/content';
import { LEVELS } from '../domain/approvals/levels';
import { OUTCOMES, STATES } from '../domain/approvals/standing';
import { command, dateText, fen, query, reason, refusalData, requestId } from './entry';
import { traceLine } from './rules.contract';

const level = z.enum(LEVELS);
const state = z.enum(STATES);
const id = z.number().int();
/** Of the log entry, as on paper: `7KQ2-M9XA`. */
const code = z.string().nullable();

export const approvalItem = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  household: z.string().nullable(),
  borrower: z.string().nullable(),
  amount: fen.nullable(),
  lossAmount: fen.nullable(),
  /** Parts per million. */
  lossPpm: z.number().int().nullable(),
  submittedAt: z.string(),
  submittedBy: z.string(),
  state,
  waitingFor: level.nullable(),
  /** Of the committee's review (B4 §10). */
  deadline: dateText.nullable(),
  endedAt: z.string().nullable(),
});
export type ApprovalItem = z.infer<typeof approvalItem>;

const contentLine = z.union([
  z.object({ field: z.string(), type: z.enum(TEXT_TYPES), value: z.string() }),
  z.object({ field: z.string(), type: z.enum(NUMBER_TYPES), value: z.number() }),
]);

const decision = z.object({
  at: z.number().int(),
  level: level.nullable(),
  outcome: z.enum([...OUTCOMES, 'withdraw', 'void']),
  display: z.string(),
  /** Whose authority it was, when it was handed over. */
  forDisplay: z.string().nullable(),
  opinion: z.string(),
  decidedAt: z.string(),
  code,
});
export type ApprovalDecision = z.infer<typeof decision>;

const tally = z.object({
  members: z.number().int(),
  present: z.number().int(),
  consent: z.number().int(),
  refuse: z.number().int(),
  abstain: z.number().int(),
  quorum: z.boolean(),
  majority: z.boolean(),
});

const committee = z.object({
  /** What each member said, null: nothing yet. */
  members: z.array(
    z.object({
      userId: id,
      display: z.string(),
      vote: z.enum(VOTES).nullable(),
      opinion: z.string(),
      conflict: z.string().nullable(),
    }),
  ),
  tally,
  trace: z.array(traceLine),
});
export type ApprovalCommittee = z.infer<typeof committee>;

export const approvalDetail = approvalItem.extend({
  rev: z.number().int(),
  unit: z.string(),
  /** `approvals.paper` has something to show. */
  hasPaper: z.boolean(),
  /** What a decision on this kind rests on, as the books are now; of an open request. */
  checklist: z.array(
    z.object({ id: z.string(), met: z.boolean(), detail: z.string(), article: z.string().nullable() }),
  ),
  content: z.array(contentLine),
  digest: z.string(),
  /** What is different now from what was asked. */
  changes: z.array(z.object({ field: z.string(), asked: contentLine.nullable(), now: contentLine.nullable() })),
  asOf: dateText,
  path: z.array(level),
  /** Index in the path. */
  at: z.number().int(),
  /** Why these levels decide. */
  trace: z.array(traceLine),
  deadlineTrace: z.array(traceLine),
  preparedBy: z.array(z.object({ display: z.string(), act: z.string() })),
  decisions: z.array(decision),
  conflicts: z.array(z.object({ userId: id, display: z.string(), reason: z.string() })),
  /** Of the committee's level, while it is asked and afterwards. */
  committee: committee.nullable(),
  may: z.object({
    /** Why the caller cannot decide or vote; null: he can. */
    decide: refusalData.nullable(),
    /** null: not; abstain: a recorded conflict leaves nothing else. */
    vote: z.enum(['any', 'abstain']).nullable(),
    /** Ends the vote: a member who does not keep away. */
    close: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type ApprovalDetail = z.infer<typeof approvalDetail>;
export type ApprovalContentLine = ApprovalDetail['content'][number];

const delegation = z.object({
  id,
  fromUserId: id,
  from: z.string(),
  to: z.string(),
  level,
  firstDay: dateText,
  lastDay: dateText,
  basis: z.string(),
  inForce: z.boolean(),
  ended: z.boolean(),
});

const ref = z.object({ id, rev: z.number().int() });
const opinion = z.string().trim().max(500);
const stood = z.object({ id, state, rev: z.number().int() });
const seen = ['request-unknown', 'decision-conflict'];
const deciding = [...seen, 'own-item', 'request-closed', 'beyond-authority', 'level-other'];
/** What follows a last consent may have become impossible meanwhile. */
const unchanged = [
  'content-changed',
  'authority-changed',
  'rule-not-in-force',
  'extension-after-due',
  'paper-returned',
];
/** A decision moves what was asked, in whichever feature, and everybody's work. */
const DECIDED = [
  ...['approvals', 'workbench', 'measures', 'repayment', 'receipts'],
  ...['targets', 'team', 'rewards', 'contracts', 'litigation'],
  ...['documents', 'dunning', 'loans', 'portfolio', 'parties.household'],
];

export const approvalsContract = {
  /** mine: waiting for the caller; submitted: what he asked; all: everything. Newest first, mine by deadline. */
  list: query('approvals.view')
    .input(
      z.object({
        list: z.enum(['mine', 'submitted', 'all']),
        state: state.optional(),
        /** Id of the last item of the page before. */
        cursor: id.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ items: z.array(approvalItem), next: id.nullable() })),
  show: query('approvals.view', ['request-unknown']).input(z.object({ id })).output(approvalDetail),
  /** The paper beside it: as issued (its number), else as it would print today; null: what is asked has none. */
  paper: query('approvals.view', ['request-unknown', 'subject-unknown', 'attachment-damaged', 'glyph-missing'])
    .input(z.object({ id }))
    .output(z.object({ issued: z.string().nullable(), fileBase64: z.string() }).nullable()),
  decide: command('approvals.decide', {
    refusals: [...deciding, 'decided-before', 'conflict-recorded', 'committee-votes', 'opinion-missing', ...unchanged],
    invalidates: DECIDED,
    separates: 'approval',
  })
    .input(ref.extend({ outcome: z.enum(OUTCOMES), opinion, requestId }))
    .output(stood),
  vote: command('approvals.decide', {
    refusals: [...deciding, 'voted-already', 'conflict-recorded', 'opinion-missing', ...unchanged],
    invalidates: DECIDED,
    separates: 'approval',
  })
    .input(ref.extend({ vote: z.enum(VOTES), opinion, requestId }))
    .output(stood),
  /** Counts and ends the vote; the outcome is computed. */
  closeVote: command('approvals.decide', {
    refusals: [...deciding, 'conflict-recorded', 'opinion-missing', 'quorum-missing', ...unchanged],
    invalidates: DECIDED,
    separates: 'approval',
  })
    .input(ref.extend({ minutes: z.string().trim().max(4000), requestId }))
    .output(stood),
  recordConflict: command('approvals.prepare', {
    refusals: ['request-unknown', 'request-closed', 'user-unknown', 'voted-already'],
    invalidates: DECIDED,
  })
    .input(z.object({ id, userId: id, reason }))
    .output(z.object({ id })),
  withdraw: command('approvals.prepare', {
    refusals: [...seen, 'request-closed', 'preparer-only'],
    invalidates: DECIDED,
  })
    .input(ref.extend({ reason, requestId }))
    .output(stood),
  delegations: query('approvals.view').output(
    z.object({
      items: z.array(delegation),
      /** Who may give or take: colleagues with the levels that each has. */
      people: z.array(z.object({ userId: id, display: z.string(), levels: z.array(level) })),
    }),
  ),
  /** Asks for it; in force once the head has approved. */
  delegate: command('approvals.prepare', {
    refusals: [
      'delegation-self',
      'user-unknown',
      'delegation-level',
      'delegation-dates',
      'delegation-overlap',
      'rule-not-in-force',
    ],
    invalidates: DECIDED,
  })
    .input(
      z.object({
        fromUserId: id,
        toUserId: id,
        level,
        firstDay: dateText,
        lastDay: dateText,
        basis: reason,
        requestId,
      }),
    )
    .output(z.object({ id })),
  endDelegation: command('approvals.prepare', {
    refusals: ['delegation-unknown', 'delegation-foreign'],
    invalidates: DECIDED,
  })
    .input(z.object({ id, reason }))
    .output(z.object({ id })),
};
