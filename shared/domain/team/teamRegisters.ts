/** Registers of the team (documents.md §6, DOC-RPT-02): attendance of a month, leave, groups, progress of recovery; Excel and paper. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { fixedText, parseExact, times, whole } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import type { RegisterColumn } from '../documents/register';
import type { DayMark, Mark, MonthTotals } from './attendance';
import type { LeaveKind, LeaveState } from './leave';
import { HEADQUARTERS, LEAVE_KIND_WORD } from './leavePaper';
import { SCOPE_WORD } from './plans';
import type { PeriodKind, RankedRow } from './progress';

/** One letter for each, as the month sheet has it (B1 §17). */
const MARK_LETTER: Readonly<Record<Mark, string>> = {
  present: '出',
  leave: '假',
  reported: '销',
  absent: '旷',
  badge: '徽',
};

const LEAVE_STATE_WORD: Readonly<Record<LeaveState, string>> = {
  asked: '待审批',
  approved: '已批准',
  refused: '未批准',
};

export const PERIOD_WORD: Readonly<Record<PeriodKind, string>> = {
  'ten-days': '旬',
  month: '月',
  quarter: '季',
  year: '年',
};

const order = (_: unknown, index: number): string => String(index + 1);

export interface AttendanceRow {
  readonly display: string;
  readonly group: string | null;
  readonly marks: readonly { readonly day: CalendarDate; readonly mark: DayMark | null }[];
  readonly totals: MonthTotals;
}

/** A column for each day of the month; a rest day without a mark says so. */
export function attendanceColumns(
  days: readonly { readonly day: CalendarDate; readonly rest: boolean }[],
): RegisterColumn<AttendanceRow>[] {
  const total = (title: string, of: (totals: MonthTotals) => number): RegisterColumn<AttendanceRow> => ({
    title,
    kind: 'text',
    width: 8,
    whole: true,
    cell: ({ totals }) => String(of(totals)),
  });
  return [
    { title: '姓名', kind: 'text', width: 18, cell: (row) => row.display },
    { title: '组', kind: 'text', width: 13, cell: (row) => row.group ?? HEADQUARTERS },
    ...days.map(
      ({ day, rest }, at): RegisterColumn<AttendanceRow> => ({
        title: String(Number(day.slice(8))),
        kind: 'text',
        width: 6.4,
        whole: true,
        cell: ({ marks }) => (marks[at]?.mark ? MARK_LETTER[marks[at].mark.mark] : rest ? '休' : ''),
      }),
    ),
    total('出勤', ({ present }) => present),
    total('请假', ({ leave }) => leave),
    total('旷工', ({ absent }) => absent),
    total('违规', ({ badge }) => badge),
    { title: '罚款', kind: 'amount', width: 15, summed: true, cell: ({ totals }) => totals.fine },
  ];
}

export interface LeaveRow {
  readonly person: string;
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly days: number;
  readonly substitute: string | null;
  readonly state: LeaveState;
  readonly reportedOn: CalendarDate | null;
  readonly reportedTo: string | null;
  readonly overdue: boolean;
}

export const LEAVE_COLUMNS: readonly RegisterColumn<LeaveRow>[] = [
  { title: '序号', kind: 'text', width: 12, cell: order },
  { title: '姓名', kind: 'text', width: 22, cell: (row) => row.person },
  { title: '类别', kind: 'text', width: 16, cell: (row) => LEAVE_KIND_WORD[row.kind] },
  { title: '事由', kind: 'text', width: 56, cell: (row) => row.reason },
  { title: '起日', kind: 'date', width: 22, cell: (row) => row.firstDay },
  { title: '止日', kind: 'date', width: 22, cell: (row) => row.lastDay },
  { title: '天数', kind: 'text', width: 12, cell: (row) => String(row.days) },
  { title: '代班人', kind: 'text', width: 22, cell: (row) => row.substitute },
  { title: '分管领导审批', kind: 'text', width: 24, cell: (row) => LEAVE_STATE_WORD[row.state] },
  { title: '销假日', kind: 'date', width: 22, cell: (row) => row.reportedOn },
  { title: '销假经办', kind: 'text', width: 22, cell: (row) => row.reportedTo },
  { title: '备注', kind: 'text', width: 24, cell: (row) => (row.overdue ? '逾期未销假，按旷工' : '') },
];

export interface GroupRow {
  readonly name: string;
  readonly formedOn: CalendarDate;
  readonly leader: string;
  readonly members: readonly string[];
  readonly units: readonly string[];
}

export const GROUP_COLUMNS: readonly RegisterColumn<GroupRow>[] = [
  { title: '序号', kind: 'text', width: 14, cell: order },
  { title: '清收组', kind: 'text', width: 36, cell: (row) => row.name },
  { title: '组长', kind: 'text', width: 30, cell: (row) => row.leader },
  { title: '成员', kind: 'text', width: 84, cell: (row) => row.members.join('、') },
  { title: '责任区域', kind: 'text', width: 84, cell: (row) => row.units.join('、') },
  { title: '组建日', kind: 'date', width: 26, cell: (row) => row.formedOn },
];

const percent = (share: string | null): string =>
  share === null ? '—' : `${fixedText(times(parseExact(share) ?? whole(0), whole(100)), 2)}%`;

const goal = (row: RankedRow, key: 'principal' | 'interest'): Fen | null => row.goal?.[key] ?? null;

/** DOC-RPT-02. A goal that the plan does not state for the period stays empty. */
export const PROGRESS_COLUMNS: readonly RegisterColumn<RankedRow>[] = [
  { title: '序号', kind: 'text', width: 12, cell: order },
  { title: '层级', kind: 'text', width: 18, cell: (row) => SCOPE_WORD[row.scope] },
  { title: '机构、组、人员', kind: 'text', width: 40, cell: (row) => row.name },
  { title: '计划本金', kind: 'amount', width: 28, cell: (row) => goal(row, 'principal') },
  { title: '计划利息', kind: 'amount', width: 26, cell: (row) => goal(row, 'interest') },
  { title: '实收本金', kind: 'amount', width: 28, cell: (row) => row.done.principal },
  { title: '实收利息', kind: 'amount', width: 26, cell: (row) => row.done.interest },
  { title: '完成率', kind: 'text', width: 20, cell: (row) => percent(row.share) },
  { title: '名次', kind: 'text', width: 14, cell: (row) => (row.rank === null ? '—' : String(row.rank)) },
  { title: '计划户数', kind: 'text', width: 20, cell: (row) => (row.goal ? String(row.goal.households) : '') },
  { title: '实收户数', kind: 'text', width: 20, cell: (row) => String(row.done.households) },
];
