/** DOC-RWD-02, the reward sheet and payment list: printed with the approval it was given. */
import type { MissingItem } from '@shared/contract/documents.contract';
import { composeRewardSheet, type RewardSheetFacts } from '@shared/domain/rewards/rewardPaper';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { approvalOf } from '../approvals/requireApproved';
import type { Form, SubjectKind } from '../documents/form';
import { branchUnit } from '../users/users.repository';
import { rewardSheetApproval, sheetSubject } from './rewardSheetApproval';
import { findSheet, type StoredSheet, sheetLines } from './sheets.repository';

/** By its number; refuses subject-unknown. */
const SHEET: SubjectKind = {
  name: 'reward-sheet',
  find: (db, key) => sheetAt(db, Number(key)).id,
  describe(db, id) {
    const { from, to } = sheetAt(db, id);
    return { id, partyId: null, label: `${from} – ${to}` };
  },
};

const sheetAt = (db: ReadDb, id: number): StoredSheet =>
  (Number.isInteger(id) ? findSheet(db, id) : undefined) ?? refuse('subject-unknown', { subject: String(id) });

async function gather(db: ReadDb, id: number, today: string): Promise<RewardSheetFacts> {
  const { from, to, state, run, by, paidOn, voucherNo } = sheetAt(db, id);
  const request = await approvalOf(db, rewardSheetApproval.id, sheetSubject(id));
  const levels = request ? (await approvalPaper(db, request.id)).levels : [];
  const lines = sheetLines(db, id, run).map(({ trace: _, partyId: _party, ...line }) => line);
  const unit = (await branchUnit(db)).name;
  return { asOf: today, unit, from, to, state, run, by, lines, levels, paidOn, voucherNo };
}

const UNAPPROVED: MissingItem = {
  id: 'approval',
  section: '1',
  severity: 'block',
  code: 'sheet-not-approved',
  gate: 'G-AUTH',
  subject: null,
};

export const rewardSheetForm: Form<RewardSheetFacts> = {
  code: 'DOC-RWD-02',
  alias: 'reward-sheet',
  title: '清收奖励计算表（发放表）',
  purpose: '按期计算并发放清收奖励',
  class: 'INT',
  version: '1',
  series: '奖',
  category: '管理类',
  word: false,
  subject: SHEET,
  permission: 'reward.prepare',
  required: [],
  fields: [],
  gather: (db, id, { today }) => gather(db, id, today),
  catalogue: () => [],
  figures: () => [],
  check: ({ state }) => (state === 'approved' || state === 'paid' ? [] : [UNAPPROVED]),
  fill: () => ({}),
  compose: (facts, _, date) => composeRewardSheet(facts, date),
};
