/** Words of the page of repayment, and shorter names for what the contract answers. */
import type { RepaymentFile } from '@shared/contract/repayment.contract';

export type { AgreementView, DebtPaperView, TermView } from '@shared/contract/repayment.contract';
export type Repayment = RepaymentFile;

export const STATE_TONE = {
  asked: 'processing',
  approved: 'success',
  refused: 'default',
  'in-force': 'success',
  ended: 'default',
} as const;

export const INSTALMENT_TONE = { paid: 'success', 'paid-late': 'warning', due: 'processing', missed: 'error' } as const;
