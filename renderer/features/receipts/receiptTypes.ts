/** Shorter names for what the contract answers about receipts. */
import type { ReceiptAccount } from '@shared/contract/receipts.contract';

export type Account = ReceiptAccount;
export type AccountLoan = ReceiptAccount['loans'][number];

/** How people tell the loans of a household apart. */
export const loanName = ({ contract, receiptNo }: Pick<AccountLoan, 'contract' | 'receiptNo'>): string =>
  receiptNo === null ? contract : `${contract} ${receiptNo}`;
