/** A pre-suit notice needs asset preservation's agreement (B1 §13(4)): what it is shown when it is asked. */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { negotiationsIn } from '@shared/domain/measures/householdState';
import { negotiationRecord } from '@shared/domain/repayment/preSuit';
import { present } from '@shared/kernel/assert';
import { Inquiry } from '@shared/rules/inquiry';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { impressionsOf } from '../contacts/contacts.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { endPreSuit, findPreSuit } from './preSuit.repository';

const { subjectOf, idOf } = rowSubject('pre-suit');

export const preSuitSubject = subjectOf;

export const preSuitNotice: ApprovalKind = {
  id: 'pre-suit-notice',
  authority: { rule: 'measures/team-measures', columns: ['approval'] },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const asked = findPreSuit(db, idOf(subject));
    if (!asked) return null;
    return [
      { field: 'household', type: 'household', value: householdNumber(asked.partyId) },
      { field: 'owed', type: 'amount', value: asked.owed },
      { field: 'negotiations', type: 'count', value: asked.negotiations },
      { field: 'reason', type: 'text', value: asked.reason },
    ];
  },
  async checks(db, subject, today) {
    const asked = present(findPreSuit(db, idOf(subject)), 'what was asked stays');
    const { book } = await rulesInForce(db, today);
    const talks = negotiationsIn(impressionsOf(db, asked.partyId));
    const { held, needed, article } = negotiationRecord(new Inquiry(book), talks, today);
    return [{ id: 'negotiations', met: held >= needed, detail: `${held}/${needed}`, article }];
  },
  paper: (db, subject) => {
    const { partyId } = present(findPreSuit(db, idOf(subject)), 'what was asked stays');
    return { form: 'pre-suit-notice', subjectId: partyId };
  },
  async ended(tx, { subject }, state) {
    endPreSuit(tx, idOf(subject), state === 'approved' ? 'approved' : 'refused');
    return [];
  },
};
