/** Annexes of the report: evidence, debt, collateral, and where every figure comes from (§4.1, LIT-01). */
import { type Block, note, paragraph } from '@shared/domain/documents/blocks';
import { paperDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanGrouped } from '@shared/kernel/money';
import type { Figure, ReportFacts, Source } from './facts';
import type { FieldId } from './fieldIds';
import { amountOf, dateOf, type ReportFields, rowsOf } from './fields';
import { debt, interest, liveCollateral, principal } from './figures';
import { cell, column, dataTable, dateCell, orDash, UNIT_YUAN } from './parts';
import { ACCRUAL_GOES_ON, FORMS, rateText, wordsOf } from './wording';

function evidenceList(fields: ReportFields): Block[] {
  const rows = rowsOf(fields, 'evidence').map((row, index) => [
    String(index + 1),
    row.name ?? '',
    wordsOf(FORMS, row.form) || '待核',
    orDash(row.place),
    orDash(row.proves),
  ]);
  return [
    dataTable(
      [
        column('序号', 12, 'center'),
        column('证据名称', 52),
        column('原件/复印件', 20, 'center'),
        column('页数、所在档案', 28),
        column('证明事项', 44),
      ],
      rows,
    ),
  ];
}

/** K-DEBT: one row per receipt; the split of interest is the household's as long as it is typed. */
function debtDetail(facts: ReportFacts, fields: ReportFields): Block[] {
  const split = interest(fields);
  const granted = facts.loans.reduce((sum, loan) => sum + loan.granted.value, 0);
  const totals = ['尚欠本金', '期内利息', '罚息', '复利'].map((words) => column(words, 30, 'right'));
  return [
    UNIT_YUAN,
    dataTable(
      [
        column('合同编号', 36),
        column('借据号', 31),
        column('借款日', 19, 'center'),
        column('到期日（含展期）', 19, 'center'),
        column('发放本金', 25.5, 'right'),
        column('尚欠本金', 25.5, 'right'),
      ],
      facts.loans.map((loan) => [
        loan.contractNo,
        orDash(loan.receiptNo),
        dateCell(loan.issuedOn),
        dateCell(loan.dueOn),
        yuanGrouped(loan.granted.value),
        yuanGrouped(loan.balance.value),
      ]),
      ['合计', '', '', '', yuanGrouped(granted), yuanGrouped(principal(facts))],
    ),
    dataTable(
      [...totals, column('本息合计', 36, 'right')],
      [
        [
          yuanGrouped(principal(facts)),
          cell(split?.inTerm),
          cell(split?.penalty),
          cell(split?.compound),
          cell(debt(facts, fields)),
        ],
      ],
    ),
    ...rates(facts),
    paragraph(ACCRUAL_GOES_ON(facts.asOf)),
    ...payments(facts),
  ];
}

/** One line for each pair of rates; which receipts only where they differ. */
function rates(facts: ReportFacts): Block[] {
  const receipts = new Map<string, string[]>();
  for (const loan of facts.loans) {
    const words = `年利率${rateText(loan.ratePpm)}，罚息利率${rateText(loan.penaltyRatePpm)}`;
    receipts.set(words, [...(receipts.get(words) ?? []), loan.receiptNo]);
  }
  return [...receipts].map(([words, list]) =>
    note(receipts.size === 1 ? `${words}。` : `借据${list.join('、')}：${words}。`),
  );
}

function payments(facts: ReportFacts): Block[] {
  if (facts.payments.length === 0) return [];
  const total = facts.payments.reduce((sum, payment) => sum + payment.amount.value, 0);
  return [
    note('收回情况'),
    dataTable(
      [
        column('序号', 20, 'center'),
        column('收回日期', 46, 'center'),
        column('金额（元）', 40, 'right'),
        column('来源', 50),
      ],
      facts.payments.map((payment, index) => [
        String(index + 1),
        paperDate(payment.on),
        yuanGrouped(payment.amount.value),
        payment.amount.source.label,
      ]),
      ['合计', '', yuanGrouped(total), ''],
    ),
  ];
}

function collateral(facts: ReportFacts): Block[] {
  const kind = (item: ReportFacts['collateral'][number]) =>
    `${item.isMaximum ? '最高额' : ''}${item.kind === 'mortgage' ? '抵押' : '质押'}`;
  return liveCollateral(facts).flatMap((item, index): Block[] => {
    const latest = item.appraisals[0];
    const pair = (left: string, leftValue: string, right: string, rightValue: string) => ({
      cells: [
        { kind: 'label' as const, runs: [{ text: left }] },
        { kind: 'value' as const, runs: [{ text: leftValue }] },
        { kind: 'label' as const, runs: [{ text: right }] },
        { kind: 'value' as const, runs: [{ text: rightValue }] },
      ],
    });
    return [
      note(`担保物${index + 1}`),
      {
        kind: 'formTable',
        widths: [26, 52, 26, 52],
        rows: [
          pair('担保物', item.description, '担保方式', kind(item)),
          pair('所有权人', item.owner, '坐落', orDash(item.location)),
          pair('数量（面积）', orDash(item.quantity), '担保合同编号', item.contractNo),
          pair('权属证号', orDash(item.titleNo), '登记证明号', orDash(item.registrationNo)),
          pair('登记日期', dateCell(item.registeredOn), '登记金额（元）', cell(item.registeredAmount?.value)),
          pair(
            '最近评估值（元）',
            cell(latest?.value.value),
            '评估日、评估机构',
            `${dateCell(latest?.on)}，${orDash(latest?.appraiser)}`,
          ),
        ],
      },
    ];
  });
}

type SourceRow = readonly [place: string, amount: string, source: string, asOf: string];

const row = (place: string, value: Fen, source: Source): SourceRow => [
  place,
  yuanGrouped(value),
  source.label,
  dateCell(source.asOf),
];

const figureRow = (place: string, figure: Figure): SourceRow => row(place, figure.value, figure.source);

const TYPED_FIGURES: readonly (readonly [FieldId, string])[] = [
  ['interestInTerm', '三（一）期内利息'],
  ['interestPenalty', '三（一）罚息'],
  ['interestCompound', '三（一）复利'],
  ['lawyerFee', '三（一）律师费'],
  ['otherCosts', '三（一）其他费用'],
  ['expectedRecovery', '三　预计受偿额'],
  ['feeAcceptance', '三　案件受理费'],
  ['feePreservation', '三　财产保全申请费'],
  ['feePreservationSecurity', '三　保全担保费'],
  ['feeAnnouncement', '三　公告费'],
  ['feeAppraisalAuction', '三　评估、拍卖费'],
  ['feeEnforcement', '三　申请执行费'],
];

/** Every figure of the paper with its source: the ledger, a contract, an appraisal report, or who typed it and why. */
function sources(facts: ReportFacts, fields: ReportFields): SourceRow[] {
  const asOf = dateOf(fields, 'interestAsOf') ?? facts.asOf;
  const typedSource: Source = { label: '经办人填写，理由见正文', kind: 'typed', asOf };
  const computed: Source = { label: '按本表所列数值计算', kind: 'typed', asOf: facts.asOf };
  const total = debt(facts, fields);
  return [
    ...facts.loans.flatMap((loan) => [
      figureRow(`附件2　发放本金（借据${loan.receiptNo}）`, loan.granted),
      figureRow(`附件2　尚欠本金（借据${loan.receiptNo}）`, loan.balance),
    ]),
    ...TYPED_FIGURES.flatMap(([id, place]) => {
      const value = amountOf(fields, id);
      return value === null ? [] : [row(place, value, typedSource)];
    }),
    ...(total === null ? [] : [row('首页　本息合计', total, computed)]),
    ...facts.guarantees.flatMap((item) =>
      item.amount ? [figureRow(`保证金额（${item.guarantor.name}）`, item.amount)] : [],
    ),
    ...liveCollateral(facts).flatMap((item) => [
      ...(item.registeredAmount ? [figureRow(`登记金额（${item.description}）`, item.registeredAmount)] : []),
      ...item.appraisals.map((appraisal) => figureRow(`评估值（${item.description}）`, appraisal.value)),
    ]),
    ...facts.payments.map((payment) => figureRow(`附件2　${paperDate(payment.on)}收回`, payment.amount)),
  ];
}

const sourceTable = (facts: ReportFacts, fields: ReportFields): Block[] => [
  dataTable(
    [
      column('序号', 12, 'center'),
      column('报告位置', 46),
      column('数值（元）', 28, 'right'),
      column('来源', 47),
      column('截止日', 23, 'center'),
    ],
    sources(facts, fields).map((cells, index) => [String(index + 1), ...cells]),
  ),
];

/** Titles and contents in the order of the list on the last page of the text. */
export function annexes(facts: ReportFacts, fields: ReportFields): { titles: string[]; blocks: Block[] } {
  const parts: readonly (readonly [string, Block[]])[] = [
    ['证据目录', evidenceList(fields)],
    ['债务明细', debtDetail(facts, fields)],
    ...(liveCollateral(facts).length > 0 ? [['担保物情况', collateral(facts)] as const] : []),
    ['数据来源表', sourceTable(facts, fields)],
  ];
  return {
    titles: parts.map(([title]) => title),
    blocks: parts.flatMap(([title, blocks], index): Block[] => [{ kind: 'annex', index: index + 1, title }, ...blocks]),
  };
}
