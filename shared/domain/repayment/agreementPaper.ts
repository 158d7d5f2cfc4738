/** The repayment agreement with its schedule (DOC-REC-06; B1 §13(3), §14; REC-09). */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import { amountPair } from '../../kernel/rmbCapitals';
import { type Block, bold, choices, note, type PaperDocument, paragraph, type Run, text } from '../documents/blocks';
import { type Missing, noticeOf } from '../documents/missing';
import { signaturePage } from '../documents/signatureBlocks';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import { amountFindings } from '../dunning/debtFindings';
import { interestFindings } from '../dunning/interestFindings';
import { debtOf, interestOf, principalOf } from '../dunning/noticeFacts';
import { debtBlocks } from '../dunning/noticeTables';
import { accountLine, contactLine } from '../dunning/noticeText';
import { type AgreedDebt, type AgreedOrder, type Instalment, sumOf, totalOf } from './agreement';
import { type DebtFacts, guarantorNames, partyFindings } from './debtFacts';

export interface AgreementFacts extends DebtFacts {
  readonly agreementId: number;
  /** The debts as agreed stand in `loans`; this is what is owed of them today. */
  readonly owedNow: AgreedDebt;
  readonly order: AgreedOrder;
  readonly instalments: readonly Instalment[];
  readonly graceDays: number;
  readonly follower: string;
  readonly isOffBalance: boolean;
  /** Reliefs of interest that were approved: fen and the number of the request. */
  readonly reliefs: readonly { readonly amount: Fen; readonly request: number }[];
  readonly isApproved: boolean;
  /** Number of a paper that is out already. */
  readonly issuedAs: string | null;
}

/** In the order of the gates. */
export function checkAgreement(facts: AgreementFacts): Missing[] {
  const agreed = debtOf(facts);
  const changed = agreed !== sumOf(facts.owedNow) || principalOf(facts) !== facts.owedNow.principal;
  const late = facts.instalments.some(({ dueOn }) => dueOn <= facts.today);
  return [
    ...(facts.isApproved ? [] : [noticeOf('agreement-not-approved', 'G-AUTH', 'block', 'approval')]),
    ...(facts.issuedAs === null ? [] : [noticeOf('agreement-issued', 'G-NUM', 'block', 'approval', facts.issuedAs)]),
    ...(changed ? [noticeOf('agreed-debt-changed', 'G-AMT', 'block', 'loans', yuanGrouped(sumOf(facts.owedNow)))] : []),
    ...(late ? [noticeOf('instalment-past', 'G-DATE', 'block', 'instalments')] : []),
    ...partyFindings(facts),
    ...amountFindings(facts.loans, agreed),
    ...interestFindings(facts.loans, facts.today),
  ];
}

function scheduleTable(instalments: readonly Instalment[]): Block[] {
  const total = sumOf(totalOf(instalments));
  let left = total;
  const money = (fen: number): string => yuanGrouped(fen);
  const rows = instalments.map((instalment) => {
    left -= sumOf(instalment);
    const { seq, dueOn, payBy, principal, interest } = instalment;
    const day = payBy === dueOn ? dueOn : `${dueOn}（顺延至${payBy}）`;
    return [String(seq), day, money(principal), money(interest), money(sumOf(instalment)), money(left)];
  });
  const sums = totalOf(instalments);
  return [
    note('单位：元', 'right'),
    {
      kind: 'dataTable',
      columns: [
        { label: '期次', width: 12, align: 'center' },
        { label: '还款日', width: 48, align: 'center' },
        { label: '本金', width: 25, align: 'right' },
        { label: '利息', width: 25, align: 'right' },
        { label: '合计', width: 25, align: 'right' },
        { label: '余额', width: 25, align: 'right' },
      ],
      rows,
      total: ['合计', '', money(sums.principal), money(sums.interest), money(total), ''],
    },
  ];
}

const article = (title: string, ...runs: readonly (Run | string)[]): Block => paragraph(bold(`${title}　`), ...runs);

/** After expiry the debtor is told of his defence before he agrees (时效规定 19(2); never in a misleading way). */
const defence = ({ expired }: AgreementFacts): Block[] =>
  expired.length === 0
    ? []
    : [
        paragraph(
          `乙方知悉：编号为${expired.map(noBreak).join('、')}的借款合同项下债务的诉讼时效期间可能已经届满，届满的，债务人可以提出不履行义务的抗辩；乙方自愿同意按本协议继续履行全部债务。`,
        ),
      ];

function reliefText({ reliefs }: AgreementFacts): string {
  if (reliefs.length === 0) return '本协议不减免本金、利息、罚息和复利。';
  const each = reliefs.map(({ amount, request }) => `${yuanGrouped(amount)}元（审批第${request}号）`).join('、');
  return `经批准已减免利息${each}，上列金额为减免后的余额；乙方违约的，减免失效。`;
}

function guarantorArticle({ guarantors }: AgreementFacts): string {
  const names = guarantorNames(guarantors).map(({ name }) => name);
  return names.length === 0
    ? '原担保不因本协议的签订而变更。'
    : `担保人${names.join('、')}签署本协议的，同意按变更后的内容继续承担担保责任；未签署的，原担保不因本协议变更而加重。`;
}

function articles(facts: AgreementFacts): Block[] {
  const { order, instalments, graceDays, follower, debtor } = facts;
  const money = facts.isOffBalance ? '其中表外贷款只以货币资金偿还。' : '';
  return [
    article(
      '第一条　债权确认',
      `截至${paperDate(facts.asOf)}，乙方尚欠甲方本金${yuanGrouped(principalOf(facts))}元、利息${yuanGrouped(interestOf(facts))}元，合计${amountPair(debtOf(facts))}，乙方予以确认。此后的利息、罚息、复利按原合同约定计算，随最后一期结清。`,
    ),
    ...defence(facts),
    article('第二条　还款计划', `乙方分${instalments.length}期偿还，还款日遇休息日的，顺延至其后第一个工作日：`),
    ...scheduleTable(instalments),
    paragraph(`甲方由${follower}跟踪还款计划的履行。${money}`),
    accountLine(facts),
    article(
      '第三条　清偿顺序',
      ...choices([
        ['先实现债权的费用、再利息、后本金（法定）', order === 'statutory'],
        ['双方约定先本金、后利息', order === 'principal-first'],
      ]),
      text('。'),
    ),
    article('第四条　利息减免', reliefText(facts)),
    article('第五条　担保', guarantorArticle(facts)),
    article(
      '第六条　违约',
      `任一期逾期超过${graceDays}日的，甲方有权宣布全部债务提前到期并一并主张，已同意的减免失效。`,
    ),
    article(
      '第七条　送达',
      `乙方的送达地址为${debtor.address ?? NOT_APPLICABLE}，电话${debtor.phone ?? NOT_APPLICABLE}；变更未书面告知的，按原地址寄出即视为送达。`,
    ),
    article('第八条　争议解决', '因本协议发生的争议，按原借款合同约定的方式和管辖解决。'),
    article('第九条　其他', '本协议不构成借新还旧或债务免除；未变更的事项仍按原合同执行。'),
  ];
}

export function composeAgreement(facts: AgreementFacts, date: CalendarDate): PaperDocument {
  const { bank, debtor, loans } = facts;
  const title = '贷款偿还协议书';
  const { inLetter, annex } = debtBlocks(facts);
  const numbers = loans.map(({ contractNo }) => noBreak(contractNo)).join('、');
  return {
    code: 'DOC-REC-06',
    title,
    unit: bank.name,
    date,
    class: 'OUT',
    layout: 'letter',
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'number' },
      paragraph(`甲方（贷款人）：${bank.name}`),
      paragraph(`乙方（债务人）：${debtor.name}`),
      paragraph(`鉴于：乙方与甲方签订借款合同（编号：${numbers}），借款尚未清偿。双方自愿就偿还事宜达成如下协议：`),
      ...inLetter,
      ...articles(facts),
      contactLine(facts),
      signaturePage(`《${title}》（合同编号：${numbers}）`, [
        { title: '甲方', name: bank.name, kind: 'organisation' },
        { title: '乙方', name: debtor.name, kind: debtor.kind },
        ...guarantorNames(facts.guarantors).map(({ name, kind }) => ({
          title: '担保人',
          name,
          kind,
          declares: '同意按变更后的内容继续承担担保责任。',
        })),
      ]),
      note('本协议一式三份以上，各签署方各执一份，自各方签字（盖章）之日起生效。'),
      ...annex,
    ],
  };
}
