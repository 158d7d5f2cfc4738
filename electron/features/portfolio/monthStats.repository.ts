/** Sums of the month-end lists, of receipts and of the loan-loss reserve, for the ratios of a month. */
import { FIVE_LEVELS, type FiveLevel } from '@shared/domain/classification/classes';
import { lastDay, type MonthFigures, type Moved, openingMonth } from '@shared/domain/portfolio/monthStats';
import type { ReadDb } from '../../database/store';

const LEVELS = FIVE_LEVELS.map((level) => `'${level}'`).join(', ');

const MOVED = `SELECT before.five_level AS opening, after.five_level AS closing, count(*) AS loans,
    sum(before.balance) AS openingBalance, coalesce(sum(after.balance), 0) AS closingBalance,
    sum(min(before.balance, coalesce(after.balance, 0))) AS "left"
  FROM month_end AS before LEFT JOIN month_end AS after ON after.contract_key = before.contract_key AND after.month = @month
  WHERE before.month = @opening AND before.five_level IN (${LEVELS}) GROUP BY 1, 2 ORDER BY 1, 2`;

const RECOVERED = `SELECT coalesce(sum(receipt.principal), 0) FROM receipt
  JOIN month_end AS before ON before.loan_id = receipt.loan_id AND before.month = @opening
  WHERE before.five_level IN ('次级', '可疑', '损失') AND received_on > @from AND received_on <= @to`;

/** The reserve's subjects are told by their name; a credit balance. */
const RESERVE = `SELECT sum(closing_credit - closing_debit) FROM subject_balance
  WHERE as_of = @to AND subject_name LIKE '%损失准备%'`;

/** null where no list of the month was imported. */
export function monthFigures(db: ReadDb, month: string): MonthFigures | null {
  const rows = db
    .hot('SELECT five_level, sum(balance) FROM month_end WHERE month = ? GROUP BY five_level')
    .raw()
    .all(month) as [FiveLevel, number][];
  if (rows.length === 0) return null;
  const opening = openingMonth(month);
  const days = { from: lastDay(opening), to: lastDay(month) };
  return {
    balances: Object.fromEntries(rows),
    moved: db.hot(MOVED).all({ month, opening }) as Moved[],
    recovered: db
      .hot(RECOVERED)
      .pluck()
      .get({ opening, ...days }) as number,
    reserve: db.hot(RESERVE).pluck().get({ to: days.to }) as number | null,
  };
}
