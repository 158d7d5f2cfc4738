/** Head of the report: addressee, lead paragraph, box 案情速览. */
import { type Block, label, paragraph, value } from '@shared/domain/documents/blocks';
import { NOT_APPLICABLE } from '@shared/domain/documents/typesetting';
import { organisationNumberName } from '@shared/domain/parties/creditCode';
import { paperDate } from '@shared/kernel/calendarDate';
import { yuanGrouped } from '@shared/kernel/money';
import { amountPair } from '@shared/kernel/rmbCapitals';
import type { ReportFacts } from './facts';
import { amountOf, type ReportFields, rowsOf, textOf } from './fields';
import { appraisedTotal, claim, debt, interest, liveCollateral, prepaidCosts, principal } from './figures';
import { cell } from './parts';
import { guarantorNames } from './suggestions';
import { DECISIONS, HEADINGS, RESPONSIBLE_ROLES, wordsOf, yuan } from './wording';

export function lead(facts: ReportFacts, fields: ReportFields): Block[] {
  const { name } = facts.borrower;
  const short = textOf(fields, 'shortName');
  const alias = short && short !== name ? `（以下简称“${short}”）` : '';
  const split = interest(fields);
  const total = debt(facts, fields);
  const owed =
    split === null || total === null
      ? `尚欠贷款本金${yuan(principal(facts))}`
      : `尚欠贷款本金${yuan(principal(facts))}、利息（含罚息、复利）${yuan(split.total)}，合计${amountPair(total)}`;
  return [
    { kind: 'addressee', text: `${textOf(fields, 'addressee')}：` },
    paragraph(
      `我行拟对${name}${alias}采取诉讼手段清收不良贷款。截至${paperDate(facts.asOf)}（含当日），该户${owed}。` +
        '现将诉前论证情况报告如下：',
    ),
  ];
}

const distinct = (values: readonly (string | null)[]): string => {
  const list = [...new Set(values.filter((item): item is string => item !== null && item !== ''))];
  return list.length === 0 ? NOT_APPLICABLE : list.join('、');
};

/** Earliest typed expiry among the clocks of the named debtors. */
function earliestExpiry(fields: ReportFields, debtors: readonly string[]): string {
  const dates = rowsOf(fields, 'limitation')
    .filter((row) => debtors.includes(row.debtor ?? '') && row.expiry)
    .map((row) => row.expiry as string)
    .sort();
  return dates[0] ? paperDate(dates[0]) : NOT_APPLICABLE;
}

function appraisal(facts: ReportFacts): string {
  const latest = liveCollateral(facts)
    .flatMap((item) => (item.appraisals[0] ? [item.appraisals[0].on] : []))
    .sort()
    .at(-1);
  return latest ? `${yuanGrouped(appraisedTotal(facts))}（${paperDate(latest)}）` : NOT_APPLICABLE;
}

/** All computed from the file and the typed parts (§4.1). Amounts in yuan. */
export function overview(facts: ReportFacts, fields: ReportFields): Block[] {
  const { borrower, loans } = facts;
  const total = claim(facts, fields);
  const expected = amountOf(fields, 'expectedRecovery');
  const loss = total === null || expected === null ? null : Math.max(0, total - expected);
  const role = wordsOf(RESPONSIBLE_ROLES, textOf(fields, 'responsibleRole'));
  const formed = loans.map((loan) => loan.formedOn).filter((date) => date !== null);
  const pair = (left: string, leftValue: string, right: string, rightValue: string) => ({
    cells: [label(left), value(leftValue), label(right), value(rightValue)],
  });
  return [
    { kind: 'paragraph', runs: [{ text: HEADINGS.overview, role: 'hei' }], align: 'center' },
    { kind: 'note', text: '金额单位：元', align: 'right' },
    {
      kind: 'formTable',
      widths: [34, 43, 38, 41],
      rows: [
        { cells: [label('借款人'), value(borrower.name, 3)] },
        {
          cells: [
            label(borrower.kind === 'person' ? '公民身份号码' : organisationNumberName(borrower.idNo ?? '')),
            value(borrower.idNo ?? '', 3),
          ],
        },
        pair(
          '四级/五级形态',
          `${distinct(loans.map((l) => l.fourLevel))} / ${distinct(loans.map((l) => l.fiveLevel))}`,
          '形成不良日期',
          formed.length > 0 ? paperDate(formed.sort()[0] as string) : NOT_APPLICABLE,
        ),
        {
          cells: [
            label('主办单位、责任人'),
            value(`${facts.unit.name}　${textOf(fields, 'handler')}${role ? `（建议负责人：${role}）` : ''}`, 3),
          ],
        },
        pair('本金', yuanGrouped(principal(facts)), '利息合计', cell(interest(fields)?.total)),
        pair('拟诉标的额', cell(total), '担保方式', distinct(loans.map((loan) => loan.guaranteeMode))),
        pair(
          '诉讼时效届满日',
          earliestExpiry(fields, [borrower.name]),
          '保证期间/保证债务时效届满日',
          earliestExpiry(fields, guarantorNames(facts)),
        ),
        pair('最近评估值', appraisal(facts), '预计受偿额/预计损失', `${cell(expected)} / ${cell(loss)}`),
        pair(
          '预计费用（预交）',
          yuanGrouped(prepaidCosts(fields)),
          '建议',
          wordsOf(DECISIONS, textOf(fields, 'decision')),
        ),
      ],
    },
  ];
}
