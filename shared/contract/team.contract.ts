/** The team (TEAM-01, TEAM-04, TEAM-05): groups, attendance, leave, work plans and what was reached of them. */
import { z } from 'zod';
import { CAUSES, MARKS, TYPED_MARKS } from '../domain/team/attendance';
import { LEAVE_KINDS, LEAVE_STATES } from '../domain/team/leave';
import { PLAN_KINDS, SCOPES } from '../domain/team/plans';
import { PERIODS } from '../domain/team/progress';
import { command, dateText, fen, query, reason, requestId } from './entry';
import { traceList as trace } from './portfolio.contract';

const id = z.number().int();
const count = z.number().int().min(0);
const rev = z.number().int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const person = z.object({ id, display: z.string() });
const named = z.object({ id, name: z.string() });

const group = z.object({
  id,
  rev,
  name: z.string(),
  formedOn: dateText,
  leader: person,
  members: z.array(person),
  /** Its area. */
  units: z.array(named),
});
export type TeamGroup = z.infer<typeof group>;

const dayMark = z.object({ mark: z.enum(MARKS), cause: z.enum(CAUSES), leaveId: id.nullable() });

const monthRow = z.object({
  id,
  display: z.string(),
  group: z.string().nullable(),
  /** The caller keeps his attendance. */
  editable: z.boolean(),
  marks: z.array(z.object({ day: dateText, mark: dayMark.nullable() })),
  totals: z.object({ present: count, leave: count, absent: count, badge: count, fine: fen }),
  /** Of the fines. */
  trace,
});
export type MonthRow = z.infer<typeof monthRow>;

const leave = z.object({
  id,
  rev,
  userId: id,
  person: z.string(),
  kind: z.enum(LEAVE_KINDS),
  reason: z.string(),
  firstDay: dateText,
  lastDay: dateText,
  days: count,
  substituteId: id.nullable(),
  substitute: z.string().nullable(),
  state: z.enum(LEAVE_STATES),
  /** Of its approval. */
  requestId: id.nullable(),
  reportedOn: dateText.nullable(),
  reportedTo: z.string().nullable(),
  /** It is over and nobody saw him back. */
  overdue: z.boolean(),
  askedAt: z.string(),
});
export type LeaveView = z.infer<typeof leave>;

const planHead = z.object({
  id,
  rev,
  kind: z.enum(PLAN_KINDS),
  title: z.string(),
  firstDay: dateText,
  lastDay: dateText,
  by: z.string(),
});

const planLine = z.object({
  scope: z.enum(SCOPES),
  subjectId: id.nullable(),
  month: month.nullable(),
  principal: fen.min(0),
  interest: fen.min(0),
  households: count,
});

const planLineDone = planLine.extend({
  /** Of the unit, group or person; empty for the branch. */
  name: z.string(),
  done: z.object({ principal: fen, interest: fen, households: count }),
});
export type PlanLineDone = z.infer<typeof planLineDone>;

const done = z.object({ principal: fen, interest: fen, households: count });
const progressRow = z.object({
  scope: z.enum(SCOPES),
  subjectId: id.nullable(),
  name: z.string(),
  /** null: the plan says nothing of the period. */
  goal: done.nullable(),
  done,
  /** Decimal text, of principal and interest together. */
  share: z.string().nullable(),
  rank: count.nullable(),
});
export type ProgressLine = z.infer<typeof progressRow>;
const progressOf = z.object({
  /** null: the newest plan that holds the day. */
  plan: id.nullable().default(null),
  kind: z.enum(PERIODS),
  /** Any day of the period. */
  day: dateText,
});

export const teamContract = {
  groups: query('team.view').output(
    z.object({
      captains: z.array(person),
      groups: z.array(group),
      /** What the rules still miss in the team. */
      findings: z.array(
        z.object({
          code: z.enum(['groups-too-few', 'captain-missing', 'captains-too-many']),
          article: z.string(),
          count,
          bound: count,
        }),
      ),
      trace,
      people: z.array(person),
      units: z.array(named),
    }),
  ),
  saveGroup: command('team.manage', {
    refusals: [
      'group-unknown',
      'group-conflict',
      'group-name-taken',
      'user-unknown',
      'area-unknown',
      'member-twice',
      'leader-outside',
      'group-size',
      'groups-too-many',
      'member-elsewhere',
    ],
    invalidates: ['team', 'targets'],
  })
    .input(
      z.object({
        id: id.nullable(),
        rev: rev.nullable(),
        name: z.string().trim().min(1).max(30),
        leaderId: id,
        memberIds: z.array(id).min(1).max(50),
        unitIds: z.array(id).max(100),
      }),
    )
    .output(z.object({ id })),
  endGroup: command('team.manage', {
    refusals: ['group-unknown', 'group-conflict', 'group-has-targets'],
    invalidates: ['team', 'targets'],
  })
    .input(z.object({ id, rev, reason }))
    .output(z.object({ id })),
  month: query('team.view')
    .input(z.object({ month }))
    .output(
      z.object({
        month,
        today: dateText,
        days: z.array(z.object({ day: dateText, rest: z.boolean() })),
        provisional: z.boolean(),
        people: z.array(monthRow),
      }),
    ),
  keepMarks: command('team.attendance', {
    refusals: ['attendance-future', 'attendance-foreign', 'attendance-on-leave'],
    invalidates: ['team.month'],
  })
    .input(
      z.object({
        marks: z
          .array(z.object({ userId: id, day: dateText, mark: z.enum(TYPED_MARKS).nullable() }))
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.object({ kept: count })),
  leaves: query('team.view').output(z.object({ today: dateText, leaves: z.array(leave) })),
  askLeave: command('team.leave', {
    refusals: ['user-unknown', 'leave-dates', 'leave-overlap', 'rule-not-in-force'],
    invalidates: ['team', 'approvals', 'workbench'],
  })
    .input(
      z.object({
        kind: z.enum(LEAVE_KINDS),
        reason: z.string().trim().min(2).max(200),
        firstDay: dateText,
        lastDay: dateText,
        substituteId: id.nullable(),
        requestId,
      }),
    )
    .output(z.object({ id })),
  reportBack: command('team.report-back', {
    refusals: [
      'leave-unknown',
      'leave-own',
      'leave-not-approved',
      'leave-reported',
      'leave-report-early',
      'leave-report-future',
    ],
    invalidates: ['team', 'workbench'],
  })
    .input(z.object({ id, on: dateText }))
    .output(z.object({ id })),
  /** All plans, and one of them with its completion; null: the newest. */
  plans: query('team.view', ['work-plan-unknown'])
    .input(z.object({ id: id.nullable() }))
    .output(
      z.object({
        plans: z.array(planHead),
        plan: planHead.extend({ lines: z.array(planLineDone) }).nullable(),
        units: z.array(named),
        groups: z.array(named),
      }),
    ),
  /** A plan against the receipts of ten days, a month, a quarter or a year, ranked (DOC-RPT-02). */
  progress: query('team.view', ['work-plan-unknown'])
    .input(progressOf)
    .output(
      z.object({ from: dateText, to: dateText, plan: planHead.nullable(), rows: z.array(progressRow).readonly() }),
    ),
  /** Attendance of a month, leave, groups, or progress; without `path` a save dialog asks. */
  exportRegister: command('team.export', {
    refusals: ['work-plan-unknown', 'path-unwritable', 'glyph-missing', 'export-too-long'],
    invalidates: [],
  })
    .input(
      z.object({
        wanted: z.discriminatedUnion('what', [
          z.object({ what: z.literal('attendance'), month }),
          z.object({ what: z.literal('leaves') }),
          z.object({ what: z.literal('groups') }),
          progressOf.extend({ what: z.literal('progress') }),
        ]),
        format: z.enum(['xlsx', 'pdf']),
        reason,
        path: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ path: z.string().nullable(), lines: count })),
  savePlan: command('team.plan', {
    refusals: [
      'work-plan-unknown',
      'work-plan-conflict',
      'work-plan-dates',
      'work-plan-line-subject',
      'work-plan-line-twice',
      'work-plan-month-outside',
      'work-plan-subject-unknown',
    ],
    invalidates: ['team', 'workbench'],
  })
    .input(
      z.object({
        id: id.nullable(),
        rev: rev.nullable(),
        kind: z.enum(PLAN_KINDS),
        title: z.string().trim().min(2).max(100),
        firstDay: dateText,
        lastDay: dateText,
        lines: z.array(planLine).min(1).max(1_000),
      }),
    )
    .output(z.object({ id })),
};
