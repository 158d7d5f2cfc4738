/** The approval form of a suspension or relief of interest (DOC-REC-11; B1 §19). */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { approvalTable, type PaperLevel } from '../approvals/approvalBlocks';
import { choices, type FormRow, label, note, type PaperDocument, value } from '../documents/blocks';
import type { Accrual } from '../interest/accrual';
import { interestTable } from '../interest/interestTable';
import { HARDSHIPS, type Hardship, MEASURES, type Measure, PRINCIPLES } from './interestMeasure';

const MEASURE_WORD: Readonly<Record<Measure, string>> = {
  'partial-suspension': '部分暂挂',
  'full-suspension': '全部暂挂',
  relief: '减免',
};
const HARDSHIP_WORD: Readonly<Record<Hardship, string>> = { family: '家庭困难', insolvent: '资不抵债', other: '其他' };
const PRINCIPLE_WORD = {
  risk: '有利于降低风险、保障债权',
  loss: '有利于减少本息损失',
  recovery: '有利于本息收回',
} as const;

export interface MeasureFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly debtor: string;
  readonly contract: string;
  readonly measure: Measure;
  readonly amount: Fen;
  readonly owed: { readonly interest: Fen; readonly accrual: Accrual | null; readonly source: string | null };
  readonly hardship: Hardship;
  readonly facts: string;
  readonly evidence: string;
  readonly investigators: readonly string[];
  readonly principles: readonly string[];
  readonly conditions: string | null;
  readonly until: CalendarDate | null;
  readonly levels: readonly PaperLevel[];
}

function rows(facts: MeasureFacts): FormRow[] {
  const measures = choices(MEASURES.map((each) => [MEASURE_WORD[each], each === facts.measure] as const));
  const hardships = choices(HARDSHIPS.map((each) => [HARDSHIP_WORD[each], each === facts.hardship] as const));
  const term = facts.until === null ? '未定' : `至${paperDate(facts.until)}`;
  return [
    { cells: [label('借款人'), value(facts.debtor), label('合同编号'), value(facts.contract)] },
    { cells: [label('措施'), value(measures, 3)] },
    {
      cells: [
        label('所欠利息'),
        value(`${yuanGrouped(facts.owed.interest)}元`),
        label('申请金额'),
        value(`${yuanGrouped(facts.amount)}元`),
      ],
    },
    { cells: [label('困难类别'), value(hardships), label('期限'), value(term)] },
    { cells: [label('核实情况'), value(facts.facts, 3)], minHeight: 24 },
    { cells: [label('核实人'), value(facts.investigators.join('、'), 3)], minHeight: 10 },
    { cells: [label('报批资料'), value(facts.evidence, 3)] },
    ...PRINCIPLES.map(
      (principle, index): FormRow => ({
        cells: [label(PRINCIPLE_WORD[principle]), value(facts.principles[index] ?? '', 3)],
      }),
    ),
    { cells: [label('附加条件'), value(facts.conditions ?? '无', 3)] },
  ];
}

export function composeMeasure(facts: MeasureFacts, date: CalendarDate): PaperDocument {
  const effect = '暂挂为行内核算处理，不免除债务人清偿义务。';
  return {
    code: 'DOC-REC-11',
    title: '利息暂挂（减免）审批表',
    unit: facts.unit,
    date,
    class: 'INT',
    layout: 'form',
    blocks: [
      { kind: 'title', lines: ['利息暂挂（减免）审批表'] },
      { kind: 'number' },
      { kind: 'formTable', widths: [34, 51, 30, 50], rows: rows(facts) },
      ...approvalTable(facts.levels),
      note(facts.measure === 'relief' ? '减免限于利息，本金不减；自批准之日起生效。' : effect),
      ...(facts.owed.accrual ? interestTable(facts.owed.accrual, facts.owed.source ?? '') : []),
    ],
  };
}
