/** What a liability is called on paper. */
import type { LiabilityKind } from './liability';

export const LIABILITY_KIND_WORD: Readonly<Record<LiabilityKind, string>> = {
  'irregular-lending': '违规发放',
  'new-npl': '新增不良',
  'file-missing': '资料缺失',
  'limitation-lost': '丧失时效',
  reviewed: '责任认定',
};
