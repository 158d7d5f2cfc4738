/** S10, right of the list: what is asked, the path with its reasons, and what the signed-in person may do about it. */
import type { ApprovalDetail } from '@shared/contract/approvals.contract';
import { Alert, App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/format';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { useReason } from '../../ui/useReason';
import { useApprovalWords } from './approvalWords';
import { CommitteePanel } from './CommitteePanel';
import { Decision } from './DecideForm';
import { RequestContent } from './RequestContent';
import { RequestPath } from './RequestPath';
import { useSameRequest } from './useSameRequest';

function Withdraw({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const withdraw = useApiCommand('approvals.withdraw');
  const { ask, dialog } = useReason('sendBack');
  const same = useSameRequest<Omit<InputOf<'approvals.withdraw'>, 'requestId'>>();
  const { id, rev } = request;
  const act = (reason: string): Promise<boolean> =>
    withdraw.mutateAsync(same.inputOf(reason, { id, rev, reason })).then(
      () => {
        same.answered();
        void message.success(t('approvals:done.withdrawn'));
        return true;
      },
      (error) => {
        same.failed(error);
        return true;
      },
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

/** What ended it, said first: whoever opens an old link or a list of yesterday sees at once that nothing is to be decided. */
function Ended({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation();
  const { state, decisions } = request;
  const last = decisions.at(-1);
  if (state === 'submitted' || state === 'approved' || !last) return null;
  const facts = { state: t(`approvals:state.${state}`), by: last.display, at: formatInstant(last.decidedAt) };
  return (
    <Alert
      className="qs-approval-ended"
      type="warning"
      showIcon
      title={t('approvals:ended', facts)}
      description={last.opinion === '' ? undefined : t('approvals:endedWhy', { reason: last.opinion })}
    />
  );
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
      <Ended request={request} />
      <div className="qs-approval-columns">
        <RequestContent request={request} />
        <aside className="qs-approval-side">
          <RequestPath request={request} />
          <CommitteePanel key={`committee-${request.id}`} request={request} onDone={onDone} />
          <Decision key={request.id} request={request} onDone={onDone} />
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
