/** DOC-REC-10, the announcement in a newspaper that an approved step allows; its day is recorded in the register like a delivery. */
import { type AnnouncementFacts, checkAnnouncement, composeAnnouncement } from '@shared/domain/dunning/announcement';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { approvalOf } from '../approvals/requireApproved';
import { type Form, foundIn, type SubjectKind, type Writing } from '../documents/form';
import { debtFigures } from '../dunning/debtFigures';
import { gatherBorrower } from '../dunning/gatherNotice';
import { noticeParty } from '../dunning/noticeFacts.repository';
import { insertNotices } from '../dunning/notices.repository';
import { conductStepApproval, stepSubject } from '../measures/conductStepApproval';
import { findConductStep, type StoredConductStep } from '../measures/conductSteps.repository';
import { gatherDebt } from '../repayment/gatherDebt';

function stepAt(db: ReadDb, id: number): StoredConductStep {
  const step = Number.isInteger(id) ? findConductStep(db, id) : undefined;
  return step?.act === 'newspaper-notice' ? step : refuse('subject-unknown', { subject: String(id) });
}

/** By the number of the step; refuses subject-unknown. */
const STEP: SubjectKind = {
  name: 'conduct-step',
  find: (db, key) => stepAt(db, Number(key)).id,
  describe(db, id) {
    const { household } = stepAt(db, id);
    return { id, partyId: household, label: noticeParty(db, household).name };
  },
};

async function gather(db: ReadDb, id: number, writing: Writing): Promise<AnnouncementFacts> {
  const { household, channel } = stepAt(db, id);
  const demand = await gatherBorrower('DOC-REC-01', db, household, writing);
  const loans = demand.loans.map((loan) => loan.id);
  const { guarantors } = await gatherDebt(db, household, writing, loans);
  const request = await approvalOf(db, conductStepApproval.id, stepSubject(id));
  return {
    ...demand,
    medium: channel,
    isApproved: request?.state === 'approved',
    guarantors: guarantors.map(({ loanId, name }) => ({ loanId, name })),
  };
}

export const announcementForm: Form<AnnouncementFacts> = {
  code: 'DOC-REC-10',
  alias: 'newspaper-notice',
  title: '催收公告',
  purpose: '债务人下落不明，经批准在国家级或省级有影响的媒体上公告催收',
  class: 'OUT',
  version: '1',
  series: '公',
  category: '保全类',
  word: true,
  subject: STEP,
  permission: 'measure.step',
  required: [],
  fields: [],
  gather,
  catalogue: () => [],
  figures: debtFigures,
  check: (facts) => foundIn(checkAnnouncement(facts)),
  fill: () => ({}),
  compose: (facts, _, date) => composeAnnouncement(facts, date),
  issued: (tx, papers) => insertNotices(tx, 'DOC-REC-10', papers),
};
