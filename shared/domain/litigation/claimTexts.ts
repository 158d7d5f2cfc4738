/** How a case and its claims are worded before somebody words them better (documents.md §4.8). */
import type { GuaranteeKind } from '../limitation/guarantee';

export const USUAL_CAUSE = '金融借款合同纠纷';

export const suggestedTitle = (borrower: string, hasOthers: boolean): string =>
  `诉${borrower}${hasOthers ? '等' : ''}${USUAL_CAUSE}`;

export const securityClaim = (description: string): string =>
  `原告就${description}折价或者拍卖、变卖所得价款，在担保范围内优先受偿`;

/**
 * A guarantor who is general for any of the debts answers there only after enforcement against the debtor (民法典 687). `of`: whose
 * debts he guarantees, where the case is about those of several borrowers.
 */
export function guaranteeClaim(
  name: string,
  kinds: readonly (GuaranteeKind | 'unstated')[],
  of: string | null,
): string {
  return kinds.every((kind) => kind === 'general')
    ? `${name}对${of ?? '债务人'}财产依法强制执行后仍不能清偿的部分承担保证责任`
    : `${name}对${of === null ? '' : `${of}的`}上述债务承担连带清偿责任`;
}
