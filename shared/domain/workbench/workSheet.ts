/** The day's work as a sheet to take along (作业单, S02): what is due, for whom, with room for what came of it. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { RegisterColumn } from '../documents/register';
import { STEP_TITLES, type StepAct } from '../measures/conductSteps';
import { maskNumbersIn } from '../parties/mask';
import type { Postponed } from './postponement';
import type { Span, WorkKind } from './workItem';

/** As the bench calls them. */
export const KIND_WORD: Readonly<Record<WorkKind, string>> = {
  promise: '还款承诺',
  'next-contact': '下次联系',
  instalment: '分期还款',
  measure: '清收措施',
  'plan-revision': '方案须修订',
  step: '须审批步骤',
  approval: '待审批',
  'approval-returned': '审批件退回',
  action: '诉讼时效到期',
  guarantee: '保证期间到期',
  notice: '首次催收通知',
  'receipt-missing': '回执未回',
  'receipt-check': '回执待核对',
  'case-deadline': '诉讼期限',
  'case-step': '起诉准备',
  'case-review': '未结案排查',
  target: '清收指标到期',
  responsibility: '责任清收到期',
  liability: '责任履行到期',
  'leave-back': '请假须销假',
};

export const SPAN_WORD: Readonly<Record<Span, string>> = {
  overdue: '逾期',
  today: '今天',
  week: '本周',
  later: '以后',
};

/** Written by people, who may have put a number into it that the sheet must not carry out of the house. */
const TYPED: readonly WorkKind[] = ['promise', 'next-contact', 'measure', 'plan-revision', 'approval'];

function said({ kind, what, postponed }: SheetRow): string {
  const text = kind === 'step' ? STEP_TITLES[what as StepAct] : TYPED.includes(kind) ? maskNumbersIn(what) : what;
  return postponed === null ? text : `${text}（原期限${postponed.from ?? '无'}，已延后${postponed.times}次）`;
}

export interface SheetRow {
  readonly kind: WorkKind;
  readonly span: Span;
  readonly day: CalendarDate | null;
  readonly borrower: string | null;
  readonly what: string;
  readonly postponed: Pick<Postponed, 'from' | 'times'> | null;
  readonly amount: Fen | null;
  readonly responsible: string | null;
  readonly unit: string | null;
}

/** In the order of the list, which is the order of the days. */
export const SHEET_COLUMNS: readonly RegisterColumn<SheetRow>[] = [
  { title: '序号', kind: 'text', width: 11, cell: (_, index) => String(index + 1) },
  { title: '期限', kind: 'text', width: 22, cell: ({ day, span }) => day ?? SPAN_WORD[span] },
  { title: '缓急', kind: 'text', width: 12, cell: ({ span }) => SPAN_WORD[span] },
  { title: '事项', kind: 'text', width: 28, cell: ({ kind }) => KIND_WORD[kind] },
  { title: '户名', kind: 'text', width: 32, cell: ({ borrower }) => borrower },
  { title: '内容', kind: 'text', width: 52, cell: said },
  { title: '金额', kind: 'amount', width: 24, cell: ({ amount }) => amount },
  { title: '责任人', kind: 'text', width: 16, cell: ({ responsible }) => responsible },
  { title: '机构', kind: 'text', width: 20, cell: ({ unit }) => unit },
  { title: '办理结果', kind: 'text', width: 36, cell: () => '' },
  { title: '办结日、签字', kind: 'text', width: 24, cell: () => '' },
];
