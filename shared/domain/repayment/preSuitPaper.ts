/** The pre-suit notice (DOC-REC-08; B1 §12(2), §13(4); REC-07) for a borrower or a guarantor, with its receipt. */
import { addDays, type CalendarDate, isCalendarDate, paperDate } from '../../kernel/calendarDate';
import { amountPair } from '../../kernel/rmbCapitals';
import { type Block, bold, note, type PaperDocument, paragraph, text } from '../documents/blocks';
import { type Missing, noticeOf } from '../documents/missing';
import { noBreak } from '../documents/typesetting';
import { amountFindings } from '../dunning/debtFindings';
import { interestFindings } from '../dunning/interestFindings';
import { debtOf, type NoticeFacts } from '../dunning/noticeFacts';
import { debtBlocks, receiptTable } from '../dunning/noticeTables';
import { accountLine, contactLine, you } from '../dunning/noticeText';
import { partyFindings } from './debtFacts';
import { type NegotiationRecord, preSuitFindings } from './preSuit';

export interface PreSuitFacts extends NoticeFacts {
  readonly negotiations: NegotiationRecord;
  readonly isAgreed: boolean;
}

/** In the order of the gates: the notice asserts that repeated negotiation failed, so that comes first. */
export function checkPreSuit(facts: PreSuitFacts, payBy: CalendarDate): Missing[] {
  const gate = preSuitFindings(facts.negotiations, facts.isAgreed);
  if (gate.length > 0) return gate;
  if (facts.loans.length === 0) {
    const reason = facts.states.find((state) => state.reason !== null)?.reason;
    return [noticeOf(reason ?? 'form-does-not-fit', 'G-TIME', 'block', 'loans', facts.addressee.name)];
  }
  const least = addDays(facts.today, facts.term.least);
  const early = !isCalendarDate(payBy) || payBy < least;
  return [
    ...partyFindings({ debtor: facts.addressee, bank: facts.bank }),
    ...amountFindings(facts.loans),
    ...interestFindings(facts.loans, facts.today),
    ...(early ? [noticeOf('pay-by-too-early', 'G-DATE', 'block', 'payBy', least)] : []),
  ];
}

function demand(facts: PreSuitFacts): string {
  const contracts = facts.loans.map(({ contractNo }) => noBreak(contractNo)).join('、');
  const who = you(facts.addressee);
  return facts.role === 'borrower'
    ? `${who}在借款合同（编号：${contracts}）项下的债务已到期，`
    : `${who}为${facts.borrower.name}在借款合同（编号：${contracts}）项下的债务提供保证，该债务已到期，`;
}

/** For a guarantor it asks him for performance too, so that the paper is his request within the guarantee period. */
const performance = (facts: PreSuitFacts, payBy: CalendarDate): string =>
  facts.role === 'borrower'
    ? `请于${paperDate(payBy)}前清偿。`
    : `现请求${you(facts.addressee)}于${paperDate(payBy)}前承担保证责任，代为清偿。`;

export function composePreSuit(facts: PreSuitFacts, payBy: CalendarDate, date: CalendarDate): PaperDocument {
  const { bank, addressee, negotiations } = facts;
  const title = '诉前告知书';
  const self = addressee.kind === 'person' ? '本人' : '本单位';
  const { inLetter, annex } = debtBlocks(facts);
  const blocks: Block[] = [
    { kind: 'title', lines: [bank.name, title] },
    { kind: 'number' },
    { kind: 'addressee', text: `${addressee.name}：` },
    paragraph(`${demand(facts)}截至${paperDate(facts.asOf)}（含当日），欠款如下：`),
    ...inLetter,
    paragraph(`合计${amountPair(debtOf(facts))}，此后至实际清偿之日止的利息、罚息、复利按合同约定继续计算。`),
    paragraph(
      text(`经我行${negotiations.held}次协商，债务仍未履行。`),
      bold(performance(facts, payBy)),
      text(
        '逾期我行将依法向有管辖权的人民法院提起诉讼（申请仲裁），并视情况申请财产保全。诉讼费用及合同约定的实现债权费用将依法主张由责任方承担。如有还款意愿，请于上述期限前与我行联系。',
      ),
    ),
    accountLine(facts),
    paragraph('如对上述金额有异议，请于收到本告知书之日起七日内书面告知我行并提供还款凭证，我行将予核对。'),
    contactLine(facts),
    { kind: 'seal', issuer: bank.name, date },
    ...annex,
    { kind: 'slip', title: `${title}回执` },
    { kind: 'number' },
    { kind: 'addressee', text: `致${bank.name}：` },
    paragraph(`${self}收到上述《${title}》，知悉其所载的内容。`),
    receiptTable(facts),
    note('本回执由签收人本人填写日期；金额、日期如有更改，应由签收人在更改处签字（捺印）确认。'),
  ];
  return { code: 'DOC-REC-08', title, unit: bank.name, date, class: 'OUT', layout: 'letter', blocks };
}
