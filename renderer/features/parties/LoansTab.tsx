/** The household's loans with all their columns; Enter or Ctrl+→ shows one in full. */
import type { LedgerRow } from '@shared/contract/loans.contract';
import type { LedgerColumn } from '@shared/domain/loans/ledger';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../app/shortcuts';
import { EmptyState } from '../../ui/EmptyState';
import { DataGrid } from '../../ui/grid/DataGrid';
import { LoanDrawer } from '../loans/LoanDrawer';
import { shownColumns, useLedgerColumns } from '../loans/ledgerColumns';

const COLUMNS: readonly LedgerColumn[] = [
  'contract',
  'receipt',
  'fiveLevel',
  'principal',
  'balance',
  'interestOn',
  'interestOff',
  'issueDate',
  'dueDate',
  'extendedDueDate',
  'guarantee',
  'purpose',
  'officer',
  'sheetStatus',
  'subject',
  'nplDate',
  'occupancy',
  'actualUser',
];

export function LoansTab({ loans }: { loans: readonly LedgerRow[] }) {
  const { t } = useTranslation();
  const all = useLedgerColumns();
  const columns = useMemo(
    () =>
      shownColumns(all, COLUMNS).map((column) => ({ ...column, sortable: false, sticky: column.key === 'contract' })),
    [all],
  );
  const [active, setActive] = useState<LedgerRow | null>(null);
  const [isLooking, setLooking] = useState(false);
  useShortcut('Ctrl+→', t('loans:keys.look'), () => setLooking(true), active !== null);
  return (
    <>
      <DataGrid<LedgerRow>
        caption={t('parties:tab.loans')}
        columns={columns}
        rows={loans}
        keyOf={({ id }) => id}
        total={loans.length}
        empty={<EmptyState why="none" />}
        onActive={setActive}
        onOpen={(loan) => {
          setActive(loan);
          setLooking(true);
        }}
      />
      <LoanDrawer loan={isLooking ? active : null} onClose={() => setLooking(false)} />
    </>
  );
}
