/** A step that law limits is itself a request: counsel and the heads that the rule names agree before it is done (REC-14). */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { stepFinding } from '@shared/domain/measures/conductSteps';
import { Inquiry } from '@shared/rules/inquiry';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { rulesInForce } from '../rules/rulesInForce';
import { findConductStep } from './conductSteps.repository';

const { subjectOf, idOf } = rowSubject('conduct-step');

export const stepSubject = subjectOf;

export const conductStepApproval: ApprovalKind = {
  id: 'conduct-step',
  authority: { rule: 'authority/conduct-steps' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const step = findConductStep(db, idOf(subject));
    if (!step) return null;
    return [
      { field: 'household', type: 'household', value: householdNumber(step.household) },
      { field: 'act', type: 'word', value: step.act },
      { field: 'basis', type: 'text', value: step.basis },
      { field: 'purpose', type: 'text', value: step.purpose },
      { field: 'channel', type: 'text', value: step.channel },
      { field: 'content', type: 'text', value: step.content },
      { field: 'checks', type: 'text', value: (JSON.parse(step.checks) as string[]).join('、') },
      { field: 'plannedOn', type: 'date', value: step.plannedOn },
    ];
  },
  async checks(db, subject, today) {
    const step = findConductStep(db, idOf(subject));
    if (!step) return [];
    const { book } = await rulesInForce(db, today);
    const { standing, limit, checks } = stepFinding(new Inquiry(book), step.act, today);
    const ticked = JSON.parse(step.checks) as string[];
    return [
      { id: 'law-allows', met: standing !== 'block', detail: limit.reason, article: limit.article },
      { id: 'legal-basis', met: true, detail: step.basis },
      ...checks.map(({ id, text }) => ({ id: 'condition', met: ticked.includes(id), detail: text })),
      { id: 'day-ahead', met: step.plannedOn >= today, detail: step.plannedOn },
    ];
  },
  // Nothing follows by itself: whoever proposed it does it and says what came of it.
  ended: async () => [],
};
