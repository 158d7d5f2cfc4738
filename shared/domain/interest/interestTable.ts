/** The interest statement as an annex (documents.md K-INT): every stretch of one rate and base, and what was paid. */
import { paperDate } from '../../kernel/calendarDate';
import { ratePercent } from '../../kernel/exact';
import { yuanGrouped } from '../../kernel/money';
import { type Block, type DataRow, note } from '../documents/blocks';
import { type Accrual, INTEREST_KINDS, interestSum } from './accrual';

export const INTEREST_KIND_WORD = { contract: '期内利息', penalty: '罚息', compound: '复利' } as const;

interface Place {
  /** Of the annex, from 1. */
  readonly index: number;
  /** Of the loan, where a paper has several. */
  readonly contractNo: string | null;
}

/** `source`: where the terms stand, e.g. the articles of the contract. */
export function interestTable(
  accrual: Accrual,
  source: string,
  { index, contractNo }: Place = { index: 1, contractNo: null },
): Block[] {
  const { lines, open, paid, basis, asOf } = accrual;
  const before = INTEREST_KINDS.filter((kind) => open[kind] > 0).map(
    (kind): DataRow => [INTEREST_KIND_WORD[kind], '此前未付', '', '', '', '', yuanGrouped(open[kind]), source],
  );
  const rows = lines.map(
    ({ kind, from, to, days, base, annualRate, amount }): DataRow => [
      ...[
        INTEREST_KIND_WORD[kind],
        from,
        to,
        String(days),
        yuanGrouped(base),
        ratePercent(annualRate),
        yuanGrouped(amount),
        source,
      ],
    ],
  );
  const taken: DataRow[] = paid > 0 ? [['已收利息', '', '', '', '', '', `-${yuanGrouped(paid)}`, '']] : [];
  return [
    { kind: 'annex', index, title: contractNo === null ? '利息计算表' : `利息计算表（${contractNo}）` },
    note('单位：元', 'right'),
    {
      kind: 'dataTable',
      columns: [
        { label: '种类', width: 18, align: 'center' },
        { label: '起日', width: 22, align: 'center' },
        { label: '止日', width: 22, align: 'center' },
        { label: '天数', width: 12, align: 'right' },
        { label: '计息基数', width: 25, align: 'right' },
        { label: '年利率', width: 16, align: 'right' },
        { label: '金额', width: 24, align: 'right' },
        { label: '依据', width: 26 },
      ],
      rows: [...before, ...rows, ...taken],
      total: ['合计', '', '', '', '', '', yuanGrouped(interestSum(accrual)), ''],
    },
    note(
      `暂计至${paperDate(asOf)}（含当日）。计算式：计息基数×年利率×天数÷${basis}；算头不算尾，各行计至分。已收利息先抵期内利息，再抵罚息、复利。`,
    ),
  ];
}
