/** The limitation radar of a household with the loans that it rests on. */
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { limitationRadar, type RadarLine } from '@shared/domain/portfolio/radar';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { householdPortfolio, radarGuarantors, radarSecurities } from './portfolioLoans.repository';

export interface HouseholdRadar {
  readonly loans: readonly PortfolioLoan[];
  readonly lines: readonly RadarLine[];
}

/** `borrower`: his name. */
export function householdRadar(
  db: ReadDb,
  book: RuleBook,
  party: { readonly id: number; readonly name: string },
  asOf: CalendarDate,
): HouseholdRadar {
  const loans = householdPortfolio(db, party.id);
  const guarantors = radarGuarantors(db, party.id);
  const securities = radarSecurities(db, party.id);
  const lines = limitationRadar(book, { borrower: party.name, loans, guarantors, securities }, asOf);
  return { loans, lines };
}
