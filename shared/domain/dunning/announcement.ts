/**
 * The announcement in a newspaper (DOC-REC-10; LIM-12, law.md §15): only of debtors whose whereabouts are unknown, by an approved
 * step, and without identifier, address or telephone of anybody.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import { bold, type PaperDocument, paragraph } from '../documents/blocks';
import { type Missing, noticeOf } from '../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../documents/typesetting';
import type { NoticeFacts } from './noticeFacts';
import { contactLine } from './noticeText';

export interface AnnouncementFacts extends NoticeFacts {
  /** Newspaper, as the step names it. */
  readonly medium: string;
  readonly isApproved: boolean;
  /** Guarantors who still stand, by loan. */
  readonly guarantors: readonly { readonly loanId: number; readonly name: string }[];
}

/** In the order of the gates. */
export function checkAnnouncement({ isApproved, medium, loans, states, bank }: AnnouncementFacts): Missing[] {
  const reason = states.find((state) => state.reason !== null)?.reason ?? 'nothing-owed';
  return [
    ...(isApproved ? [] : [noticeOf('step-not-approved', 'G-AUTH', 'block', 'approval', medium)]),
    ...(loans.length > 0 ? [] : [noticeOf(reason, 'G-TIME', 'block', 'loans')]),
    ...(bank.name && bank.phone && bank.address ? [] : [noticeOf('bank-incomplete', 'G-PARTY', 'block', 'bank')]),
  ];
}

export function composeAnnouncement(facts: AnnouncementFacts, date: CalendarDate): PaperDocument {
  const { bank, borrower, loans, guarantors } = facts;
  const title = '催收公告';
  const rows = loans.map(({ id, contractNo, balance }) => [
    borrower.name,
    guarantors
      .filter(({ loanId }) => loanId === id)
      .map(({ name }) => name)
      .join('、') || NOT_APPLICABLE,
    noBreak(contractNo),
    yuanGrouped(balance),
  ]);
  const columns = [
    { label: '借款人', width: 44 },
    { label: '担保人', width: 44 },
    { label: '合同编号', width: 42 },
    { label: '本金余额（元）', width: 30, align: 'right' },
  ] as const;
  return {
    ...{ code: 'DOC-REC-10', title, unit: bank.name, date, class: 'OUT', layout: 'letter' },
    blocks: [
      { kind: 'title', lines: [bank.name, title] },
      { kind: 'number' },
      paragraph('下列债务人下落不明，现依法公告催收，', bold('请于公告之日起立即清偿；担保人请依法承担担保责任。')),
      { kind: 'dataTable', columns, rows },
      paragraph('利息、罚息、复利按合同约定计算至实际清偿之日止。'),
      contactLine(facts),
      { kind: 'seal', issuer: bank.name, date },
    ],
  };
}
