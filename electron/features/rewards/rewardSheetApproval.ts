/** A reward sheet as a request for approval (RWD-02, B2 §30(4)): the period, the sum, and who gets what. */
import type { Content } from '@shared/domain/approvals/content';
import { payees, totalOf } from '@shared/domain/rewards/rewardSheet';
import { yuanGrouped } from '@shared/kernel/money';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { findSheet, setState, sheetLines } from './sheets.repository';

const { subjectOf, idOf } = rowSubject('reward-sheet');

export const sheetSubject = subjectOf;

export const rewardSheetApproval: ApprovalKind = {
  id: 'reward-sheet',
  authority: { rule: 'authority/reward-sheet' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const sheet = findSheet(db, idOf(subject));
    if (!sheet || sheet.state === 'discarded') return null;
    const lines = sheetLines(db, sheet.id, sheet.run);
    const people = payees(lines).map(({ name, amount }) => `${name} ${yuanGrouped(amount)}`);
    return [
      { field: 'firstDay', type: 'date', value: sheet.from },
      { field: 'lastDay', type: 'date', value: sheet.to },
      { field: 'run', type: 'count', value: sheet.run },
      { field: 'rewarded', type: 'count', value: lines.filter(({ amount }) => amount !== 0).length },
      { field: 'excluded', type: 'count', value: lines.filter(({ excluded }) => excluded !== null).length },
      { field: 'amount', type: 'amount', value: totalOf(lines) },
      { field: 'payees', type: 'text', value: people.join('；') },
    ];
  },
  async checks(db, subject, today) {
    const sheet = findSheet(db, idOf(subject));
    if (!sheet) return [];
    const lines = sheetLines(db, sheet.id, sheet.run);
    const excluded = lines.filter((line) => line.excluded !== null);
    return [
      { id: 'period-ended', met: sheet.to < today, detail: sheet.to },
      { id: 'excluded-unpaid', met: excluded.every(({ amount }) => amount <= 0), detail: String(excluded.length) },
    ].map((check) => ({ ...check, article: 'B2 §30' }));
  },
  paper: (_, subject) => ({ form: 'reward-sheet', subjectId: idOf(subject) }),
  /** Without consent it is a draft again, to be put right and asked anew. */
  async ended(tx, { subject }, state) {
    const id = idOf(subject);
    setState(tx, id, state === 'approved' ? 'approved' : 'draft');
    return [{ action: 'rewards.sheetEnded', objectKind: 'reward-sheet', objectId: String(id), detail: { state } }];
  },
};
