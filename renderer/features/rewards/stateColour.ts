/** Colours of the states of a sheet and of a liability; each state is also said in words. */
import type { LiabilityRow, RewardSheet } from '@shared/contract/rewards.contract';

export const STATE_COLOUR: Readonly<Record<RewardSheet['state'], string>> = {
  draft: 'default',
  submitted: 'processing',
  approved: 'cyan',
  paid: 'success',
  discarded: 'default',
};

export const LIABILITY_COLOUR: Readonly<Record<LiabilityRow['state'], string>> = {
  open: 'processing',
  overdue: 'error',
  performed: 'success',
  withdrawn: 'default',
};
