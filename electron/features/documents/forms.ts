/** The forms that can be filled and issued, feature by feature; a feature adds its own here. */
import { refuse } from '@shared/kernel/result';
import { announcementForm } from '../claims/announcement.form';
import { CLAIM_NOTICES } from '../claims/claimNotices.form';
import { CONTRACT_FORMS } from '../contracts/contracts.form';
import { situationForm } from '../contracts/situation.form';
import { COUNSEL_PAPERS } from '../counsel/counselPapers.form';
import { deliveryRecordForm } from '../dunning/deliveryRecord.form';
import { NOTICES } from '../dunning/notices.form';
import { CASE_PAPERS } from '../litigation/casePapers.form';
import { preLitigationReport } from '../litigation/preLitigationReport.form';
import { measureForm } from '../receipts/measure.form';
import { recoverySlip } from '../receipts/slip.form';
import { repaymentAgreementForm } from '../repayment/agreement.form';
import { balanceConfirmation, debtConfirmation } from '../repayment/debtPapers.form';
import { PRE_SUIT_NOTICES } from '../repayment/preSuit.form';
import { TERM_FORMS } from '../repayment/term.form';
import { rewardSheetForm } from '../rewards/rewardSheet.form';
import { responsibilityNotice } from '../targets/responsibility.form';
import { leaveForm } from '../team/leave.form';
import { workPlanForm } from '../team/workPlan.form';
import { asForm, type Form } from './form';

export const FORMS: readonly Form[] = [
  asForm(preLitigationReport),
  ...NOTICES.map(asForm),
  ...CLAIM_NOTICES.map(asForm),
  asForm(announcementForm),
  asForm(deliveryRecordForm),
  asForm(leaveForm),
  asForm(workPlanForm),
  asForm(responsibilityNotice),
  asForm(recoverySlip),
  asForm(rewardSheetForm),
  ...CONTRACT_FORMS,
  asForm(situationForm),
  asForm(measureForm),
  asForm(debtConfirmation),
  asForm(repaymentAgreementForm),
  asForm(balanceConfirmation),
  ...PRE_SUIT_NOTICES.map(asForm),
  ...TERM_FORMS.map(asForm),
  ...CASE_PAPERS.map(asForm),
  ...COUNSEL_PAPERS.map(asForm),
];

/** By code (DOC-LIT-01) or English alias; refuses `form-unknown`. */
export function formOf(name: string): Form {
  const wanted = name.toLowerCase();
  const form = FORMS.find((each) => each.code.toLowerCase() === wanted || each.alias === wanted);
  return form ?? refuse('form-unknown', { form: name, known: FORMS.map((each) => each.code) });
}
