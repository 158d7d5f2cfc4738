/** A loan's essentials beside the list: the keyboard stays in the list, so the arrows lead from loan to loan. */
import type { LedgerRow } from '@shared/contract/loans.contract';
import { partyIdOf } from '@shared/domain/loans/householdNumber';
import type { LedgerColumn } from '@shared/domain/loans/ledger';
import { Button, Descriptions, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import { DateText } from '../../ui/DateText';
import { Masked } from '../../ui/Masked';
import { useReveal } from '../parties/useReveal';
import { useLoanWord } from './loanWords';

const GROUPS: readonly { readonly key: string; readonly columns: readonly LedgerColumn[] }[] = [
  { key: 'debt', columns: ['principal', 'balance', 'interestOn', 'interestOff', 'subject', 'sheet', 'sheetStatus'] },
  {
    key: 'terms',
    columns: ['contract', 'receipt', 'issueDate', 'dueDate', 'extendedDueDate', 'purpose', 'officer', 'approver'],
  },
  { key: 'class', columns: ['fiveLevel', 'fineLevel', 'fourLevel', 'nplDate', 'occupancy', 'actualUser'] },
  { key: 'security', columns: ['guarantee', 'guarantors', 'collateral'] },
  { key: 'borrower', columns: ['household', 'unit', 'idNumber', 'phone', 'address', 'flags', 'status', 'remark'] },
];

function useValue(): (loan: LedgerRow, column: LedgerColumn) => ReactNode {
  const { t } = useTranslation();
  const word = useLoanWord();
  const revealOf = useReveal();
  return (loan, column) => {
    const value = loan[column];
    if (typeof value === 'number') return <AmountText fen={value} withUnit />;
    if (value === null) return UNKNOWN;
    if (column === 'fiveLevel' || column === 'fineLevel') return <ClassTag level={value} />;
    if (column.endsWith('Date')) return <DateText date={value} />;
    if (column !== 'idNumber' && column !== 'phone') return word(column, value);
    const label = t(`loans:column.${column}`);
    const party = partyIdOf(loan.household);
    return (
      <Masked
        key={loan.id}
        masked={value}
        label={label}
        onReveal={party === null ? undefined : revealOf(party, column)}
      />
    );
  };
}

export interface LoanDrawerProps {
  /** null: closed. */
  readonly loan: LedgerRow | null;
  readonly onClose: () => void;
  /** Opens the household file; absent where it is open already. */
  readonly onHousehold?: (loan: LedgerRow) => void;
}

export function LoanDrawer({ loan, onClose, onHousehold }: LoanDrawerProps) {
  const { t } = useTranslation();
  const value = useValue();
  return (
    <Drawer
      open={loan !== null}
      onClose={onClose}
      size={480}
      mask={false}
      autoFocus={false}
      focusable={{ trap: false, focusTriggerAfterClose: false }}
      title={loan?.borrower}
      extra={
        loan &&
        onHousehold && (
          <Button onClick={() => onHousehold(loan)}>
            {t('common:keys.hint', { label: t('loans:drawer.household'), combo: 'Enter' })}
          </Button>
        )
      }
    >
      {loan &&
        GROUPS.map(({ key, columns }) => (
          <Descriptions
            key={key}
            size="small"
            column={1}
            colon={false}
            className="qs-loan-facts"
            title={t(`loans:drawer.${key}`)}
            items={columns.map((column) => ({
              key: column,
              label: t(`loans:column.${column}`),
              children: value(loan, column),
            }))}
          />
        ))}
    </Drawer>
  );
}
