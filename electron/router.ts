/** The contract bound to its handlers, feature by feature. */
import { approvalsHandlers } from './features/approvals/approvals.handlers';
import { auditHandlers } from './features/audit/audit.handlers';
import { backupHandlers } from './features/backup/backup.handlers';
import { caseMoneyHandlers } from './features/caseMoney/caseMoney.handlers';
import { caseReviewHandlers } from './features/caseReview/caseReview.handlers';
import { claimsHandlers } from './features/claims/claims.handlers';
import { contactsHandlers } from './features/contacts/contacts.handlers';
import { contractsHandlers } from './features/contracts/contracts.handlers';
import { counselHandlers } from './features/counsel/counsel.handlers';
import { documentsHandlers } from './features/documents/documents.handlers';
import { dunningHandlers } from './features/dunning/dunning.handlers';
import { importsHandlers } from './features/imports/imports.handlers';
import { interestHandlers } from './features/interest/interest.handlers';
import { litigationHandlers } from './features/litigation/litigation.handlers';
import { loansHandlers } from './features/loans/loans.handlers';
import { systemHandlers } from './features/maintenance/system.handlers';
import { measuresHandlers } from './features/measures/measures.handlers';
import { partiesHandlers } from './features/parties/parties.handlers';
import { portfolioHandlers } from './features/portfolio/portfolio.handlers';
import { receiptsHandlers } from './features/receipts/receipts.handlers';
import { regulationsHandlers } from './features/regulations/regulations.handlers';
import { repaymentHandlers } from './features/repayment/repayment.handlers';
import { rewardsHandlers } from './features/rewards/rewards.handlers';
import { rulesHandlers } from './features/rules/rules.handlers';
import { targetsHandlers } from './features/targets/targets.handlers';
import { teamHandlers } from './features/team/team.handlers';
import { sessionHandlers, unitsHandlers, usersHandlers } from './features/users/users.handlers';
import { windowHandlers } from './features/users/window.handlers';
import { workbenchHandlers } from './features/workbench/workbench.handlers';
import { door } from './ipc/door';

export const router = door.router({
  session: sessionHandlers,
  window: windowHandlers,
  users: usersHandlers,
  units: unitsHandlers,
  loans: loansHandlers,
  parties: partiesHandlers,
  imports: importsHandlers,
  documents: documentsHandlers,
  dunning: dunningHandlers,
  rules: rulesHandlers,
  regulations: regulationsHandlers,
  receipts: receiptsHandlers,
  interest: interestHandlers,
  repayment: repaymentHandlers,
  claims: claimsHandlers,
  portfolio: portfolioHandlers,
  approvals: approvalsHandlers,
  contacts: contactsHandlers,
  measures: measuresHandlers,
  litigation: litigationHandlers,
  caseMoney: caseMoneyHandlers,
  caseReview: caseReviewHandlers,
  counsel: counselHandlers,
  targets: targetsHandlers,
  team: teamHandlers,
  rewards: rewardsHandlers,
  contracts: contractsHandlers,
  workbench: workbenchHandlers,
  audit: auditHandlers,
  backup: backupHandlers,
  system: systemHandlers,
});
