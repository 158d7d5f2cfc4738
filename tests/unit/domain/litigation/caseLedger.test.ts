/** LED-04, LIT-13: the litigation ledger has every column of documents.md §6, in its order, and says what was done in a case. */

import { caseFacts } from '@shared/domain/litigation/caseFacts';
import { CASE_LEDGER_COLUMNS, type LedgerRow } from '@shared/domain/litigation/caseLedger';
import { present } from '@shared/kernel/assert';
import { describe, expect, it } from 'vitest';
import { act, book, caseFile, passed, TODAY } from './caseFixture';

const TITLES = [
  ...['序号', '债权单位', '案件名称', '案由', '诉讼地位', '借款人、担保人', '合同号', '标的本金', '标的利息'],
  ...[
    '法律意见书号',
    '同意起诉意见书号',
    '备案号、层级、日期',
    '负责人',
    '经办人',
    '代理人（风险代理）',
    '受理法院',
    '案号',
    '立案日',
  ],
  ...['保全（标的、到期日）', '开庭', '裁判日', '结果', '生效日', '上诉、再审', '申请执行日', '执行案号', '执行届满日'],
  ...[
    '已执行回款',
    '入账日',
    '抵债',
    '缴纳费用',
    '垫付费用',
    '收回费用',
    '当前阶段',
    '法定期限到期',
    '月度排查日、结论',
  ],
  ...['超期原因及方案', '归档'],
];

const acts = [
  act('sued', '2026-09-10', { court: '奉节县人民法院' }),
  act('accepted', '2026-09-12', { caseNo: '（2026）渝0236民初123号', procedure: 'summary' }),
  act('seized', '2026-09-15', { asset: 'real-estate', item: '某街1号房产' }),
  act('judged', '2026-10-10', { paperNo: '（2026）渝0236民初123号判决', paper: 'judgment', result: 'part' }),
  act('appealed', '2026-10-20', { by: 'other' }),
  act('money-received', '2026-11-01', { amount: 500_000 }, 'a-1'),
  act('money-received', '2026-11-05', { amount: 300_000 }, 'a-2'),
];
const fee = (move: 'paid' | 'advanced' | 'recovered', amount: number) => ({
  ...{ id: 1, kind: 'acceptance' as const, move, amount, on: '2026-09-12', voucherNo: '1', reverses: null },
});
const row: LedgerRow = {
  facts: caseFacts(book, caseFile({ ...passed, acts }), TODAY),
  consentNo: null,
  agents: [
    { name: '赵律师', mode: 'risk' },
    { name: '钱某', mode: 'ordinary' },
  ],
  fees: [fee('paid', 10_000), fee('advanced', 5_000), fee('recovered', 2_000)] as LedgerRow['fees'],
  receipts: [{ bookedOn: '2026-11-02' }, { bookedOn: '2026-11-02' }, { bookedOn: '2026-11-06' }],
  enforcementExpiry: '2028-11-30',
  next: { kind: 'appeal', day: '2026-11-30' } as LedgerRow['next'],
  review: {
    ...{ on: '2026-11-20', overdue: [], finding: '等待二审', by: '王某' },
    ...{ cause: '送达难', difficulty: '下落不明', solution: '公告送达', until: '2026-12-20' },
  },
};

describe('LED-04', () => {
  it('has the columns of documents.md in their order, and fits the page part by part', () => {
    expect(CASE_LEDGER_COLUMNS.map(({ title }) => title)).toEqual(TITLES);
    const leading = CASE_LEDGER_COLUMNS.filter(({ part }) => part === undefined);
    const parts = Map.groupBy(
      CASE_LEDGER_COLUMNS.filter(({ part }) => part !== undefined),
      ({ part }) => part,
    );
    const widths = (columns: typeof leading) => columns.reduce((sum, { width }) => sum + width, 0);
    for (const [part, columns] of parts) expect(widths(leading) + widths(columns), part).toBeLessThanOrEqual(267);
  });

  it('says of a case what was done in it', () => {
    const cell = (title: string) =>
      present(
        CASE_LEDGER_COLUMNS.find((column) => column.title === title),
        title,
      ).cell(row, 0);
    expect(cell('同意起诉意见书号')).toBe('同意1号');
    expect(cell('代理人（风险代理）')).toBe('赵律师（风险代理）、钱某');
    expect(cell('保全（标的、到期日）')).toContain('某街1号房产 至20');
    expect(cell('结果')).toBe('部分支持');
    expect(cell('上诉、再审')).toBe('上诉 2026-10-20');
    expect([cell('已执行回款'), cell('入账日')]).toEqual([800_000, '2026-11-02、2026-11-06']);
    expect([cell('缴纳费用'), cell('垫付费用'), cell('收回费用')]).toEqual([10_000, 5_000, 2_000]);
    expect([cell('月度排查日、结论'), cell('超期原因及方案')]).toEqual([
      '2026-11-20 等待二审',
      '送达难 方案：公告送达 2026-12-20前',
    ]);
    expect([cell('执行届满日'), cell('归档')]).toEqual(['2028-11-30', null]);
  });
});
