/** Ledger rows, totals and cells as the command line prints them: money as decimal yuan text, e.g. "2300.00". */
import { type Fen, yuanText } from '../../kernel/money';
import { LEDGER_COLUMNS, type LedgerColumn, MONEY_COLUMNS } from './ledger';

type Cell = string | number | null;

export function ledgerRowJson(row: Readonly<Record<LedgerColumn, Cell>>): Record<LedgerColumn, string | null> {
  const json = {} as Record<LedgerColumn, string | null>;
  for (const column of LEDGER_COLUMNS) {
    const value = row[column];
    json[column] = MONEY_COLUMNS.includes(column) ? yuanText(value as Fen) : (value as string | null);
  }
  return json;
}

interface Sums {
  readonly loans: number;
  readonly borrowers: number;
  readonly principal: Fen;
  readonly balance: Fen;
  readonly interestOn: Fen;
  readonly interestOff: Fen;
}

/** Of totals and of summary cells alike; what stands beside the sums (a cell's key) stays. */
export function sumsJson<T extends Sums>(sums: T) {
  return {
    ...sums,
    principal: yuanText(sums.principal),
    balance: yuanText(sums.balance),
    interestOn: yuanText(sums.interestOn),
    interestOff: yuanText(sums.interestOff),
  };
}
