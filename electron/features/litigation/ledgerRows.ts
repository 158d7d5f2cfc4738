/** Rows of the litigation ledger (LED-04): each case with its fees, receipts, agents and last review, read once for all. */

import type { CaseFacts } from '@shared/domain/litigation/caseFacts';
import { personsOf } from '@shared/domain/litigation/caseFile';
import type { LedgerRow } from '@shared/domain/litigation/caseLedger';
import { enforcementClock } from '@shared/domain/litigation/effect';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb } from '../../database/store';
import { feesOf, receiptsOf } from '../caseMoney/caseMoney.repository';
import { reviewsOf } from '../caseReview/caseReview.repository';
import { engagementsOf } from '../counsel/counsel.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { casePapers } from './householdCase.repository';
import { nextOf } from './listCases';

const CONSENT = 'DOC-LIT-03';

export async function ledgerRows(db: ReadDb, cases: readonly CaseFacts[], today: CalendarDate): Promise<LedgerRow[]> {
  const { book } = await rulesInForce(db, today);
  const engaged = engagementsOf(db, null).filter(({ endedOn }) => endedOn === null);
  const receipts = receiptsOf(db, null);
  const reviews = reviewsOf(db, null);
  return cases.map((facts) => {
    const { id } = facts;
    const isOwn = ({ caseId }: { readonly caseId: number }): boolean => caseId === id;
    const held = engaged.filter(isOwn).map(({ name, mode }) => ({ name, mode }));
    const named = personsOf(facts, 'agent').filter(({ name }) => !held.some((each) => each.name === name));
    const consent = casePapers(db, id).find(({ form, voided }) => form === CONSENT && !voided);
    return {
      facts,
      consentNo: consent?.number ?? null,
      agents: [...held, ...named.map(({ name }) => ({ name, mode: 'ordinary' as const }))],
      fees: feesOf(db, id),
      receipts: receipts.filter(isOwn),
      enforcementExpiry: enforcementClock(book, facts, today)?.answer.expiry ?? null,
      next: nextOf(facts),
      review: reviews.findLast(isOwn) ?? null,
    };
  });
}
