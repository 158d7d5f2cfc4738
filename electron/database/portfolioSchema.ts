/** Row types of the portfolio run (migration 0180). */
import type { Section } from '@shared/domain/portfolio/overview';
import type { ResultKind } from '@shared/domain/portfolio/questions';

interface PortfolioRunTable {
  id: number;
  at: string;
  user_id: number;
  as_of: string;
  /** Which rules answered. */
  rules: string;
  /** Last entry of the log when it began: what was changed later is not in it. */
  after_entry: number;
  loans: number;
  results: number;
}

interface PortfolioTraceTable {
  run_id: number;
  id: number;
  steps: string;
}

/** An answer that many loans may have in common. */
interface PortfolioOutcomeTable {
  run_id: number;
  id: number;
  kind: ResultKind;
  word: string | null;
  refusal: string | null;
  provisional: 0 | 1;
  trace_id: number;
}

/** The outcomes of a loan, and what is its own. */
interface PortfolioLoanTable {
  run_id: number;
  loan_id: number;
  five_level: number;
  four_level: number;
  action: number;
  action_day: string | null;
  action_arguable: string | null;
  notice: number;
  notice_day: string | null;
  provision: number | null;
  provision_amount: number | null;
}

interface PortfolioGuaranteeTable {
  run_id: number;
  guarantee_id: number;
  loan_id: number;
  outcome: number;
  day: string | null;
  arguable: string | null;
}

/** Sums of a section of the overview. */
interface PortfolioCellTable {
  run_id: number;
  id: number;
  section: Section;
  unit_id: number;
  bucket: string;
  booked: string;
  suggested: string;
  results: number;
  loans: number;
  balance: number;
  amount: number;
}

/** Part of the whole schema (schema.ts). */
export interface PortfolioSchema {
  portfolio_run: PortfolioRunTable;
  portfolio_trace: PortfolioTraceTable;
  portfolio_outcome: PortfolioOutcomeTable;
  portfolio_loan: PortfolioLoanTable;
  portfolio_guarantee: PortfolioGuaranteeTable;
  portfolio_cell: PortfolioCellTable;
}
