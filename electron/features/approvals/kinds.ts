/** Every kind of request that the program knows, one line per kind; each is written in the feature that asks. */
import { present } from '@shared/kernel/assert';
import { accelerationApproval } from '../claims/accelerationApproval';
import { contractApproval } from '../contracts/contractApproval';
import { documentVoid } from '../documents/documentVoidApproval';
import { difficultCase } from '../litigation/difficultCaseKind';
import { casePermit } from '../litigation/permitKind';
import { suitConsent } from '../litigation/suitConsentKind';
import { conductStepApproval } from '../measures/conductStepApproval';
import { limitedMeasureApproval } from '../measures/limitedMeasureApproval';
import { interestMeasure } from '../receipts/measureApproval';
import { repaymentAgreement } from '../repayment/agreementApproval';
import { preSuitNotice } from '../repayment/preSuitApproval';
import { loanTerm } from '../repayment/termApproval';
import { rewardSheetApproval } from '../rewards/rewardSheetApproval';
import { targetSource } from '../targets/targetSourceApproval';
import { leaveApproval } from '../team/leaveApproval';
import type { ApprovalKind } from './approvalKind';
import { delegation } from './delegationKind';

export const SHIPPED: readonly ApprovalKind[] = [
  documentVoid,
  delegation,
  interestMeasure,
  targetSource,
  rewardSheetApproval,
  contractApproval,
  leaveApproval,
  conductStepApproval,
  limitedMeasureApproval,
  repaymentAgreement,
  preSuitNotice,
  accelerationApproval,
  loanTerm,
  suitConsent,
  casePermit,
  difficultCase,
];

/** How a use case finds the kind of a stored request; tests bring kinds of their own. */
export type FindKind = (id: string) => ApprovalKind;

export const kindsOf =
  (kinds: readonly ApprovalKind[]): FindKind =>
  (id) =>
    present(
      kinds.find((kind) => kind.id === id),
      `the kind ${id} of a stored request is known`,
    );

export const shippedKind: FindKind = kindsOf(SHIPPED);
