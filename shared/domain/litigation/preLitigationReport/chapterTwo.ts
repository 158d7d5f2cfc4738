/** Chapter 2 of the report: legal relations and their drawing, court, ways to go (§4.1, A2). */
import { type Block, type DiagramTie, heading, paragraph } from '@shared/domain/documents/blocks';
import type { ReportFacts } from './facts';
import { type ReportFields, rowsOf, textOf } from './fields';
import { liveCollateral } from './figures';
import { column, dataTable, led, orDash, typed, words } from './parts';
import { guarantorNames } from './suggestions';
import { HEADINGS, PROCEDURES, wordsOf } from './wording';

function relations(facts: ReportFacts): Block {
  const securities = new Map<string, DiagramTie>();
  for (const item of liveCollateral(facts)) {
    const relation = `${item.isMaximum ? '最高额' : ''}${item.kind === 'mortgage' ? '抵押' : '质押'}`;
    const role = item.kind === 'mortgage' ? '抵押人' : '出质人';
    securities.set(`${item.owner}${relation}`, { party: `${role}：${item.owner}`, relation });
  }
  return {
    kind: 'diagram',
    creditor: `债权人：${facts.bank.name}`,
    debtor: { party: `借款人：${facts.borrower.name}`, relation: '金融借款合同' },
    others: [
      ...securities.values(),
      ...guarantorNames(facts).map((name) => ({ party: `保证人：${name}`, relation: '连带责任保证' })),
    ],
  };
}

function ways(fields: ReportFields): Block {
  const rows = rowsOf(fields, 'ways').map((row) => [
    row.way ?? '',
    orDash(row.premise),
    orDash(row.term),
    orDash(row.fee),
    orDash(row.guarantors),
    orDash(row.conclusion),
  ]);
  return dataTable(
    [
      column('途径', 24),
      column('前提', 30),
      column('预计期限', 28),
      column('法院费用（元）', 32),
      column('对保证人', 24),
      column('结论', 18, 'center'),
    ],
    rows,
  );
}

export const chapterTwo = (facts: ReportFacts, fields: ReportFields): Block[] => [
  heading(1, HEADINGS.two),
  heading(2, HEADINGS.relations),
  ...typed(fields, 'legalRelations'),
  paragraph('拟定案由：', words(textOf(fields, 'causeOfAction')), '。'),
  ...typed(fields, 'litigants'),
  relations(facts),
  heading(2, HEADINGS.court),
  paragraph('拟向', words(textOf(fields, 'court')), '提起。'),
  ...led(fields, 'courtBasis', '依据'),
  heading(2, HEADINGS.procedure),
  paragraph('建议适用：', words(wordsOf(PROCEDURES, textOf(fields, 'procedure'))), '。'),
  ...led(fields, 'procedureReason', '理由'),
  ways(fields),
];
