/** An extension or re-lending as a request for approval (B2 §21, §22; REC-08). */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { sumOf } from '@shared/domain/repayment/agreement';
import { offBalanceProblem, timeProblem } from '@shared/domain/repayment/loanTerm';
import { TERM_FORM } from '@shared/domain/repayment/loanTermPaper';
import { present } from '@shared/kernel/assert';
import { yuanGrouped } from '@shared/kernel/money';
import { Inquiry } from '@shared/rules/inquiry';
import { localDay } from '../../platform/clock';
import type { ApprovalCheck, ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { rulesInForce } from '../rules/rulesInForce';
import { putTermInForce } from './putTermInForce';
import { findTerm, loansForTerms, setTermState, termFiles, termPlan } from './terms.repository';

const { subjectOf, idOf } = rowSubject('loan-term');

export const termSubject = subjectOf;

export const loanTerm: ApprovalKind = {
  id: 'loan-term',
  authority: { rule: 'authority/loan-term' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const term = findTerm(db, idOf(subject));
    if (!term) return null;
    const text = (field: string, value: string | null) =>
      value === null || value === '' ? [] : [{ field, type: 'text' as const, value }];
    const plan = termPlan(db, term.id).map((each) => `${each.dueOn} ${yuanGrouped(sumOf(each))}`);
    const files = termFiles(db, term.id).map(({ name, sha256 }) => `${name}（${sha256.slice(0, 8)}）`);
    return [
      { field: 'household', type: 'household', value: householdNumber(term.partyId) },
      { field: 'contract', type: 'text', value: term.contract },
      { field: 'termKind', type: 'word', value: `term-${term.kind}` },
      ...text('condition', `${term.article}：${term.conditionText}`),
      ...text('facts', term.facts),
      ...text('evidence', files.join('、')),
      ...text('reason', term.reason),
      ...text('security', term.security),
      { field: 'principal', type: 'amount', value: term.principal },
      { field: 'interest', type: 'amount', value: term.interest },
      { field: 'oldDueOn', type: 'date', value: term.dueOn },
      { field: 'newDueOn', type: 'date', value: term.newDueOn },
      ...text('schedule', plan.join('；')),
    ];
  },
  /** What can have changed since it was asked; what must not pass is refused where it takes effect. */
  async checks(db, subject, today): Promise<readonly ApprovalCheck[]> {
    const term = findTerm(db, idOf(subject));
    if (!term) return [];
    const { kind, partyId, loanId, facts, article } = term;
    const { book } = await rulesInForce(db, today);
    const inquiry = new Inquiry(book);
    const loan = loansForTerms(db, partyId).find(({ id }) => id === loanId);
    const off = offBalanceProblem(inquiry, kind, loan?.sheet ?? 'on', today);
    const late = timeProblem(inquiry, kind, term.dueOn, today);
    const evidence = [...(facts === null ? [] : [facts]), ...termFiles(db, term.id).map(({ name }) => name)];
    return [
      { id: 'term-condition', met: true, detail: term.conditionText, article },
      { id: 'term-evidence', met: evidence.length > 0, detail: evidence.join('；'), article },
      { id: 'term-time', met: late === null, detail: term.dueOn, ...(late?.article && { article: late.article }) },
      { id: 'term-on-balance', met: off === null, ...(off?.article && { article: off.article }) },
    ];
  },
  paper(db, subject) {
    const term = findTerm(db, idOf(subject));
    return term ? { form: TERM_FORM[term.kind], subjectId: term.id } : null;
  },
  /** Refuses extension-after-due when the consent comes after the due date. */
  async ended(tx, { subject }, state) {
    const id = idOf(subject);
    setTermState(tx, id, state === 'approved' ? 'approved' : 'refused');
    if (state !== 'approved') return [];
    return putTermInForce(tx, present(findTerm(tx, id), 'a request that was asked stays'), localDay(tx.at));
  },
};
