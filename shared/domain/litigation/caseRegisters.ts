/** The litigation ledger (LED-04, LIT-13) and the control sheet of deadlines to sign (LIT-07): the same columns in Excel and on paper. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { RegisterColumn } from '../documents/register';
import { ACT_WORD, DEADLINE_STATE_WORD, DEADLINE_WORD, STAGE_WORD, WHOSE_WORD } from './caseWords';
import type { CaseDeadline } from './deadlines';
import type { Stage } from './stages';

export interface LedgerRow {
  readonly key: string;
  readonly unit: string;
  readonly borrower: string;
  readonly contracts: readonly string[];
  readonly cause: string;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly court: string | null;
  readonly caseNo: string | null;
  readonly enforcementNo: string | null;
  readonly acceptedOn: CalendarDate | null;
  readonly judgedOn: CalendarDate | null;
  readonly effectiveOn: CalendarDate | null;
  readonly enforcementOn: CalendarDate | null;
  readonly recovered: Fen;
  readonly stage: Stage;
  readonly next: Pick<CaseDeadline, 'kind' | 'day'> | null;
  readonly responsible: string | null;
  readonly handlers: string;
}

const text = <Row>(title: string, width: number, cell: (row: Row) => string | null): RegisterColumn<Row> => ({
  title,
  kind: 'text',
  width,
  cell,
});
const day = <Row>(title: string, cell: (row: Row) => string | null): RegisterColumn<Row> => ({
  title,
  kind: 'date',
  width: 19,
  whole: true,
  cell,
});
const money = <Row>(title: string, cell: (row: Row) => Fen): RegisterColumn<Row> => ({
  title,
  kind: 'amount',
  width: 20,
  summed: true,
  cell,
});

export const CASE_LEDGER_COLUMNS: readonly RegisterColumn<LedgerRow>[] = [
  text('案件', 16, ({ key }) => key),
  text('债权单位', 15, ({ unit }) => unit),
  text('借款人', 21, ({ borrower }) => borrower),
  money('标的本金', ({ principal }) => principal),
  money('标的利息', ({ interest }) => interest),
  text('案号、受理法院', 38, ({ court, caseNo }) => [caseNo, court].filter(Boolean).join(' ')),
  day('立案日', ({ acceptedOn }) => acceptedOn),
  day('裁判日', ({ judgedOn }) => judgedOn),
  day('生效日', ({ effectiveOn }) => effectiveOn),
  day('申请执行', ({ enforcementOn }) => enforcementOn),
  money('已执行', ({ recovered }) => recovered),
  text('阶段', 15, ({ stage }) => STAGE_WORD[stage]),
  text('下一期限', 20, ({ next }) => (next ? `${DEADLINE_WORD[next.kind]} ${next.day}` : '无')),
  text('负责人、经办人', 18, ({ responsible, handlers }) => [responsible, handlers].filter(Boolean).join('；')),
];

export interface ControlRow extends CaseDeadline {
  readonly case: string;
  readonly borrower: string;
  readonly unit: string;
  readonly caseNo: string | null;
  readonly responsible: string | null;
  readonly handlers: string;
}

export const CONTROL_COLUMNS: readonly RegisterColumn<ControlRow>[] = [
  day('期限', (row) => row.day),
  text('事项', 30, ({ kind, item }) => [DEADLINE_WORD[kind], item].filter(Boolean).join('：')),
  text('归属', 14, ({ whose }) => WHOSE_WORD[whose]),
  text('案件', 38, (row) => [row.case, row.caseNo].filter(Boolean).join(' ')),
  text('借款人', 24, ({ borrower }) => borrower),
  text('单位', 18, ({ unit }) => unit),
  text('起算', 43, ({ causeKind, causeOn, paperNo }) =>
    [ACT_WORD[causeKind], causeOn, paperNo].filter(Boolean).join(' '),
  ),
  text('依据', 42, ({ trace }) => trace[0]?.article ?? '法院指定'),
  text('状态', 16, ({ state, postponed }) =>
    postponed ? `${DEADLINE_STATE_WORD[state]}（已延后）` : DEADLINE_STATE_WORD[state],
  ),
  text('负责人、经办人', 20, ({ responsible, handlers }) => [responsible, handlers].filter(Boolean).join('；')),
  text('签字', 15, () => ''),
];
