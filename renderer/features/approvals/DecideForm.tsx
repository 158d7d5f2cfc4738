/** A level speaks: opinion and three buttons; where somebody cannot decide, why, and who can. */
import type { ApprovalDetail } from '@shared/contract/approvals.contract';
import type { Level } from '@shared/domain/approvals/levels';
import { OUTCOMES, type Outcome } from '@shared/domain/approvals/standing';
import { isReason } from '@shared/domain/users/reason';
import type { Refusal } from '@shared/kernel/result';
import { Alert, App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useKeptState } from '../../app/keptForms';
import { useReadsOnly } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { useApprovalWords } from './approvalWords';
import { Conflict, type SeenRequest } from './Conflict';
import { useSameRequest } from './useSameRequest';

interface Excess {
  readonly fact: string;
  readonly limit: string;
  readonly excess: string;
}

/** Limits, excess and the level that can, in place of the buttons. */
function NotMine({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  if (refusal.code !== 'beyond-authority') return <RefusalPanel refusal={refusal} />;
  const { limits, level } = refusal.facts as { limits: Excess[]; level: Level };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('approvals:limit.title')}
      description={
        <>
          {refusal.article && <p>{t('common:refusal.article', { article: refusal.article })}</p>}
          <ul>
            {limits.map(({ fact, limit, excess }) => (
              <li key={fact}>{t('approvals:limit.line', { fact: words.fact(fact), limit, excess })}</li>
            ))}
          </ul>
          <p>{t('approvals:limit.who', { level: words.level(level) })}</p>
        </>
      }
    />
  );
}

/** What one level can say, while nothing of it is on its way. */
function DecideForm({ request, decide }: { request: ApprovalDetail; decide: Deciding }) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useKeptState(`approval-${request.id}`, '');
  const [isReasonMissing, setReasonMissing] = useState(false);
  const isChanged = request.changes.length > 0;
  const say = (outcome: Outcome): void => {
    const lacks = outcome !== 'consent' && !isReason(opinion);
    setReasonMissing(lacks);
    if (!lacks) decide.say(outcome, opinion.trim(), () => setOpinion(''));
  };
  return (
    <section className="qs-approval-decide" aria-label={t('approvals:opinion')}>
      {decide.error !== null && decide.conflict === null && <ErrorState error={decide.error} />}
      {isChanged && <p className="qs-approval-bad">{t('approvals:onlyReturn')}</p>}
      <label htmlFor="approval-opinion">{t('approvals:opinion')}</label>
      <Input.TextArea
        id="approval-opinion"
        rows={3}
        maxLength={500}
        value={opinion}
        status={isReasonMissing ? 'error' : undefined}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <p className={isReasonMissing ? 'qs-approval-bad' : 'qs-hint'}>{t('approvals:opinionHint')}</p>
      <Space>
        {OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            type={outcome === 'consent' ? 'primary' : 'default'}
            danger={outcome === 'reject'}
            loading={decide.pending === outcome}
            disabled={decide.pending !== null || (isChanged && outcome !== 'return')}
            onClick={() => say(outcome)}
          >
            {t(`approvals:act.${outcome}`)}
          </Button>
        ))}
      </Space>
    </section>
  );
}

interface Tried {
  readonly outcome: Outcome;
  readonly seen: SeenRequest;
}

/** Outlives the form: what came of a try is told even where there is nothing left to decide. */
function useDecide(request: ApprovalDetail, onDone: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [tried, setTried] = useState<Tried | null>(null);
  const decide = useApiCommand('approvals.decide');
  const same = useSameRequest<Omit<InputOf<'approvals.decide'>, 'requestId'>>();
  const say = (outcome: Outcome, opinion: string, onSaid: () => void): void => {
    const { id, rev, state, waitingFor } = request;
    setTried({ outcome, seen: { state, waitingFor } });
    decide.mutate(same.inputOf(`${outcome} ${opinion}`, { id, rev, outcome, opinion }), {
      onSuccess: (stood) => {
        same.answered();
        void message.success(t(`approvals:done.${stood.state}`));
        onSaid();
        onDone();
      },
      onError: same.failed,
    });
  };
  const refusal = refusalOf(decide.error);
  const conflict = refusal?.code === 'decision-conflict' && tried !== null ? { refusal, ...tried } : null;
  return { say, error: decide.error, conflict, pending: decide.isPending ? (tried?.outcome ?? null) : null };
}
type Deciding = ReturnType<typeof useDecide>;

/** The place of the decision: the form, who is asked instead of the caller, or what came of his try. */
export function Decision({ request, onDone }: { request: ApprovalDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const readsOnly = useReadsOnly();
  const decide = useDecide(request, onDone);
  const { state, waitingFor, may } = request;
  const isMine = state === 'submitted' && !readsOnly;
  return (
    <>
      {decide.conflict && <Conflict {...decide.conflict} yours={t(`approvals:outcome.${decide.conflict.outcome}`)} />}
      {isMine && may.decide !== null && <NotMine refusal={may.decide} />}
      {isMine && may.decide === null && waitingFor !== 'committee' && <DecideForm request={request} decide={decide} />}
    </>
  );
}
