/** Row types of what papers about a debt need beside the ledger. Money is fen, dates are ISO text. */
import type { HeirCapacity } from '@shared/domain/dunning/heirs';
import type { Generated } from 'kysely';

interface InterestTermsTable {
  id: Generated<number>;
  loan_id: number;
  from_day: string;
  open_contract: number;
  open_penalty: number;
  open_compound: number;
  /** JSON: [{from, annualRate}]; none: the ledger's rate. */
  rates: string;
  uplift_percent: string | null;
  compound: 0 | 1;
  basis: 360 | 365;
  call_penalty: 0 | 1 | null;
  /** Article of the contract, statement of the core banking system. */
  source: string;
  user_id: number;
  at: string;
}

interface AccelerationTable {
  id: Generated<number>;
  party_id: number;
  loan_id: number;
  /** Article of the contract that allows it. */
  clause: string;
  breach: string;
  owed: number;
  state: 'open' | 'approved' | 'refused';
  user_id: number;
  at: string;
}

interface HeirTable {
  id: Generated<number>;
  /** The borrower who died. */
  party_id: number;
  replaces: number | null;
  name: string;
  id_no: string;
  address: string;
  phone: string | null;
  capacity: HeirCapacity;
  /** Value of what he got or keeps: the most that can be asked of him. */
  estate: number;
  renounced_on: string | null;
  evidence: string;
  user_id: number;
  at: string;
}

/** Part of the whole schema (schema.ts). */
export interface DebtPaperSchema {
  interest_terms: InterestTermsTable;
  acceleration: AccelerationTable;
  heir: HeirTable;
}
