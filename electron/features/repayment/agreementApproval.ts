/** A repayment agreement as a request for approval (B1 §13(3), documents.md DOC-REC-06). */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { sumOf, totalOf } from '@shared/domain/repayment/agreement';
import { yuanGrouped } from '@shared/kernel/money';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { agreedLoans, findAgreement, instalmentsOf, setState } from './agreements.repository';

const { subjectOf, idOf } = rowSubject('repayment-agreement');

export const agreementSubject = subjectOf;

export const repaymentAgreement: ApprovalKind = {
  id: 'repayment-agreement',
  authority: { rule: 'authority/repayment-agreement' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const agreement = findAgreement(db, idOf(subject));
    if (!agreement) return null;
    const loans = agreedLoans(db, agreement.id);
    const { principal, interest } = totalOf(loans);
    const schedule = instalmentsOf(db, agreement.id).map(
      (each) => `${each.seq}. ${each.dueOn} ${yuanGrouped(sumOf(each))}`,
    );
    return [
      { field: 'household', type: 'household', value: householdNumber(agreement.partyId) },
      { field: 'contract', type: 'text', value: loans.map(({ contract }) => contract).join('、') },
      { field: 'principal', type: 'amount', value: principal },
      { field: 'interest', type: 'amount', value: interest },
      { field: 'order', type: 'word', value: agreement.order },
      { field: 'schedule', type: 'text', value: schedule.join('；') },
      { field: 'graceDays', type: 'count', value: agreement.graceDays },
      { field: 'follower', type: 'person', value: agreement.follower },
    ];
  },
  async checks(db, subject, today) {
    const id = idOf(subject);
    const instalments = instalmentsOf(db, id);
    const { principal, interest } = totalOf(agreedLoans(db, id));
    const planned = instalments.reduce((sum, each) => sum + sumOf(each), 0);
    const first = instalments[0]?.dueOn ?? '';
    return [
      { id: 'schedule-sum', met: planned === principal + interest, detail: yuanGrouped(planned) },
      { id: 'first-ahead', met: first >= today, detail: first },
    ];
  },
  paper: (_, subject) => ({ form: 'repayment-agreement', subjectId: idOf(subject) }),
  async ended(tx, { subject }, state) {
    setState(tx, idOf(subject), state === 'approved' ? 'approved' : 'refused');
    return [];
  },
};
