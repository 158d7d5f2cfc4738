/** The leave form (DOC-TEAM-01, B1 §18): asked for by the member, decided by the deputy head, ended by reporting back. */
import { type CalendarDate, daysBetween, paperDate } from '../../kernel/calendarDate';
import { approvalTable, type PaperLevel } from '../approvals/approvalBlocks';
import { choices, type FormRow, label, note, type PaperDocument, value } from '../documents/blocks';
import { LEAVE_KINDS, type LeaveKind, leaveDays } from './leave';

export const LEAVE_KIND_WORD: Readonly<Record<LeaveKind, string>> = {
  rest: '休息',
  personal: '事假',
  sick: '病假',
  other: '其他',
};

/** Where a person without a group belongs. */
export const HEADQUARTERS = '队部';

export interface LeaveFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly person: string;
  readonly group: string | null;
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly substitute: string | null;
  readonly state: string;
  readonly levels: readonly PaperLevel[];
  readonly reportedOn: CalendarDate | null;
  readonly reportedTo: string | null;
}

/** What the system notes of coming back too late or not at all (B1 §18); empty: nothing. */
function overstayNote({ state, lastDay, reportedOn, asOf }: LeaveFacts): string {
  if (state !== 'approved') return '';
  if (reportedOn === null)
    return asOf > lastDay ? `截至${paperDate(asOf)}未销假，${paperDate(lastDay)}后按旷工处理` : '';
  const over = daysBetween(lastDay, reportedOn) - 1;
  return over > 0 ? `超假${over}天，按旷工处理` : '';
}

function rows(facts: LeaveFacts): FormRow[] {
  const { firstDay, lastDay, reportedOn, reportedTo } = facts;
  const kinds = choices(LEAVE_KINDS.map((kind) => [LEAVE_KIND_WORD[kind], kind === facts.kind] as const));
  const span = `${paperDate(firstDay)}至${paperDate(lastDay)}，共${leaveDays(firstDay, lastDay)}天`;
  const back = reportedOn === null ? '' : `${paperDate(reportedOn)}　经办：${reportedTo}`;
  return [
    { cells: [label('请假人'), value(facts.person), label('所在组'), value(facts.group ?? HEADQUARTERS)] },
    { cells: [label('种类'), value(kinds, 3)] },
    { cells: [label('事由'), value(facts.reason, 3)], minHeight: 16 },
    { cells: [label('起止日期'), value(span, 3)] },
    { cells: [label('代班人'), value(facts.substitute ?? ''), label('请假人签字'), value('')], minHeight: 12 },
    { cells: [label('销假日期'), value(back, 3)], minHeight: 12 },
    { cells: [label('系统注记'), value(overstayNote(facts), 3)] },
  ];
}

export function composeLeave(facts: LeaveFacts, date: CalendarDate): PaperDocument {
  return {
    code: 'DOC-TEAM-01',
    title: '请销假单',
    unit: facts.unit,
    date,
    class: 'INT',
    layout: 'form',
    blocks: [
      { kind: 'title', lines: ['请销假单'] },
      { kind: 'number' },
      { kind: 'formTable', widths: [30, 55, 30, 50], rows: rows(facts) },
      ...approvalTable(facts.levels),
      note('请假一律由分管领导批准，期满向其销假。未获批准离岗、超假或不销假的，按旷工处理。'),
    ],
  };
}
