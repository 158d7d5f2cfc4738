/** The money of a case as its page shows it: fees by the tariff and as booked, receipts, delayed interest, costs against recovery (LIT-16). */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { bookedMoney, delayInterest } from '@shared/domain/litigation/caseMoney';
import {
  costBenefit,
  type FeeQuestion,
  type FeeQuote,
  questionsOf,
  quoteFee,
  sumFees,
  unfiledRefusal,
} from '@shared/domain/litigation/fees';
import { gateOf } from '@shared/domain/litigation/gate';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { RefusalError } from '@shared/kernel/result';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { caseOrRefuse } from '../litigation/readCase';
import { rulesInForce } from '../rules/rulesInForce';
import { feesOf, freePayments, receiptsOf } from './caseMoney.repository';

/** Of an act before the first tariff nothing can be said. */
function quotesOf(book: RuleBook, file: CaseFile, today: CalendarDate): FeeQuote[] {
  return questionsOf(file, today).flatMap((question) => {
    try {
      return [quoteFee(book, question)];
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'rule-not-in-force') return [];
      throw error;
    }
  });
}

/** Refuses case-unknown. */
export async function showCaseMoney({ clock }: Services, { store }: OpenFolder, id: number) {
  const today = clock.today();
  return store.reading(async (db) => {
    const file = caseOrRefuse(db, id);
    const { book } = await rulesInForce(db, today);
    const entries = feesOf(db, id);
    const receipts = receiptsOf(db, id);
    const quotes = quotesOf(book, file, today);
    const closed = unfiledRefusal(book, gateOf(book, file, today), 'acceptance', today);
    return {
      today,
      quotes,
      entries,
      sums: sumFees(entries),
      benefit: costBenefit(file, quotes, entries),
      closed: closed && { code: closed.code, article: closed.article ?? null, because: String(closed.facts?.because) },
      money: bookedMoney(book, file, receipts, today),
      receipts: receipts.map(({ caseId: _, ...receipt }) => receipt),
      free: freePayments(
        db,
        file.loans.map(({ partyId }) => partyId),
      ),
      delay: delayInterest(book, file, receipts, today),
    };
  });
}

/** What the tariff says of one fee. Refuses rule-not-in-force. */
export async function quoteCaseFee(
  { clock }: Services,
  { store }: OpenFolder,
  question: FeeQuestion,
): Promise<FeeQuote> {
  const { book } = await rulesInForce(store.read, clock.today());
  return quoteFee(book, question);
}
