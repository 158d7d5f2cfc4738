/** The wording of each notice (documents.md §4.3, §4.4, §5.1), version 1: paragraphs by form. Counsel may change it by a new version. */
import { present } from '../../kernel/assert';
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import { amountPair } from '../../kernel/rmbCapitals';
import { type Block, bold, paragraph, text } from '../documents/blocks';
import { noBreak } from '../documents/typesetting';
import { overdueOf } from '../repayment/missedInstalments';

import { CAPACITY_WORD } from './heirs';
import {
  askedOf,
  debtOf,
  interestOf,
  type NoticeFacts,
  type NoticeForm,
  type NoticeLoan,
  type NoticeParty,
  principalOf,
} from './noticeFacts';
import { isSplit, missedTables } from './noticeTables';

export const NOTICE_TITLE: Readonly<Record<NoticeForm, string>> = {
  'DOC-REC-00': '贷款催收通知书（到期前）',
  'DOC-REC-01': '贷款催收通知书',
  'DOC-REC-01H': '贷款催收通知书（遗产）',
  'DOC-REC-02': '逾期贷款催收通知书',
  'DOC-REC-02A': '贷款提前到期通知书',
  'DOC-REC-03': '担保人履行责任通知书',
  'DOC-REC-03G': '保证责任告知函',
  'DOC-REC-03M': '抵（质）押人通知书',
  'DOC-REC-04': '同意继续履行债务确认书',
};

/** How the letter speaks to a person and to an organisation. */
export const you = ({ kind }: Pick<NoticeParty, 'kind'>): string => (kind === 'person' ? '你' : '你单位');

const asOfText = (facts: NoticeFacts): string => `截至${paperDate(facts.asOf)}（含当日）`;

const contracts = (loans: readonly NoticeLoan[]): string =>
  loans.map(({ contractNo }) => noBreak(contractNo)).join('、');

function loanSentence(facts: NoticeFacts, subject: string): string {
  const [first] = facts.loans;
  if (first === undefined || facts.loans.length > 1)
    return `${subject}与我行签订的借款合同（编号：${contracts(facts.loans)}）项下共${facts.loans.length}笔借款，我行已按约发放（详见下表）。`;
  const { contractNo, issuedOn, dueOn, granted } = first;
  const term = issuedOn && dueOn ? `，借款期限自${paperDate(issuedOn)}起至${paperDate(dueOn)}止` : '';
  const given = issuedOn ? `我行已于${paperDate(issuedOn)}按约发放贷款${amountPair(granted)}` : '我行已按约发放贷款';
  return `${subject}与我行签订借款合同（编号：${noBreak(contractNo)}），${given}${term}。`;
}

/** Which of the loans fell due because they were called in. */
function calledIn({ loans }: NoticeFacts): string {
  const said = loans.flatMap(({ contractNo, calledInOn }) =>
    calledInOn ? [`编号${noBreak(contractNo)}的借款已由我行依约宣布自${paperDate(calledInOn)}起提前到期`] : [],
  );
  return said.length === 0 ? '' : `（${said.join('；')}）`;
}

const totals = (facts: NoticeFacts): string =>
  `尚欠本金${yuanGrouped(principalOf(facts))}元、利息（含罚息、复利）${yuanGrouped(interestOf(facts))}元，合计${amountPair(debtOf(facts))}`;

const accrues = (facts: NoticeFacts): string =>
  `${asOfText(facts)}以后至实际清偿之日止的利息、罚息、复利，按合同约定继续计算。`;

export const accountLine = ({ bank: { account } }: Pick<NoticeFacts, 'bank'>): Block =>
  paragraph(`还款账户　户名：${account.name}　账号：${noBreak(account.number)}　开户行：${account.bank}`);

const OBJECTION: Block = paragraph(
  '如对上述金额有异议，请于收到本通知之日起七日内书面告知我行并提供还款凭证，我行将予核对。如履行确有困难，可与我行协商还款安排；协商不影响我行依法主张权利。',
);

export const contactLine = (facts: Pick<NoticeFacts, 'bank' | 'contact'>): Block =>
  paragraph(`联系人：${facts.contact}　电话：${noBreak(facts.bank.phone)}　地址：${facts.bank.address}`);

const LAWFUL_STEPS: Block = paragraph(
  '逾期未清偿的，我行将依照合同约定和法律规定行使权利，包括提起诉讼或申请仲裁、申请财产保全、依法行使担保物权、请求保证人承担保证责任；由此产生的诉讼费用及合同约定由借款人承担的费用将依法一并主张。',
);

function borrowerDemand(
  facts: NoticeFacts,
  payBy: CalendarDate,
): { readonly before: Block[]; readonly after: Block[] } {
  const who = you(facts.addressee);
  return {
    before: [
      paragraph(
        `${loanSentence(facts, who)}上述贷款现已到期${calledIn(facts)}，${who}未按约定足额偿还。${asOfText(facts)}，${who}尚欠：`,
      ),
    ],
    after: [
      paragraph(`合计${amountPair(debtOf(facts))}。${accrues(facts)}`),
      paragraph(bold(`现我行依法向${who}催收，请${who}于${paperDate(payBy)}前偿还上述全部款项。`)),
      accountLine(facts),
      OBJECTION,
      LAWFUL_STEPS,
      contactLine(facts),
    ],
  };
}

/** Never more than what he got (民法典 1161); who renounces says so in writing. */
function heirText(facts: NoticeFacts, payBy: CalendarDate): { before: Block[]; after: Block[] } {
  const { borrower } = facts;
  const heir = present(facts.heir, 'an heir is written to as one');
  const capacity = CAPACITY_WORD[heir.capacity];
  return {
    before: [
      paragraph(
        `${loanSentence(facts, borrower.name)}${borrower.name}已去世，你系其${capacity}。上述贷款现已到期${calledIn(facts)}，尚未清偿。${asOfText(facts)}，${totals(facts)}，明细如下：`,
      ),
    ],
    after: [
      paragraph(accrues(facts)),
      paragraph(
        bold(
          `现我行依法请求你于${paperDate(payBy)}前，在所得遗产实际价值（${amountPair(heir.estate)}）范围内依法清偿，即${amountPair(askedOf(facts))}。`,
        ),
        text('放弃继承的，请书面告知。'),
      ),
      accountLine(facts),
      OBJECTION,
      contactLine(facts),
    ],
  };
}

/** The whole loan falls due when this reaches the borrower, by the clause that his contract has for it. */
function accelerationText(facts: NoticeFacts, payBy: CalendarDate): { before: Block[]; after: Block[] } {
  const who = you(facts.addressee);
  const { clause, breach } = present(facts.acceleration, 'a loan is called in by its clause');
  return {
    before: [
      paragraph(`${loanSentence(facts, who)}${who}${breach}。`),
      paragraph(bold(`依据上述借款合同${clause}的约定，我行宣布该合同项下贷款自本通知到达${who}之日起全部提前到期。`)),
      paragraph(`${asOfText(facts)}，${who}尚欠：`),
    ],
    after: [
      paragraph(`合计${amountPair(debtOf(facts))}。${accrues(facts)}`),
      paragraph(bold(`现我行依法向${who}催收，请${who}于${paperDate(payBy)}前偿还上述全部款项。`)),
      accountLine(facts),
      OBJECTION,
      LAWFUL_STEPS,
      contactLine(facts),
    ],
  };
}

function reminderText(facts: NoticeFacts): { before: Block[]; after: Block[] } {
  const who = you(facts.addressee);
  const dues = [...new Set(facts.loans.flatMap(({ dueOn }) => (dueOn ? [paperDate(dueOn)] : [])))].join('、');
  const own = facts.role === 'borrower';
  const lead = own
    ? `${who}在我行的下列贷款将于${dues}到期，请提前安排资金，按约足额归还本金及利息。`
    : `${facts.borrower.name}在我行的下列贷款由${who}提供担保，该贷款将于${dues}到期，特此告知。`;
  return {
    before: [paragraph(lead)],
    after: [
      paragraph(
        isSplit(facts)
          ? '表列利息为预计至到期日应付的利息。'
          : `表列利息为${asOfText(facts)}的余额，到期应付的利息以合同约定计算为准。`,
      ),
      ...(own ? [accountLine(facts)] : []),
      contactLine(facts),
    ],
  };
}

/** What is overdue: missed instalments of the plans, and interest of the loans that have none. */
function overdueSums(facts: NoticeFacts): { readonly planned: number; readonly interest: number } {
  const isPlanned = ({ id }: NoticeLoan) => facts.missed.some(({ loanIds }) => loanIds.includes(id));
  const planned = overdueOf(facts.missed);
  return { planned, interest: interestOf({ loans: facts.loans.filter((loan) => !isPlanned(loan)) }) };
}

function overdueText(facts: NoticeFacts, payBy: CalendarDate): { before: Block[]; after: Block[] } {
  const who = you(facts.addressee);
  const { planned, interest } = overdueSums(facts);
  const isPlanned = facts.missed.length > 0;
  const failed = [...(isPlanned ? ['按还款计划还款'] : []), ...(isPlanned && interest === 0 ? [] : ['按约定支付利息'])];
  const parts = [
    ...(isPlanned ? [`逾期分期款合计${amountPair(planned)}`] : []),
    ...(isPlanned && interest === 0 ? [] : [`逾期利息合计${amountPair(interest)}`]),
  ];
  const rest = isPlanned
    ? `其余未到期款项${yuanGrouped(Math.max(0, debtOf(facts) - planned - interest))}元列示备查`
    : `未到期本金${yuanGrouped(principalOf(facts))}元列示备查`;
  return {
    before: [
      paragraph(`${loanSentence(facts, who)}${asOfText(facts)}，${who}未${failed.join('、未')}，情况如下：`),
      ...missedTables(facts),
    ],
    after: [
      paragraph(`${parts.join('，')}；${rest}。${accrues(facts)}`),
      paragraph(bold(`上述款项已逾期，现我行依法向${who}催收，请${who}于${paperDate(payBy)}前付清。`)),
      paragraph('逾期达到合同约定情形的，我行有权依约宣布贷款提前到期。'),
      accountLine(facts),
      OBJECTION,
      contactLine(facts),
    ],
  };
}

/** 保证期间至…止 / 保证期间按合同约定 …; the dated rule behind it stands in the preview only. */
function periodText({ guarantee }: NoticeFacts): string {
  if (guarantee?.periodEnd) return `，保证期间至${paperDate(guarantee.periodEnd)}止`;
  if (guarantee?.periodWording) return `，保证期间的约定为“${guarantee.periodWording}”`;
  return '';
}

function guaranteeSentence(facts: NoticeFacts): string {
  const who = you(facts.addressee);
  const { guarantee } = facts;
  const kind = guarantee?.kind === 'general' ? '一般保证' : '连带责任保证';
  const contract = guarantee?.contractNo ? `签订保证合同（编号：${noBreak(guarantee.contractNo)}）` : '订立保证';
  return `${who}与我行${contract}，为${facts.borrower.name}在借款合同（编号：${contracts(facts.loans)}）项下的债务提供${kind}${periodText(facts)}。`;
}

function guarantorText(facts: NoticeFacts, payBy: CalendarDate): { before: Block[]; after: Block[] } {
  const who = you(facts.addressee);
  const most = facts.guarantee?.amount ?? null;
  const limited =
    most === null ? '' : `（以保证合同约定的${yuanGrouped(most)}元为限，即${amountPair(askedOf(facts))}）`;
  return {
    before: [
      paragraph(guaranteeSentence(facts)),
      paragraph(
        `主债务履行期限已届满${calledIn(facts)}，债务人未清偿。${asOfText(facts)}，${totals(facts)}，明细如下：`,
      ),
    ],
    after: [
      paragraph(accrues(facts)),
      paragraph(
        bold(`现我行依法请求${who}承担保证责任，代为清偿上述债务${limited}`),
        text(`，请于${paperDate(payBy)}前将款项付至下列账户：`),
      ),
      accountLine(facts),
      paragraph(`${who}承担保证责任后，有权依法向债务人追偿。逾期未履行的，我行将依法通过诉讼等途径主张权利。`),
      OBJECTION,
      contactLine(facts),
    ],
  };
}

function generalGuarantorText(facts: NoticeFacts): { before: Block[]; after: Block[] } {
  return {
    before: [
      paragraph(guaranteeSentence(facts)),
      paragraph(
        `主债务履行期限已届满${calledIn(facts)}，债务人未清偿。${asOfText(facts)}，${totals(facts)}，明细如下：`,
      ),
    ],
    after: [paragraph('我行将依法向债务人主张权利。本函仅为告知。'), contactLine(facts)],
  };
}

function ownerText(facts: NoticeFacts, payBy: CalendarDate): { before: Block[]; after: Block[] } {
  const { security } = facts;
  const certificate = security?.certificateNo ? `，登记证明号：${noBreak(security.certificateNo)}` : '';
  const thing = `${security?.description ?? ''}${certificate}`;
  return {
    before: [
      paragraph(
        `你方以${thing}为${facts.borrower.name}在借款合同（编号：${contracts(facts.loans)}）项下的债务提供担保。`,
      ),
      paragraph(
        `主债务履行期限已届满${calledIn(facts)}，债务人未清偿。${asOfText(facts)}，${totals(facts)}，明细如下：`,
      ),
    ],
    after: [
      paragraph(bold(`请你方于${paperDate(payBy)}前代为清偿，或配合我行依法处分上述担保财产。`)),
      paragraph('你方的责任以上述担保财产的价值为限。'),
      accountLine(facts),
      OBJECTION,
      contactLine(facts),
    ],
  };
}

/** Paragraphs before and after the table of debts. */
export function noticeText(
  form: Exclude<NoticeForm, 'DOC-REC-04'>,
  facts: NoticeFacts,
  payBy: CalendarDate,
): { readonly before: Block[]; readonly after: Block[] } {
  switch (form) {
    case 'DOC-REC-00':
      return reminderText(facts);
    case 'DOC-REC-01':
      return borrowerDemand(facts, payBy);
    case 'DOC-REC-01H':
      return heirText(facts, payBy);
    case 'DOC-REC-02A':
      return accelerationText(facts, payBy);
    case 'DOC-REC-02':
      return overdueText(facts, payBy);
    case 'DOC-REC-03':
      return guarantorText(facts, payBy);
    case 'DOC-REC-03G':
      return generalGuarantorText(facts);
    case 'DOC-REC-03M':
      return ownerText(facts, payBy);
  }
}
