/** Row types of tenders and contracts of recovery (migration 0160). Money is fen, dates ISO text. */
import type { Advance, ContractKind, ContractState, EntryKind } from '@shared/domain/contracts/contractTerms';
import type { BidderKind, DepositFate, HardClass } from '@shared/domain/contracts/tender';
import type { Generated } from 'kysely';

interface TenderTable {
  id: Generated<number>;
  title: string;
  opens_on: string;
  opened_at: string | null;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface TenderPackageTable {
  id: Generated<number>;
  tender_id: number;
  name: string;
}

interface TenderPackageLoanTable {
  package_id: number;
  loan_id: number;
  /** Why recovery is hard; null: it has a prospect. */
  hard: HardClass | null;
  /** Principal and interest owed when it was put up. */
  balance: number;
  price: number;
}

interface TenderBidderTable {
  tender_id: number;
  name: string;
  person: BidderKind;
  deposit: number;
  voucher_no: string;
  user_id: number;
  at: string;
}

interface TenderBidTable {
  id: Generated<number>;
  package_id: number;
  name: string;
  amount: number;
  user_id: number;
  at: string;
}

/** Rows are only added; a negative amount takes another row back (migration 0315). */
interface TenderDepositUseTable {
  id: Generated<number>;
  tender_id: number;
  name: string;
  kind: DepositFate;
  amount: number;
  on_date: string;
  payee: string | null;
  voucher_no: string | null;
  contract_id: number | null;
  reverses: number | null;
  reason: string | null;
  user_id: number;
  at: string;
}

interface RecoveryContractTable {
  id: Generated<number>;
  kind: ContractKind;
  party: string;
  basis: string;
  package_id: number | null;
  /** Price of the package, else the claim that is handed over. */
  amount: number;
  bond: number;
  /** Decimal; null: bonus by bands. */
  fee_rate: string | null;
  /** Annual rate of interest on late turnovers, decimal. */
  late_rate: string | null;
  term_years: number;
  /** JSON of TraceLine[]: what the terms rest on. */
  trace: string;
  state: ContractState;
  signed_on: string | null;
  until: string | null;
  user_id: number;
  at: string;
  rev: Generated<number>;
}

interface RecoveryContractLoanTable {
  contract_id: number;
  loan_id: number;
  /** Principal and interest when it was handed over. */
  owed_then: number;
}

interface RecoveryContractEntryTable {
  id: Generated<number>;
  contract_id: number;
  kind: EntryKind;
  loan_id: number | null;
  collected_on: string | null;
  on_date: string;
  amount: number;
  interest: number;
  deducted: number;
  evidence: string;
  /** JSON of TraceLine[]. */
  trace: string;
  user_id: number;
  at: string;
  /** Which of the three costs was paid in advance. */
  advance: Advance | null;
}

/** Part of the whole schema (schema.ts). */
export interface ContractSchema {
  tender: TenderTable;
  tender_package: TenderPackageTable;
  tender_package_loan: TenderPackageLoanTable;
  tender_bidder: TenderBidderTable;
  tender_bid: TenderBidTable;
  tender_deposit_use: TenderDepositUseTable;
  recovery_contract: RecoveryContractTable;
  recovery_contract_loan: RecoveryContractLoanTable;
  recovery_contract_entry: RecoveryContractEntryTable;
}
