/** The columns of the detail ledger: how wide, how shown, how copied. */
import type { LedgerRow } from '@shared/contract/loans.contract';
import {
  DATE_COLUMNS,
  LEDGER_COLUMNS,
  type LedgerColumn,
  MONEY_COLUMNS,
  SORT_COLUMNS,
} from '@shared/domain/loans/ledger';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import type { CellKind, GridColumn } from '../../ui/grid/gridTypes';
import { headingWidth } from './headingWidth';
import { useLoanWord } from './loanWords';
import { useWithUnit } from './useWithUnit';

export interface LedgerGridColumn extends GridColumn<LedgerRow> {
  readonly key: LedgerColumn;
}

const WIDTH: Readonly<Record<LedgerColumn, number>> = {
  household: 88,
  borrower: 128,
  unit: 104,
  idNumber: 164,
  address: 220,
  phone: 108,
  contract: 210,
  receipt: 140,
  issueDate: 92,
  dueDate: 92,
  extendedDueDate: 96,
  principal: 124,
  balance: 124,
  interestOn: 112,
  interestOff: 112,
  guarantee: 84,
  guarantors: 128,
  collateral: 200,
  fourLevel: 80,
  fiveLevel: 92,
  fineLevel: 80,
  sheet: 66,
  sheetStatus: 104,
  subject: 130,
  nplDate: 104,
  purpose: 110,
  officer: 84,
  approver: 84,
  occupancy: 110,
  actualUser: 100,
  flags: 110,
  status: 84,
  remark: 180,
};

const IDS: readonly LedgerColumn[] = ['household', 'idNumber', 'phone', 'contract', 'receipt', 'subject'];

function kindOf(column: LedgerColumn): CellKind {
  if (MONEY_COLUMNS.includes(column)) return 'amount';
  if (DATE_COLUMNS.includes(column)) return 'date';
  return IDS.includes(column) ? 'id' : 'text';
}

const isSortable = (column: LedgerColumn): boolean => (SORT_COLUMNS as readonly string[]).includes(column);

function cell(row: LedgerRow, column: LedgerColumn, word: (column: string, value: string) => string) {
  const value = row[column];
  if (typeof value === 'number') return <AmountText fen={value} />;
  if (column === 'fiveLevel') return <ClassTag level={row.fineLevel ?? row.fiveLevel} />;
  if (column === 'fineLevel') return <ClassTag level={row.fineLevel} />;
  if (value === null) return UNKNOWN;
  const figures = kindOf(column) === 'date' || kindOf(column) === 'id';
  return figures ? <span className="qs-figure">{value}</span> : word(column, value);
}

/** All columns of the ledger in their standard order, with headings that name the unit of amounts. */
export function useLedgerColumns(): readonly LedgerGridColumn[] {
  const { t } = useTranslation();
  const { amountUnit } = usePreferences();
  const word = useLoanWord();
  const withUnit = useWithUnit();
  return useMemo(() => {
    return LEDGER_COLUMNS.map((column): LedgerGridColumn => {
      const name = t(`loans:column.${column}`);
      const title = MONEY_COLUMNS.includes(column) ? withUnit(name) : name;
      return {
        key: column,
        title,
        width: Math.max(WIDTH[column], headingWidth(title, isSortable(column))),
        kind: kindOf(column),
        sortable: isSortable(column),
        sticky: column === 'borrower',
        render: (row) => cell(row, column, word),
        copy: (row) => {
          const value = row[column];
          if (typeof value === 'number') return formatAmount(value, amountUnit);
          return value === null ? '' : word(column, value);
        },
      };
    });
  }, [t, amountUnit, word, withUnit]);
}

/** The shown columns, in the order chosen. */
export function shownColumns(
  all: readonly LedgerGridColumn[],
  shown: readonly LedgerColumn[],
): readonly LedgerGridColumn[] {
  return shown.flatMap((key) => all.filter((column) => column.key === key));
}
