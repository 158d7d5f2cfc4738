/** What a restore would change, kind by kind: the backup beside what is there now. */
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import type { Inspected } from './backupTypes';

type Row = Inspected['differences'][number];

const signed = (change: number): string => (change > 0 ? `+${formatCount(change)}` : formatCount(change));

export function DifferenceTable({ seen }: { seen: Inspected }) {
  const { t } = useTranslation();
  const change = ({ backup, present }: Row): string => {
    if (present === null) return t('common:unknown');
    return backup === present ? t('backup:restore.difference.same') : signed(backup - present);
  };
  return (
    <Table<Row>
      size="small"
      rowKey="kind"
      pagination={false}
      scroll={{ y: 'max(160px, calc(100vh - 440px))' }}
      dataSource={[...seen.differences]}
      columns={[
        {
          key: 'kind',
          title: t('backup:restore.difference.kind'),
          render: (_, row) => t(`backup:kind.${row.kind}`),
        },
        {
          key: 'backup',
          align: 'right',
          title: t('backup:restore.difference.backup'),
          render: (_, row) => formatCount(row.backup),
        },
        {
          key: 'present',
          align: 'right',
          title: t('backup:restore.difference.present'),
          render: (_, row) => formatCount(row.present),
        },
        {
          key: 'change',
          align: 'right',
          title: t('backup:restore.difference.change'),
          render: (_, row) => change(row),
        },
      ]}
    />
  );
}
