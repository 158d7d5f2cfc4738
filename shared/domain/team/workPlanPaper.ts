/** The work plan (DOC-TEAM-02, B1 §6): aims, what each has to bring, households of weight, measures, supervision, costs, incentives. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { paperDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { type Block, type DataRow, heading, note, type PaperDocument, paragraph } from '../documents/blocks';
import { type PlanKind, type PlanLine, SCOPE_WORD, type Scope } from './plans';

const KIND_WORD: Readonly<Record<PlanKind, string>> = { year: '年度', phase: '阶段', special: '专项' };

/** Chapters that a person writes, in their order. */
export const PLAN_TEXTS = ['aims', 'measures', 'supervision', 'costs', 'incentives'] as const;
export type PlanText = (typeof PLAN_TEXTS)[number];

export interface WorkPlanFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly kind: PlanKind;
  readonly title: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly lines: readonly (PlanLine & { readonly name: string })[];
  /** The largest targets of the time, by balance. */
  readonly households: readonly {
    readonly borrower: string;
    readonly unit: string;
    readonly balance: Fen;
    readonly group: string | null;
    readonly manager: string | null;
  }[];
}

export type Goal = Pick<PlanLine, 'principal' | 'interest' | 'households'>;

const total = (lines: readonly Goal[]): Goal => ({
  principal: lines.reduce((sum, { principal }) => sum + principal, 0),
  interest: lines.reduce((sum, { interest }) => sum + interest, 0),
  households: lines.reduce((sum, { households }) => sum + households, 0),
});

const isSame = (a: Goal, b: Goal): boolean =>
  a.principal === b.principal && a.interest === b.interest && a.households === b.households;

/** The scopes and months whose lines do not add up to what the branch has set itself for the same time. */
export function unevenScopes(lines: readonly PlanLine[]): { readonly scope: Scope; readonly month: string | null }[] {
  return lines
    .filter(({ scope }) => scope === 'branch')
    .flatMap((branch) =>
      (['unit', 'group', 'person'] as const).flatMap((scope) => {
        const own = lines.filter((line) => line.scope === scope && line.month === branch.month);
        return own.length === 0 || isSame(total(own), branch) ? [] : [{ scope, month: branch.month }];
      }),
    );
}

const goalCells = ({ principal, interest, households }: Goal): string[] => [
  yuanGrouped(principal),
  yuanGrouped(interest),
  String(households),
];

function goalTable({ lines }: WorkPlanFacts): Block {
  const rows = lines.map(
    (line): DataRow => [SCOPE_WORD[line.scope], line.name, line.month ?? '全期', ...goalCells(line)],
  );
  const columns = [
    { label: '层次', width: 18 },
    { label: '对象', width: 40 },
    { label: '月份', width: 20 },
    { label: '本金（元）', width: 32, align: 'right' as const },
    { label: '利息（元）', width: 30, align: 'right' as const },
    { label: '户数', width: 16, align: 'right' as const },
  ];
  return { kind: 'dataTable', columns, rows };
}

function householdTable({ households }: WorkPlanFacts): Block {
  const columns = [
    { label: '户名', width: 36 },
    { label: '机构', width: 34 },
    { label: '余额（元）', width: 32, align: 'right' as const },
    { label: '清收组', width: 26 },
    { label: '项目经理', width: 28 },
  ];
  const rows = households.map(({ borrower, unit, balance, group, manager }) => [
    borrower,
    unit,
    yuanGrouped(balance),
    group ?? '',
    manager ?? '',
  ]);
  return { kind: 'dataTable', columns, rows };
}

const lines = (text: string): Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()));

export function composeWorkPlan(
  facts: WorkPlanFacts,
  texts: Readonly<Record<PlanText, string>>,
  date: CalendarDate,
): PaperDocument {
  const span = `计划期：${paperDate(facts.firstDay)}至${paperDate(facts.lastDay)}。`;
  const chapters: readonly (readonly [title: string, blocks: readonly Block[]])[] = [
    ['指导思想与目标', [...lines(texts.aims), paragraph(span)]],
    ['指标分解', [goalTable(facts)]],
    ['重点户清单', facts.households.length === 0 ? [paragraph('无。')] : [householdTable(facts)]],
    ['措施与分工', lines(texts.measures)],
    ['进度与督导', lines(texts.supervision)],
    ['费用', lines(texts.costs)],
    ['激励', lines(texts.incentives)],
  ];
  return {
    code: 'DOC-TEAM-02',
    title: facts.title,
    unit: facts.unit,
    date,
    class: 'INT',
    layout: 'official',
    blocks: [
      { kind: 'title', lines: [facts.title] },
      { kind: 'number' },
      ...chapters.flatMap(([title, blocks], index) => [heading(1, `${'一二三四五六七'[index]}、${title}`), ...blocks]),
      { kind: 'seal', issuer: facts.unit, date },
      note(`${KIND_WORD[facts.kind]}工作计划。指标以人民币元计，数据截至${paperDate(facts.asOf)}。`),
    ],
  };
}
