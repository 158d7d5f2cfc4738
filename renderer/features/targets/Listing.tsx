/** The yearly listing of off-balance loans (IMP-05): each sub-branch's share against the tenth, what is missing, the loans behind it. */
import type { ListedUnit } from '@shared/contract/targets.contract';
import { useNavigate } from '@tanstack/react-router';
import { Button, Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount, formatPercent } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';
import { useListingExport } from './useListingExport';

const percent = (decimal: string | null): string => formatPercent(decimal === null ? null : Number(decimal));

function useColumns(asOf: string): readonly GridColumn<ListedUnit>[] {
  const { t } = useTranslation();
  const amount = (key: 'balance' | 'listed' | 'needed'): GridColumn<ListedUnit> => ({
    key,
    title: t(`targets:listing.${key}`),
    width: 160,
    kind: 'amount',
    render: (row) => <AmountText fen={row[key]} />,
    copy: (row) => formatAmount(row[key], 'yuan'),
  });
  const why = (row: ListedUnit) => ({
    sentence: t('targets:listing.why', { least: percent(row.least) }),
    formula: t('targets:listing.formula', {
      balance: formatAmount(row.balance, 'yuan'),
      least: percent(row.least),
      listed: formatAmount(row.listed, 'yuan'),
      missing: formatAmount(row.missing, 'yuan'),
    }),
    asOf,
    rules: row.trace,
  });
  return [
    {
      key: 'unit',
      title: t('targets:column.unit'),
      width: 160,
      sticky: true,
      render: ({ unit }) => unit,
      copy: ({ unit }) => unit,
    },
    amount('balance'),
    amount('needed'),
    amount('listed'),
    {
      key: 'share',
      title: t('targets:listing.share'),
      width: 110,
      kind: 'count',
      render: ({ share }) => percent(share),
      copy: ({ share }) => percent(share),
    },
    {
      key: 'missing',
      title: t('targets:listing.missing'),
      width: 190,
      kind: 'amount',
      render: (row) => (
        <Why of={why(row)}>
          {row.missing === 0 ? (
            <Tag color="success">{t('targets:listing.reached')}</Tag>
          ) : (
            <AmountText fen={row.missing} />
          )}
        </Why>
      ),
      copy: ({ missing }) => formatAmount(missing, 'yuan'),
    },
  ];
}

function Units({ year, asOf, units }: { year: string; asOf: string; units: readonly ListedUnit[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns(asOf);
  const drill = ({ unit }: ListedUnit): void => {
    const conditions = [
      { column: 'unit', operator: 'in', values: [unit] },
      { column: 'sheet', operator: 'in', values: ['off'] },
    ];
    void navigate({ to: '/ledger', search: { q: { filter: { conditions } } } as never });
  };
  const missing = units.reduce((sum, unit) => sum + unit.missing, 0);
  return (
    <DataGrid<ListedUnit>
      caption={t('targets:listing.title', { year })}
      columns={columns}
      rows={units}
      keyOf={({ id }) => id}
      total={units.length}
      onOpen={drill}
      empty={<EmptyState why="none" />}
      totals={
        <span>
          {t('targets:listing.totals', { year, asOf })} <AmountText fen={missing} withUnit />{' '}
          {t('targets:listing.drill')}
        </span>
      }
    />
  );
}

export function Listing() {
  const { t } = useTranslation();
  const mayExport = useMay('ledger.export');
  const file = useListingExport();
  const listing = useApiQuery('targets.listing', undefined);
  if (listing.error) return <ErrorState error={listing.error} onRetry={() => void listing.refetch()} />;
  const { year = '', asOf = '', units = [] } = listing.data ?? {};
  return (
    <>
      {mayExport && (
        <div className="qs-target-bar">
          <Space size="small">
            <Button loading={file.isRunning} onClick={() => file.ask('xlsx')}>
              {t('targets:listing.exportXlsx')}
            </Button>
            <Button loading={file.isRunning} onClick={() => file.ask('pdf')}>
              {t('targets:listing.exportPdf')}
            </Button>
          </Space>
        </div>
      )}
      <Units year={year} asOf={asOf} units={units} />
      {file.dialog}
    </>
  );
}
