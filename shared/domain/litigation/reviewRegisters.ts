/** The monthly review of open cases and the list of breaches, as registers (B4 §30–32, LIT-13, LIT-15): the same columns in Excel and on paper. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { RegisterColumn } from '../documents/register';
import type { Breach, BreachKind } from './breaches';
import { DEADLINE_WORD, STAGE_WORD } from './caseWords';
import type { DeadlineKind } from './deadlineSpecs';
import type { Review, ReviewStanding } from './openReview';
import type { Stage } from './stages';

const BREACH_WORD: Readonly<Record<BreachKind, string>> = {
  'unfiled-suit': '应备案而未备案',
  'blind-suit': '未经审查即起诉',
  'unfiled-fee': '未备案列支诉讼费用',
  'no-responsible': '未确定案件负责人',
  'agent-unfiled': '代理人不符合条件或未报备',
  'enforcement-missed': '逾期未申请执行',
  'hearing-missed': '未按时参加庭审',
  'evidence-missed': '超过举证期限',
  'unapproved-withdrawal': '擅自撤诉或解除查封',
  'unapproved-settlement': '未经批准调解或和解',
  unbooked: '案件款项未及时足额入账',
};

interface Line {
  readonly key: string;
  readonly unit: string;
  readonly borrower: string;
  readonly stage: Stage;
  readonly responsible: string;
  readonly handlers: string;
}

export interface ReviewRow extends Line {
  readonly last: Review | null;
  readonly standing: Pick<ReviewStanding, 'dueOn' | 'isDue' | 'overdue'>;
}

const people = ({ responsible, handlers }: Line) => [responsible, handlers].filter(Boolean).join('；');
const passed = (kinds: readonly { readonly kind: DeadlineKind; readonly day: CalendarDate }[]) =>
  kinds.map(({ kind, day }) => `${DEADLINE_WORD[kind]} ${day}`).join('；');

export const REVIEW_COLUMNS: readonly RegisterColumn<ReviewRow>[] = [
  { title: '案件', kind: 'text', width: 18, cell: ({ key }) => key },
  { title: '债权单位', kind: 'text', width: 18, cell: ({ unit }) => unit },
  { title: '借款人', kind: 'text', width: 22, cell: ({ borrower }) => borrower },
  { title: '阶段', kind: 'text', width: 16, cell: ({ stage }) => STAGE_WORD[stage] },
  { title: '应排查日', kind: 'date', width: 20, cell: ({ standing }) => standing.dueOn },
  { title: '上次排查', kind: 'text', width: 28, cell: ({ last }) => (last ? `${last.on} ${last.finding}` : '') },
  { title: '超过法定期限未达目标', kind: 'text', width: 34, cell: ({ standing }) => passed(standing.overdue) },
  { title: '原因', kind: 'text', width: 24, cell: ({ last }) => last?.cause ?? '' },
  { title: '难点', kind: 'text', width: 24, cell: ({ last }) => last?.difficulty ?? '' },
  { title: '解决方案', kind: 'text', width: 24, cell: ({ last }) => last?.solution ?? '' },
  { title: '责任人', kind: 'text', width: 19, cell: people },
  { title: '期限', kind: 'date', width: 20, cell: ({ last }) => last?.until ?? null },
];

export interface BreachRow extends Line, Pick<Breach, 'kind' | 'on' | 'article'> {
  readonly note: { readonly reason: string; readonly by: string } | null;
}

export const BREACH_COLUMNS: readonly RegisterColumn<BreachRow>[] = [
  { title: '案件', kind: 'text', width: 17, cell: ({ key }) => key },
  { title: '债权单位', kind: 'text', width: 22, cell: ({ unit }) => unit },
  { title: '借款人', kind: 'text', width: 28, cell: ({ borrower }) => borrower },
  { title: '情形', kind: 'text', width: 42, cell: ({ kind }) => BREACH_WORD[kind] },
  { title: '发生日', kind: 'date', width: 19, cell: ({ on }) => on },
  { title: '依据', kind: 'text', width: 62, cell: ({ article }) => article },
  { title: '说明', kind: 'text', width: 50, cell: ({ note }) => note?.reason ?? '' },
  { title: '说明人', kind: 'text', width: 18, cell: ({ note }) => note?.by ?? '' },
  { title: '负责人、经办人', kind: 'text', width: 25, cell: people },
];
