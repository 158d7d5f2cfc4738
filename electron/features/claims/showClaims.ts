/** What may be claimed beside the ledger's words: from whom in a dead borrower's place, and which loans were called in. */
import type { ClaimsFile } from '@shared/contract/claims.contract';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { calledInOn } from '../dunning/calledIn.repository';
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
  const calledIn = calledInOn(db, { partyId: household });
  const accelerations = accelerationsOf(db, household).map(async ({ partyId: _, loanId, ...each }) => {
    const request = await approvalOf(db, accelerationApproval.id, accelerationSubject(each.id));
    const approval = request && { id: request.id, state: request.state };
    return { ...each, approval, calledInOn: calledIn.get(loanId) ?? null };
  });
  return {
    today,
    heirs: heirsOf(db, household).map(({ partyId: _, idNo: _id, phone: _phone, ...heir }) => heir),
    accelerations: await Promise.all(accelerations),
    announcements: conductStepsOf(db, household).flatMap(({ id, act, channel, plannedOn }) =>
      act === 'newspaper-notice' ? [{ id, medium: channel, plannedOn }] : [],
    ),
    undue: noticeLoans(db, household).flatMap(({ id, contractNo, dueOn, balance }) =>
      balance > 0 && dueOn !== null && dueOn > today && !calledIn.has(id) ? [{ id, contract: contractNo }] : [],
    ),
  };
}
