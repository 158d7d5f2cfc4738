/** Units against what is past and what runs out soon: how many, and the balance of their loans; each cell leads to its list. */
import type { OverviewCell } from '@shared/contract/portfolio.contract';
import { BUCKETS, type Bucket } from '@shared/domain/portfolio/overview';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { type Sums, type UnitRow, unitRows } from './cells';
import type { Wanted } from './ResultsDrawer';

export interface UnitTableProps {
  readonly section: 'limitation' | 'enforcement' | 'notices';
  readonly cells: readonly OverviewCell[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly onOpen: (wanted: Wanted) => void;
}

/** A first notice whose day is past belongs to no bucket. */
const shownBuckets = (section: UnitTableProps['section']): readonly Bucket[] =>
  section === 'notices' ? BUCKETS.filter((bucket) => bucket !== 'past') : BUCKETS;

function Cell({ sums, name, onOpen }: { sums: Sums | undefined; name: string; onOpen: () => void }) {
  const { t } = useTranslation();
  if (!sums) return <span className="qs-hint">0</span>;
  return (
    <Button type="link" size="small" className="qs-portfolio-cell" aria-label={name} onClick={onOpen}>
      <AmountText fen={sums.balance} />
      <span className="qs-hint qs-figure">{t('portfolio:overview.counted', { count: formatCount(sums.results) })}</span>
    </Button>
  );
}

export function UnitTable({ section, cells, units, onOpen }: UnitTableProps) {
  const { t } = useTranslation();
  const rows = unitRows(cells, section, units);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const nameOf = ({ unitId }: UnitRow) =>
    unitId === null ? t('portfolio:overview.allUnits') : (names.get(unitId) ?? String(unitId));
  return (
    <Table<UnitRow>
      size="small"
      rowKey={({ unitId }) => unitId ?? 'all'}
      dataSource={rows}
      pagination={false}
      locale={{ emptyText: <EmptyState why="nothing-due" /> }}
      columns={[
        { key: 'unit', title: t('portfolio:overview.column.unit'), width: 150, render: (_, row) => nameOf(row) },
        ...shownBuckets(section).map((bucket) => ({
          key: bucket,
          title: t(`portfolio:overview.bucket.${section}.${bucket}`),
          width: 150,
          align: 'right' as const,
          render: (_: unknown, row: UnitRow) => {
            const bucketName = t(`portfolio:overview.bucket.${section}.${bucket}`);
            const title = t('portfolio:overview.cell', { unit: nameOf(row), bucket: bucketName });
            const open = () => onOpen({ title, filter: { section, bucket, unitId: row.unitId } });
            return <Cell sums={row.buckets[bucket]} name={title} onOpen={open} />;
          },
        })),
      ]}
    />
  );
}
