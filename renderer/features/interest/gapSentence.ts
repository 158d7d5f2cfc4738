/** Computed interest that is far from the ledger's, both figures in one sentence. */
import type { LedgerGap } from '@shared/domain/interest/ledgerGap';
import { yuanGrouped } from '@shared/kernel/money';
import type { TFunction } from 'i18next';

export const gapSentence = (t: TFunction, { on, computed, ledger }: LedgerGap): string =>
  t('interest:gap', { on, computed: yuanGrouped(computed), ledger: yuanGrouped(ledger) });
