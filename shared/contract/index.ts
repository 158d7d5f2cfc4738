/** Every message between the processes. Read it like a table of contents. */
import { documentsContract } from './documents.contract';
import { importsContract } from './imports.contract';
import { loansContract } from './loans.contract';
import { partiesContract } from './parties.contract';
import { sessionContract } from './session.contract';
import { systemContract } from './system.contract';
import { unitsContract, usersContract } from './users.contract';

export const contract = {
  session: sessionContract,
  users: usersContract,
  units: unitsContract,
  loans: loansContract,
  parties: partiesContract,
  imports: importsContract,
  documents: documentsContract,
  system: systemContract,
};
export type Contract = typeof contract;
