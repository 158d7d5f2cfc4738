/** Every message between the processes. Read it like a table of contents. */
import { approvalsContract } from './approvals.contract';
import { auditContract } from './audit.contract';
import { backupContract } from './backup.contract';
import { caseMoneyContract } from './caseMoney.contract';
import { caseReviewContract } from './caseReview.contract';
import { claimsContract } from './claims.contract';
import { contactsContract } from './contacts.contract';
import { contractsContract } from './contracts.contract';
import { counselContract } from './counsel.contract';
import { documentsContract } from './documents.contract';
import { dunningContract } from './dunning.contract';
import { importsContract } from './imports.contract';
import { interestContract } from './interest.contract';
import { litigationContract } from './litigation.contract';
import { loansContract } from './loans.contract';
import { measuresContract } from './measures.contract';
import { partiesContract } from './parties.contract';
import { portfolioContract } from './portfolio.contract';
import { receiptsContract } from './receipts.contract';
import { regulationsContract } from './regulations.contract';
import { repaymentContract } from './repayment.contract';
import { rewardsContract } from './rewards.contract';
import { rulesContract } from './rules.contract';
import { sessionContract } from './session.contract';
import { systemContract } from './system.contract';
import { targetsContract } from './targets.contract';
import { teamContract } from './team.contract';
import { unitsContract, usersContract } from './users.contract';
import { windowContract } from './window.contract';
import { workbenchContract } from './workbench.contract';

export const contract = {
  session: sessionContract,
  window: windowContract,
  users: usersContract,
  units: unitsContract,
  loans: loansContract,
  parties: partiesContract,
  imports: importsContract,
  documents: documentsContract,
  dunning: dunningContract,
  rules: rulesContract,
  regulations: regulationsContract,
  receipts: receiptsContract,
  interest: interestContract,
  repayment: repaymentContract,
  claims: claimsContract,
  portfolio: portfolioContract,
  approvals: approvalsContract,
  contacts: contactsContract,
  measures: measuresContract,
  litigation: litigationContract,
  caseMoney: caseMoneyContract,
  caseReview: caseReviewContract,
  counsel: counselContract,
  targets: targetsContract,
  team: teamContract,
  rewards: rewardsContract,
  contracts: contractsContract,
  workbench: workbenchContract,
  audit: auditContract,
  backup: backupContract,
  system: systemContract,
};
export type Contract = typeof contract;
