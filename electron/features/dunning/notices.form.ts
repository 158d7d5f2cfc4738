/** The notices as forms: reminder, demand, overdue interest, guarantor's, information, owner's, consent to perform. */
import type { DescribedField } from '@shared/contract/documents.contract';
import type { SeriesWord } from '@shared/domain/documents/series';
import { checkNotice } from '@shared/domain/dunning/checkNotice';
import { composeNotice, type NoticeFields, proposedFields } from '@shared/domain/dunning/composeNotice';
import type { NoticeFacts, NoticeForm } from '@shared/domain/dunning/noticeFacts';
import { NOTICE_TITLE } from '@shared/domain/dunning/noticeText';
import type { ReadDb } from '../../database/store';
import { type Form, field, foundIn, type SubjectKind, typedText, type Writing } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { debtFigures } from './debtFigures';
import { gatherBorrower, gatherGuarantor, gatherOwner } from './gatherNotice';
import { GUARANTEE, SECURITY } from './noticeSubjects';
import { insertNotices } from './notices.repository';

const FIELDS: readonly DescribedField[] = [
  field('payBy', 'date'),
  field('contact', 'text', { maxLength: 40 }),
  field('remark', 'longText', { maxLength: 200 }),
];

interface Kind {
  readonly code: NoticeForm;
  readonly alias: string;
  readonly purpose: string;
  readonly series: SeriesWord;
  readonly category: string;
  readonly subject: SubjectKind;
  readonly permission?: Form['permission'];
  readonly gather: (form: NoticeForm, db: ReadDb, id: number, writing: Writing) => Promise<NoticeFacts>;
}

const filled = (facts: NoticeFacts, typed: Record<string, unknown>): NoticeFields => {
  const proposed = proposedFields(facts);
  const text = (id: keyof NoticeFields) => typedText(typed, id) || proposed[id];
  return { payBy: text('payBy'), contact: text('contact'), remark: text('remark') };
};

export function noticeOfKind({ gather, permission = 'notice.prepare', ...kind }: Kind): Form<NoticeFacts> {
  const { code } = kind;
  return {
    ...kind,
    permission,
    title: NOTICE_TITLE[code],
    class: 'OUT',
    version: '1',
    word: false,
    required: [],
    fields: FIELDS,
    gather: (db, id, writing) => gather(code, db, id, writing),
    catalogue: (facts, typed) => {
      const proposed: Readonly<Record<string, unknown>> = { ...proposedFields(facts) };
      return FIELDS.map((each) => ({ ...each, suggestion: typed[each.id] ? null : (proposed[each.id] ?? null) }));
    },
    figures: debtFigures,
    check: (facts, typed) => foundIn(checkNotice(code, facts, filled(facts, typed))),
    fill: (facts, typed) => ({ ...filled(facts, typed) }),
    compose: (facts, fields, date) => composeNotice(code, facts, fields as unknown as NoticeFields, date),
    issued: (tx, papers) => insertNotices(tx, code, papers),
  };
}

/** The form of a code for one kind of subject; null when the code is not for it. */
export const noticeFormFor = (code: NoticeForm, subject: SubjectKind): Form<NoticeFacts> | null =>
  NOTICES.find((form) => form.code === code && form.subject === subject) ?? null;

const PRESERVATION = '保全类';

export const NOTICES: readonly Form<NoticeFacts>[] = [
  noticeOfKind({
    code: 'DOC-REC-00',
    alias: 'due-reminder',
    purpose: '贷款到期前提示借款人备款，不产生中断效果',
    series: '提',
    category: '管理类',
    subject: HOUSEHOLD,
    gather: gatherBorrower,
  }),
  // The same paper for a guarantor: it speaks of his guarantee, so that it is another form with the same code.
  noticeOfKind({
    code: 'DOC-REC-00',
    alias: 'due-reminder-guarantor',
    purpose: '贷款到期前告知保证人，不产生中断效果',
    series: '提',
    category: '管理类',
    subject: GUARANTEE,
    gather: gatherGuarantor,
  }),
  noticeOfKind({
    code: 'DOC-REC-01',
    alias: 'dunning-notice',
    purpose: '向已到期贷款的借款人催收，签收之日起时效重新计算',
    series: '催',
    category: PRESERVATION,
    subject: HOUSEHOLD,
    gather: gatherBorrower,
  }),
  noticeOfKind({
    code: 'DOC-REC-02',
    alias: 'overdue-notice',
    purpose: '贷款未到期而利息逾期时向借款人催收',
    series: '逾',
    category: PRESERVATION,
    subject: HOUSEHOLD,
    gather: gatherBorrower,
  }),
  noticeOfKind({
    code: 'DOC-REC-03',
    alias: 'guarantor-notice',
    purpose: '在保证期间内请求连带责任保证人承担保证责任，一人一份',
    series: '担',
    category: PRESERVATION,
    subject: GUARANTEE,
    gather: gatherGuarantor,
  }),
  noticeOfKind({
    code: 'DOC-REC-03G',
    alias: 'general-guarantor-notice',
    purpose: '告知一般保证人债务未清偿；保全须在保证期间内起诉或仲裁债务人',
    series: '担',
    category: '管理类',
    subject: GUARANTEE,
    gather: gatherGuarantor,
  }),
  noticeOfKind({
    code: 'DOC-REC-03M',
    alias: 'owner-notice',
    purpose: '请第三方抵（质）押人代为清偿或配合处分担保财产',
    series: '担',
    category: '管理类',
    subject: SECURITY,
    gather: gatherOwner,
  }),
  noticeOfKind({
    code: 'DOC-REC-04',
    alias: 'consent-to-perform',
    purpose: '时效届满后由债务人自愿确认并同意继续履行；仅法律顾问或资产保全部负责人出具，不批量打印',
    series: '续',
    category: PRESERVATION,
    subject: HOUSEHOLD,
    permission: 'notice.consent',
    gather: gatherBorrower,
  }),
];
