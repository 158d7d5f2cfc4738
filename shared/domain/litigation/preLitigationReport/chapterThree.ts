/** Chapter 3 of the report: amount of the claim, collateral or repayment sources, enforcement, costs (§4.1, A2, A16). */
import { type Block, heading, paragraph } from '@shared/domain/documents/blocks';
import { yuanGrouped } from '@shared/kernel/money';
import { amountPair } from '@shared/kernel/rmbCapitals';
import type { ReportFacts } from './facts';
import { amountOf, type ReportFields, rowsOf } from './fields';
import {
  claim,
  FEE_FIELDS,
  interest,
  liveCollateral,
  netRecovery,
  percent,
  prepaidCosts,
  principal,
  realisations,
} from './figures';
import { amountCell, cell, column, dataTable, dateCell, led, orDash, typed, UNIT_YUAN } from './parts';
import { ACCRUAL_GOES_ON, HEADINGS, SCENARIOS, wordsOf, yuan } from './wording';

function claimed(facts: ReportFacts, fields: ReportFields): Block[] {
  const split = interest(fields);
  const total = claim(facts, fields);
  const others = (amountOf(fields, 'lawyerFee') ?? 0) + (amountOf(fields, 'otherCosts') ?? 0);
  const columns = ['本金', '期内利息', '罚息', '复利', '律师费等'].map((words) => column(words, 25, 'right'));
  return [
    heading(2, HEADINGS.claim),
    UNIT_YUAN,
    dataTable(
      [...columns, column('合计', 31, 'right')],
      [
        [
          yuanGrouped(principal(facts)),
          cell(split?.inTerm),
          cell(split?.penalty),
          cell(split?.compound),
          yuanGrouped(others),
          cell(total),
        ],
      ],
    ),
    ...(total === null ? [] : [paragraph(`拟诉标的额合计${amountPair(total)}。`)]),
    paragraph(ACCRUAL_GOES_ON(facts.asOf)),
    ...led(fields, 'interestReason', '利息测算依据'),
    ...typed(fields, 'overMaximumNote'),
  ];
}

/** A2, secured case: value, prior claims, rate, tax, what reaches the bank. */
function secured(facts: ReportFacts, fields: ReportFields): Block[] {
  const items = realisations(facts, fields);
  if (items.length === 0) return [];
  const rows = items.map(({ collateral, row, proceeds, recoverable }) => {
    const latest = collateral.appraisals[0];
    return [
      collateral.description,
      latest ? `${yuanGrouped(latest.value.value)}（${dateCell(latest.on)}）` : '未评估',
      dateCell(row.validUntil),
      amountCell(row.prior),
      row.rate ? `${row.rate}%（${orDash(row.basis)}）` : orDash(''),
      `${row.tax || '0'}%`,
      cell(proceeds),
      cell(recoverable),
    ];
  });
  return [
    heading(2, HEADINGS.secured),
    UNIT_YUAN,
    dataTable(
      [
        column('担保物', 24),
        column('评估值及评估日', 24, 'right'),
        column('评估有效期至', 18, 'center'),
        column('先顺位债权、税费等', 15, 'right'),
        column('变现率（依据）', 20),
        column('处置税费', 11, 'center'),
        column('可供我行受偿额', 22, 'right'),
        column('限额后受偿额', 22, 'right'),
      ],
      rows,
    ),
    ...typed(fields, 'securedText'),
  ];
}

/** A2, guaranteed or credit case: what borrower and guarantors can pay from. Printed in secured cases when filled in. */
function sources(facts: ReportFacts, fields: ReportFields): Block[] {
  const rows = rowsOf(fields, 'repaymentSources');
  const isFilled = rows.some((row) => row.assets || row.income || row.property || row.repayable);
  if (!isFilled && liveCollateral(facts).length > 0) return [];
  return [
    heading(2, HEADINGS.sources),
    dataTable(
      [
        column('债务人', 26),
        column('资产', 22),
        column('负债', 20),
        column('年收入（现金流）', 22),
        column('已知可执行财产', 26),
        column('5年内可还额', 20),
        column('依据', 20),
      ],
      rows.map((row) => [
        row.debtor ?? '',
        orDash(row.assets),
        orDash(row.liabilities),
        orDash(row.income),
        orDash(row.property),
        orDash(row.repayable),
        orDash(row.basis),
      ]),
    ),
  ];
}

function enforcement(facts: ReportFacts, fields: ReportFields): Block[] {
  const total = claim(facts, fields);
  const expected = amountOf(fields, 'expectedRecovery');
  const scenarioRows = rowsOf(fields, 'scenarios').filter((row) => row.amount || row.parameters);
  const scenarioTable = dataTable(
    [column('情景', 26, 'center'), column('参数', 90), column('可受偿额（元）', 40, 'right')],
    scenarioRows.map((row) => [wordsOf(SCENARIOS, row.scenario), orDash(row.parameters), amountCell(row.amount)]),
  );
  const forecast =
    total === null || expected === null
      ? []
      : [
          paragraph(
            `预计可受偿总额${yuan(expected)}，受偿率${percent(expected, total)}%，预计损失${yuan(Math.max(0, total - expected))}。`,
          ),
        ];
  return [
    heading(2, HEADINGS.enforcement),
    ...led(fields, 'propertyClues', '财产线索'),
    ...led(fields, 'preservation', '拟申请保全'),
    ...led(fields, 'enforcementTerm', '预计执行期限'),
    ...forecast,
    ...led(fields, 'expectedRecoveryReason', '测算依据'),
    ...(scenarioRows.length > 0 ? [scenarioTable] : []),
  ];
}

const FEE_WORDS = {
  feeAcceptance: ['案件受理费', '被告（败诉方）'],
  feePreservation: ['财产保全申请费', '被告（列入诉讼请求）'],
  feePreservationSecurity: ['保全担保费', '被告（列入诉讼请求）'],
  feeAnnouncement: ['公告费', '被告'],
  feeAppraisalAuction: ['评估、拍卖费', '被执行人'],
  lawyerFee: ['律师代理费', '被告（合同约定）'],
} as const;

function costs(fields: ReportFields): Block[] {
  const net = netRecovery(fields);
  const rows = FEE_FIELDS.map((id) => [FEE_WORDS[id][0], cell(amountOf(fields, id)), '预交', FEE_WORDS[id][1]]);
  const table = dataTable(
    [column('费用', 48), column('金额', 36, 'right'), column('预交', 24, 'center'), column('负担（预计）', 48)],
    [...rows, ['申请执行费', cell(amountOf(fields, 'feeEnforcement')), '不预交', '被执行人']],
    ['预交费用合计', yuanGrouped(prepaidCosts(fields)), '', ''],
  );
  return [
    heading(2, HEADINGS.costs),
    UNIT_YUAN,
    table,
    ...led(fields, 'feesReason', '费用测算依据'),
    ...(net === null
      ? []
      : [paragraph(`预计净回收（预计受偿额减预交费用）${net < 0 ? '负' : ''}${yuan(Math.abs(net))}。`)]),
    ...(net !== null && net <= 0 ? [paragraph({ text: '费用高于预计回收，需专项说明。', bold: true })] : []),
    ...led(fields, 'costJustification', '专项说明'),
  ];
}

/** Chapters' sections are numbered as they occur: a case without collateral has no gap. */
function renumbered(blocks: readonly Block[]): Block[] {
  const numerals = '一二三四五六';
  let count = 0;
  return blocks.map((block) =>
    block.kind === 'heading' && block.level === 2
      ? heading(2, block.text.replace(/^（.）/, `（${numerals[count++]}）`))
      : block,
  );
}

export const chapterThree = (facts: ReportFacts, fields: ReportFields): Block[] => [
  heading(1, HEADINGS.three),
  ...renumbered([
    ...claimed(facts, fields),
    ...secured(facts, fields),
    ...sources(facts, fields),
    ...enforcement(facts, fields),
    ...costs(fields),
  ]),
];
