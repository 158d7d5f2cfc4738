/** The control sheet of deadlines to sign (LIT-07): the same columns in Excel and on paper. */
import type { RegisterColumn } from '../documents/register';
import { ACT_WORD, DEADLINE_STATE_WORD, DEADLINE_WORD, WHOSE_WORD } from './caseWords';
import type { CaseDeadline } from './deadlines';

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
