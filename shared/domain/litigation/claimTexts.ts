/** How a case and its claims are worded before somebody words them better (documents.md §4.8). */
import type { GuaranteeKind } from '../limitation/guarantee';

export const USUAL_CAUSE = '金融借款合同纠纷';

export const suggestedTitle = (borrower: string, hasOthers: boolean): string =>
  `诉${borrower}${hasOthers ? '等' : ''}${USUAL_CAUSE}`;

export const securityClaim = (description: string): string =>
  `原告就${description}折价或者拍卖、变卖所得价款，在担保范围内优先受偿`;

export interface ClaimedDebt {
  readonly contract: string;
  readonly borrower: string;
}

export interface GuaranteedDebt extends ClaimedDebt {
  readonly kind: GuaranteeKind | 'unstated';
}

/**
 * A guarantor who is general for any of the debts answers there only after enforcement against the debtor (民法典 687). `guaranteed`:
 * his among the debts that are `claimed`, at least one. Where those are not all, it says whose, or of which contracts.
 */
export function guaranteeClaim(
  name: string,
  guaranteed: readonly GuaranteedDebt[],
  claimed: readonly ClaimedDebt[],
): string {
  const whose = [...new Set(guaranteed.map(({ borrower }) => borrower))];
  const of = claimed.some(({ borrower }) => borrower !== claimed[0]?.borrower) ? whose.join('、') : null;
  const isPart = guaranteed.length < claimed.filter(({ borrower }) => whose.includes(borrower)).length;
  const contracts = `借款合同（编号：${guaranteed.map(({ contract }) => contract).join('、')}）项下的债务`;
  if (guaranteed.every(({ kind }) => kind === 'general')) {
    const limit = isPart ? `（限于${contracts}）` : '';
    return `${name}对${of ?? '债务人'}财产依法强制执行后仍不能清偿的部分承担保证责任${limit}`;
  }
  return `${name}对${of === null ? '' : `${of}的`}${isPart ? contracts : '上述债务'}承担连带清偿责任`;
}
