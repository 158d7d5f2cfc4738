/** What was demanded of a household and what it consented to outside the court: it restarts the period for enforcement (执行程序解释 20). */
import { receiptActs } from '@shared/domain/portfolio/receiptActs';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import type { ReadDb } from '../../database/store';
import { contactActs } from '../contacts/contactActs.repository';
import { noticeActs } from '../dunning/noticeActs.repository';
import { receiptsByLoan } from '../portfolio/receiptFacts.repository';
import { repaymentActs } from '../repayment/repaymentActs.repository';

/** Whenever it was: who asks knows since when it counts. */
const ALWAYS = '0001-01-01';

export function demandsOf(db: Pick<ReadDb, 'hot'>, partyId: number): RecordedAct[] {
  const scope = { partyId };
  const paid = [...receiptsByLoan(db, scope)].flatMap(([loanId, receipts]) =>
    receiptActs(receipts, ALWAYS).map((act): RecordedAct => ({ ...act, loanId, guaranteeId: null })),
  );
  return [...noticeActs(db, scope), ...contactActs(db, scope), ...repaymentActs(db, scope), ...paid];
}
