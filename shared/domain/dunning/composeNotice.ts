/** A notice with its receipt, or the consent to perform, as a paper. */
import { addDays, type CalendarDate, paperDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import { amountPair } from '../../kernel/rmbCapitals';
import { type Block, blank, bold, choices, note, type PaperDocument, paragraph, text } from '../documents/blocks';
import { signaturePage } from '../documents/signatureBlocks';
import { noBreak } from '../documents/typesetting';
import { debtOf, interestOf, type NoticeFacts, type NoticeForm, principalOf } from './noticeFacts';
import { debtBlocks, receiptTable } from './noticeTables';
import { contactLine, NOTICE_TITLE, noticeText } from './noticeText';

/** What a person types, filled over what the program proposes. */
export interface NoticeFields {
  /** Day before which payment is asked. */
  readonly payBy: CalendarDate;
  readonly contact: string;
  /** A paragraph of the writer's own; goes through the wording gate. */
  readonly remark: string;
}

export const proposedFields = (facts: NoticeFacts): NoticeFields => ({
  payBy: addDays(facts.today, facts.term.usual),
  contact: facts.contact,
  remark: '',
});

const contractsOf = (facts: NoticeFacts): string => facts.loans.map((loan) => noBreak(loan.contractNo)).join('、');

/** What the signature says: knowledge of the notice, never a consent to perform after expiry (that is form 04). */
function receiptSentence(form: NoticeForm, self: string): string {
  const title = `《${NOTICE_TITLE[form]}》`;
  if (form === 'DOC-REC-03') return `收到上述${title}，知悉贵行请求${self}承担保证责任。`;
  return `收到上述${title}，知悉通知书所载的内容。`;
}

const ANSWERED: readonly NoticeForm[] = ['DOC-REC-01', 'DOC-REC-01H', 'DOC-REC-02', 'DOC-REC-02A', 'DOC-REC-03'];

/** Boxes on the amount and a promise; a reminder, a mere information and an owner's notice have none. */
function answerBoxes(form: NoticeForm, self: string): Block[] {
  if (!ANSWERED.includes(form)) return [];
  return [
    paragraph(
      ...choices([['对所列欠款本金、利息金额无异议', false]]),
      text('　　'),
      ...choices([['有异议，具体为：', false]]),
      blank(42),
    ),
    paragraph(
      ...choices([[`${self}承诺于`, false]]),
      blank(14),
      text('年'),
      blank(8),
      text('月'),
      blank(8),
      text('日前偿还'),
      blank(30),
      text('元（还款安排另行签订协议的，以协议为准）'),
    ),
  ];
}

function receiptSlip(form: NoticeForm, facts: NoticeFacts): Block[] {
  const self = facts.addressee.kind === 'person' ? '本人' : '本单位';
  return [
    { kind: 'slip', title: `${NOTICE_TITLE[form]}回执` },
    { kind: 'number' },
    note(`合同编号：${contractsOf(facts)}`, 'right'),
    { kind: 'addressee', text: `致${facts.bank.name}：` },
    paragraph(
      text(`${self}已于`),
      blank(14),
      text('年'),
      blank(8),
      text('月'),
      blank(8),
      text(`日${receiptSentence(form, self)}`),
    ),
    ...answerBoxes(form, self),
    receiptTable(facts),
    note('本回执由签收人本人填写日期；金额、日期如有更改，应由签收人在更改处签字（捺印）确认。'),
  ];
}

/** Who the house rule wants on one page beside the receipts: additional, never in their place. */
function jointPage(form: NoticeForm, facts: NoticeFacts): Block[] {
  const { addressee, coSigners } = facts;
  if (coSigners.length === 0) return [];
  const title = NOTICE_TITLE[form];
  return [
    { kind: 'slip', title: `${title}共同签收页` },
    { kind: 'number' },
    paragraph(`下列各方均已收到《${title}》。本页不代替各自通知书的回执。`),
    signaturePage(`《${title}》（合同编号：${contractsOf(facts)}）`, [
      { title: '借款人', name: addressee.name, kind: addressee.kind },
      ...coSigners,
    ]),
  ];
}

function letter(
  form: Exclude<NoticeForm, 'DOC-REC-04'>,
  facts: NoticeFacts,
  fields: NoticeFields,
  date: CalendarDate,
): Block[] {
  const { before, after } = noticeText(form, { ...facts, contact: fields.contact }, fields.payBy);
  const { inLetter, annex } = debtBlocks(facts);
  const own = fields.remark.trim() === '' ? [] : [paragraph(fields.remark.trim())];
  return [
    { kind: 'title', lines: [facts.bank.name, NOTICE_TITLE[form]] },
    { kind: 'number' },
    { kind: 'addressee', text: `${facts.addressee.name}：` },
    ...before,
    ...inLetter,
    ...after.slice(0, -1),
    ...own,
    ...after.slice(-1),
    { kind: 'seal', issuer: facts.bank.name, date },
    ...annex,
    ...receiptSlip(form, facts),
    ...jointPage(form, facts),
  ];
}

/** After expiry: no demand, no deadline; the debtor is told of his defence and may consent in his own hand (时效规定 19(3)). */
function consentPaper(facts: NoticeFacts, fields: NoticeFields, date: CalendarDate): Block[] {
  const self = facts.addressee.kind === 'person' ? '本人' : '本单位';
  const { annex, inLetter } = debtBlocks(facts);
  const line = (caption: string) =>
    paragraph(text(caption), blank(34), text('　'), blank(14), text('年'), blank(8), text('月'), blank(8), text('日'));
  return [
    { kind: 'title', lines: [facts.bank.name, '关于协商处理贷款债务的函'] },
    { kind: 'number' },
    { kind: 'addressee', text: `${facts.addressee.name}：` },
    paragraph(
      `${facts.addressee.kind === 'person' ? '你' : '你单位'}在我行的借款（合同编号：${contractsOf(facts)}）至今未结清。现邀请${facts.addressee.kind === 'person' ? '你' : '你单位'}与我行当面协商处理，是否签署后附文件由你方自行决定。`,
    ),
    ...inLetter,
    contactLine({ ...facts, contact: fields.contact }),
    { kind: 'seal', issuer: facts.bank.name, date },
    ...annex,
    { kind: 'slip', title: NOTICE_TITLE['DOC-REC-04'] },
    { kind: 'number' },
    { kind: 'addressee', text: `致${facts.bank.name}：` },
    paragraph(
      `一、${self}与贵行签订的编号为${contractsOf(facts)}的借款合同项下，截至${paperDate(facts.asOf)}（含当日）尚欠本金${yuanGrouped(principalOf(facts))}元、利息${yuanGrouped(interestOf(facts))}元，合计${amountPair(debtOf(facts))}，${self}予以确认。`,
    ),
    paragraph(
      `二、贵行工作人员已向${self}说明：该债务的诉讼时效期间可能已经届满；诉讼时效期间届满的，债务人可以提出不履行义务的抗辩；签署本确认书后，${self}将不再以诉讼时效期间届满为由拒绝履行。`,
    ),
    paragraph(
      text(`三、${self}在知悉上述内容后，`),
      bold('自愿同意继续履行全部上述债务'),
      text('，并按下列方式偿还：'),
      ...choices([
        ['一次性偿还', false],
        ['按所附还款计划分期偿还', false],
        ['另行协商确定', false],
      ]),
      text('。'),
    ),
    paragraph(`四、本确认书系${self}真实意思表示，未受欺诈、胁迫。`),
    paragraph(text('债务人手写：'), blank(66), text('（我已阅读并同意继续履行上述债务）')),
    line(facts.addressee.kind === 'person' ? '债务人（签字、捺印）：' : '债务人（公章）、法定代表人：'),
    line('贵行见证人：'),
    line('贵行见证人：'),
  ];
}

/** The paper of a notice; `date` is the day of issue. */
export function composeNotice(
  form: NoticeForm,
  facts: NoticeFacts,
  fields: NoticeFields,
  date: CalendarDate,
): PaperDocument {
  const blocks = form === 'DOC-REC-04' ? consentPaper(facts, fields, date) : letter(form, facts, fields, date);
  return {
    code: form,
    title: NOTICE_TITLE[form],
    unit: facts.bank.name,
    date,
    class: 'OUT',
    layout: 'letter',
    blocks,
  };
}
