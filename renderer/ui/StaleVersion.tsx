/** Somebody else saved first (ui.md §4 Conflict): field by field, mine or theirs; mine stays as a draft. */
import { Alert, Button, Space, Table } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ConflictField {
  readonly field: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface StaleVersionProps {
  readonly by: string;
  /** When they saved, as shown text. */
  readonly at: string;
  readonly fields: readonly ConflictField[];
  readonly onTake: (field: string, whose: 'mine' | 'theirs') => void;
  readonly onReload: () => void;
}

export function StaleVersion({ by, at, fields, onTake, onReload }: StaleVersionProps) {
  const { t } = useTranslation();
  const take = ({ field }: ConflictField) => (
    <Space>
      <Button size="small" onClick={() => onTake(field, 'mine')}>
        {t('common:stale.mine')}
      </Button>
      <Button size="small" onClick={() => onTake(field, 'theirs')}>
        {t('common:stale.theirs')}
      </Button>
    </Space>
  );
  return (
    <div className="qs-state">
      <Alert
        type="warning"
        showIcon
        title={t('common:stale.title', { by, at })}
        description={t('common:stale.kept')}
        action={<Button onClick={onReload}>{t('common:stale.reload')}</Button>}
      />
      <Table<ConflictField>
        size="small"
        rowKey="field"
        pagination={false}
        dataSource={[...fields]}
        columns={[
          { title: t('common:stale.field'), dataIndex: 'label' },
          { title: t('common:stale.mine'), dataIndex: 'mine' },
          { title: t('common:stale.theirs'), dataIndex: 'theirs' },
          { title: t('common:stale.take'), render: (_, field) => take(field) },
        ]}
      />
    </div>
  );
}
