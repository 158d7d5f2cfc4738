/** The debt confirmation (DOC-REC-05) and the balance confirmation (DOC-REC-07); B1 §13(2), A18, REC-06. */
import { type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import { amountPair } from '../../kernel/rmbCapitals';
import { type Block, bold, choices, note, type PaperDocument, paragraph, text } from '../documents/blocks';
import { type Missing, noticeOf } from '../documents/missing';
import { signaturePage } from '../documents/signatureBlocks';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import { amountFindings, wordFindings } from '../dunning/debtFindings';
import { interestFindings } from '../dunning/interestFindings';
import { debtOf, interestOf, principalOf } from '../dunning/noticeFacts';
import { debtBlocks, receiptTable } from '../dunning/noticeTables';
import { accountLine, contactLine, you } from '../dunning/noticeText';
import { type DebtFacts, guarantorNames, partyFindings, timeFindings } from './debtFacts';

/** Whether the actual user (实际用款人) takes the debt over beside the borrower or only confirms the fact. */
export const USER_ROLES = ['joint', 'fact-only'] as const;
export type UserRole = (typeof USER_ROLES)[number];

export interface ConfirmationFields {
  readonly purpose: string;
  /** Empty: the borrower used the money himself. */
  readonly actualUser: string;
  readonly userRole: UserRole | null;
  readonly remark: string;
}

const contracts = ({ loans }: DebtFacts): string => loans.map(({ contractNo }) => noBreak(contractNo)).join('、');

const owedText = (facts: DebtFacts): string =>
  `截至${paperDate(facts.asOf)}（含当日）尚欠贵行本金${yuanGrouped(principalOf(facts))}元、利息${yuanGrouped(interestOf(facts))}元，合计${amountPair(debtOf(facts))}`;

/** In the order of the gates. */
export function checkConfirmation(facts: DebtFacts, fields: ConfirmationFields): Missing[] {
  const time = timeFindings(facts);
  if (time.length > 0) return time;
  const undecided = fields.actualUser !== '' && fields.userRole === null;
  return [
    ...partyFindings(facts),
    ...amountFindings(facts.loans),
    ...interestFindings(facts.loans, facts.today),
    ...(undecided ? [noticeOf('actual-user-undecided', 'G-SHORT', 'block', 'userRole', fields.actualUser)] : []),
    ...wordFindings('remark', `${fields.purpose}。${fields.actualUser}。${fields.remark}`),
  ];
}

export function checkBalance(facts: DebtFacts): Missing[] {
  const time = timeFindings(facts);
  return time.length > 0
    ? time
    : [...partyFindings(facts), ...amountFindings(facts.loans), ...interestFindings(facts.loans, facts.today)];
}

const head = (facts: DebtFacts, title: string): Block[] => [
  { kind: 'title', lines: [facts.bank.name, title] },
  { kind: 'number' },
];

const paper = (
  code: string,
  title: string,
  facts: DebtFacts,
  date: CalendarDate,
  blocks: readonly Block[],
): PaperDocument => ({ code, title, unit: facts.bank.name, date, class: 'OUT', layout: 'letter', blocks });

const GUARANTOR_DECLARES = '知悉，并同意按原担保合同继续承担担保责任。';

function userBlocks({ actualUser, userRole }: ConfirmationFields): Block[] {
  if (actualUser === '') return [];
  return [
    paragraph(
      text(`实际用款人${actualUser}确认上述借款由其实际使用，并自愿：`),
      ...choices([
        ['共同承担还款责任', userRole === 'joint'],
        ['仅作事实确认', userRole === 'fact-only'],
      ]),
      text('。'),
    ),
  ];
}

export function composeConfirmation(facts: DebtFacts, fields: ConfirmationFields, date: CalendarDate): PaperDocument {
  const { debtor, bank } = facts;
  const { inLetter, annex } = debtBlocks(facts);
  const secured = guarantorNames(facts.guarantors);
  const user = fields.actualUser === '' ? '由债务人本人使用' : `由${fields.actualUser}实际使用`;
  return paper('DOC-REC-05', '债权确认书', facts, date, [
    ...head(facts, '债权确认书'),
    { kind: 'addressee', text: `致${bank.name}：` },
    paragraph(`${debtor.name}与贵行签订的借款合同（编号：${contracts(facts)}）项下的借款，现确认如下：`),
    ...inLetter,
    paragraph(
      bold(`债务人确认：${owedText(facts)}，债权真实、合法、有效，债务人同意继续履行。`),
      text('此后至实际清偿之日止的利息、罚息、复利按合同约定继续计算。'),
    ),
    paragraph(
      `借款用途：${fields.purpose || NOT_APPLICABLE}；借款${user}。担保现状：${secured.map(({ name }) => `${name}（保证）`).join('、') || '无在期的保证'}。`,
    ),
    ...userBlocks(fields),
    ...(fields.remark === '' ? [] : [paragraph(fields.remark)]),
    paragraph(
      text(`送达地址确认：${debtor.address ?? NOT_APPLICABLE}　电话：${debtor.phone ?? NOT_APPLICABLE}　电子邮箱：`),
      { blank: 40 },
      text('　'),
      ...choices([['同意以短信、电子邮件方式送达', false]]),
      text('。上述地址变更未书面告知的，按原地址寄出即视为送达。'),
    ),
    signaturePage(`《债权确认书》（合同编号：${contracts(facts)}）`, [
      { title: '债务人', name: debtor.name, kind: debtor.kind },
      ...(fields.actualUser === '' ? [] : [{ title: '实际用款人', name: fields.actualUser, kind: 'person' as const }]),
      ...secured.map(({ name, kind }) => ({ title: '担保人', name, kind, declares: GUARANTOR_DECLARES })),
      { title: '贷款人', name: bank.name, kind: 'organisation' },
    ]),
    note('本确认书一式三份，债务人、经办机构、户档案各执一份。'),
    ...annex,
  ]);
}

/** It asks for payment as well: a mere check of accounts would invite the argument that nothing was demanded (A18). */
export function composeBalance(facts: DebtFacts, date: CalendarDate): PaperDocument {
  const { debtor, bank } = facts;
  const { inLetter, annex } = debtBlocks(facts);
  const self = debtor.kind === 'person' ? '本人' : '本单位';
  const title = '贷款余额核对单';
  return paper('DOC-REC-07', title, facts, date, [
    ...head(facts, title),
    { kind: 'addressee', text: `${debtor.name}：` },
    paragraph(`截至${paperDate(facts.asOf)}（含当日），${you(debtor)}在我行的借款余额如下：`),
    ...inLetter,
    paragraph(
      `合计${amountPair(debtOf(facts))}。请核对并签章确认。`,
      bold(`本行同时请${you(debtor)}按合同约定履行还款义务。`),
    ),
    accountLine(facts),
    contactLine(facts),
    { kind: 'seal', issuer: bank.name, date },
    ...annex,
    { kind: 'slip', title: `${title}回执` },
    { kind: 'number' },
    { kind: 'addressee', text: `致${bank.name}：` },
    paragraph(
      text(`${self}已收到上述核对单，所列截至${paperDate(facts.asOf)}的余额：`),
      ...choices([
        ['相符', false],
        ['不符，差异为：', false],
      ]),
      { blank: 50 },
    ),
    receiptTable({ addressee: debtor }),
  ]);
}
