/** LED-11 文书编号登记簿: every number that was ever taken, in its series' order, those of voided papers among them. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { RegisterColumn } from './register';

export interface NumberRow {
  readonly number: string;
  readonly title: string;
  /** Who or what the paper is about. */
  readonly about: string;
  readonly issuedOn: CalendarDate;
  readonly by: string;
  readonly pages: number | null;
  readonly prints: number;
  /** issuing: the number is taken, the paper not yet made. */
  readonly status: 'issuing' | 'issued' | 'voided';
  /** Of a voided paper. */
  readonly voidedFor: string | null;
}

const STATUS_WORD: Readonly<Record<NumberRow['status'], string>> = {
  issuing: '出具中',
  issued: '已出具',
  voided: '已作废',
};

export const NUMBER_COLUMNS: readonly RegisterColumn<NumberRow>[] = [
  { title: '序号', kind: 'text', width: 11, cell: (_, index) => String(index + 1) },
  { title: '文号', kind: 'text', width: 48, whole: true, cell: ({ number }) => number },
  { title: '题名', kind: 'text', width: 58, cell: ({ title }) => title },
  { title: '户名（对象）', kind: 'text', width: 38, cell: ({ about }) => about },
  { title: '出具日期', kind: 'date', width: 22, cell: ({ issuedOn }) => issuedOn },
  { title: '出具人', kind: 'text', width: 18, cell: ({ by }) => by },
  { title: '页数', kind: 'text', width: 11, cell: ({ pages }) => (pages === null ? '' : String(pages)) },
  { title: '打印次数', kind: 'text', width: 17, cell: ({ prints }) => String(prints) },
  { title: '状态', kind: 'text', width: 15, cell: ({ status }) => STATUS_WORD[status] },
  { title: '作废原因', kind: 'text', width: 34, cell: ({ voidedFor }) => voidedFor },
];
