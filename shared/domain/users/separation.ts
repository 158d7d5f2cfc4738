/**
 * Separation of review and handling (审处分离, ORG-03): whoever prepared an item is never the one who approves it.
 * General: plans, cases, write-offs and the second person of a restore all pass here. An entry of the contract that
 * approves carries `separates: 'approval'`; a test looks that its use case calls this.
 */
import { refuse } from '@shared/kernel/result';

/** Somebody who had a hand in an item, with what he did to it. */
export interface Preparer {
  readonly userId: number;
  /** His name as colleagues know it; staff, never a debtor. */
  readonly display: string;
  /** `feature.verb` as in the audit log, e.g. `backup.restore`. */
  readonly act: string;
}

const ARTICLE = 'B2 §26';

/** Refusal `own-item` {preparedBy, act}: the approver is among those who prepared (B2 §26, B3 §23). Roles do not matter. */
export function refuseOwnItem(prepared: readonly Preparer[], approver: { readonly userId: number }): void {
  const own = prepared.find(({ userId }) => userId === approver.userId);
  if (own) refuse('own-item', { preparedBy: own.display, act: own.act }, ARTICLE);
}
