/** Which loans may be handed over for recovery (A8, B1 §12(4)). A refusal names all loans that it is about, and the article. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import type { ContractKind } from './contractTerms';

export interface OfferedLoan {
  /** Number of its contract. */
  readonly contract: string;
  /** Nothing is owed of it any more. */
  readonly settled: boolean;
  /** In a tender or under a contract already. */
  readonly handedOver: boolean;
  readonly sheet: 'on' | 'off';
}

/** As a list in a sentence. */
export const contractNames = (loans: readonly { readonly contract: string }[]): string =>
  loans.map(({ contract }) => contract).join('、');

interface Fault {
  readonly code: 'loan-settled' | 'loan-taken' | 'loan-not-off-balance' | 'loan-not-for-trustee';
  readonly loans: readonly { readonly contract: string; readonly article: string }[];
}

function firstFault(faults: readonly Fault[]): Decision<null> {
  for (const { code, loans } of faults)
    if (loans[0]) return refused(code, { contracts: contractNames(loans) }, loans[0].article);
  return granted(null);
}

/** Refusals in order, each with {contracts} and the article: loan-settled, loan-taken, loan-not-off-balance. */
export function decideHandover(
  inquiry: Inquiry,
  today: CalendarDate,
  engagement: ContractKind,
  loans: readonly OfferedLoan[],
): Decision<null> {
  const judged = loans.map(({ contract, settled, handedOver, sheet }) => {
    const facts = { engagement, settled, handedOver, sheet: sheet === 'on' ? 'on-balance' : 'off-balance' };
    const { gives, article } = inquiry.row('recovery/handover-scope', today, facts);
    return { contract, article, fault: gives.fault };
  });
  const having = (fault: string) => judged.filter((each) => each.fault === fault);
  return firstFault([
    { code: 'loan-settled', loans: having('settled') },
    { code: 'loan-taken', loans: having('handed-over') },
    { code: 'loan-not-off-balance', loans: having('on-balance') },
  ]);
}

export interface TrusteeLoan {
  readonly contract: string;
  readonly formedOn: CalendarDate;
  readonly inSuit: boolean;
}

/** Only what went bad before 2000 and is not in court (A8 债权托管): loan-not-for-trustee {contracts} with the article. */
export function decideTrusteeLoans(
  inquiry: Inquiry,
  today: CalendarDate,
  loans: readonly TrusteeLoan[],
): Decision<null> {
  const judged = loans.map(({ contract, ...facts }) => {
    const { gives, article } = inquiry.row('recovery/trusteeship-scope', today, facts);
    return { contract, article, isEligible: gives.eligible === true };
  });
  return firstFault([{ code: 'loan-not-for-trustee', loans: judged.filter(({ isEligible }) => !isEligible) }]);
}
