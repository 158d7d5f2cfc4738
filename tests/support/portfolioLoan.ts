/** A loan as the rules of the portfolio see it: guaranteed, a year old, with nothing done yet. */
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';

export const LOAN: PortfolioLoan = {
  id: 1,
  unitId: 1,
  issueDate: '2021-03-01',
  dueDate: '2022-03-01',
  extendedDueDate: null,
  fiveLevel: '次级',
  guaranteeMode: '保证',
  sheet: 'on',
  balance: 1_000_000,
  interest: 0,
  receipts: [],
  acts: [],
  guarantees: [],
  judgments: [],
};
