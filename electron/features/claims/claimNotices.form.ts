/** DOC-REC-01H to whoever inherited from a dead borrower, DOC-REC-02A that calls in a loan before its due date. */

import type { NoticeFacts } from '@shared/domain/dunning/noticeFacts';
import { present } from '@shared/kernel/assert';
import type { ReadDb } from '../../database/store';
import { approvalOf } from '../approvals/requireApproved';
import type { Form, SubjectKind, Writing } from '../documents/form';
import { gatherBorrower } from '../dunning/gatherNotice';
import { noticeParty } from '../dunning/noticeFacts.repository';
import { findOne } from '../dunning/noticeSubjects';
import { noticeOfKind } from '../dunning/notices.form';
import { accelerationApproval, accelerationSubject } from './accelerationApproval';
import { findAcceleration } from './accelerations.repository';
import { findHeir, STANDING_HEIRS } from './heirs.repository';

const heirAt = (db: ReadDb, id: number) => present(findHeir(db, id), 'the heir exists');
const accelerationAt = (db: ReadDb, id: number) => present(findAcceleration(db, id), 'the request exists');

/** `h12`, or a household or contract with one heir. */
const HEIR: SubjectKind = {
  name: 'heir',
  find: (db, key) =>
    findOne(
      db,
      key,
      'h',
      'heir',
      (which) => `SELECT id, 'h' || id AS key, name AS label FROM heir
        WHERE party_id IN (SELECT party_id FROM loan WHERE ${which}) AND ${STANDING_HEIRS} ORDER BY id`,
    ),
  describe(db, id) {
    const { partyId, name } = heirAt(db, id);
    return { id, partyId, label: `${name}（${noticeParty(db, partyId).name}的遗产）` };
  },
};

/** `a12`, or a contract or household with one request. */
const ACCELERATION: SubjectKind = {
  name: 'acceleration',
  find: (db, key) =>
    findOne(
      db,
      key,
      'a',
      'acceleration',
      (which) => `SELECT id, 'a' || id AS key, clause AS label FROM acceleration
        WHERE state <> 'refused' AND loan_id IN (SELECT id FROM loan WHERE ${which}) ORDER BY id`,
    ),
  describe(db, id) {
    const { partyId, contract } = accelerationAt(db, id);
    return { id, partyId, label: `${noticeParty(db, partyId).name}（${contract}）` };
  },
};

/** The debts for which a demand could go to the borrower if he lived: due, and limitation has not run out. */
async function gatherHeir(db: ReadDb, id: number, writing: Writing): Promise<NoticeFacts> {
  const heir = heirAt(db, id);
  const { name, idNo, address, phone, capacity, estate, renouncedOn } = heir;
  const demand = await gatherBorrower('DOC-REC-01', db, heir.partyId, writing, { status: null });
  const addressee = { name, kind: 'person', idNo, address, phone, status: null } as const;
  return { ...demand, addressee, heir: { capacity, estate, renouncedOn }, coSigners: [] };
}

/** The loan is not due yet, as for a reminder; whether interest is overdue does not matter: a breach may be another. */
async function gatherAcceleration(db: ReadDb, id: number, writing: Writing): Promise<NoticeFacts> {
  const { partyId, loanId, clause, breach } = accelerationAt(db, id);
  const notDue = await gatherBorrower('DOC-REC-00', db, partyId, writing, { owed: 'DOC-REC-02A' });
  const request = await approvalOf(db, accelerationApproval.id, accelerationSubject(id));
  const acceleration = { clause, breach, isApproved: request?.state === 'approved' };
  return { ...notDue, loans: notDue.loans.filter((loan) => loan.id === loanId), acceleration };
}

export const CLAIM_NOTICES: readonly Form<NoticeFacts>[] = [
  noticeOfKind({
    code: 'DOC-REC-01H',
    alias: 'estate-notice',
    purpose: '借款人去世后，请继承人、遗产管理人在所得遗产实际价值范围内清偿',
    series: '催',
    category: '保全类',
    subject: HEIR,
    gather: (_, db, id, writing) => gatherHeir(db, id, writing),
  }),
  noticeOfKind({
    code: 'DOC-REC-02A',
    alias: 'acceleration-notice',
    purpose: '依合同约定宣布贷款提前到期，经信贷主任批准',
    series: '逾',
    category: '保全类',
    subject: ACCELERATION,
    gather: (_, db, id, writing) => gatherAcceleration(db, id, writing),
  }),
];
