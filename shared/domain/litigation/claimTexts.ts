/** How a case and its claims are worded before somebody words them better (documents.md §4.8). */
import type { GuaranteeKind } from '../limitation/guarantee';
import type { Route, Standing } from './caseFile';

const DISPUTE = '金融借款合同纠纷';

/** What a case is about, by how it is brought: only a dispute that somebody decides has the loan's own cause. */
const CAUSES: Readonly<Record<Route, string>> = {
  suit: DISPUTE,
  'payment-order': '申请支付令',
  realisation: '申请实现担保物权',
  arbitration: DISPUTE,
  notarised: '公证债权文书',
  bankruptcy: '破产债权申报',
};
export const usualCause = (route: Route): string => CAUSES[route];

/** `against`: the borrower, with 等 where others answer beside him; bankrupt is he alone. */
const TITLES: Readonly<Record<Route, (against: string, borrower: string) => string>> = {
  suit: (against) => `诉${against}${DISPUTE}`,
  'payment-order': (against) => `申请对${against}发出支付令`,
  realisation: (against) => `申请对${against}实现担保物权`,
  arbitration: (against) => `申请与${against}${DISPUTE}仲裁`,
  notarised: (against) => `申请强制执行${against}公证债权文书`,
  bankruptcy: (_, borrower) => `${borrower}破产案申报债权`,
};

export interface Brought {
  readonly route: Route;
  readonly standing: Standing;
}

export function suggestedTitle({ route, standing }: Brought, borrower: string, hasOthers: boolean): string {
  const other = `${borrower}${hasOthers ? '等' : ''}`;
  return standing === 'defendant' ? `${other}诉本行${DISPUTE}` : TITLES[route](other, borrower);
}

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
