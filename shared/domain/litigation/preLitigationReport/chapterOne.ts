/** Chapter 1 of the report: evidence, limitation, flaws, risks, expected result (§4.1, A2). */
import { type Block, choices, heading, paragraph, text } from '@shared/domain/documents/blocks';
import { type ReportFields, rowsOf, textOf } from './fields';
import { amountCell, column, dataTable, dateCell, orDash, typed } from './parts';
import {
  CHANCES,
  FORMS,
  GRADES,
  HEADINGS,
  LIMITATION_STATES,
  PREDICTIONS,
  RISK_LEVELS,
  RISK_QUESTIONS,
  STRENGTHS,
  wordsOf,
} from './wording';

function evidence(fields: ReportFields): Block[] {
  const rows = rowsOf(fields, 'evidence').map((row, index) => [
    String(index + 1),
    row.name ?? '',
    wordsOf(FORMS, row.form) || '待核',
    orDash(row.place),
    orDash(row.proves),
    orDash(row.review),
    wordsOf(STRENGTHS, row.strength) || '待评',
    row.defect || '无',
  ]);
  const columns = [
    column('序号', 10, 'center'),
    column('证据名称', 42),
    column('原件/复印件', 13, 'center'),
    column('页数、所在档案', 21),
    column('证明事项', 24),
    column('三性审查（真实、合法、关联）', 18),
    column('证明力', 13, 'center'),
    column('缺陷及补救', 15),
  ];
  const missing = rowsOf(fields, 'missingEvidence');
  const missingTable = dataTable(
    [column('缺失证据', 46), column('补救措施', 50), column('补救期限', 32, 'center'), column('责任人', 28, 'center')],
    missing.map((row) => [row.item ?? '', orDash(row.remedy), dateCell(row.deadline), orDash(row.responsible)]),
  );
  return [
    heading(2, HEADINGS.evidence),
    dataTable(columns, rows),
    ...(missing.length > 0 ? [paragraph('按担保方式对照证据清单，尚缺下列证据：'), missingTable] : []),
    {
      kind: 'paragraph',
      runs: [
        text('证据充分性评价：'),
        ...choices(Object.entries(GRADES).map(([key, words]) => [words, textOf(fields, 'evidenceGrade') === key])),
        text('。'),
      ],
    },
    ...typed(fields, 'evidenceReason', '理由：'),
  ];
}

function limitation(fields: ReportFields): Block[] {
  const rows = rowsOf(fields, 'limitation').map((row) => [
    row.debtor ?? '',
    dateCell(row.start),
    [row.lastInterruption ? dateCell(row.lastInterruption) : '', row.evidence ?? ''].filter(Boolean).join('，') || '无',
    dateCell(row.expiry),
    wordsOf(LIMITATION_STATES, row.status),
    orDash(row.reason),
  ]);
  const columns = [
    column('对象', 32),
    column('时效（期间）起算', 23, 'center'),
    column('最近一次中断及证据', 35),
    column('届满日', 23, 'center'),
    column('状态', 15, 'center'),
    column('依据与说明', 28),
  ];
  const flaw = typed(fields, 'timeFlaw');
  return [
    heading(2, HEADINGS.limitation),
    dataTable(columns, rows),
    ...typed(fields, 'limitationText'),
    ...(flaw.length > 0 ? [heading(3, `1.${HEADINGS.timeFlaw}`), ...flaw] : []),
  ];
}

function defects(fields: ReportFields): Block[] {
  const rows = rowsOf(fields, 'defects').map((row) => [
    row.defect ?? '',
    orDash(row.impact),
    orDash(row.remedy),
    dateCell(row.deadline),
    orDash(row.status),
  ]);
  const columns = [
    column('瑕疵', 40),
    column('影响', 36),
    column('补救', 36),
    column('期限', 26, 'center'),
    column('状态', 18, 'center'),
  ];
  return [
    heading(2, HEADINGS.defects),
    rows.length > 0 ? dataTable(columns, rows) : paragraph('经审查，未发现影响诉讼请求的法律瑕疵。'),
  ];
}

/** Every question is printed with 低 中 高 as drawn boxes, so that an unanswered one shows. */
function risks(fields: ReportFields): Block[] {
  const answers = rowsOf(fields, 'risks');
  const rows = Object.entries(RISK_QUESTIONS).map(([question, words], index) => {
    const row = answers.find((answer) => answer.question === question);
    const boxes = choices(Object.entries(RISK_LEVELS).map(([level, name]) => [name, row?.level === level]));
    return [String(index + 1), words, boxes, orDash(row?.note)];
  });
  const columns = [
    column('序号', 11, 'center'),
    column('风险事项', 56),
    column('等级', 36, 'center'),
    column('说明', 53),
  ];
  return [heading(2, HEADINGS.risks), dataTable(columns, rows)];
}

function outcome(fields: ReportFields): Block[] {
  const rows = rowsOf(fields, 'predictions').map((row) => [
    row.claim ?? '',
    amountCell(row.amount),
    wordsOf(PREDICTIONS, row.prediction),
    orDash(row.basis),
  ]);
  const columns = [
    column('请求项', 46),
    column('金额（元）', 30, 'right'),
    column('预测', 24, 'center'),
    column('依据与说明', 56),
  ];
  return [
    heading(2, HEADINGS.outcome),
    dataTable(columns, rows),
    {
      kind: 'paragraph',
      runs: [
        text('胜诉可能性综合判断：'),
        ...choices(Object.entries(CHANCES).map(([key, words]) => [words, textOf(fields, 'winChance') === key])),
      ],
    },
  ];
}

export const chapterOne = (fields: ReportFields): Block[] => [
  heading(1, HEADINGS.one),
  ...evidence(fields),
  ...limitation(fields),
  ...defects(fields),
  ...risks(fields),
  ...outcome(fields),
];
