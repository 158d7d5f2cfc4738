/** DOC-REC-08, the pre-suit notice to a borrower or a guarantor; its delivery is followed in the register of notices. */
import { negotiationsIn } from '@shared/domain/measures/householdState';
import { negotiationRecord } from '@shared/domain/repayment/preSuit';
import { checkPreSuit, composePreSuit, type PreSuitFacts } from '@shared/domain/repayment/preSuitPaper';
import { addDays } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import { approvalOf } from '../approvals/requireApproved';
import { impressionsOf } from '../contacts/contacts.repository';
import { type Form, field, foundIn, type SubjectKind, type Writing } from '../documents/form';
import { HOUSEHOLD } from '../documents/subjects';
import { debtFigures } from '../dunning/debtFigures';
import { gatherBorrower, gatherGuarantor } from '../dunning/gatherNotice';
import { GUARANTEE } from '../dunning/noticeSubjects';
import { insertNotices } from '../dunning/notices.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { newestPreSuit } from './preSuit.repository';
import { preSuitNotice, preSuitSubject } from './preSuitApproval';

const FIELDS = [field('payBy', 'date')];

const payByOf = (facts: PreSuitFacts, typed: Record<string, unknown>): string =>
  typeof typed.payBy === 'string' && typed.payBy !== '' ? typed.payBy : addDays(facts.today, facts.term.usual);

/** Whether asset preservation agreed to the newest request of the household. */
async function isAgreed(db: ReadDb, partyId: number): Promise<boolean> {
  const asked = newestPreSuit(db, partyId);
  if (!asked) return false;
  return (await approvalOf(db, preSuitNotice.id, preSuitSubject(asked.id)))?.state === 'approved';
}

type GatherNotice = typeof gatherBorrower;

/** The debts are those for which a demand of the other form could go out: due, and neither period has ended. */
const gatherAs =
  (demand: 'DOC-REC-01' | 'DOC-REC-03', gather: GatherNotice) =>
  async (db: ReadDb, id: number, writing: Writing): Promise<PreSuitFacts> => {
    const notice = await gather(demand, db, id, writing);
    const { book } = await rulesInForce(db, writing.today);
    const held = negotiationsIn(impressionsOf(db, notice.partyId));
    return {
      ...notice,
      negotiations: negotiationRecord(new Inquiry(book), held, writing.today),
      isAgreed: await isAgreed(db, notice.partyId),
    };
  };

const preSuitOf = (alias: string, subject: SubjectKind, gather: Form<PreSuitFacts>['gather']): Form<PreSuitFacts> => ({
  code: 'DOC-REC-08',
  alias,
  title: '诉前告知书',
  purpose: '多次协商无果并经资产保全部同意后，诉讼前告知债务人、保证人',
  class: 'OUT',
  version: '1',
  series: '告',
  category: '保全类',
  word: false,
  subject,
  permission: 'notice.prepare',
  required: [],
  fields: FIELDS,
  gather,
  catalogue: (facts, typed) =>
    FIELDS.map((each) => ({ ...each, suggestion: typed.payBy ? null : payByOf(facts, typed) })),
  figures: debtFigures,
  check: (facts, typed) => foundIn(checkPreSuit(facts, payByOf(facts, typed))),
  fill: (facts, typed) => ({ payBy: payByOf(facts, typed) }),
  compose: (facts, filled, date) => composePreSuit(facts, String(filled.payBy), date),
  issued: (tx, papers) => insertNotices(tx, 'DOC-REC-08', papers),
});

export const PRE_SUIT_NOTICES: readonly Form<PreSuitFacts>[] = [
  preSuitOf('pre-suit-notice', HOUSEHOLD, gatherAs('DOC-REC-01', gatherBorrower)),
  // The same paper for a guarantor: it asks him for performance within his period.
  preSuitOf('pre-suit-notice-guarantor', GUARANTEE, gatherAs('DOC-REC-03', gatherGuarantor)),
];
