/** The detail ledger (ui.md S03, LOAN-05): every loan of the branch, filtered, ordered and counted by the server. */
import { ExportOutlined, ImportOutlined, ReloadOutlined } from '@ant-design/icons';
import type { LedgerRow } from '@shared/contract/loans.contract';
import type { LedgerFilter, SortColumn } from '@shared/domain/loans/ledger';
import { useNavigate } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { formatCount } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { ColumnChooser } from '../../ui/grid/ColumnChooser';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridSort, RowKey } from '../../ui/grid/gridTypes';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { ProposeModal } from '../targets/ProposeModal';
import { FilterBar } from './FilterBar';
import { LedgerSums } from './LedgerSums';
import { LoanDrawer } from './LoanDrawer';
import './ledger.css';
import { shownColumns, useLedgerColumns } from './ledgerColumns';
import { columnsInOrder, DEFAULT_LEDGER, EMPTY_FILTER, isFiltered, sumOf } from './ledgerState';
import { type LedgerControl, type LedgerData, useLedgerRows, useLedgerState, useLedgerTotals } from './useLedger';
import { useLedgerExport } from './useLedgerExport';
import { useViews } from './useViews';
import { ViewMenu } from './ViewMenu';

const NONE: readonly RowKey[] = [];

/** Rows chosen for a sum or a copy; another filter or order begins anew. */
function useChosen(rows: readonly LedgerRow[], filter: LedgerFilter) {
  const [chosen, setChosen] = useState<{ readonly keys: readonly RowKey[]; readonly of: LedgerFilter } | null>(null);
  const keys = chosen?.of === filter ? chosen.keys : NONE;
  const sums = useMemo(() => {
    const among = new Set(keys);
    return among.size === 0 ? null : sumOf(rows.filter(({ id }) => among.has(id)));
  }, [keys, rows]);
  return { keys, sums, choose: (next: RowKey[]) => setChosen({ keys: next, of: filter }) };
}

function Empty({ filter, onClear }: { filter: LedgerFilter; onClear: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayImport = useMay('import.run');
  if (isFiltered(filter)) return <EmptyState why="filtered" onClearFilter={onClear} />;
  const toImport = (
    <Button type="primary" icon={<ImportOutlined aria-hidden />} onClick={() => void navigate({ to: '/imports' })}>
      {t('loans:ledger.toImport')}
    </Button>
  );
  return <EmptyState why="none" action={mayImport && toImport} />;
}

/** The row under the keyboard, the drawer beside it, and the way to the household and back. */
function useRows(control: LedgerControl, data: LedgerData) {
  const { t } = useTranslation();
  const [active, setActive] = useState<number | null>(control.state.row);
  const [isLooking, setLooking] = useState(false);
  const looked = isLooking ? (data.rows.find(({ id }) => id === active) ?? null) : null;
  const open = (row: LedgerRow): void => void control.openHousehold(row);
  useShortcut('Ctrl+→', t('loans:keys.look'), () => setLooking(true), active !== null);
  useShortcut('F5', t('common:action.refresh'), data.refetch);
  return { setActive, looked, open, stopLooking: () => setLooking(false) };
}

function Ledger() {
  const { t } = useTranslation();
  const control = useLedgerState();
  const { state, change } = control;
  const { filter, sort } = state;
  const data = useLedgerRows(filter, sort);
  const { totals, failed } = useLedgerTotals(filter);
  const all = useLedgerColumns();
  const columns = useMemo(() => shownColumns(all, state.columns), [all, state.columns]);
  const views = useViews(control);
  const chosen = useChosen(data.rows, filter);
  const rows = useRows(control, data);
  const onSort = (next: GridSort | null): void =>
    change({ sort: next ? { ...next, column: next.column as SortColumn } : DEFAULT_LEDGER.sort, row: null });
  const onFilter = (next: LedgerFilter): void => change({ filter: next, row: null });
  const broken = data.error && !data.isCutShort && data.rows.length === 0;
  return (
    <>
      <PageHeader
        title={t('loans:ledger.title')}
        status={totals && t('loans:ledger.status', { loans: formatCount(totals.loans) })}
        actions={<Actions control={control} data={data} />}
      />
      <FilterBar filter={filter} onFilter={onFilter} lead={<ViewMenu views={views} />} />
      {broken ? (
        <ErrorState error={data.error} onRetry={data.refetch} />
      ) : (
        <DataGrid<LedgerRow>
          caption={t('loans:ledger.title')}
          columns={columns}
          rows={data.rows}
          keyOf={({ id }) => id}
          labelOf={({ borrower, contract }) => t('loans:ledger.row', { borrower, contract })}
          total={totals?.loans}
          loading={data.isLoading}
          empty={<Empty filter={filter} onClear={() => onFilter(EMPTY_FILTER)} />}
          sort={sort}
          onSort={onSort}
          onReachEnd={data.more}
          selected={chosen.keys}
          onSelect={chosen.choose}
          startAt={state.row ?? undefined}
          onActive={({ id }) => rows.setActive(id)}
          onOpen={rows.open}
          totals={
            <LedgerSums
              totals={totals}
              failed={failed}
              chosen={chosen.sums}
              onUnchoose={() => chosen.choose([])}
              onRetry={data.isCutShort ? data.refetch : null}
            />
          }
        />
      )}
      <LoanDrawer loan={rows.looked} onClose={rows.stopLooking} onHousehold={rows.open} />
    </>
  );
}

function Actions({ control, data }: { control: LedgerControl; data: LedgerData }) {
  const { t } = useTranslation();
  const { state, change } = control;
  const all = useLedgerColumns();
  const mayExport = useMay('ledger.export');
  const mayPropose = useMay('target.propose');
  const [isProposing, setProposing] = useState(false);
  const ledgerExport = useLedgerExport(state, shownColumns(all, state.columns));
  useShortcut('Ctrl+E', t('loans:export.verb'), ledgerExport.ask, mayExport);
  const hint = mayExport ? t('loans:export.hint') : t('loans:export.forbidden');
  return (
    <>
      {mayPropose && (
        <Tooltip title={isFiltered(state.filter) ? undefined : t('targets:propose.filterFirst')}>
          <Button disabled={!isFiltered(state.filter)} onClick={() => setProposing(true)}>
            {t('targets:propose.verb')}
          </Button>
        </Tooltip>
      )}
      <ColumnChooser
        columns={all}
        shown={state.columns}
        onChange={(shown) => change({ columns: columnsInOrder(shown) })}
      />
      <Tooltip title={t('common:keys.hint', { label: t('common:action.refresh'), combo: 'F5' })}>
        <Button icon={<ReloadOutlined aria-hidden />} aria-label={t('common:action.refresh')} onClick={data.refetch} />
      </Tooltip>
      <Tooltip title={hint}>
        <Button
          icon={<ExportOutlined aria-hidden />}
          loading={ledgerExport.isRunning}
          aria-disabled={!mayExport}
          onClick={() => mayExport && ledgerExport.ask()}
        >
          {t('loans:export.verb')}
        </Button>
      </Tooltip>
      {ledgerExport.dialog}
      {isProposing && <ProposeModal filter={state.filter} onClose={() => setProposing(false)} />}
    </>
  );
}

export default function LedgerScreen() {
  const may = useMay('ledger.view');
  return may ? <Ledger /> : <NoPermission permission="ledger.view" />;
}
