/** Every message between the processes. Read it like a table of contents. */
import { auditContract } from './audit.contract';
import { backupContract } from './backup.contract';
import { documentsContract } from './documents.contract';
import { importsContract } from './imports.contract';
import { loansContract } from './loans.contract';
import { partiesContract } from './parties.contract';
import { portfolioContract } from './portfolio.contract';
import { rulesContract } from './rules.contract';
import { sessionContract } from './session.contract';
import { systemContract } from './system.contract';
import { unitsContract, usersContract } from './users.contract';
import { windowContract } from './window.contract';

export const contract = {
  session: sessionContract,
  window: windowContract,
  users: usersContract,
  units: unitsContract,
  loans: loansContract,
  parties: partiesContract,
  imports: importsContract,
  documents: documentsContract,
  rules: rulesContract,
  portfolio: portfolioContract,
  audit: auditContract,
  backup: backupContract,
  system: systemContract,
};
export type Contract = typeof contract;
