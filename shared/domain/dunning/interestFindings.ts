/**
 * G-INT: interest on a paper is computed for its day, or is the ledger's sum and says so. What keeps it from being computed
 * is named fact by fact, and so are both figures when it is far from the ledger's; a debt that is overdue and bears no interest by the ledger is a gap in the ledger, not a figure.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Missing, noticeOf } from '../documents/missing';
import { gapText } from '../interest/ledgerGap';
import type { NoticeLoan } from './noticeFacts';

/** Computed interest that is far from the ledger's, with both figures; a loan that was called in and nobody said what the contract says of that. */
export const gapFindings = (loans: readonly NoticeLoan[]): Missing[] => [
  ...loans.flatMap(({ accrual, contractNo }) =>
    accrual?.callUnsaid ? [noticeOf('interest-call-unsaid', 'G-INT', 'warn', 'loans', contractNo)] : [],
  ),
  ...gapOf(loans),
];

const gapOf = (loans: readonly NoticeLoan[]): Missing[] =>
  loans.flatMap(({ accrual, interestGap, contractNo }) =>
    accrual !== null && interestGap !== null
      ? [noticeOf('interest-far-from-ledger', 'G-INT', 'warn', 'loans', gapText(contractNo, interestGap))]
      : [],
  );

function findingOf(loan: NoticeLoan, today: CalendarDate): Missing[] {
  const { accrual, interestMissing, contractNo, balance, interest, dueOn } = loan;
  const found = (code: string, severity: Missing['severity']) => [
    noticeOf(code, 'G-INT', severity, 'loans', contractNo),
  ];
  if (accrual !== null || interestMissing === null) return [];
  if (interestMissing !== 'interest-terms-missing') return found(interestMissing, 'block');
  const isGap = balance > 0 && interest === 0 && dueOn !== null && dueOn < today;
  return isGap ? found('interest-zero', 'block') : found('interest-unsplit', 'warn');
}

export const interestFindings = (loans: readonly NoticeLoan[], today: CalendarDate): Missing[] => [
  ...gapFindings(loans),
  ...loans.flatMap((loan) => findingOf(loan, today)),
];
