/** A household on the balance sheet becomes a target only with the deputy head's consent (TEAM-02, B1 §9(2)). */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { SOURCE_RULE } from '@shared/domain/targets/sources';
import { yuanGrouped } from '@shared/kernel/money';
import { localDay } from '../../platform/clock';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { findTarget, insertStep } from './targets.repository';

const { subjectOf, idOf } = rowSubject('target');

export const targetSubject = subjectOf;

export const targetSource: ApprovalKind = {
  id: 'target-source',
  authority: { rule: SOURCE_RULE, columns: ['approval'] },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const target = findTarget(db, idOf(subject));
    if (!target || target.closedOn !== null) return null;
    return [
      { field: 'household', type: 'household', value: householdNumber(target.partyId) },
      { field: 'source', type: 'word', value: target.source },
      { field: 'unit', type: 'text', value: target.unit },
      { field: 'loans', type: 'count', value: target.loans },
      { field: 'reason', type: 'text', value: target.reason },
    ];
  },
  async checks(db, subject) {
    const target = findTarget(db, idOf(subject));
    if (!target) return [];
    const { balance, loans, reason } = target;
    return [
      { id: 'target-owing', met: loans > 0 && balance > 0, detail: yuanGrouped(balance) },
      { id: 'target-reason', met: reason !== '', detail: reason },
    ].map((check) => ({ ...check, article: 'B1 §9' }));
  },
  // Consent brings it into the ledger; without it there is no target.
  async ended(tx, { id, subject }, state) {
    const targetId = idOf(subject);
    const step = state === 'approved' ? 'in-ledger' : 'closed';
    const record = { targetId, on: localDay(tx.at), skipped: false, documentId: null };
    insertStep(tx, { ...record, step, reason: `${state} ${id}` });
    return [
      { action: 'targets.step', objectKind: 'target', objectId: String(targetId), detail: { step, request: id } },
    ];
  },
};
