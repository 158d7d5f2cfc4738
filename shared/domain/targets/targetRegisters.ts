/** Registers of targets and of those who recover loans (documents.md §6; TEAM-02, TEAM-03, TEAM-06): Excel and paper. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { RegisterColumn } from '../documents/register';
import { SOURCE_WORD } from './listingPaper';
import type { Consequence, Mode, Standing } from './responsibility';
import { IRREGULARITY_WORD, MODE_WORD } from './responsibilityPaper';
import type { Source } from './sources';
import { STEPS, type Step } from './steps';

/** As the screen calls them. */
export const STEP_WORD: Readonly<Record<Step, string>> = {
  proposed: '拟定对象',
  'in-ledger': '列入台账',
  assigned: '确定组员',
  planned: '制订方案',
  negotiating: '商谈订计划',
  following: '督促还款',
  revised: '修订措施',
  recovered: '收回货币',
  closed: '结案',
};

const STANDING_WORD: Readonly<Record<Standing, string>> = {
  none: '无期限',
  running: '期限内',
  passed: '已逾期',
  cleared: '已收清',
};

const CONSEQUENCE_WORD: Readonly<Record<Consequence, string>> = { none: '', discipline: '按损失给予处分' };

const order = (_: unknown, index: number): string => String(index + 1);

export interface TargetPaperRow {
  readonly borrower: string;
  readonly unit: string;
  readonly source: Source;
  readonly proposedOn: CalendarDate;
  readonly step: Step;
  readonly stepOn: CalendarDate;
  readonly loans: number;
  readonly balance: Fen;
  readonly group: string | null;
  readonly manager: string | null;
  readonly goal: Fen | null;
  readonly received: Fen;
  readonly dueOn: CalendarDate | null;
  readonly late: boolean;
}

export const TARGET_COLUMNS: readonly RegisterColumn<TargetPaperRow>[] = [
  { title: '序号', kind: 'text', width: 11, cell: order },
  { title: '机构', kind: 'text', width: 22, cell: (row) => row.unit },
  { title: '户名', kind: 'text', width: 30, cell: (row) => row.borrower },
  { title: '来源渠道', kind: 'text', width: 20, cell: (row) => SOURCE_WORD[row.source] },
  { title: '列入日', kind: 'date', width: 19, cell: (row) => row.proposedOn },
  { title: '笔数', kind: 'text', width: 11, cell: (row) => String(row.loans) },
  { title: '余额', kind: 'amount', width: 26, summed: true, cell: (row) => row.balance },
  {
    title: '九步状态',
    kind: 'text',
    width: 26,
    cell: ({ step }) => `${STEPS.indexOf(step) + 1}${STEP_WORD[step]}`,
  },
  { title: '步骤日', kind: 'date', width: 19, cell: (row) => row.stepOn },
  { title: '清收组', kind: 'text', width: 17, cell: (row) => row.group },
  { title: '项目经理', kind: 'text', width: 17, cell: (row) => row.manager },
  { title: '指标', kind: 'amount', width: 24, summed: true, cell: (row) => row.goal },
  { title: '列入后收回', kind: 'amount', width: 24, summed: true, cell: (row) => row.received },
  { title: '期限', kind: 'text', width: 24, cell: ({ dueOn, late }) => (late ? `${dueOn} 逾期` : dueOn) },
];

export interface NamedPaperRow {
  readonly borrower: string;
  readonly contract: string;
  readonly unit: string;
  readonly balance: Fen;
  readonly mode: Mode;
  readonly person: string;
  readonly deadline: CalendarDate;
  readonly standing: Standing;
  readonly consequence: Consequence;
  readonly irregularity: string | null;
  readonly reason: string;
}

/** B2 §19: loan by loan, who recovers it, until when, and what follows. */
export const NAMED_COLUMNS: readonly RegisterColumn<NamedPaperRow>[] = [
  { title: '序号', kind: 'text', width: 11, cell: order },
  { title: '机构', kind: 'text', width: 22, cell: (row) => row.unit },
  { title: '户名', kind: 'text', width: 28, cell: (row) => row.borrower },
  { title: '合同号', kind: 'text', width: 40, whole: true, cell: (row) => row.contract },
  { title: '余额', kind: 'amount', width: 26, summed: true, cell: (row) => row.balance },
  { title: '清收方式', kind: 'text', width: 20, cell: (row) => MODE_WORD[row.mode] },
  { title: '责任人', kind: 'text', width: 20, cell: (row) => row.person },
  {
    title: '违规情形',
    kind: 'text',
    width: 22,
    cell: ({ irregularity }) => (irregularity === null ? '' : (IRREGULARITY_WORD[irregularity] ?? irregularity)),
  },
  { title: '收回期限', kind: 'date', width: 20, cell: (row) => row.deadline },
  { title: '状态', kind: 'text', width: 17, cell: (row) => STANDING_WORD[row.standing] },
  { title: '逾期后果', kind: 'text', width: 26, cell: (row) => CONSEQUENCE_WORD[row.consequence] },
  { title: '指定依据', kind: 'text', width: 34, cell: (row) => row.reason },
];
