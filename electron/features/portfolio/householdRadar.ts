/** The limitation radar of a household with the loans that it rests on. */
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { isSignatory, limitationRadar, type RadarLine, type SignatoryLine } from '@shared/domain/portfolio/radar';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { caseJudgments } from '../litigation/caseActs';
import { householdPortfolio, radarGuarantors, radarSecurities } from './portfolioLoans.repository';

export interface HouseholdRadar {
  readonly loans: readonly PortfolioLoan[];
  /** Of those who owe or secure. */
  readonly lines: readonly SignatoryLine[];
  /** What courts decided as well. */
  readonly all: readonly RadarLine[];
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
  const judgments = caseJudgments(db, party.id, asOf);
  const facts = { borrower: party.name, loans, guarantors, securities, judgments };
  const all = limitationRadar(book, facts, asOf);
  return { loans, all, lines: all.filter(isSignatory) };
}
