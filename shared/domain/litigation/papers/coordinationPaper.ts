/** DOC-LIT-06, the report of a difficult case to the city office (B4 §24, LIT-11). */
import { addMonths, paperDate } from '../../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../../kernel/money';
import { approvalTable } from '../../approvals/approvalBlocks';
import { choices, type FormRow, note, paragraph } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE } from '../../documents/typesetting';
import { type CasePaper, Filled } from './casePaper';
import { caseHeadRows, defendantsOf, FOUR, pairRow, row } from './courtParts';
import type { CasePaperFacts } from './paperFacts';

const yuan = (fen: Fen): string => `${yuanGrouped(fen)}元`;

const DIFFICULTIES = ['service', 'disposal', 'elsewhere', 'other'] as const;
const DIFFICULTY_WORD = { service: '送达', disposal: '财产处置', elsewhere: '异地', other: '其他' } as const;
const WAYS = ['higher-court', 'raised-level', 'supervision', 'procuratorate', 'talks'] as const;
const WAY_WORD = {
  'higher-court': '申请上一级人民法院执行',
  'raised-level': '提级执行',
  supervision: '执行监督',
  procuratorate: '检察监督',
  talks: '沟通会商',
} as const;

/** The fact of the procedure is reported, not the person (documents.md §5.3). */
const PERSONAL = /关系户|人情|打招呼|说情|走后门/;

const sixMonths = ({ file }: CasePaperFacts): string => {
  const applied = file.acts.findLast(({ kind }) => kind === 'enforcement-accepted' || kind === 'enforcement-applied');
  return applied?.on
    ? `${paperDate(applied.on)}收到申请，满六个月为${paperDate(addMonths(applied.on, 6))}`
    : NOT_APPLICABLE;
};

function situationRows(facts: CasePaperFacts, filled: Filled): FormRow[] {
  const { file } = facts;
  const recovered = file.acts.reduce(
    (sum, { kind, detail }) => sum + (kind === 'money-received' ? (detail.amount ?? 0) : 0),
    0,
  );
  return [
    ...caseHeadRows(facts),
    row(
      '对方当事人',
      defendantsOf(facts)
        .map(({ name }) => name)
        .join('、'),
    ),
    pairRow(
      '裁判（执行）文号',
      file.enforcementNo ?? file.effect?.paperNo ?? NOT_APPLICABLE,
      '已收回',
      yuan(recovered),
    ),
    row('困难', choices(DIFFICULTIES.map((each) => [DIFFICULTY_WORD[each], each === filled.text('difficulty')]))),
    row('事实（按日期）', filled.lines('facts').join('　'), 28),
    row('已采取的措施', filled.lines('measures').join('　'), 20),
    row('六个月期限', sixMonths(facts)),
    row('拟采取的途径', choices(WAYS.map((each) => [WAY_WORD[each], each === filled.text('way')]))),
    row('请求事项', filled.text('request'), 16),
  ];
}

export const coordinationPaper: CasePaper = {
  code: 'DOC-LIT-06',
  title: '需协调疑难案件情况报告单',
  class: 'INT',
  layout: 'form',
  fields: [
    { id: 'difficulty', kind: 'choice', need: 'block', options: DIFFICULTIES },
    { id: 'facts', kind: 'longText', need: 'block', maxLength: 3000 },
    { id: 'measures', kind: 'longText', need: 'block', maxLength: 2000 },
    { id: 'way', kind: 'choice', need: 'block', options: WAYS },
    { id: 'request', kind: 'text', need: 'block', maxLength: 400 },
  ],
  check: (_, filled) =>
    ['facts', 'measures', 'request'].flatMap((id) => {
      const personal = PERSONAL.exec(filled.text(id));
      return personal ? [noticeOf('wording-block', 'G-LANG', 'block', id, personal[0])] : [];
    }),
  compose: (facts, filled) => [
    { kind: 'title', lines: ['需协调疑难案件情况报告单'] },
    { kind: 'number' },
    { kind: 'formTable', widths: FOUR, rows: situationRows(facts, filled) },
    ...approvalTable([
      { level: 'asset-preservation-head', decision: null },
      { level: 'deputy-head', decision: null },
    ]),
    { kind: 'signatures', lines: [{ label: '经办人' }, { label: '报送单位负责人' }] },
    paragraph('附：裁判文书、执行文书和往来材料复印件'),
    note('本单一式三份：上报机构、报送单位、案件卷宗各一份。'),
  ],
};

/** What was typed on an issued report, in its own words. */
export function coordinationWords(fields: Readonly<Record<string, unknown>>) {
  const filled = new Filled(fields);
  const word = <K extends string>(words: Readonly<Record<K, string>>, id: string): string =>
    words[filled.text(id) as K] ?? '';
  return {
    difficulty: word(DIFFICULTY_WORD, 'difficulty'),
    facts: filled.text('facts'),
    measures: filled.text('measures'),
    way: word(WAY_WORD, 'way'),
    request: filled.text('request'),
  };
}
