/** The forms that can be filled and issued, feature by feature; a feature adds its own here. */
import { refuse } from '@shared/kernel/result';
import { CONTRACT_FORMS } from '../contracts/contracts.form';
import { NOTICES } from '../dunning/notices.form';
import { preLitigationReport } from '../litigation/preLitigationReport.form';
import { measureForm } from '../receipts/measure.form';
import { recoverySlip } from '../receipts/slip.form';
import { repaymentAgreementForm } from '../repayment/agreement.form';
import { balanceConfirmation, debtConfirmation } from '../repayment/debtPapers.form';
import { PRE_SUIT_NOTICES } from '../repayment/preSuit.form';
import { rewardSheetForm } from '../rewards/rewardSheet.form';
import { responsibilityNotice } from '../targets/responsibility.form';
import { leaveForm } from '../team/leave.form';
import { workPlanForm } from '../team/workPlan.form';
import { asForm, type Form } from './form';

export const FORMS: readonly Form[] = [
  asForm(preLitigationReport),
  ...NOTICES.map(asForm),
  asForm(leaveForm),
  asForm(workPlanForm),
  asForm(responsibilityNotice),
  asForm(recoverySlip),
  asForm(rewardSheetForm),
  ...CONTRACT_FORMS,
  asForm(measureForm),
  asForm(debtConfirmation),
  asForm(repaymentAgreementForm),
  asForm(balanceConfirmation),
  ...PRE_SUIT_NOTICES.map(asForm),
];

/** By code (DOC-LIT-01) or English alias; refuses `form-unknown`. */
export function formOf(name: string): Form {
  const wanted = name.toLowerCase();
  const form = FORMS.find((each) => each.code.toLowerCase() === wanted || each.alias === wanted);
  return form ?? refuse('form-unknown', { form: name, known: FORMS.map((each) => each.code) });
}
