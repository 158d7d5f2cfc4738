/** Authority handed over during leave: who has what until when; asking for it and taking it back. */
import { App, Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { useReason } from '../../ui/useReason';
import { useApprovalWords } from './approvalWords';
import { DelegateModal } from './DelegateModal';

export type Delegation = OutputOf<'approvals.delegations'>['items'][number];

function useTakeBack() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { user } = useOpenSession();
  const end = useApiCommand('approvals.endDelegation');
  const { ask, dialog } = useReason('sendBack');
  const act = (id: number) => (reason: string) =>
    end.mutateAsync({ id, reason }).then(
      () => {
        void message.success(t('approvals:delegation.endDone'));
        return true;
      },
      () => true,
    );
  const mine = ({ from, ended }: Delegation) => !ended && (from === user.display || user.roles.includes('branch-head'));
  const button = (item: Delegation) =>
    mine(item) && (
      <Button
        size="small"
        onClick={() =>
          ask({
            title: t('approvals:delegation.endTitle'),
            verb: t('approvals:delegation.end'),
            note: `${item.from} → ${item.to}`,
            act: act(item.id),
          })
        }
      >
        {t('approvals:delegation.end')}
      </Button>
    );
  return { button, dialog, error: end.error };
}

export function Delegations() {
  const { t } = useTranslation();
  const words = useApprovalWords();
  const list = useApiQuery('approvals.delegations', undefined);
  const takeBack = useTakeBack();
  const mayAsk = useMay('approvals.prepare');
  const [isAsking, setAsking] = useState(false);
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const state = ({ inForce, ended }: Delegation) => (ended ? 'ended' : inForce ? 'inForce' : 'asked');
  return (
    <section className="qs-approval-delegations" data-pane>
      <p className="qs-hint">{t('approvals:delegation.note')}</p>
      {mayAsk && (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('approvals:delegation.new')}
        </Button>
      )}
      {takeBack.error !== null && <ErrorState error={takeBack.error} />}
      <Table<Delegation>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={list.data.items}
        locale={{ emptyText: t('approvals:delegation.empty') }}
        columns={[
          { title: t('approvals:delegation.from'), dataIndex: 'from' },
          { title: t('approvals:delegation.to'), dataIndex: 'to' },
          { title: t('approvals:delegation.level'), render: (_, { level }) => words.level(level) },
          { title: t('approvals:delegation.firstDay'), render: (_, { firstDay }) => <DateText date={firstDay} /> },
          { title: t('approvals:delegation.lastDay'), render: (_, { lastDay }) => <DateText date={lastDay} /> },
          { title: t('approvals:delegation.basis'), dataIndex: 'basis' },
          {
            title: t('approvals:delegation.state'),
            render: (_, item) => (
              <Tag color={state(item) === 'inForce' ? 'success' : 'default'}>
                {t(`approvals:delegation.${state(item)}`)}
              </Tag>
            ),
          },
          { title: '', key: 'end', render: (_, item) => takeBack.button(item) },
        ]}
      />
      {takeBack.dialog}
      {isAsking && <DelegateModal people={list.data.people} onClose={() => setAsking(false)} />}
    </section>
  );
}
