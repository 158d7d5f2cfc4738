/** What a receipt would come to, and everything that stands in its way; nothing is written. */
import type { ReceiptInput, ReceiptPreview } from '@shared/contract/receipts.contract';
import { numbered } from '@shared/domain/receipts/decideReceipt';
import { postings } from '@shared/domain/receipts/postings';
import { afterBooked } from '@shared/domain/receipts/standing';
import { present } from '@shared/kernel/assert';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { decide } from './recordReceipt';

/** No receipt has it: what is posted under it belongs to the one that is being typed. */
const TYPED = 0;

/** Refusals: household-unknown, loan-unknown, rule-not-in-force. */
export async function previewReceipt(
  { clock }: Services,
  { store }: OpenFolder,
  input: ReceiptInput,
): Promise<ReceiptPreview> {
  const { open, answer } = await decide(store.read, clock.today(), input);
  const { spread } = answer;
  const lines = new Map(spread.lines.map((line) => [line.loanId, line]));
  return {
    problems: [...answer.problems],
    loans: open.account.loans.map(({ id }) => {
      const before = present(spread.before.get(id), 'a spread knows every loan');
      const line = lines.get(id) ?? null;
      const owed = { principal: line?.owedPrincipal ?? 0, interest: line?.owedInterest ?? 0 };
      return {
        loanId: id,
        before,
        after: line ? afterBooked(before, line, owed) : before,
        line,
        agreed: spread.agreed.has(id),
      };
    }),
    rest: spread.rest,
    adjustments: postings(open.posted, numbered(answer, TYPED))
      .filter(({ kind }) => kind === 'adjustment')
      .map(({ paymentId, line }) => ({
        number: present(open.numbers.get(paymentId), 'an adjusted payment has its number'),
        line,
      })),
    trace: [...answer.trace],
  };
}
