/** A measure that law warns of is itself a request: those whom the rule names agree to its legal basis before it begins (law.md §15). */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { MeasureVerdict } from '@shared/domain/measures/suggest';
import type { ReadDb } from '../../database/store';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { findItem, type StoredItem } from './measures.repository';

const { subjectOf, idOf } = rowSubject('measure-item');

export const measureSubject = subjectOf;

const itemAt = (db: ReadDb, subject: string) => findItem(db, idOf(subject));

/** What the rules said of the item on the day it was planned. */
export const verdictOf = ({ verdict }: Pick<StoredItem, 'verdict'>): MeasureVerdict =>
  JSON.parse(verdict) as MeasureVerdict;

/** Law warns of it: a legal basis and an approval are needed. */
export const needsConsent = ({ standing }: Pick<MeasureVerdict, 'standing'>): boolean => standing === 'warn';

export const limitedMeasureApproval: ApprovalKind = {
  id: 'limited-measure',
  authority: { rule: 'authority/limited-measures' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const item = itemAt(db, subject);
    if (!item || item.state === 'dropped') return null;
    const { limit } = verdictOf(item);
    return [
      { field: 'household', type: 'household', value: householdNumber(item.household) },
      { field: 'measure', type: 'word', value: item.measure },
      { field: 'what', type: 'text', value: item.what },
      { field: 'basis', type: 'text', value: item.basis ?? '' },
      { field: 'limit', type: 'text', value: limit ? `${limit.reason}（${limit.article}）` : '' },
      { field: 'responsible', type: 'person', value: item.responsible },
      { field: 'dueOn', type: 'date', value: item.dueOn },
    ];
  },
  async checks(db, subject, today) {
    const item = itemAt(db, subject);
    if (!item) return [];
    const { suits, limit } = verdictOf(item);
    const law = limit && { detail: limit.reason, article: limit.article };
    return [
      { id: 'law-warns', met: true, ...law },
      { id: 'legal-basis', met: item.basis !== null, ...(item.basis !== null && { detail: item.basis }) },
      { id: 'measure-suits', met: suits },
      { id: 'day-ahead', met: item.dueOn >= today, detail: item.dueOn },
    ];
  },
  // Nothing follows by itself: with consent the measure may begin, without it the plan is revised.
  ended: async () => [],
};
