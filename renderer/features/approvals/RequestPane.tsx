/** S10, right of the list: what is asked, the path with its reasons, and what the signed-in person may do about it. */
import type { ApprovalDetail } from '@shared/contract/approvals.contract';
import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useReadsOnly } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { useReason } from '../../ui/useReason';
import { useApprovalWords } from './approvalWords';
import { CommitteePanel } from './CommitteePanel';
import { DecideForm, NotMine } from './DecideForm';
import { RequestContent } from './RequestContent';
import { RequestPath } from './RequestPath';

function Withdraw({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const withdraw = useApiCommand('approvals.withdraw');
  const { ask, dialog } = useReason('sendBack');
  const { id, rev } = request;
  const act = (reason: string): Promise<boolean> =>
    withdraw.mutateAsync({ id, rev, reason }).then(
      () => {
        void message.success(t('approvals:done.withdrawn'));
        return true;
      },
      () => true,
    );
  return (
    <>
      <Button
        size="small"
        onClick={() =>
          ask({ title: t('approvals:withdraw.title'), verb: t('approvals:act.withdraw'), note: request.title, act })
        }
      >
        {t('approvals:act.withdraw')}
      </Button>
      {withdraw.error !== null && <ErrorState error={withdraw.error} />}
      {dialog}
    </>
  );
}

function Decision({ request, onDone }: { request: ApprovalDetail; onDone: () => void }) {
  const readsOnly = useReadsOnly();
  const { state, waitingFor, may } = request;
  if (state !== 'submitted' || readsOnly) return null;
  if (may.decide !== null) return <NotMine refusal={may.decide} />;
  return waitingFor === 'committee' ? null : <DecideForm key={request.id} request={request} onDone={onDone} />;
}

function Request({ request, onDone }: { request: ApprovalDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  return (
    <>
      <header className="qs-approval-title">
        <h2>{request.title}</h2>
        <Tag>{words.kind(request.kind)}</Tag>
        <Tag>{t(`approvals:state.${request.state}`)}</Tag>
        <span className="qs-hint">{t('approvals:no', { id: request.id })}</span>
        {request.may.withdraw && <Withdraw request={request} />}
      </header>
      <div className="qs-approval-columns">
        <RequestContent request={request} />
        <aside className="qs-approval-side">
          <RequestPath request={request} />
          <CommitteePanel key={`committee-${request.id}`} request={request} onDone={onDone} />
          <Decision request={request} onDone={onDone} />
        </aside>
      </div>
    </>
  );
}

export function RequestPane({ id, onDone }: { id: number; onDone: () => void }) {
  const request = useApiQuery('approvals.show', { id }, { keepOld: true });
  if (request.error) return <ErrorState error={request.error} onRetry={() => void request.refetch()} />;
  return request.data ? <Request request={request.data} onDone={onDone} /> : <Loading />;
}
