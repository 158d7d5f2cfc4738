/** DOC-REC-11, the approval form of a suspension or relief of interest. */
import { composeMeasure, type MeasureFacts } from '@shared/domain/receipts/measurePaper';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { approvalOf } from '../approvals/requireApproved';
import type { Form, SubjectKind } from '../documents/form';
import { findParty } from '../parties/household.repository';
import { branchUnit } from '../users/users.repository';
import { interestOwed } from './interestOwed';
import { interestMeasure, measureSubject } from './measureApproval';
import { findMeasure, type StoredMeasure } from './measures.repository';

const measureAt = (db: ReadDb, id: number): StoredMeasure =>
  (Number.isInteger(id) ? findMeasure(db, id) : undefined) ?? refuse('subject-unknown', { subject: String(id) });

/** By its number; refuses subject-unknown. */
const MEASURE: SubjectKind = {
  name: 'interest-measure',
  find: (db, key) => measureAt(db, Number(key)).id,
  describe(db, id) {
    const { partyId, contract } = measureAt(db, id);
    return { id, partyId, label: contract };
  },
};

async function gather(db: ReadDb, id: number, today: string): Promise<MeasureFacts> {
  const asked = measureAt(db, id);
  const request = present(
    await approvalOf(db, interestMeasure.id, measureSubject(id)),
    'a measure is asked for with its request',
  );
  const { contract, measure, amount, hardship, facts, evidence, investigators, principles, conditions, until } = asked;
  return {
    asOf: today,
    unit: (await branchUnit(db)).name,
    debtor: present(findParty(db, asked.partyId), 'a household has its borrower').name,
    owed: await interestOwed(db, asked.partyId, asked.loanId, today),
    ...{ contract, measure, amount, hardship, facts, evidence, investigators, principles, conditions, until },
    levels: (await approvalPaper(db, request.id)).levels,
  };
}

export const measureForm: Form<MeasureFacts> = {
  code: 'DOC-REC-11',
  alias: 'interest-relief',
  title: '利息暂挂（减免）审批表',
  purpose: '利息部分或全部暂挂、减免，核实后报支行审批',
  class: 'INT',
  version: '1',
  series: '挂',
  category: '要件类',
  word: false,
  subject: MEASURE,
  permission: 'receipt.record',
  required: [],
  fields: [],
  gather: (db, id, { today }) => gather(db, id, today),
  catalogue: () => [],
  figures: () => [],
  check: () => [],
  fill: () => ({}),
  compose: (facts, _, date) => composeMeasure(facts, date),
};
