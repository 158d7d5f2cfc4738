/** DOC-REC-09, the record of how one notice was delivered, from its row of the register. */
import {
  checkDeliveryRecord,
  composeDeliveryRecord,
  type DeliveryRecordFacts,
} from '@shared/domain/dunning/deliveryRecord';
import type { NoticeForm } from '@shared/domain/dunning/noticeFacts';
import { NOTICE_TITLE } from '@shared/domain/dunning/noticeText';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { type Form, foundIn, type SubjectKind, type Writing } from '../documents/form';
import { readBank } from '../users/users.repository';
import { readNotice } from './notices.repository';

const TITLES: Readonly<Record<string, string>> = {
  ...NOTICE_TITLE,
  'DOC-REC-08': '诉前告知书',
  'DOC-REC-10': '催收公告',
};
const titleOf = (form: NoticeForm | string): string => TITLES[form] ?? '催收通知书';

/** By the id of its row; refuses subject-unknown. */
const NOTICE: SubjectKind = {
  name: 'notice',
  find: (db, key) =>
    db.hot('SELECT id FROM notice WHERE id = ?').pluck().get(key) === Number(key)
      ? Number(key)
      : refuse('subject-unknown', { key }),
  describe(db, id) {
    const { partyId, number, addressee } = readNotice(db, id);
    return { id, partyId, label: `${number}（${addressee}）` };
  },
};

async function gather(db: ReadDb, id: number, { today }: Writing): Promise<DeliveryRecordFacts> {
  const notice = readNotice(db, id);
  const { number, addressee, role, borrower, contracts, noticedOn, method, trackingNo, arrivedOn } = notice;
  const { outcome, signedBy, capacity, witness, remark, scans, form } = notice;
  return {
    ...{ asOf: today, bank: (await readBank(db)).name, title: titleOf(form), number, addressee, role, borrower },
    ...{ contracts, noticedOn, method, trackingNo, arrivedOn, outcome, signedBy, capacity, witness, remark, scans },
  };
}

export const deliveryRecordForm: Form<DeliveryRecordFacts> = {
  code: 'DOC-REC-09',
  alias: 'delivery-record',
  title: '送达情况记录',
  purpose: '记录一份通知书的送达经过，两名送达人签字，随通知书归档',
  class: 'INT',
  version: '1',
  series: null,
  category: '保全类',
  word: false,
  subject: NOTICE,
  permission: 'notice.record',
  required: [],
  fields: [],
  gather,
  catalogue: () => [],
  figures: () => [],
  check: (facts) => foundIn(checkDeliveryRecord(facts)),
  fill: () => ({}),
  compose: (facts, _, date) => composeDeliveryRecord(facts, date),
};
