/** A level speaks: opinion and three buttons; where somebody cannot decide, why, and who can. */
import type { ApprovalDetail } from '@shared/contract/approvals.contract';
import type { Level } from '@shared/domain/approvals/levels';
import { OUTCOMES, type Outcome } from '@shared/domain/approvals/standing';
import { isReason } from '@shared/domain/users/reason';
import type { Refusal } from '@shared/kernel/result';
import { Alert, App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useKeptState } from '../../app/keptForms';
import { ErrorState } from '../../ui/ErrorState';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { useApprovalWords } from './approvalWords';

interface Excess {
  readonly fact: string;
  readonly limit: string;
  readonly excess: string;
}

/** Limits, excess and the level that can, in place of the buttons. */
export function NotMine({ refusal }: { refusal: Refusal }) {
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

/** Somebody was faster: both states; what was typed stays. */
export function Conflict({ refusal, yours }: { refusal: Refusal; yours: string }) {
  const { t } = useTranslation();
  return (
    <RefusalPanel
      refusal={refusal}
      missing={[{ key: 'yours', label: t('approvals:conflict.yours', { outcome: yours }) }]}
    />
  );
}

export function DecideForm({ request, onDone }: { request: ApprovalDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [opinion, setOpinion] = useKeptState(`approval-${request.id}`, '');
  const [tried, setTried] = useState<Outcome | null>(null);
  const decide = useApiCommand('approvals.decide');
  const say = (outcome: Outcome): void => {
    setTried(outcome);
    if (outcome !== 'consent' && !isReason(opinion)) return;
    const { id, rev } = request;
    decide.mutate(
      { id, rev, outcome, opinion: opinion.trim(), requestId: crypto.randomUUID() },
      {
        onSuccess: ({ state }) => {
          void message.success(t(`approvals:done.${state}`));
          setOpinion('');
          onDone();
        },
      },
    );
  };
  const refusal = refusalOf(decide.error);
  const isReasonMissing = tried !== null && tried !== 'consent' && !isReason(opinion);
  return (
    <section className="qs-approval-decide" aria-label={t('approvals:opinion')}>
      {decide.error !== null &&
        (refusal?.code === 'decision-conflict' && tried !== null ? (
          <Conflict refusal={refusal} yours={t(`approvals:outcome.${tried}`)} />
        ) : (
          <ErrorState error={decide.error} />
        ))}
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
            loading={decide.isPending && tried === outcome}
            disabled={decide.isPending || (outcome === 'consent' && request.changes.length > 0)}
            onClick={() => say(outcome)}
          >
            {t(`approvals:act.${outcome}`)}
          </Button>
        ))}
      </Space>
    </section>
  );
}
