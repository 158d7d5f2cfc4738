/** What was printed together 打印作业 (S34): numbers, pages and prints of each job; printing again, a file, completing one that was interrupted. */
import type { PrintJob } from '@shared/contract/documents.contract';
import { App, Button, Space, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { DateText } from '../../ui/DateText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';

function Actions({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayHandOut = useMay('archive.hand-out');
  const print = useApiCommand('documents.printJob');
  const save = useApiCommand('documents.saveJob');
  const finish = useApiCommand('documents.finishJob');
  const failed = print.error ?? save.error ?? finish.error;
  if (!mayHandOut) return null;
  if (job.unfinished)
    return (
      <Space orientation="vertical">
        <Button size="small" loading={finish.isPending} onClick={() => finish.mutate({ id: job.id })}>
          {t('dunning:job.finish')}
        </Button>
        {failed && <ErrorState error={failed} />}
      </Space>
    );
  const sent = ({ outcome }: { outcome: 'sent' | 'cancelled' }): void =>
    void (outcome === 'sent'
      ? message.success(t('documents:handOut.sent'))
      : message.info(t('documents:handOut.cancelled')));
  const saved = ({ path }: { path: string | null }): void => {
    if (path !== null) void message.success(t('documents:handOut.saved', { path }));
  };
  return (
    <Space orientation="vertical">
      <Space>
        <Button
          size="small"
          loading={print.isPending}
          onClick={() => print.mutate({ id: job.id }, { onSuccess: sent })}
        >
          {t('common:action.print')}
        </Button>
        <Button
          size="small"
          loading={save.isPending}
          onClick={() => save.mutate({ id: job.id, path: null }, { onSuccess: saved })}
        >
          {t('dunning:job.save')}
        </Button>
      </Space>
      {failed && <ErrorState error={failed} />}
    </Space>
  );
}

export function JobsTab() {
  const { t } = useTranslation();
  const jobs = useApiQuery('documents.jobs', undefined);
  if (jobs.error) return <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />;
  const title = (key: string): string => t(`dunning:jobColumn.${key}`);
  return (
    <div className="qs-dunning-jobs">
      <Table<PrintJob>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        loading={jobs.isPending}
        dataSource={jobs.data ?? []}
        locale={{ emptyText: <EmptyState why="none" /> }}
        columns={[
          { title: title('number'), dataIndex: 'number' },
          { title: title('title'), dataIndex: 'title' },
          { title: title('numbers'), render: (_, job) => t('dunning:job.range', { first: job.first, last: job.last }) },
          { title: title('papers'), dataIndex: 'papers', align: 'right' },
          {
            title: title('pages'),
            render: (_, job) => job.pages ?? <Tag>{t('dunning:job.unfinished')}</Tag>,
            align: 'right',
          },
          { title: title('prints'), dataIndex: 'prints', align: 'right' },
          { title: title('madeOn'), render: (_, job) => <DateText date={job.madeOn} /> },
          { title: title('madeBy'), dataIndex: 'madeBy' },
          { title: title('actions'), fixed: 'right', render: (_, job) => <Actions job={job} /> },
        ]}
      />
    </div>
  );
}
