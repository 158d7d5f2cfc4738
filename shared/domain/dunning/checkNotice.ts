/** What keeps a notice from being issued (documents.md §0.2, §4.3): every finding names its gate and where it is repaired. */
import { addDays, isCalendarDate } from '../../kernel/calendarDate';
import { type Missing, noticeOf } from '../documents/missing';
import { unfilledPlace } from '../documents/wordingGate';
import { composeNotice, type NoticeFields } from './composeNotice';
import { amountFindings, bankFindings, personFindings, wordFindings } from './debtFindings';
import { interestFindings } from './interestFindings';
import type { NoticeFacts, NoticeForm } from './noticeFacts';
import { isDead } from './noticeForm';
import { NOTICE_TITLE } from './noticeText';

/** The wrong form cannot be issued: what the rule says of the addressee's debts is told with its reason (G-TIME). */
function timeFindings(form: NoticeForm, { states, loans }: NoticeFacts): Missing[] {
  if (loans.length > 0) return [];
  const other = states.find((state) => state.form !== null && state.form !== form);
  const none = states.find((state) => state.reason !== null);
  if (other?.form) return [noticeOf('other-form-fits', 'G-TIME', 'block', 'loans', NOTICE_TITLE[other.form])];
  return [noticeOf(none?.reason ?? 'nothing-owed', 'G-TIME', 'block', 'loans')];
}

function guaranteeFindings(form: NoticeForm, { guarantee }: NoticeFacts): Missing[] {
  if (form !== 'DOC-REC-03' && form !== 'DOC-REC-03G') return [];
  const known = guarantee !== null && (guarantee.periodEnd !== null || guarantee.periodWording !== null);
  return known ? [] : [noticeOf('guarantee-incomplete', 'G-PARTY', 'block', 'loans')];
}

/** Whoever renounced owes nothing; nobody owes more than he got. The notice says that the borrower is dead: the ledger may not know yet. */
function heirFindings(form: NoticeForm, { heir, addressee, borrower }: NoticeFacts): Missing[] {
  if (form !== 'DOC-REC-01H') return [];
  if (heir === null) return [noticeOf('heir-missing', 'G-PARTY', 'block', 'party', addressee.name)];
  return [
    ...(heir.renouncedOn === null ? [] : [noticeOf('heir-renounced', 'G-PARTY', 'block', 'party', addressee.name)]),
    ...(isDead(borrower.status) ? [] : [noticeOf('borrower-not-dead', 'G-PARTY', 'warn', 'party', borrower.name)]),
    ...(heir.estate > 0 ? [] : [noticeOf('estate-empty', 'G-AMT', 'block', 'party', addressee.name)]),
  ];
}

function accelerationFindings(form: NoticeForm, { acceleration }: NoticeFacts): Missing[] {
  if (form !== 'DOC-REC-02A' || acceleration?.isApproved) return [];
  return [noticeOf('acceleration-not-approved', 'G-AUTH', 'block', 'approval', acceleration?.clause)];
}

function dateFindings(form: NoticeForm, facts: NoticeFacts, { payBy }: NoticeFields): Missing[] {
  const early = facts.loans
    .filter(({ issuedOn, dueOn }) => issuedOn !== null && dueOn !== null && issuedOn > dueOn)
    .map((loan) => noticeOf('dates-out-of-order', 'G-DATE', 'block', 'loans', loan.contractNo));
  if (form === 'DOC-REC-00' || form === 'DOC-REC-03G' || form === 'DOC-REC-04') return early;
  if (!isCalendarDate(payBy)) return [...early, noticeOf('value-invalid', 'G-DATE', 'block', 'payBy')];
  const least = addDays(facts.today, facts.term.least);
  return payBy < least ? [...early, noticeOf('pay-by-too-early', 'G-DATE', 'block', 'payBy', least)] : early;
}

/** In the order of the gates; empty when the notice may go out. */
export function checkNotice(form: NoticeForm, facts: NoticeFacts, fields: NoticeFields): Missing[] {
  const time = timeFindings(form, facts);
  if (time.length > 0) return time;
  const found = [
    ...personFindings(facts.addressee),
    ...(facts.role === 'borrower' ? [] : personFindings({ ...facts.borrower, address: 'x' }, false)),
    ...bankFindings(facts.bank),
    ...guaranteeFindings(form, facts),
    ...heirFindings(form, facts),
    ...accelerationFindings(form, facts),
    ...amountFindings(facts.loans),
    ...(form === 'DOC-REC-00' ? [] : interestFindings(facts.loans, facts.today)),
    ...dateFindings(form, facts, fields),
    ...(fields.contact.trim() === '' ? [noticeOf('field-missing', 'G-SHORT', 'block', 'contact')] : []),
    ...wordFindings('remark', `${fields.remark}。${fields.contact}`),
  ];
  if (found.some((finding) => finding.severity === 'block')) return found;
  const place = unfilledPlace(composeNotice(form, facts, fields, facts.today));
  return place === null ? found : [...found, noticeOf('placeholder-left', 'G-SHORT', 'block', 'remark', place)];
}
