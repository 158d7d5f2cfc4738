/** How money comes in, and in what form a debt is brought down. The words are data: imports of the core banking system bring the same ones. */

export const CHANNELS = ['cash', 'transfer', 'deduction', 'court', 'guarantor', 'realisation'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 收回方式 as the ledger of receipts keeps it; what it says of the debtor's will is read from it (portfolio/receiptActs). */
export const METHOD_OF: Readonly<Record<Channel, string>> = {
  cash: '现金',
  transfer: '转账',
  deduction: '账户扣收',
  court: '法院执行款',
  guarantor: '担保人代偿',
  realisation: '抵质押物变现',
};

/** Inputs of the rule `recovery/off-balance-forms` (B1 §15). */
export const RECOVERY_FORMS = ['money', 'borrow-new-repay-old', 'recover-old-lend-new', 'restructuring'] as const;
export type RecoveryForm = (typeof RECOVERY_FORMS)[number];
