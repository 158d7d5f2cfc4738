/** Words of the classifications, from best to worst, as ledgers and papers write them. */

export const FIVE_LEVELS = ['正常', '关注', '次级', '可疑', '损失'] as const;
export type FiveLevel = (typeof FIVE_LEVELS)[number];

export const FORMS = ['正常', '逾期', '呆滞', '呆账'] as const;
export type OccupancyForm = (typeof FORMS)[number];

export const GUARANTEE_MODES = ['信用', '保证', '抵押', '质押', '联保'] as const;

export const FIVE_LEVEL_FLAGS = [
  'misused',
  'renewed-to-repay',
  'other-debt-npl',
  'impaired',
  'evading',
  'bankruptcy-liquidation',
] as const;

export const FOUR_LEVEL_FLAGS = [
  'dissolved',
  'ceased-operation',
  'bankrupt-settled',
  'dead-settled',
  'disaster',
  'court-enforced-unrecovered',
  'collateral-insufficient',
  'convicted-insufficient',
  'state-approved',
] as const;

/** The worse of two words of one scale. */
export const worse = <T>(scale: readonly T[], a: T, b: T): T => (scale.indexOf(a) >= scale.indexOf(b) ? a : b);
