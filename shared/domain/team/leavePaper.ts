/** The leave form (DOC-TEAM-01, B1 §18): asked for by the member, decided by the deputy head, ended by reporting back. */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { approvalTable, type PaperLevel } from '../approvals/approvalBlocks';
import { choices, type FormRow, label, note, type PaperDocument, value } from '../documents/blocks';
import { LEAVE_KINDS, type LeaveKind, leaveDays } from './leave';

const KIND_WORD: Readonly<Record<LeaveKind, string>> = { rest: '休息', personal: '事假', sick: '病假', other: '其他' };

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

function rows(facts: LeaveFacts): FormRow[] {
  const { firstDay, lastDay, reportedOn, reportedTo } = facts;
  const kinds = choices(LEAVE_KINDS.map((kind) => [KIND_WORD[kind], kind === facts.kind] as const));
  const span = `${paperDate(firstDay)}至${paperDate(lastDay)}，共${leaveDays(firstDay, lastDay)}天`;
  const back = reportedOn === null ? '' : `${paperDate(reportedOn)}　经办：${reportedTo}`;
  return [
    { cells: [label('请假人'), value(facts.person), label('所在组'), value(facts.group ?? '队部')] },
    { cells: [label('种类'), value(kinds, 3)] },
    { cells: [label('事由'), value(facts.reason, 3)], minHeight: 16 },
    { cells: [label('起止日期'), value(span, 3)] },
    { cells: [label('代班人'), value(facts.substitute ?? ''), label('请假人签字'), value('')], minHeight: 12 },
    { cells: [label('销假日期'), value(back, 3)], minHeight: 12 },
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
