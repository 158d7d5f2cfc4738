/** A suspension or relief of interest as a request for approval (B1 §19, REC-12). */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { PRINCIPLES } from '@shared/domain/receipts/interestMeasure';
import { present } from '@shared/kernel/assert';
import { localDay } from '../../platform/clock';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { endMeasure, findMeasure } from './measures.repository';
import { rerun } from './rerun';

const { subjectOf, idOf } = rowSubject('interest-measure');

export const measureSubject = subjectOf;

export const interestMeasure: ApprovalKind = {
  id: 'interest-measure',
  authority: { rule: 'authority/interest-relief' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const asked = findMeasure(db, idOf(subject));
    if (!asked) return null;
    const text = (field: string, value: string | null) =>
      value === null ? [] : [{ field, type: 'text' as const, value }];
    return [
      { field: 'household', type: 'household', value: householdNumber(asked.partyId) },
      { field: 'contract', type: 'text', value: asked.contract },
      { field: 'measure', type: 'word', value: asked.measure },
      { field: 'amount', type: 'amount', value: asked.amount },
      { field: 'hardship', type: 'word', value: `hardship-${asked.hardship}` },
      ...text('facts', asked.facts),
      ...text('evidence', asked.evidence),
      ...text('investigators', asked.investigators.join('、')),
      ...PRINCIPLES.flatMap((principle, index) => text(`principle-${principle}`, asked.principles[index] ?? null)),
      ...text('conditions', asked.conditions),
      ...(asked.until === null ? [] : [{ field: 'until', type: 'date' as const, value: asked.until }]),
    ];
  },
  async checks(db, subject) {
    const asked = findMeasure(db, idOf(subject));
    if (!asked) return [];
    const { investigators, evidence, facts, principles } = asked;
    return [
      { id: 'verified', met: (facts ?? '') !== '' && investigators.length > 0, detail: investigators.join('、') },
      { id: 'evidence', met: (evidence ?? '') !== '', detail: evidence ?? '' },
      { id: 'principles', met: PRINCIPLES.every((_, index) => (principles[index] ?? '') !== '') },
    ].map((check) => ({ ...check, article: 'B1 §19' }));
  },
  paper: (_, subject) => ({ form: 'interest-relief', subjectId: idOf(subject) }),
  /** A relief takes effect on the day of its approval: receipts of that day and later are run again. */
  async ended(tx, { subject }, state) {
    const id = idOf(subject);
    const { measure, partyId } = present(findMeasure(tx, id), 'a measure that was asked for stays');
    const today = localDay(tx.at);
    endMeasure(tx, id, state, today);
    if (measure === 'relief') await rerun(tx, today, partyId, { cause: 'relief', id });
    return [];
  },
};
