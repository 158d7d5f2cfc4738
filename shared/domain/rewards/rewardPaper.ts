/** The reward sheet on paper (DOC-RWD-02): its lines, who gets what with room to sign, and what the levels decided. */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import { approvalTable, type PaperLevel } from '../approvals/approvalBlocks';
import { type Block, type DataRow, heading, note, type PaperDocument } from '../documents/blocks';
import { register, registerTable } from '../documents/register';
import { type PaperLine, SHEET_COLUMNS } from './rewardRegisters';
import { payees, totalOf } from './rewardSheet';
import type { SheetState } from './sheetStates';

export interface RewardSheetFacts {
  readonly asOf: CalendarDate;
  readonly unit: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly state: SheetState;
  readonly run: number;
  readonly by: string;
  readonly lines: readonly PaperLine[];
  readonly levels: readonly PaperLevel[];
  readonly paidOn: CalendarDate | null;
  readonly voucherNo: string | null;
}

/** Tax is the finance department's to fill in; whoever owes something back is shown, nothing is deducted here. */
function paymentList({ lines }: RewardSheetFacts): Block {
  const columns = [
    { label: '序号', width: 14 },
    { label: '领取人', width: 40 },
    { label: '笔数', width: 20, align: 'right' as const },
    { label: '奖励额（元）', width: 45, align: 'right' as const },
    { label: '代扣税款（元）', width: 40 },
    { label: '实发（元）', width: 40 },
    { label: '领取人签字', width: 58 },
  ];
  const rows = payees(lines).map(({ name, lines: count, amount }, index): DataRow => {
    const owes = amount < 0 ? '应退回' : '';
    return [String(index + 1), name, String(count), yuanGrouped(amount), owes, '', ''];
  });
  return { kind: 'dataTable', columns, rows, total: ['', '合计', '', yuanGrouped(totalOf(lines)), '', '', ''] };
}

export function composeRewardSheet(facts: RewardSheetFacts, date: CalendarDate): PaperDocument {
  const { unit, from, to, run, lines, levels, by, paidOn, voucherNo } = facts;
  const title = '清收奖励计算表（发放表）';
  const paid = paidOn === null ? '' : `　发放日：${paperDate(paidOn)}　凭证号：${voucherNo}`;
  return {
    code: 'DOC-RWD-02',
    title,
    unit,
    date,
    class: 'INT',
    layout: 'ledger',
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'number' },
      note(`${unit}　收回期间：${paperDate(from)}至${paperDate(to)}　第${run}次计算　单位：元${paid}`),
      registerTable(register({ code: 'DOC-RWD-02', title, columns: SHEET_COLUMNS }, lines)),
      note(
        '比例和依据见各行条款；负有责任清收任务的不予奖励，社外人员先扣清收费用；同一收回不重复奖励，收回冲正或分配变更的，差额列为调整行。',
      ),
      heading(2, '发放清单'),
      paymentList(facts),
      note(`制表人：${by}　　稽核：　　　　　财务：　　　　　`),
      ...approvalTable(levels),
    ],
  };
}
