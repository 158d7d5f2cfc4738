/** What may be claimed beside the ledger's words: from whom in a dead borrower's place, and which loans were called in. */
import type { ClaimsFile } from '@shared/contract/claims.contract';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { noticeLoans } from '../dunning/noticeFacts.repository';
import { conductStepsOf } from '../measures/conductSteps.repository';
import { findParty } from '../parties/household.repository';
import { accelerationApproval, accelerationSubject } from './accelerationApproval';
import { accelerationsOf } from './accelerations.repository';
import { heirsOf } from './heirs.repository';

/** Refuses household-unknown. */
export async function showClaims({ clock }: Services, { store }: OpenFolder, household: number): Promise<ClaimsFile> {
  const db = store.read;
  if (!findParty(db, household)) refuse('household-unknown');
  const today = clock.today();
  const accelerations = accelerationsOf(db, household).map(async ({ partyId: _, loanId: _loan, ...each }) => {
    const request = await approvalOf(db, accelerationApproval.id, accelerationSubject(each.id));
    return { ...each, approval: request && { id: request.id, state: request.state } };
  });
  return {
    today,
    heirs: heirsOf(db, household).map(({ partyId: _, idNo: _id, phone: _phone, ...heir }) => heir),
    accelerations: await Promise.all(accelerations),
    announcements: conductStepsOf(db, household).flatMap(({ id, act, channel, plannedOn }) =>
      act === 'newspaper-notice' ? [{ id, medium: channel, plannedOn }] : [],
    ),
    undue: noticeLoans(db, household).flatMap(({ id, contractNo, dueOn, balance }) =>
      balance > 0 && dueOn !== null && dueOn > today ? [{ id, contract: contractNo }] : [],
    ),
  };
}
