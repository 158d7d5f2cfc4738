/** Month-end classes as a strip per contract (LOAN-08): how a loan went down, or up, over the years. */
import { Table, type TableColumnGroupType, type TableColumnType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import { EmptyState } from '../../ui/EmptyState';
import { useWithUnit } from '../loans/useWithUnit';
import { type ClassStrip, classStrip, type MonthEnd, monthsByYear } from './householdFigures';

type Strip = ClassStrip['contracts'][number];
type Column = TableColumnType<Strip> | TableColumnGroupType<Strip>;

const MONTH_WIDTH = 46;

function useColumns(months: readonly string[]): Column[] {
  const { t } = useTranslation();
  const { amountUnit } = usePreferences();
  const withUnit = useWithUnit();
  const last = months.at(-1);
  const tip = ({ month, balance }: MonthEnd): string =>
    t('parties:class.tip', {
      month,
      amount: t(`common:amount.${amountUnit}`, { amount: formatAmount(balance, amountUnit) }),
    });
  const cell = (entry: MonthEnd | undefined) =>
    entry && (
      <span title={tip(entry)}>
        <ClassTag level={entry.fiveLevel} />
      </span>
    );
  return [
    { title: t('loans:column.contract'), dataIndex: 'contract', fixed: 'left', width: 220, className: 'qs-figure' },
    {
      title: withUnit(t('parties:class.lastBalance', { month: last })),
      fixed: 'left',
      width: 160,
      align: 'right',
      render: (_, strip: Strip) => <AmountText fen={last === undefined ? null : strip.byMonth.get(last)?.balance} />,
    },
    ...monthsByYear(months)
      .toReversed()
      .map(
        (group): Column => ({
          title: group.year,
          key: group.year,
          align: 'left',
          children: group.months.toReversed().map((month) => ({
            title: Number(month.slice(5)),
            key: month,
            width: MONTH_WIDTH,
            align: 'center',
            render: (_: unknown, strip: Strip) => cell(strip.byMonth.get(month)),
          })),
        }),
      ),
    { key: 'rest' },
  ];
}

export function ClassificationTab({ entries }: { entries: readonly MonthEnd[] }) {
  const { t } = useTranslation();
  const { months, contracts } = useMemo(() => classStrip(entries), [entries]);
  const columns = useColumns(months);
  if (entries.length === 0) return <EmptyState why="none" />;
  return (
    <section className="qs-file-section" aria-label={t('parties:tab.classification')}>
      <Table<Strip>
        size="small"
        bordered
        className="qs-class-strip"
        pagination={false}
        rowKey="contract"
        columns={columns}
        dataSource={[...contracts]}
        scroll={{ x: 380 + months.length * MONTH_WIDTH }}
      />
      <p className="qs-hint qs-file-note">{t('parties:class.note')}</p>
    </section>
  );
}
